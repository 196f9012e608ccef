// A right out of its rows, with its licences, and its state in two times.
import type { Day, LeadDetail, Licence, Line, Match, Right, RightRef, RightRow } from '@zhijian/contract';
import { attachLicences, foldRights, statusOn } from '@zhijian/engine';
import type { Queryable } from '../kernel/index.ts';

/** The rights that leads name, without their licences; null where the rows are not (or no longer) in the register. */
export const rightsOf = async (db: Queryable, refs: readonly RightRef[]): Promise<(Right | null)[]> => {
  if (refs.length === 0) return [];
  const numbers = [...new Map(refs.map((ref) => [`${ref.kind}\n${ref.number}`, ref])).values()];
  // LATERAL: by the index for each right, whatever the planner thinks of a register that has just come in.
  const { rows } = await db.query<{ content: RightRow }>(
    `SELECT r.content FROM unnest($1::text[], $2::text[]) AS f (kind, number)
     CROSS JOIN LATERAL (SELECT id, content FROM rights.right_row r WHERE r.kind = f.kind AND r.number = f.number) r ORDER BY r.id`,
    [numbers.map(({ kind }) => kind), numbers.map(({ number }) => number)],
  );
  const found = Map.groupBy(foldRights(rows.map(({ content }) => content)), ({ kind, number }) => `${kind}\n${number}`);
  return refs.map(({ kind, number, name, owner }) => {
    const rights = found.get(`${kind}\n${number}`) ?? [];
    // Offices may use one number; then the name and the owner say which is meant.
    return rights.find((one) => one.name === name && one.owner === owner) ?? rights[0] ?? null;
  });
};

/** The right that a lead names, with its licences. */
export const rightOf = async (db: Queryable, ref: RightRef): Promise<Right | null> => {
  const [right = null] = await rightsOf(db, [ref]);
  if (right !== null) attachLicences([right], await licencesOf(db, ref));
  return right;
};

/** The match that decides a line: its words are the line's own. */
export const decisiveMatch = ({ matches, reason, score }: Pick<Line, 'matches' | 'reason' | 'score'>): Match | undefined =>
  matches.find((match) => match.reason.zh === reason.zh && match.score === score) ?? matches[0];

/** The licences of a right, in the order of storing. */
export const licencesOf = async (db: Queryable, { kind, number }: Pick<RightRef, 'kind' | 'number'>): Promise<Licence[]> =>
  (
    await db.query<{ content: Licence }>('SELECT content FROM rights.licence WHERE right_kind = $1 AND right_number = $2 ORDER BY id', [kind, number])
  ).rows.map(({ content }) => content);

/** The state of a right on the day of the act, as one may know it on the day of judging. */
export const statusOf = (right: Right, match: Match | undefined, judgedOn: Day): LeadDetail['status'] => {
  const on = match?.acted_on ?? judgedOn;
  const { state, reason, since, published_on } = statusOn(right, on, judgedOn);
  return { on, as_known: judgedOn, state, reason, since, published_on };
};
