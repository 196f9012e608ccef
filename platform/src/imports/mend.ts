// A record that was set aside, mended by a person field by field: read again by the reader of its file, and stored in the same import.
import { RAW_RECORD, type Rejected, type SetAsideRecord, ZhijianError } from '@zhijian/contract';
import { addJob, type Asker, audit, type Tx } from '../kernel/index.ts';
import { textInput } from '../readers/index.ts';
import { reclaimCoverage } from './claimed-coverage.ts';
import { fieldsOfKind, headingsFor } from './input-kind.ts';
import { importById, lockImport, type StoredImport } from './import-store.ts';
import { type Item, readOne } from './read-items.ts';
import { type ImportJob, queueOf } from './run-import.ts';
import { countMended, insertMending, markMended, setAsideAt } from './set-aside-store.ts';
import { storeGood } from './store-items.ts';

interface Found {
  of: StoredImport;
  rejected: Rejected;
}

const found = async (tx: Tx, importId: string, sequence: number): Promise<Found> => {
  const of = await importById(tx, importId);
  const rejected = of === null ? null : await setAsideAt(tx, importId, sequence);
  if (of === null || rejected === null) throw new ZhijianError('not_found');
  return { of, rejected };
};

/** Whether its cells were kept. */
export const canMend = ({ cells }: Rejected): boolean => cells !== undefined;

const recordOf = ({ of, rejected }: Found, sequence: number): SetAsideRecord => {
  const { cells = {}, field, form } = rejected;
  // It stands there as a whole, in the office's own form.
  if (form !== undefined) return { sequence, rejected, wrong: [RAW_RECORD] };
  const wrong = field === null ? [] : field.split(', ');
  const headings = wrong.flatMap((one) => headingsFor(of.kind, one, Object.keys(cells), of.mapping ?? undefined));
  // A field that the file has no column for is given under its own name.
  const missing = headings.length > 0 ? [] : wrong.filter((one) => fieldsOfKind(of.kind).includes(one));
  return { sequence, rejected, wrong: [...headings, ...missing] };
};

/** A record that is set aside, with its cells and which of them are wrong. Throws ZhijianError `not_found`. */
export const setAsideRecord = async (tx: Tx, importId: string, sequence: number): Promise<SetAsideRecord> =>
  recordOf(await found(tx, importId, sequence), sequence);

/**
 * Reads the mended cells again. Where they are good they are stored and a job `detect` is added for what they touch: null. Where they are
 * not: the record with what is wrong now; nothing is changed then.
 * Throws ZhijianError `not_found`, also where another person was faster, and `not_mendable` where its cells were not kept.
 */
export const mendRecord = async (
  tx: Tx,
  asker: Asker,
  importId: string,
  sequence: number,
  cells: Readonly<Record<string, string>>,
): Promise<SetAsideRecord | null> => {
  await lockImport(tx, importId);
  const one = await found(tx, importId, sequence);
  const { of, rejected } = one;
  if (!canMend(rejected)) throw new ZhijianError('not_mendable');
  const wrong = recordOf(one, sequence);
  // A number that a spreadsheet has rounded looks like any other: it is right only when a person has typed it again.
  if (rejected.code === 'lost_digits' && wrong.wrong.every((heading) => cells[heading] === rejected.cells?.[heading])) return wrong;
  const items: Item[] = [];
  const refused: Rejected[] = [];
  const text = rejected.form === undefined ? `${JSON.stringify(cells)}\n` : (cells[RAW_RECORD] ?? '');
  await readOne(
    textInput(rejected.file, text),
    { kind: of.kind, covers: [], mapping: of.mapping },
    (good) => Promise.resolve(void items.push({ sequence, ...good })),
    (again) => Promise.resolve(void refused.push(again)),
    () => {},
    { warnings: [], coverage: { stated: [], doubted: [] } },
  );
  const [again] = refused;
  if (again !== undefined) {
    const { field, code, given, allowed } = again;
    return recordOf({ of, rejected: { ...rejected, field, code, given, allowed, cells: { ...cells } } }, sequence);
  }
  if (items.length === 0) return wrong;
  if (!(await markMended(tx, importId, sequence, cells))) throw new ZhijianError('not_found');
  const id = await insertMending(tx, importId);
  const stored = await storeGood(tx, id, items);
  await countMended(tx, importId, stored > 0);
  if (of.kind === 'rights') await reclaimCoverage(tx, importId, id);
  await audit(tx, { action: 'import.mended', subject: importId, detail: { sequence } });
  await addJob(tx, 'detect', { ...asker, import_id: id } satisfies ImportJob, { key: `detect ${id}`, queue: queueOf(asker) });
  return null;
};
