// A right out of its rows, with its licences, and its state in two times.
import type { Day, LeadDetail, Licence, Match, Right, RightRef, RightRow } from '@zhijian/contract';
import { attachLicences, foldRights, statusOn } from '@zhijian/engine';
import type { Queryable } from '../kernel/index.ts';

/** The right that a lead names; null where its rows are not (or no longer) in the register. */
export const rightOf = async (db: Queryable, { kind, number, name, owner }: RightRef): Promise<Right | null> => {
  const { rows } = await db.query<{ content: RightRow }>('SELECT content FROM rights.right_row WHERE kind = $1 AND number = $2 ORDER BY id', [
    kind,
    number,
  ]);
  // Offices may use one number; then the name and the owner say which is meant.
  const rights = foldRights(rows.map(({ content }) => content));
  const right = rights.find((one) => one.name === name && one.owner === owner) ?? rights[0] ?? null;
  if (right === null) return null;
  attachLicences([right], await licencesOf(db, { kind, number }));
  return right;
};

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
