// What a body has set for itself, by key: one word each.
import type { Tx } from './pool.ts';

/** A setting of the transaction's body; null where it has none. */
export const settingOf = async (tx: Tx, key: string): Promise<string | null> =>
  (await tx.query<{ value: string }>('SELECT value FROM kernel.setting WHERE body_id = kernel.body() AND key = $1', [key])).rows[0]?.value ?? null;

export const setSetting = async (tx: Tx, key: string, value: string): Promise<void> => {
  await tx.query('INSERT INTO kernel.setting (key, value) VALUES ($1, $2) ON CONFLICT (body_id, key) DO UPDATE SET value = excluded.value', [
    key,
    value,
  ]);
};
