// SQL of imports.set_aside: what was set aside stays; beside it stands what became of it.
import type { Rejected } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainJson } from '../readers/index.ts';

export interface SetAsideRow {
  sequence: number;
  rejected: Rejected;
}

/** The next records that are still set aside, in the order of the file. */
export const setAsideAfter = async (tx: Tx, importId: string, after: number, limit: number): Promise<SetAsideRow[]> =>
  (
    await tx.query<SetAsideRow>(
      `SELECT sequence, rejected FROM imports.set_aside
       WHERE import_id = $1 AND sequence > $2 AND mended_at IS NULL ORDER BY sequence LIMIT $3`,
      [importId, after, limit],
    )
  ).rows;

/** One record that is still set aside; null where there is none of that number, or where it is mended. */
export const setAsideAt = async (tx: Tx, importId: string, sequence: number): Promise<Rejected | null> =>
  (
    await tx.query<{ rejected: Rejected }>('SELECT rejected FROM imports.set_aside WHERE (import_id, sequence) = ($1, $2) AND mended_at IS NULL', [
      importId,
      sequence,
    ])
  ).rows[0]?.rejected ?? null;

/** Marks it as mended by the transaction's person; false where another was faster. */
export const markMended = async (tx: Tx, importId: string, sequence: number, cells: Readonly<Record<string, string>>): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `UPDATE imports.set_aside SET mended_at = now(), mended_by = kernel.account(), mended_as = $3
     WHERE (import_id, sequence) = ($1, $2) AND mended_at IS NULL`,
    [importId, sequence, plainJson(cells)],
  );
  return rowCount === 1;
};

/** An import of its own for what was mended, which belongs to the one that had set it aside. Returns its id. */
export const insertMending = async (tx: Tx, importId: string): Promise<string> =>
  (
    await tx.query<{ id: string }>(
      `INSERT INTO imports.import (file_name, file_path, kind, state, read_records, mends)
       SELECT file_name, '', kind, 'detecting', 1, id FROM imports.import WHERE id = $1 RETURNING id`,
      [importId],
    )
  ).rows[0]!.id;

/** Counts a record that was set aside among those that were read. */
export const countMended = async (tx: Tx, importId: string, brought: boolean): Promise<void> => {
  await tx.query(`UPDATE imports.import SET set_aside = set_aside - 1, stored = stored + $2, already_known = already_known + 1 - $2 WHERE id = $1`, [
    importId,
    brought ? 1 : 0,
  ]);
};
