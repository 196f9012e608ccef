// SQL of detection.lead, lead_event and touched_lead: the derived row of each lead, and what happened to it.
import type { LEAD_EVENT, Lead, Licence, RightKind, StatusEvent, RightRow } from '@zhijian/contract';
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

/** Takes the next touched leads of an import away, by id; they are brought up to date in the same transaction. `onlyNew`: those without a row yet. */
export const takeTouched = async (tx: Tx, importId: string, limit: number, onlyNew: boolean): Promise<string[]> =>
  (
    await tx.query<{ lead_id: string }>(
      `DELETE FROM detection.touched_lead WHERE import_id = $1 AND lead_id IN (
         SELECT lead_id FROM detection.touched_lead t
         WHERE import_id = $1 AND NOT ($3 AND EXISTS (SELECT FROM detection.lead l WHERE l.lead_id = t.lead_id))
         ORDER BY lead_id COLLATE "C" LIMIT $2)
       RETURNING lead_id`,
      [importId, limit, onlyNew],
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

/** A lead as it is found now. */
export interface FoundLead {
  lead: Lead;
  state: StoredState;
  trader_key: string;
}

/** Writes the rows of leads, in one statement: a thousand of their own would take ten times as long. */
export const writeLeads = async (tx: Tx, found: readonly FoundLead[]): Promise<void> => {
  if (found.length === 0) return;
  const column = <T>(of: (one: FoundLead) => T): T[] => found.map(of);
  const worst = column(({ lead }) =>
    lead.matches.find(
      (match) => match.output === 'lead' && match.strength === lead.strength && match.score === lead.score && match.reason.zh === lead.reason.zh,
    ),
  );
  await tx.query(
    `INSERT INTO detection.lead AS l (lead_id, state, strength, score, act, model, right_kind, right_number, right_name, claimed_number,
       trader, trader_key, reason, offers)
     SELECT lead_id, state, strength, score, act, model, right_kind, right_number, right_name, claimed_number,
       trader::json, trader_key, reason::json, offers
     FROM unnest($1::text[], $2::text[], $3::text[], $4::real[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::text[], $14::int[])
       AS f (lead_id, state, strength, score, act, model, right_kind, right_number, right_name, claimed_number, trader, trader_key, reason, offers)
     ON CONFLICT (body_id, lead_id) DO UPDATE SET state = excluded.state, strength = excluded.strength, score = excluded.score,
       act = excluded.act, model = excluded.model, right_kind = excluded.right_kind, right_number = excluded.right_number,
       right_name = excluded.right_name, claimed_number = excluded.claimed_number, trader = excluded.trader,
       trader_key = excluded.trader_key, reason = excluded.reason, offers = excluded.offers, updated_at = now()`,
    [
      column(({ lead }) => lead.lead_id),
      column(({ state }) => state),
      column(({ lead }) => lead.strength),
      column(({ lead }) => lead.score),
      worst.map((match) => match?.act ?? null),
      worst.map((match, i) => match?.model ?? Object.keys(found[i]!.lead.release)[0]),
      column(({ lead }) => lead.right?.kind ?? null),
      column(({ lead }) => plainText(lead.right?.number ?? null)),
      column(({ lead }) => plainText(lead.right?.name ?? null)),
      column(({ lead }) => plainText(lead.claimed_number)),
      column(({ lead }) => plainJson(lead.trader)),
      column(({ trader_key }) => plainText(trader_key)),
      column(({ lead }) => plainJson(lead.reason)),
      column(({ lead }) => lead.offers.length),
    ],
  );
};

export const setStates = async (tx: Tx, leadIds: readonly string[], state: StoredState): Promise<void> => {
  if (leadIds.length === 0) return;
  await tx.query('UPDATE detection.lead SET state = $2, updated_at = now() WHERE lead_id = ANY($1::text[])', [leadIds, state]);
};

export interface LeadNews {
  lead_id: string;
  kind: Exclude<keyof typeof LEAD_EVENT, 'judged' | 'undone'>;
  detail: Record<string, unknown>;
}

/** Writes what happened to leads, in that order. */
export const addEvents = async (tx: Tx, events: readonly LeadNews[]): Promise<void> => {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO detection.lead_event (lead_id, kind, detail)
     SELECT lead_id, kind, detail::jsonb FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS e (lead_id, kind, detail, place)
     ORDER BY place`,
    [events.map(({ lead_id }) => lead_id), events.map(({ kind }) => kind), events.map(({ detail }) => plainJson(detail))],
  );
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
