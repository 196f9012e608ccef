import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Fault, sabotage } from './sabotage.ts';
import { ROOT } from './tree.ts';

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
  const lines: string[] = [];
  expect(await sabotage(tree, join(tree, 'faults.json'), (line) => lines.push(line))).toEqual({ passed: 1, failed: 4, skipped: 0 });
  expect(lines).toEqual([
    'noticed: noticed',
    'NOT NOTICED: unnoticed\n    sum.test.ts passes',
    'NOT NOTICED: does not apply\n    stands 0 times in sum.ts: a * b',
    'NOT NOTICED: does not load\n    sum.test.ts does not load',
    'NOT NOTICED: red anyway\n    red.test.ts fails without the fault',
  ]);
});
