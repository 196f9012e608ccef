// Imports as the page shows them: how far each is, and what it set aside.
import type { ImportDetail, ImportRow, Rejected, RowPage, SetAsideRow } from '@zhijian/contract';
import { canMend } from '../imports/index.ts';
import type { Queryable } from '../kernel/index.ts';
import type { PageQuery } from './finding-list.ts';

const PAGE = 50;
const MOST_REJECTED = 1000;

const IMPORT = `i.id, i.file_name, i.kind, i.state, i.read_records::int, i.stored::int, i.already_known::int, i.set_aside::int, i.warnings, i.failure,
  i.retry_with IS NOT NULL AS can_retry, i.created_at, i.ended_at, p.done::int AS detected_done, p.total::int AS detected_total
  FROM imports.import i LEFT JOIN detection.progress p ON p.import_id = i.id`;

interface Stored extends Omit<ImportRow, 'detected'> {
  detected_done: number | null;
  detected_total: number | null;
}

const importRow = ({ detected_done, detected_total, ...row }: Stored): ImportRow => ({
  ...row,
  detected: detected_done === null || detected_total === null ? null : { done: detected_done, total: detected_total },
});

/** Newest first. */
export const importList = async (db: Queryable, { offset = 0, limit = PAGE }: PageQuery): Promise<RowPage<ImportRow>> => {
  const total = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM imports.import WHERE mends IS NULL');
  const { rows } = await db.query<Stored>(`SELECT ${IMPORT} WHERE i.mends IS NULL ORDER BY i.created_at DESC, i.id LIMIT $1 OFFSET $2`, [
    limit,
    offset,
  ]);
  return { total: total.rows[0]!.n, rows: rows.map(importRow) };
};

const shown = (sequence: number, rejected: Rejected): SetAsideRow => {
  const { cells: _, ...rest } = rejected;
  return { ...rest, sequence, can_mend: canMend(rejected) };
};

/** One import with the records set aside, in the order of the file; null where the caller's body has none of that id. */
export const importDetail = async (db: Queryable, id: string): Promise<ImportDetail | null> => {
  const { rows } = await db.query<Stored>(`SELECT ${IMPORT} WHERE i.id = $1`, [id]);
  const [row] = rows;
  if (row === undefined) return null;
  const aside = await db.query<{ sequence: number; rejected: Rejected }>(
    `SELECT sequence::int, rejected FROM imports.set_aside WHERE import_id = $1 AND mended_at IS NULL ORDER BY sequence LIMIT ${MOST_REJECTED}`,
    [id],
  );
  return { ...importRow(row), rejected: aside.rows.map(({ sequence, rejected }) => shown(sequence, rejected)) };
};
