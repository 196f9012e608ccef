import { expect, test } from 'vitest';
import { misfit, readFaults } from './sabotage.ts';
import { ROOT } from './tree.ts';

const faults = readFaults(`${ROOT}/test/sabotage.json`);

// `./zhijian test --sabotage` runs them; here it is only seen to that the code has not moved away from under them.
test('every planted fault still applies, and none is listed twice', () => {
  expect(faults.map((fault) => ({ name: fault.name, misfit: misfit(ROOT, fault) })).filter((found) => found.misfit !== null)).toEqual([]);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

test('a fault that stands nowhere, or twice, or names no test, does not apply', () => {
  const fault = { name: 'x', file: 'test/tree.ts', find: 'export const sourceFiles', replace: '', must_fail: ['test/faults.test.ts'] };
  expect(misfit(ROOT, fault)).toBeNull();
  expect(misfit(ROOT, { ...fault, find: 'words that stand nowhere' })).toContain('stands 0 times');
  expect(misfit(ROOT, { ...fault, find: 'NOT_SOURCE' })).toMatch(/stands [2-9] times/);
  expect(misfit(ROOT, { ...fault, file: 'test/nowhere.ts' })).toContain('no such file');
  expect(misfit(ROOT, { ...fault, must_fail: [] })).toBe('names no test');
  expect(misfit(ROOT, { ...fault, replace: fault.find })).toBe('changes nothing');
});
