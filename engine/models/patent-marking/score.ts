// The priority of a match: clause weight x sales (domain.md 2.4, last line). It orders the work; it is no probability.
import type { Act, Feature } from '@zhijian/contract';
import release from './release.json' with { type: 'json' };

export const RELEASE = release.release;
const CLAUSE: Partial<Record<Act, number>> = release.clause;

const round = (value: number) => Math.round(value * 10_000) / 10_000;

export interface Priority {
  /** 0..1, the sum of the two features' weights. */
  score: number;
  features: Feature[];
}

/**
 * Clause weight, of which a share depends on sales (logarithmic, full at 100,000 pieces; unknown counts as none).
 * The repeat factor of the formula is left to the lead, which knows the trader's other offers.
 */
export const priorityOf = (act: Act | null, sales: number | null): Priority => {
  const clause = act === null ? 0 : (CLAUSE[act] ?? 0);
  const { without, full_at } = release.sales;
  const level = Math.min(1, Math.log10(1 + Math.max(0, sales ?? 0)) / Math.log10(1 + full_at));
  const byClause = round(clause * without);
  const bySales = round(clause * (1 - without) * level);
  const nowhere = { field: null, span: null, text: null };
  return {
    score: round(byClause + bySales),
    features: [
      { name: 'clause', value: act, weight: byClause, ...nowhere },
      { name: 'sales', value: sales, weight: bySales, ...nowhere },
    ],
  };
};
