// How much was read, how much of it was put before a person (H2 in its first form).
import type { Figures } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import { leadsByState } from './lead-list.ts';

export const figures = async (db: Queryable): Promise<Figures> => {
  const { rows } = await db.query<Omit<Figures, 'leads'>>(`SELECT
    (SELECT count(*)::int FROM offers.version) AS offers,
    coalesce((SELECT rights FROM rights.tally), 0)::int AS rights,
    (SELECT count(*)::int FROM rights.licence) AS licences,
    (SELECT count(*)::int FROM detection.finding WHERE output = 'screened') AS screened,
    (SELECT count(*)::int FROM detection.finding WHERE output = 'held') AS held`);
  return { ...rows[0]!, leads: await leadsByState(db) };
};
