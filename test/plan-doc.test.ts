import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planDocument, proofs, readPlan, tagsIn } from './plan-doc.ts';
import { ROOT } from './tree.ts';

const plan = readPlan();
const ids = Object.values(plan).flatMap(({ points }) => points.map(({ id }) => id));

test('docs/plan.md is what the tests have earned', () => {
  expect(readFileSync(`${ROOT}/docs/plan.md`, 'utf8'), 'run: node test/plan-doc.ts').toBe(planDocument(plan, proofs()));
});

test('every tag of a test names a point of the plan', () => {
  const unknown = [...proofs()].filter(([id]) => !ids.includes(id));
  expect(unknown, 'see docs/plan-points.json').toEqual([]);
});

test('every clause has points, each with its clause in its id, none twice', () => {
  expect(Object.keys(plan)).toHaveLength(43);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [clause, { points }] of Object.entries(plan)) {
    expect(points.length).toBeGreaterThan(0);
    for (const { id } of points) expect(id.startsWith(`${clause}.`)).toBe(true);
  }
});

test('tags are read from titles of tests that always run', () => {
  const text = `
    test('[A3.where] territory', () => {});
    it.each(rows)('[A3.who] [A3.goods] row %s', () => {});
    test.skipIf(!there)('[A4.images] only where data is', () => {});
    test.todo('[A4.sales] later');
    describe('a table of cases [A1.in-force-on-day]', () => {});
    // test('[A1.claims] a comment')
    const words = '[A1.designs]';`;
  expect(tagsIn('x.test.ts', text)).toEqual(['A3.where', 'A3.who', 'A3.goods', 'A1.in-force-on-day']);
});

test('a state is earned: none, some, all', () => {
  const small = {
    A1: {
      zh: '甲',
      en: 'a',
      points: [
        { id: 'A1.x', zh: '子', en: 'x' },
        { id: 'A1.y', zh: '丑', en: 'y' },
      ],
    },
  };
  const state = (...proven: string[]) => planDocument(small, new Map(proven.map((id) => [id, ['a.test.ts']])));
  expect(state()).toContain('尚未 not yet | 0/2 |');
  expect(state('A1.x')).toContain('初步 first form | 1/2 | `a.test.ts` |');
  expect(state('A1.x', 'A1.y')).toContain('可用 works | 2/2 |');
});
