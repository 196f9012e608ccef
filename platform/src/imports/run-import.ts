// The job `import`: a file into the stores, batch by batch, each batch with its count in one transaction. Killed at any moment it goes on
// where it was, since the file gives the same records in the same order again.
import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { type Label, ZhijianError } from '@zhijian/contract';
import { addJob, type Asker, asBody, audit, type Pool, type Tx } from '../kernel/index.ts';
import { claimCoverage } from './claimed-coverage.ts';
import { parseDay } from '../readers/index.ts';
import {
  advance,
  commitLater,
  count,
  endImport,
  failImport,
  importById,
  insertImport,
  insertSetAside,
  type NewImport,
  readDone,
  type StoredImport,
} from './import-store.ts';
import { fieldsOfKind } from './input-kind.ts';
import { mappingsOf, rememberMapping } from './mapping-store.ts';
import { checkSource, type Item, readItems } from './read-items.ts';
import { packGood } from './store-items.ts';

const BATCH = 2_000;
const TURN = 10;
/** A record of an office may have megabytes: some are stored at a time. */
const BATCH_WEIGHT = 2 << 20;
/** Folder of files that were copied for their import; they are taken away when it is done. */
export const UPLOADS = 'uploads';

/** What the jobs `import` and `detect` carry: which import, and in whose name. */
export interface ImportJob extends Asker {
  import_id: string;
}

// One after the other within a body, so that rows get their numbers in the order of the files.
export const queueOf = ({ body_id }: Asker): string => `body ${body_id}`;

/**
 * Notes an import and gives it to a worker, in the caller's transaction. Returns its id.
 * Throws ZhijianError `coverage_invalid`, `day_invalid`, or `request_invalid` for a mapping onto no field, before anything is written.
 */
export const createImport = async (tx: Tx, asker: Asker, given: NewImport): Promise<string> => {
  checkSource(given);
  // What was told of headings before, and what is told now; both are the import's own from here on.
  const told = given.mapping ?? {};
  const fields = fieldsOfKind(given.kind);
  const odd = Object.values(told).find((field) => field !== '' && !fields.includes(field));
  if (odd !== undefined) throw new ZhijianError('request_invalid', { detail: `mapping: ${odd}` });
  if (given.known_on && parseDay(given.known_on) !== given.known_on) throw new ZhijianError('day_invalid', { given: given.known_on });
  if (Object.keys(told).length > 0) await rememberMapping(tx, given.kind, told);
  const mapping = (await mappingsOf(tx))[given.kind] ?? null;
  const import_id = await insertImport(tx, { ...given, mapping });
  await audit(tx, { action: 'import.created', subject: import_id, detail: { kind: given.kind } });
  await addJob(tx, 'import', { ...asker, import_id } satisfies ImportJob, { key: `import ${import_id}`, queue: queueOf(asker) });
  return import_id;
};

/** Reads the file of an import into the stores and adds the job `detect`. A second delivery of a finished one does nothing. */
export const runImport = async (pool: Pool, job: ImportJob, onProgress: (records: number) => void = () => {}): Promise<void> => {
  const found = await asBody(pool, job, (tx) => importById(tx, job.import_id));
  if (found === null || found.state === 'failed') return;
  try {
    if (found.state === 'waiting' || found.state === 'reading') await readInto(pool, job, found, onProgress);
  } catch (error) {
    if (error instanceof Taken) return;
    // What is wrong with the file does not mend by trying again.
    if (!(error instanceof ZhijianError) || !LASTING.has(error.code)) throw error;
    const named = (text: string) => text.replaceAll(found.file_path, found.file_name);
    const failure: Label = { zh: named(error.in('zh')), en: named(error.in('en')) };
    await asBody(pool, job, (tx) => failImport(tx, job.import_id, failure, null));
  }
  // Of a finished one too: whoever finished it may have been killed before this.
  if (basename(dirname(found.file_path)) === UPLOADS) await rm(found.file_path, { force: true });
};

const LASTING: ReadonlySet<string> = new Set(['file_missing', 'file_unreadable', 'coverage_invalid']);

/** Another worker has this import too and was faster: it is in good hands. */
class Taken extends Error {}

const readInto = async (pool: Pool, job: ImportJob, found: StoredImport, onProgress: (records: number) => void): Promise<void> => {
  let done = found.read_records;
  let batch: Item[] = [];
  let weight = 0;
  // One batch is stored while the next is read: the database has a core of its own.
  let storing = Promise.resolve();
  const store = async (items: readonly Item[], put: Put, from: number): Promise<void> => {
    const to = from + items.length;
    if (!(await asBody(pool, job, (tx) => storeBatch(tx, job.import_id, from, to, items, put)))) throw new Taken();
    onProgress(to);
  };
  const flush = async (): Promise<void> => {
    const put = packGood(batch);
    await storing;
    storing = store(batch, put, done);
    // Told to whoever waits for it next.
    storing.catch(() => {});
    done += batch.length;
    batch = [];
    weight = 0;
  };
  const { warnings, coverage } = await readItems(found, async (item) => {
    // A reader that has its bytes turns no event loop, and the batch being stored goes over in several messages.
    if (item.sequence % TURN === 0) await immediate();
    if (item.sequence <= found.read_records) return;
    batch.push(item);
    weight += weightOf(item);
    if (batch.length === BATCH || weight > BATCH_WEIGHT) await flush();
  }).finally(() => storing.catch(() => {}));
  if (batch.length > 0) await flush();
  await storing;
  await asBody(pool, job, async (tx) => {
    const moved = found.kind === 'rights' && (await claimCoverage(tx, found, coverage, warnings));
    if (!(await readDone(tx, job.import_id, done, warnings, moved))) throw new Taken();
    // Who is in the register of companies changes no match.
    if (found.kind === 'traders') await endImport(tx, job.import_id);
    else await addJob(tx, 'detect', { ...job }, { key: `detect ${job.import_id}`, queue: queueOf(job) });
  });
};

/** Characters of what a record carries beyond a row of a table, roughly. */
const weightOf = (item: Item): number => {
  if (item.kind !== 'rights') return 0;
  const { rows, document } = item.record;
  let weight = rows.length * 400;
  if (document === null) return weight;
  for (const { text } of document.goods) weight += text.length;
  for (const { text, parts } of document.claims) weight += text.length + 200 * parts.length;
  return weight + 200 * (document.events.length + document.parties.length + document.figures.length) + (document.abstract?.length ?? 0);
};

type Put = ReturnType<typeof packGood>;

const storeBatch = async (tx: Tx, importId: string, from: number, to: number, batch: readonly Item[], put: Put): Promise<boolean> => {
  // First, since it locks the import: two workers that have it never store one batch twice.
  if (!(await advance(tx, importId, from, to))) return false;
  await commitLater(tx);
  const rejects = batch.filter((item) => item.kind === 'rejected');
  const stored = await put(tx, importId);
  if (rejects.length > 0) await insertSetAside(tx, importId, rejects);
  await count(tx, importId, { stored, already_known: batch.length - rejects.length - stored, set_aside: rejects.length });
  return true;
};
