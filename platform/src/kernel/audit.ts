// Who did what, in the transaction that does it: no change without its row, no row without its change.
import type { Tx } from './pool.ts';

export interface AuditEntry {
  /** Dotted, as in `lead.opened`. */
  action: string;
  /** What it was done to: an id, or kind and id. */
  subject: string;
  detail?: Record<string, unknown>;
}

/** Adds a row under the body and the account of the transaction. Rows are never changed; the database refuses it. */
export const audit = async (tx: Tx, { action, subject, detail = {} }: AuditEntry): Promise<void> => {
  await tx.query('INSERT INTO kernel.audit (action, subject, detail) VALUES ($1, $2, $3)', [action, subject, JSON.stringify(detail)]);
};
