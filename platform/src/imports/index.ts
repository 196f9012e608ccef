// Clauses: A1, A3, A4 (how their records come in).
// In: files of rights, licences and offers; what a person says they are. Out: rows in the stores of rights and offers, records set aside
// with place and reason, and a job `detect` for each finished file.
// Invariant: a file imported with any number of interruptions, or twice, leaves what one undisturbed import leaves.
export { endImport, importById, type ImportState, listImports, type NewImport, setAsideOf, type StoredImport } from './import-store.ts';
export { failDeadImports, retryImport } from './failed-imports.ts';
export { type Mapped, mappingsOf } from './mapping-store.ts';
export { keepFile, uploadPath } from './keep-file.ts';
export { fieldsOfKind, headingsFor, kindOf } from './input-kind.ts';
export { canMend, mendRecord, setAsideRecord } from './mend.ts';
export { previewFile, unreadForm } from './preview.ts';
export { readItems } from './read-items.ts';
export { createImport, type ImportJob, runImport } from './run-import.ts';
export { createImports, inImportOrder } from './start-imports.ts';
export { setAsideAfter, type SetAsideRow } from './set-aside-store.ts';
export { sweepUploads } from './sweep-uploads.ts';
