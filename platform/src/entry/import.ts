// `./zhijian import`: files into a body's database, one after the other, and what they touch detected. A worker of this process takes the
// jobs where none of a running `up` is faster.
import { basename } from 'node:path';
import { CLI_IMPORT, IMPORT_KIND, type ImportKind, type Label, REJECT, type Rejected, say, ZhijianError } from '@zhijian/contract';
import { setTimeout as pause } from 'node:timers/promises';
import { detectionJobs, progressOf } from '../detection/index.ts';
import {
  createImport,
  failDeadImports,
  importById,
  keepFile,
  type Mapped,
  mappingsOf,
  type NewImport,
  previewFile,
  readItems,
  setAsideOf,
  type StoredImport,
  unreadForm,
} from '../imports/index.ts';
import { asBody, databaseIsAway, startWorker } from '../kernel/index.ts';
import type { Mapping } from '../readers/index.ts';
import { type OpenHouse, inHouse } from './house.ts';
import type { ImportWords } from './house-arguments.ts';
import { todayInBeijing } from './judged-on.ts';
import { progressLine, type Say } from './progress-line.ts';
import { rememberedMappings } from './remembered.ts';

const DONE = 0;
const FAILED = 1;
const SET_ASIDE = 4;
const SHOWN = 10;
const AWAY_MS = 60_000;

/** Imports files in their order. Returns the exit code: 4 where records were set aside, 1 where a file could not be imported. */
export const importFiles = async ({ place, files, kind, covers, knownOn, dryRun }: ImportWords): Promise<number> => {
  // Before anything is stored: a file that is missing or of no kind stops all of them.
  const partsOf = async (mapped: Mapped): Promise<{ file: string; kind: ImportKind }[]> => {
    const parts: { file: string; kind: ImportKind }[] = [];
    for (const file of files) {
      const kinds = kind === null ? (await previewFile(file, undefined, mapped)).kinds : [kind];
      if (kinds.length === 0) throw await unknownKind(file);
      parts.push(...kinds.map((one) => ({ file, kind: one })));
    }
    return parts;
  };
  if (dryRun) {
    const codes: number[] = [];
    const mapped = await rememberedMappings(place);
    if (mapped === null) progressLine(process.stderr)(CLI_IMPORT.no_mapping);
    for (const { file, kind: one } of await partsOf(mapped ?? {}))
      codes.push(await readOnly(file, { kind: one, covers, known_on: knownOn }, mapped?.[one]));
    return codes.includes(SET_ASIDE) ? SET_ASIDE : DONE;
  }
  return inHouse(place, async (house) => {
    const parts = await partsOf(await asBody(house.pool, house.asker, mappingsOf));
    const worker = await startWorker(house.database, detectionJobs(house.pool, { today: todayInBeijing }), {
      onDead: () => failDeadImports(house.pool),
    });
    try {
      const codes: number[] = [];
      for (const { file, kind: one } of parts) codes.push(await importOne(house, place.dataDir, file, { kind: one, covers, known_on: knownOn }));
      return codes.includes(FAILED) ? FAILED : codes.includes(SET_ASIDE) ? SET_ASIDE : DONE;
    } finally {
      await worker.stop();
    }
  });
};

/** What is said of a file: as what it is read, what it holds completely, of which day it is. */
type Said = Pick<NewImport, 'kind' | 'covers' | 'known_on'>;
const ofKind = (said: Said): Said => ({ ...said, covers: said.kind === 'rights' ? said.covers : [] });

/** A file in a form that is not read says so, with what to do; of another nothing tells what it is. */
const unknownKind = async (file: string): Promise<ZhijianError> => {
  const allowed = await unreadForm(file);
  if (allowed === null) return new ZhijianError('kind_unknown', { file });
  return new ZhijianError('form_unread', { file, allowed });
};

