import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Fault, misfit, readFaults, sabotage } from './sabotage.ts';
import { ROOT } from './tree.ts';

const faults = readFaults(`${ROOT}/test/sabotage.json`);

test('every planted fault still applies, and none is listed twice', () => {
  expect(faults.map((fault) => ({ name: fault.name, misfit: misfit(ROOT, fault) })).filter((found) => found.misfit !== null)).toEqual([]);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

// A tree of two files stands for the product.
const tree = realpathSync(mkdtempSync(join(tmpdir(), 'zhijian-small-')));
afterAll(() => rmSync(tree, { recursive: true, force: true }));
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};

test('a fault passes only when each test named for it fails on its own assertion', async () => {
  symlinkSync(`${ROOT}/node_modules`, join(tree, 'node_modules'));
  write('package.json', '{ "type": "module" }');
  write('sum.ts', 'export const sum = (a: number, b: number) => a + b;\nexport const unwatched = 1;\n');
  write('sum.test.ts', "import { expect, test } from 'vitest';\nimport { sum } from './sum.ts';\ntest('sum', () => expect(sum(1, 2)).toBe(3));\n");
  write('red.test.ts', "import { expect, test } from 'vitest';\ntest('red from the start', () => expect(1).toBe(2));\n");
  const fault = (name: string, find: string, replace: string, must_fail = ['sum.test.ts']): Fault => ({
    name,
    file: 'sum.ts',
    find,
    replace,
    must_fail,
  });
  write(
    'faults.json',
    JSON.stringify([
      fault('noticed', 'a + b', 'a - b'),
      fault('unnoticed', 'unwatched = 1', 'unwatched = 2'),
      fault('does not apply', 'a * b', 'a / b'),
      fault('does not load', 'a + b;', 'a +'),
      fault('red anyway', 'a + b', 'a - b', ['red.test.ts']),
    ]),
  );
  expect(await sabotage(tree, join(tree, 'faults.json'))).toEqual({ passed: 1, failed: 4, skipped: 0 });
});
