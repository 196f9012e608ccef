import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileInput, readRows, readTable } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MIB = 1 << 20;

test.each([
  ['csv', 'a,b\n1,前\n', 'x', ',3\n4,后\n'],
  ['jsonl', '{"a":"前"}\n{"a":"', 'x', '"}\n{"a":"后"}\n'],
  ['quoted', 'a,b\n1,前\n"', 'x', '",3\n4,后\n'],
  ['lines', 'a,b\n1,前\n"', '鲸屿 耳机\n', '",3\n4,后\n'],
])('a 64 MB line (%s) is set aside with its place and never held in memory', async (name, before, filler, after) => {
  const file = join(folder, name);
  const handle = openSync(file, 'w');
  writeSync(handle, before);
  for (let i = 0; i < 64; i++) writeSync(handle, filler.repeat(MIB / Buffer.byteLength(filler)));
  writeSync(handle, after);
  closeSync(handle);
  const start = process.memoryUsage().rss;
  let most = 0;
  const rows: string[] = [];
  const rejected: [number, string][] = [];
  for await (const batch of readRows(await fileInput(file))) {
    most = Math.max(most, process.memoryUsage().rss - start);
    rows.push(...batch.rows.map(({ cells }) => Object.values(cells).at(-1)!));
    rejected.push(...batch.rejected.map(({ line, code }): [number, string] => [line, code]));
  }
  expect(rows).toEqual(['前', '后']);
  expect(rejected).toEqual([[name === 'jsonl' ? 2 : 3, 'too_long']]);
  expect(most / MIB).toBeLessThan(100);
});

test('rejects come as they are read, never all at once', async () => {
  const file = join(folder, 'bad');
  const handle = openSync(file, 'w');
  writeSync(handle, 'title,brand\n');
  for (let i = 0; i < 100; i++) writeSync(handle, 'one,two,three\n'.repeat(1000));
  closeSync(handle);
  let under = 0;
  let most = 0;
  let all = 0;
  const slow = async () => {
    most = Math.max(most, ++under);
    all++;
    if (all % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
    under--;
  };
  const form = { columns: { title: '', brand: '' }, required: [], oneOf: [] };
  let batches = 0;
  for await (const made of readTable(
    await fileInput(file),
    form,
    (record) => record,
    slow,
    () => {},
  )) {
    expect(made).toEqual([]);
    batches++;
  }
  expect([all, most]).toEqual([100_000, 1]);
  expect(batches).toBeGreaterThan(300);
});
