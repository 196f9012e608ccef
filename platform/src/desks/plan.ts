// The plan clause by clause, with the state that the tests have earned: out of the two files that the tests keep in step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label, PlanClause } from '@zhijian/contract';

/**
 * The clauses of docs/plan-points.json with what docs/plan.md says is proven.
 * @param root the checkout
 */
export const planClauses = (root: string): PlanClause[] => {
  const plan = JSON.parse(readFileSync(join(root, 'docs/plan-points.json'), 'utf8')) as Record<
    string,
    Label & { points: (Label & { id: string })[] }
  >;
  const proven = new Set([...readFileSync(join(root, 'docs/plan.md'), 'utf8').matchAll(/^- \[x\] `([^`]+)`/gm)].map(([, id]) => id));
  return Object.entries(plan).map(([id, { zh, en, points }]) => {
    const shown = points.map((point) => ({ id: point.id, label: { zh: point.zh, en: point.en }, proven: proven.has(point.id) }));
    const count = shown.filter((point) => point.proven).length;
    return { id, title: { zh, en }, state: count === 0 ? 'not yet' : count < points.length ? 'first form' : 'works', proven: count, points: shown };
  });
};
