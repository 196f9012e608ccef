// A right that has ended, told of each lead on it. What accuses is the state on the day of the act; this is the state today.
import type { Day, Lapse, LeadRow, Line, Right, RightState } from '@zhijian/contract';
import { statusOn } from '@zhijian/engine';
import type { Queryable } from '../kernel/index.ts';
import { decisiveMatch, rightsOf } from './right-desk.ts';

/** States of a right that was in force once. */
const ENDED = new Set<RightState>(['ended', 'invalidated_full']);

/** How the right has ended as known on the day of judging; null where it is in force or never was. */
export const lapseOf = (right: Right, actedOn: Day | null, judgedOn: Day): Lapse | null => {
  const { state, reason, since, published_on } = statusOn(right, judgedOn, judgedOn);
  return ENDED.has(state) ? { state, reason, since, published_on, as_known: judgedOn, acted_on: actedOn } : null;
};

type Named = Pick<LeadRow, 'lead_id' | 'right' | 'reason'>;

/** The lapse of each lead's right, in the order of `leads`. */
export const lapsesOf = async (db: Queryable, leads: readonly Named[], judgedOn: Day): Promise<(Lapse | null)[]> => {
  const refs = leads.flatMap(({ right }) => (right === null ? [] : [right]));
  const rights = new Map((await rightsOf(db, refs)).map((right, i) => [refs[i]!, right]));
  const lapses = leads.map(({ right: ref }) => {
    const right = ref === null ? null : rights.get(ref)!;
    return right === null ? null : lapseOf(right, null, judgedOn);
  });
  const acted = await actDays(
    db,
    leads.filter((_, i) => lapses[i] !== null),
  );
  return lapses.map((lapse, i) => lapse && { ...lapse, acted_on: acted.get(leads[i]!.lead_id) ?? null });
};

/** Of a shop with thousands of offers the newest are looked through for the one that decides. */
const MOST_LINES = 100;

/** The day of the act that decides each lead. */
const actDays = async (db: Queryable, leads: readonly Named[]): Promise<Map<string, Day | null>> => {
  if (leads.length === 0) return new Map();
  const { rows } = await db.query<{ lead_id: string; line: Line }>(
    `SELECT l.lead_id, f.line FROM unnest($1::text[]) AS l (lead_id) CROSS JOIN LATERAL (
       SELECT output, id, line FROM detection.finding f WHERE f.body_id = kernel.body() AND f.lead_id = l.lead_id
       ORDER BY (output = 'lead') DESC, id DESC LIMIT ${MOST_LINES}
     ) f ORDER BY l.lead_id, (f.output = 'lead') DESC, f.id DESC`,
    [leads.map(({ lead_id }) => lead_id)],
  );
  const lines = Map.groupBy(rows, ({ lead_id }) => lead_id);
  return new Map(
    leads.map(({ lead_id, reason }) => {
      const of = (lines.get(lead_id) ?? []).map(({ line }) => line);
      const deciding = of.find((line) => line.reason.zh === reason.zh) ?? of[0];
      return [lead_id, deciding === undefined ? null : (decisiveMatch(deciding)?.acted_on ?? null)];
    }),
  );
};