/** Reads a file as an import would and says what it would store and set aside; nothing is stored. */
const readOnly = async (file: string, said: Said, mapping: Mapping = {}): Promise<number> => {
  const { kind } = said;
  const progress = progressLine(process.stderr);
  const file_name = basename(file);
  let read = 0;
  const rejected: Rejected[] = [];
  let aside = 0;
  progress(say(CLI_IMPORT.starting, { file: file_name, kind: IMPORT_KIND[kind] }), {}, 0);
  const { warnings } = await readItems({ ...ofKind(said), file_path: file, file_name, mapping }, async (item) => {
    if (item.kind !== 'rejected') read++;
    else if (++aside <= SHOWN) rejected.push(item.rejected);
    if ((read + aside) % 1000 === 0) progress(say(CLI_IMPORT.reading, { file: file_name, kind: IMPORT_KIND[kind], count: read + aside }), {}, 0);
  });
  for (const warning of warnings) progress(warning);
  progress(say(CLI_IMPORT.dry, { file: file_name, kind: IMPORT_KIND[kind], all: read + aside, read, set_aside: aside }));
  tellRejected(rejected, aside, progress);
  return aside > 0 ? SET_ASIDE : DONE;
};

const importOne = async ({ pool, asker }: OpenHouse, dataDir: string, file: string, said: Said): Promise<number> => {
  const { kind } = said;
  const progress = progressLine(process.stderr);
  const file_path = keepFile(dataDir, file);
  const file_name = basename(file);
  const id = await asBody(pool, asker, (tx) => createImport(tx, asker, { file_name, file_path, ...ofKind(said) }));
  for (;;) {
    const { row, detected } = await patiently(() =>
      asBody(pool, asker, async (tx) => ({ row: await importById(tx, id), detected: await progressOf(tx, id) })),
    );
    if (row === null) throw new ZhijianError('failed', { detail: id });
    if (row.state === 'done' || row.state === 'failed') {
      tell(row, progress);
      if (row.state === 'failed') return FAILED;
      if (row.set_aside > 0) await tellSetAside({ pool, asker }, row, progress);
      return row.set_aside > 0 ? SET_ASIDE : DONE;
    }
    if (row.state === 'detecting' && detected !== null && detected.total > 0)
      progress(CLI_IMPORT.detecting, { file: file_name, done: detected.done, total: detected.total }, detected.done / detected.total);
    else progress(readingLine(file_name, kind, row.read_records), {}, 0);
    await pause(100);
  }
};

/** Of a large file the first records take a while: until then it says what is done, not a count of none. */
const readingLine = (file: string, kind: ImportKind, count: number): Label =>
  say(count === 0 ? CLI_IMPORT.starting : CLI_IMPORT.reading, { file, kind: IMPORT_KIND[kind], count });

/** Asks again while the database is away: it comes back within seconds, and the import goes on where it was. Throws `unavailable` after a minute. */
const patiently = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const until = Date.now() + AWAY_MS; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (!databaseIsAway(error)) throw error;
      if (Date.now() > until) throw new ZhijianError('unavailable');
      await pause(200);
    }
  }
};

const tell = (row: StoredImport, progress: Say): void => {
  const { file_name: file, failure, read_records: read, stored, already_known: known, set_aside } = row;
  for (const warning of row.warnings) progress(warning);
  if (failure !== null) progress(say(CLI_IMPORT.failed, { file, detail: failure }));
  else progress(say(CLI_IMPORT.done, { file, kind: IMPORT_KIND[row.kind], read, stored, known, set_aside }));
};

const tellSetAside = async ({ pool, asker }: Pick<OpenHouse, 'pool' | 'asker'>, row: StoredImport, progress: Say): Promise<void> => {
  tellRejected(await asBody(pool, asker, (tx) => setAsideOf(tx, row.id, SHOWN)), row.set_aside, progress);
};

const tellRejected = (rejected: readonly Rejected[], all: number, progress: Say): void => {
  for (const { file, line, record, byte, number, field, code, given, allowed } of rejected) {
    const place = record === undefined || byte === undefined ? file : say(CLI_IMPORT.record, { file, record, byte, number: number ?? '?' });
    progress(say(CLI_IMPORT.set_aside, { file: place, line, field: field ?? '', code: REJECT[code], given, allowed }));
  }
  if (all > SHOWN) progress(say(CLI_IMPORT.more_set_aside, { count: all - SHOWN }));
};
