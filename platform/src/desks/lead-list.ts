// The list 线索: the body's leads, narrowed, in the order in which an officer works them off.
import type { Day, LeadList, LeadQuery, LeadRow, LeadState, Line, RightRef } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import { containing } from './containing.ts';
import { lapsesOf } from './lapse.ts';

const URGENCY = `CASE l.strength WHEN 'strong' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, l.score DESC, l.lead_id`;
const ORDER = { urgent: URGENCY, newest: `l.opened_at DESC, ${URGENCY}`, oldest: `l.opened_at, ${URGENCY}` } as const;
export const PAGE = 50;

/** Columns of a row of the list; the owner stands only in the findings, and one of them is enough. */
export const LEAD_ROW = `l.lead_id, l.state, l.strength, l.score, l.act, l.model, l.right_kind, l.right_number, l.right_name, l.claimed_number,
  l.trader, l.reason, l.offers, l.opened_at,
  (SELECT f.line FROM detection.finding f WHERE f.body_id = l.body_id AND f.lead_id = l.lead_id ORDER BY f.id LIMIT 1) AS line`;

export interface StoredRow extends Omit<LeadRow, 'right' | 'lapse'> {
  right_kind: RightRef['kind'] | null;
  right_number: string | null;
  right_name: string | null;
  line: Line | null;
}

/** The right that a row names. */
export const refOf = ({ right_kind, right_number, right_name, line }: StoredRow): RightRef | null =>
  right_kind === null || right_number === null
    ? null
    : { kind: right_kind, number: right_number, name: right_name, owner: line?.right?.owner ?? null };

/** Rows as the page shows them, with what has become of their rights as known on the day of judging. */
export const leadRows = async (db: Queryable, stored: readonly StoredRow[], judgedOn: Day): Promise<LeadRow[]> => {
  const rows = stored.map((row) => {
    const { right_kind: _kind, right_number: _number, right_name: _name, line: _line, ...rest } = row;
    return { ...rest, right: refOf(row) };
  });
  const lapses = await lapsesOf(db, rows, judgedOn);
  return rows.map((row, i) => ({ ...row, lapse: lapses[i]! }));
};

/** One page of the caller's leads. Rows of other bodies are not there for this query: the database leaves them out. */
export const leadList = async (db: Queryable, query: LeadQuery, judgedOn: Day): Promise<LeadList> => {
  const values: unknown[] = [];
  const where = conditions(query, (value) => `$${values.push(value)}`);
  const total = await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM detection.lead l ${where}`, values);
  const page = await db.query<StoredRow>(
    `SELECT ${LEAD_ROW} FROM detection.lead l ${where} ORDER BY ${ORDER[query.sort ?? 'urgent']}
     LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, query.limit ?? PAGE, query.offset ?? 0],
  );
  return {
    rows: await leadRows(db, page.rows, judgedOn),
    total: total.rows[0]!.n,
    by_state: await leadsByState(db),
    platforms: await platformsOf(db),
  };
};

/** A body meets a few dozen of them; more would be no choice for a person. */
const MOST_PLATFORMS = 100;

const platformsOf = async (db: Queryable): Promise<string[]> => {
  // Out of the written form, for the reason that `conditions` gives.
  const { rows } = await db.query<{ written: string }>(
    `SELECT DISTINCT substring(l.trader::text from '"platform":\\s*("([^"\\\\]|\\\\.)*")') AS written
     FROM detection.lead l WHERE l.trader::text ~ '"platform":\\s*"' ORDER BY 1 LIMIT ${MOST_PLATFORMS}`,
  );
  return rows.map(({ written }) => JSON.parse(written) as string);
};

const conditions = (query: LeadQuery, value: (given: unknown) => string): string => {
  const all: string[] = [];
  if (query.state !== undefined) all.push(`l.state = ${value(query.state)}`);
  if (query.strength !== undefined) all.push(`l.strength = ${value(query.strength)}`);
  if (query.act !== undefined) all.push(`l.act = ${value(query.act)}`);
  if (query.kind !== undefined) all.push(`l.right_kind = ${value(query.kind)}`);
  // Stored as it was written, so that text which ->> refuses (a NUL) does no harm; hence the search within the written form.
  if (query.platform !== undefined) all.push(`strpos(l.trader::text, '"platform":' || to_json(${value(query.platform)}::text)::text) > 0`);
  const words = query.q?.trim() ?? '';
  if (words !== '') {
    const like = value(containing(words));
    // A number is stored without the ZL and the gaps that a certificate prints.
    const number = value(containing(words.replace(/^ZL|\s/gi, '')));
    all.push(`(l.right_name ILIKE ${like} OR l.right_number LIKE ${number} OR l.claimed_number ILIKE ${number}
      OR regexp_replace(l.trader::text, '"(platform|shop|seller|code)":', '', 'g') ILIKE ${like})`);
  }
  return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
};

export const leadsByState = async (db: Queryable): Promise<Record<LeadState, number>> => {
  const { rows } = await db.query<{ state: LeadState; n: number }>('SELECT state, count(*)::int AS n FROM detection.lead GROUP BY state');
  const none = { open: 0, explained: 0, suspected: 0, not_infringing: 0, needs_evidence: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
};
