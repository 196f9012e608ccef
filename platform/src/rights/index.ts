// Clauses: A1, A3.
// In: files of rights (facts, status events, what the file covers) and of licences.
// Out: rows of rights and licences in the words of the contract; rejects and warnings to the two functions given.
// Invariant: what decides law is read whole or its record is set aside; a register that was not read whole accuses nobody.
import type { OnRejected, OnWarning } from '../readers/index.ts';
import { type RightsFile, RightsReading } from './read-rights.ts';

export {
  countRights,
  coverageOf,
  insertLicences,
  licencesAfter,
  licencesOfRight,
  longestLicence,
  longestRightRow,
  moveCoverage,
  registerVersion,
  rightRowsAfter,
  type RowOfRight,
  rowsOfRightsAfter,
  rowsOfRight,
  type StoredRow,
} from './right-store.ts';
export { insertRightRecords, packRightRecords } from './record-store.ts';
export { foldWords } from './fold-words.ts';
export { type FoundRight, rightsByNumber, rowsOfEach, searchRights, storedRight, type StoredRight } from './lookup-store.ts';
export { LICENCE_COLUMNS, RIGHT_COLUMNS } from './columns.ts';
export { type CaseNumber, parseCaseNumber } from './case-number.ts';
export { DECISION_COLUMNS, impliedDecision } from './decision-columns.ts';
export { decisionsAfter, decisionsByNumber, decisionsOfRight, decisionsOnParty, insertDecisions, longestDecision } from './decision-store.ts';
export { DECISION_KIND_ALIASES, DECISION_RESULT_ALIASES } from './decision-words.ts';
export { type DecisionRecord, readDecisions } from './read-decisions.ts';
export { LICENCE_CODECS, RIGHT_CODECS } from './exported.ts';
export { documentCells, documentLines, documentMarks } from './exported-document.ts';
export { documentsAfter, longestDocument } from './document-store.ts';
export { DECISION_CODECS, flatDecision } from './exported-decision.ts';
export { coverageKey } from './coverage.ts';
export { impliedKind } from './implied-kind.ts';
export { RIGHT_KIND_ALIASES } from './kinds.ts';
export { officeReader } from './office-file.ts';
export { PATENT_STATUS_ALIASES, TRADEMARK_STATUS_ALIASES } from './status-words.ts';
export { LICENCE_TYPE_ALIASES, type LicenceRecord, readLicences } from './read-licences.ts';
export { readUsptoTrademarks } from './uspto-trademark/read.ts';
export type { RightsFile, RightsReading } from './read-rights.ts';
export { readUsptoPatents } from './uspto-patent/read.ts';
export { type UsptoForm, usptoPatentForm } from './uspto-patent/form.ts';

/**
 * Records of rights files, streamed; after the last one `coverage` says what the files hold completely.
 * Throws ZhijianError `coverage_invalid` at once, `file_missing` or `file_unreadable` while reading.
 */
export const readRights = (files: readonly RightsFile[], onRejected: OnRejected, onWarning: OnWarning): RightsReading =>
  new RightsReading(files, onRejected, onWarning);
