// All SQL of the schema imports.
import type { Day, ImportKind, ImportRow, Label, Rejected } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { type Mapping, plainJson, plainText } from '../readers/index.ts';

export type ImportState = ImportRow['state'];

export interface NewImport {
  file_name: string;
  file_path: string;
  kind: ImportKind;
  covers: readonly string[];
  /** What people said that headings mean; null where they said nothing. */
  mapping?: Mapping | null;
  /** Of which day the data are, where the file does not say it. */
  known_on?: Day | null;
}

export interface StoredImport extends Omit<ImportRow, 'detected'> {
  file_path: string;
  covers: string[];
  mapping: Mapping | null;
  known_on: Day | null;
  coverage_moved: boolean;
}

const COLUMNS = `id, file_name, file_path, kind, covers, mapping, known_on, state, coverage_moved, read_records, stored, already_known, set_aside, warnings, failure,
  retry_with IS NOT NULL AS can_retry, created_at, ended_at`;

export const insertImport = async (tx: Tx, { file_name, file_path, kind, covers, mapping = null, known_on = null }: NewImport): Promise<string> =>
  (
    await tx.query<{ id: string }>(
      // The clock, not the transaction's time: imports of one transaction are listed in their order too.
      `INSERT INTO imports.import (file_name, file_path, kind, covers, mapping, known_on, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp()) RETURNING id`,
      [plainText(file_name), file_path, kind, covers, mapping === null ? null : JSON.stringify(mapping), known_on],
    )
  ).rows[0]!.id;

export const importById = async (tx: Tx, id: string): Promise<StoredImport | null> =>
  (await tx.query<StoredImport>(`SELECT ${COLUMNS} FROM imports.import WHERE id = $1`, [id])).rows[0] ?? null;

/** Keeps everybody else from changing the import until the transaction ends: first of all locks, as the storing of its batches takes it. */
export const lockImport = async (tx: Tx, id: string): Promise<void> => {
  await tx.query('SELECT FROM imports.import WHERE id = $1 FOR UPDATE', [id]);
};

/** Imports of the body, newest first. */
export const listImports = async (tx: Tx, offset: number, limit: number): Promise<{ rows: StoredImport[]; total: number }> => {
  const { rows } = await tx.query<StoredImport>(
    `SELECT ${COLUMNS} FROM imports.import WHERE mends IS NULL ORDER BY created_at DESC, id OFFSET $1 LIMIT $2`,
    [offset, limit],
  );
  const total = await tx.query<{ n: number }>('SELECT count(*) AS n FROM imports.import WHERE mends IS NULL');
  return { rows, total: total.rows[0]!.n };
};

/** Moves the count of read records on; false where another run of the same import has done so in between. */
export const advance = async (tx: Tx, id: string, from: number, to: number): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `UPDATE imports.import SET state = 'reading', read_records = $3 WHERE id = $1 AND read_records = $2 AND state IN ('waiting', 'reading')`,
    [id, from, to],
  );
  return rowCount === 1;
};

/**
 * The transaction need not wait for the disk: a server that falls loses whole batches at most, each with its count, and the import goes on
 * before them. The transaction that ends the import waits, for all before it too.
 */
export const commitLater = async (tx: Tx): Promise<void> => {
  await tx.query('SET LOCAL synchronous_commit = off');
};

export const count = async (tx: Tx, id: string, more: { stored: number; already_known: number; set_aside: number }): Promise<void> => {
  await tx.query('UPDATE imports.import SET stored = stored + $2, already_known = already_known + $3, set_aside = set_aside + $4 WHERE id = $1', [
    id,
    more.stored,
    more.already_known,
    more.set_aside,
  ]);
};

export const insertSetAside = async (tx: Tx, importId: string, rejects: readonly { sequence: number; rejected: Rejected }[]): Promise<void> => {
  await tx.query(
    `INSERT INTO imports.set_aside (import_id, sequence, rejected)
     SELECT $1, sequence, rejected::json FROM unnest($2::bigint[], $3::text[]) AS r (sequence, rejected) ORDER BY sequence`,
    [importId, rejects.map(({ sequence }) => sequence), rejects.map(({ rejected }) => JSON.stringify(rejected))],
  );
};

export const setAsideOf = async (tx: Tx, importId: string, limit: number): Promise<Rejected[]> =>
  (
    await tx.query<{ rejected: Rejected }>(
      'SELECT rejected FROM imports.set_aside WHERE import_id = $1 AND mended_at IS NULL ORDER BY sequence LIMIT $2',
      [importId, limit],
    )
  ).rows.map(({ rejected }) => rejected);

/** The file is read: what is left is to detect. False where another run of the same import was first. */
export const readDone = async (tx: Tx, id: string, from: number, warnings: readonly Label[], coverageMoved: boolean): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `UPDATE imports.import SET state = 'detecting', warnings = $3, coverage_moved = $4
     WHERE id = $1 AND read_records = $2 AND state IN ('waiting', 'reading')`,
    [id, from, plainJson(warnings), coverageMoved],
  );
  return rowCount === 1;
};

export const endImport = async (tx: Tx, id: string): Promise<void> => {
  await tx.query(`UPDATE imports.import SET state = 'done', ended_at = now() WHERE id = $1 AND state = 'detecting'`, [id]);
};

/** `retryWith`: the job with which it may go on; null where the file itself is at fault. */
export const failImport = async (tx: Tx, id: string, failure: Label, retryWith: 'import' | 'detect' | null): Promise<void> => {
  await tx.query(
    `UPDATE imports.import SET state = 'failed', failure = $2, retry_with = $3, ended_at = now() WHERE id = $1 AND state NOT IN ('done', 'failed')`,
    [id, plainJson(failure), retryWith],
  );
};

/** Sets a failed import back to where it was and returns the job with which it goes on; null where it has none. */
export const resumeImport = async (tx: Tx, id: string): Promise<'import' | 'detect' | 'not_found' | null> => {
  const { rows } = await tx.query<{ state: ImportState; retry_with: 'import' | 'detect' | null }>(
    'SELECT state, retry_with FROM imports.import WHERE id = $1 FOR UPDATE',
    [id],
  );
  const [row] = rows;
  if (row === undefined) return 'not_found';
  if (row.state !== 'failed' || row.retry_with === null) return null;
  await tx.query('UPDATE imports.import SET state = $2, failure = NULL, retry_with = NULL, ended_at = NULL WHERE id = $1', [
    id,
    row.retry_with === 'import' ? 'reading' : 'detecting',
  ]);
  return row.retry_with;
};

/** Failed imports that nobody tried again for days cannot be any more, since their file goes. For the system: of every body. */
export const expireRetries = async (tx: Tx, days: number): Promise<void> => {
  await tx.query(
    `UPDATE imports.import SET retry_with = NULL WHERE state = 'failed' AND retry_with = 'import' AND ended_at < now() - make_interval(days => $1)`,
    [days],
  );
};

/** Paths of the files that are still to be read. For the system: of every body. */
export const pathsInUse = async (tx: Tx): Promise<string[]> =>
  (
    await tx.query<{ file_path: string }>(
      `SELECT file_path FROM imports.import WHERE state IN ('waiting', 'reading') OR (state = 'failed' AND retry_with = 'import')`,
    )
  ).rows.map(({ file_path }) => file_path);
