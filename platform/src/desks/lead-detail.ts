// Everything that a person needs to judge one lead, in one answer.
import {
  type Day,
  type Lead,
  type LeadDetail,
  type LeadEvent,
  type Line,
  type Offer,
  type Registered,
  type Trader,
  VERDICTS_OF,
} from '@zhijian/contract';
import { mergeLead } from '@zhijian/engine';
import { standingJudgment } from '../judgment/index.ts';
import type { Queryable } from '../kernel/index.ts';
import { decisionsOnParty } from '../rights/index.ts';
import { traderByCode, traderByName } from '../traders/index.ts';
import { lapseOf } from './lapse.ts';
import { LEAD_ROW, leadRows, refOf, type StoredRow } from './lead-list.ts';
import { decisiveMatch, rightOf, statusOf } from './right-desk.ts';

/** A page is for reading: of a shop with thousands of offers the newest are shown, and the list says how many there are. */
const MOST_FINDINGS = 500;
const MOST_OFFERS = 100;
const MOST_RELATED = 20;
/** Companies of one name: more are no help to whoever has to tell which it is. */
const MOST_REGISTERED = 5;

/** The lead, null where the caller's body has none of that id. */
export const leadDetail = async (db: Queryable, leadId: string, judgedOn: Day): Promise<LeadDetail | null> => {
  const found = await db.query<StoredRow & { trader_key: string }>(`SELECT ${LEAD_ROW}, l.trader_key FROM detection.lead l WHERE l.lead_id = $1`, [
    leadId,
  ]);
  const [row] = found.rows;
  if (row === undefined) return null;
  const { lead, offers } = await foldedLead(db, row);
  const right = lead.right === null ? null : await rightOf(db, lead.right);
  const decisive = decisiveMatch(lead);
  return {
    state: row.state,
    lead,
    offers,
    right,
    status: right === null ? null : statusOf(right, decisive, judgedOn),
    lapse: right === null ? null : lapseOf(right, decisive?.acted_on ?? null, judgedOn),
    registered: await registeredAs(db, lead.trader),
    decisions: await decisionsOnParty(db, { name: lead.trader.seller, code: lead.trader.code }),
    history: await history(db, leadId),
    related: await related(db, row, judgedOn),
    // What a licence or the state of the right explains is not for a person to judge.
    verdicts: row.state === 'explained' ? [] : VERDICTS_OF(row.act),
    judgment: await judgment(db, leadId),
  };
};

/** The code says who it is; a name only where there is no code. */
const registeredAs = async (db: Queryable, { seller, code }: Trader): Promise<Registered | null> => {
  if (code !== null) {
    const trader = await traderByCode(db, code);
    return trader === null ? null : { by: 'code', traders: [trader] };
  }
  const traders = seller === null ? [] : (await traderByName(db, seller)).slice(0, MOST_REGISTERED);
  return traders.length === 0 ? null : { by: 'name', traders };
};

const foldedLead = async (db: Queryable, row: StoredRow): Promise<{ lead: Lead; offers: Offer[] }> => {
  const { lead_id, strength, trader, reason, score, claimed_number } = row;
  const { rows } = await db.query<{ output: string; line: Line; content: Offer }>(
    `SELECT f.output, f.line, v.content FROM detection.finding f JOIN offers.version v ON v.id = f.offer_version_id
     WHERE f.lead_id = $1 ORDER BY (f.output = 'lead') DESC, v.id DESC, f.ordinal LIMIT ${MOST_FINDINGS}`,
    [lead_id],
  );
  const accusing = rows.filter(({ output }) => output === 'lead');
  // A lead that a licence has explained since keeps its page: it then shows what explains it.
  const shown = accusing.length > 0 ? accusing : rows;
  const stored = { lead_id, strength, trader: trader as Trader, reason, score };
  const lead =
    shown.length === 0
      ? // Nothing is found any more: the right's own state says why.
        { ...stored, right: refOf(row), claimed_number, offers: [], matches: [], release: {} }
      : { ...mergeLead(shown.map(({ line }) => line as Lead)), ...(accusing.length > 0 ? {} : { strength }) };
  const offers = [...new Map(shown.map(({ content }) => [`${content.platform}\n${content.item_id}\n${content.captured_at}`, content])).values()];
  return { lead, offers: offers.slice(0, MOST_OFFERS) };
};

const history = async (db: Queryable, leadId: string): Promise<LeadEvent[]> => {
  const { rows } = await db.query<LeadEvent>(
    // The account of a detection is that of the person who imported: it did not find the lead.
    `SELECT e.at, CASE WHEN e.kind IN ('judged', 'undone') THEN a.name END AS by, e.kind, e.detail, i.file_name AS file
     FROM detection.lead_event e LEFT JOIN people.account a ON a.id = e.account_id
     LEFT JOIN imports.import i ON i.id = (e.detail->>'import_id')::uuid
     WHERE e.lead_id = $1 ORDER BY e.id`,
    [leadId],
  );
  return rows;
};

const related = async (db: Queryable, row: StoredRow & { trader_key: string }, judgedOn: Day) => {
  const { rows } = await db.query<StoredRow>(
    `SELECT ${LEAD_ROW} FROM detection.lead l
     WHERE l.lead_id <> $1 AND (l.trader_key = $2 OR (l.right_kind = $3 AND l.right_number = $4))
     ORDER BY (l.trader_key = $2) DESC, l.score DESC, l.lead_id LIMIT ${MOST_RELATED}`,
    [row.lead_id, row.trader_key, row.right_kind, row.right_number],
  );
  return leadRows(db, rows, judgedOn);
};

const judgment = async (db: Queryable, leadId: string): Promise<LeadDetail['judgment']> => {
  const standing = await standingJudgment(db, leadId);
  if (standing === null) return null;
  const { id, verdict, reason_code, note, at, account_id } = standing;
  const { rows } = await db.query<{ name: string }>('SELECT name FROM people.account WHERE id = $1', [account_id]);
  return { id, verdict, reason_code, note, at, by: rows[0]?.name ?? '' };
};
