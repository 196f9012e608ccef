// SQL of imports.import.doubted: what an import claimed to hold completely and did not.
import type { Coverage, Label } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainJson } from '../readers/index.ts';

/** Whether records were set aside and none of them is any more. Locks the import: of two that mend at once the later one sees both. */
export const allMended = async (tx: Tx, importId: string): Promise<boolean> =>
  (
    await tx.query<{ mended: boolean }>(
      `SELECT set_aside = 0 AND EXISTS (SELECT 1 FROM imports.set_aside s WHERE s.import_id = i.id) AS mended
       FROM imports.import i WHERE id = $1 FOR UPDATE`,
      [importId],
    )
  ).rows[0]?.mended ?? false;

export const noteDoubt = async (tx: Tx, importId: string, doubted: readonly Coverage[]): Promise<void> => {
  await tx.query('UPDATE imports.import SET doubted = $2 WHERE id = $1', [importId, JSON.stringify(doubted)]);
};

export const doubtOf = async (tx: Tx, importId: string): Promise<{ file_name: string; doubted: Coverage[] }> =>
  (await tx.query<{ file_name: string; doubted: Coverage[] }>('SELECT file_name, doubted FROM imports.import WHERE id = $1', [importId])).rows[0]!;

/** What imports of the body that began later claimed and do not hold to this day. */
export const doubtedLater = async (tx: Tx, importId: string): Promise<Coverage[]> =>
  (
    await tx.query<{ doubted: Coverage[] }>(
      `SELECT l.doubted FROM imports.import i JOIN imports.import l ON l.created_at > i.created_at
       WHERE i.id = $1 AND json_array_length(l.doubted) > 0
         AND (l.set_aside > 0 OR NOT EXISTS (SELECT 1 FROM imports.set_aside s WHERE s.import_id = l.id))`,
      [importId],
    )
  ).rows.flatMap(({ doubted }) => doubted);

/** The mended import says so, and its mending is detected for all that the range touches. */
export const coverageMoved = async (tx: Tx, importId: string, mendingId: string, note: Label): Promise<void> => {
  await tx.query('UPDATE imports.import SET warnings = warnings || $2::jsonb WHERE id = $1', [importId, plainJson([note])]);
  await tx.query('UPDATE imports.import SET coverage_moved = true WHERE id = $1', [mendingId]);
};
