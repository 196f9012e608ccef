// SQL of detection.lead, lead_event and touched_lead: the derived row of each lead, and what happened to it.
import type { Lead, Licence, RightKind, StatusEvent, RightRow } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainJson, plainText } from '../readers/index.ts';
import type { ChangedRight } from './build-register.ts';

export type StoredState = 'open' | 'explained' | 'suspected' | 'not_infringing' | 'needs_evidence';

export interface StoredLead {
  lead_id: string;
  state: StoredState;
  offers: number;
  right_kind: RightKind | null;
  right_number: string | null;
  claimed_number: string | null;
}

/** Notes that an import changed what is found of these leads. */
export const touchLeads = async (tx: Tx, importId: string, leadIds: readonly string[]): Promise<void> => {
  if (leadIds.length === 0) return;
  await tx.query(
    `INSERT INTO detection.touched_lead (import_id, lead_id) SELECT $1, unnest($2::text[]) ON CONFLICT (import_id, lead_id) DO NOTHING`,
    [importId, leadIds],
  );
};

/** Notes the leads that are there already on changed rights, or on numbers that the register now has: their history says so. */
export const touchLeadsOn = async (tx: Tx, importId: string, rights: readonly ChangedRight[]): Promise<void> => {
  await tx.query(
    `INSERT INTO detection.touched_lead (import_id, lead_id)
     SELECT $1, lead_id FROM detection.lead
     WHERE (right_kind, right_number) IN (SELECT * FROM unnest($2::text[], $3::text[])) OR claimed_number = ANY($3::text[])
     ON CONFLICT (import_id, lead_id) DO NOTHING`,
    [importId, rights.map(({ kind }) => kind), rights.map(({ number }) => number)],
  );
};

/** Takes the next touched leads of an import away, by id; they are brought up to date in the same transaction. */
export const takeTouched = async (tx: Tx, importId: string, limit: number): Promise<string[]> =>
  (
    await tx.query<{ lead_id: string }>(
      `DELETE FROM detection.touched_lead WHERE import_id = $1 AND lead_id IN (
         SELECT lead_id FROM detection.touched_lead WHERE import_id = $1 ORDER BY lead_id COLLATE "C" LIMIT $2)
       RETURNING lead_id`,
      [importId, limit],
    )
  ).rows
    .map(({ lead_id }) => lead_id)
    .sort();

/** The stored rows of leads, locked: a person's judgment and a detection never overwrite each other. */
export const leadsForUpdate = async (tx: Tx, leadIds: readonly string[]): Promise<StoredLead[]> =>
  (
    await tx.query<StoredLead>(
      `SELECT lead_id, state, offers, right_kind, right_number, claimed_number FROM detection.lead
       WHERE lead_id = ANY($1::text[]) ORDER BY lead_id COLLATE "C" FOR UPDATE`,
      [leadIds],
    )
  ).rows;

/** Writes the row of a lead as it is found now. */
export const writeLead = async (tx: Tx, lead: Lead, state: StoredState, traderKey: string): Promise<void> => {
  const worst = lead.matches.find(
    (match) => match.output === 'lead' && match.strength === lead.strength && match.score === lead.score && match.reason.zh === lead.reason.zh,
  );
  await tx.query(
    `INSERT INTO detection.lead AS l (lead_id, state, strength, score, act, model, right_kind, right_number, right_name, claimed_number,
       trader, trader_key, reason, offers)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::json, $12, $13::json, $14)
     ON CONFLICT (body_id, lead_id) DO UPDATE SET state = excluded.state, strength = excluded.strength, score = excluded.score,
       act = excluded.act, model = excluded.model, right_kind = excluded.right_kind, right_number = excluded.right_number,
       right_name = excluded.right_name, claimed_number = excluded.claimed_number, trader = excluded.trader,
       trader_key = excluded.trader_key, reason = excluded.reason, offers = excluded.offers, updated_at = now()`,
    [
      lead.lead_id,
      state,
      lead.strength,
      lead.score,
      worst?.act ?? null,
      worst?.model ?? Object.keys(lead.release)[0],
      lead.right?.kind ?? null,
      plainText(lead.right?.number ?? null),
      plainText(lead.right?.name ?? null),
      plainText(lead.claimed_number),
      plainJson(lead.trader),
      plainText(traderKey),
      plainJson(lead.reason),
      lead.offers.length,
    ],
  );
};

export const setState = async (tx: Tx, leadId: string, state: StoredState): Promise<void> => {
  await tx.query('UPDATE detection.lead SET state = $2, updated_at = now() WHERE lead_id = $1', [leadId, state]);
};

export const addEvent = async (tx: Tx, leadId: string, kind: string, detail: Record<string, unknown>): Promise<void> => {
  await tx.query('INSERT INTO detection.lead_event (lead_id, kind, detail) VALUES ($1, $2, $3)', [leadId, kind, plainJson(detail)]);
};

export type StatusNews = Pick<StatusEvent, 'status' | 'effective_on' | 'published_on'>;
export const statusNews = (rows: readonly RightRow[]): StatusNews[] =>
  rows.flatMap(({ status, status_date, published_on }) => (status === null ? [] : [{ status, effective_on: status_date, published_on }]));

/** What a history shows of a licence. */
export const licenceNews = ({ licensee, shop, platform, territory, classes, from, to }: Licence) => ({
  licensee,
  shop,
  platform,
  territory,
  classes,
  from,
  to,
});
