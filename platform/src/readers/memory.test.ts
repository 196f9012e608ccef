import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRows } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MIB = 1 << 20;

test.each([
  ['csv', 'a,b\n1,前\n', 'x', ',3\n4,后\n'],
  ['jsonl', '{"a":"前"}\n{"a":"', 'x', '"}\n{"a":"后"}\n'],
  ['quoted', 'a,b\n1,前\n"', 'x', '",3\n4,后\n'],
])('a 64 MB line (%s) is set aside with its place and never held in memory', async (name, before, filler, after) => {
  const file = join(folder, name);
  const handle = openSync(file, 'w');
  writeSync(handle, before);
  for (let i = 0; i < 64; i++) writeSync(handle, filler.repeat(MIB));
  writeSync(handle, after);
  closeSync(handle);
  const start = process.memoryUsage().rss;
  let most = 0;
  const rows: string[] = [];
  const rejected: [number, string][] = [];
  for await (const batch of readRows(file)) {
    most = Math.max(most, process.memoryUsage().rss - start);
    rows.push(...batch.rows.map(({ line, cells }) => `${line} ${Object.values(cells).at(-1)}`));
    rejected.push(...batch.rejected.map(({ line, code }): [number, string] => [line, code]));
  }
  expect(rows).toEqual(name === 'jsonl' ? ['1 前', '3 后'] : ['2 前', '4 后']);
  expect(rejected).toEqual([[name === 'jsonl' ? 2 : 3, 'too_long']]);
  expect(most / MIB).toBeLessThan(100);
});
