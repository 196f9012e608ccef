// What a person's judgment does to a lead: its state and its history move in the judge's transaction.
import type { LEAD_EVENT, LeadState } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';

/** Locks a lead of the caller's body until the transaction ends; null where that body has no such lead. */
export const lockLead = async (db: Queryable, leadId: string): Promise<{ act: string | null; state: LeadState } | null> =>
  (await db.query<{ act: string | null; state: LeadState }>('SELECT act, state FROM detection.lead WHERE lead_id = $1 FOR UPDATE', [leadId]))
    .rows[0] ?? null;

/** States of leads by their ids. */
export const leadStates = async (db: Queryable, leadIds: readonly string[]): Promise<Map<string, LeadState>> =>
  new Map(
    (
      await db.query<{ lead_id: string; state: LeadState }>('SELECT lead_id, state FROM detection.lead WHERE lead_id = ANY($1::text[])', [leadIds])
    ).rows.map(({ lead_id, state }) => [lead_id, state]),
  );

/** Where a lead stands when no person has spoken: open while any finding accuses, explained once all are screened or held. */
export const stateByFindings = async (db: Queryable, leadId: string): Promise<'open' | 'explained'> => {
  const { rows } = await db.query<{ accused: boolean }>(
    `SELECT EXISTS (SELECT FROM detection.finding WHERE lead_id = $1 AND output = 'lead') AS accused`,
    [leadId],
  );
  return rows[0]?.accused ? 'open' : 'explained';
};

/** Moves a locked lead and writes into its history why. */
export const moveLead = async (
  db: Queryable,
  leadId: string,
  state: LeadState,
  event: Extract<keyof typeof LEAD_EVENT, 'judged' | 'undone'>,
  detail: Record<string, unknown>,
): Promise<void> => {
  await db.query('UPDATE detection.lead SET state = $2, updated_at = now() WHERE lead_id = $1', [leadId, state]);
  await db.query('INSERT INTO detection.lead_event (lead_id, kind, detail) VALUES ($1, $2, $3)', [leadId, event, JSON.stringify(detail)]);
};
