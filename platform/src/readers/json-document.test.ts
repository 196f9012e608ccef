// JSON documents as rows: arrays and feeds of any layout and size, and what is broken in them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rejected } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { inputOf, readRows } from './index.ts';
import { numbers } from './testing-damage.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const read = async (content: string | Uint8Array, maxRecordBytes?: number) => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  const rows: { line: number; cells: Record<string, string> }[] = [];
  const rejected: Rejected[] = [];
  for await (const batch of readRows(await inputOf(file), maxRecordBytes === undefined ? {} : { maxRecordBytes })) {
    rows.push(...batch.rows);
    rejected.push(...batch.rejected);
  }
  return { rows, names: rows.map(({ cells }) => cells['t']), codes: rejected.map(({ line, code }) => [line, code]) };
};

test.each([
  ['an array over several lines', '[\n  {\n    "t": "a"\n  },\n  {\n    "t": "b"\n  }\n]\n', [2, 5]],
  ['an array on one line', '[{"t":"a"},{"t":"b"}]', [1, 1]],
  ['products of a feed', '{\n  "title": "feed",\n  "products": [\n    {"t": "a"},\n    {"t": "b"}\n  ],\n  "total": 2\n}\n', [4, 5]],
  ['a feed on one line', '{"code":0,"data":{"page":{"n":1},"items":[{"t":"a","tags":[{"x":1}]},{"t":"b"}]},"more":{"t":"no"}}', [1, 1]],
  ['lists in a list', '[[{"t":"a"}],[{"t":"b"}]]', [1, 1]],
  ['two documents', '{\n"t":"a"\n}\n{\n"t":"b"\n}\n', [1, 4]],
  ['objects over lines without commas', '[\n{"t":"a"}\n{"t":"b"}]', [2, 3]],
])('%s', async (_, content, lines) => {
  const { rows, names, codes } = await read(content);
  expect([names, rows.map(({ line }) => line), codes]).toEqual([['a', 'b'], lines, []]);
});

test('one object over several lines is one record, with its offers as they are', async () => {
  const { rows, codes } = await read('{\n "name": "壳",\n "offers": [{"price": 1}],\n "id": 12345678901234567890\n}');
  expect(codes).toEqual([]);
  expect(rows.map(({ cells }) => cells)).toEqual([{ name: '壳', offers: '[{"price":"1"}]', id: '12345678901234567890' }]);
});

test('GB18030, whose characters hold bytes of brackets and backslashes', async () => {
  // 縖 is BF 7B, 乗 81 5C.
  const { names } = await read(iconv.encode('[{"t":"中文縖乗縙"},{"t":"手机壳"},{"t":"b"}]', 'gb18030'));
  expect(names).toEqual(['中文縖乗縙', '手机壳', 'b']);
});

test('what is no object and what is broken is named, and its neighbours are read', async () => {
  const before = '{"t":"a","n":1,"s":{"t":"x"}},';
  expect((await read(`[${before}7,null,"x{",{"t":"b","n":2}]`)).names).toEqual(['a', 'b']);
  for (const bad of [
    '{"t":"c","n":},',
    '{"t":"c" "n":2,"s":{"t":"y"}},',
    '{"t":"c","n":2,',
    '{"t":"c,"n":2},',
    '{"t":"c","s":{"t":"y","n":1},{',
    '"t":"c"},',
    '{{,',
  ])
    expect(
      (await read(`[${before}${bad}{"t":"b","n":2},{"t":"d","n":3}]`)).names.filter((name) => name !== 'c'),
      bad,
    ).toEqual(['a', 'b', 'd']);
  const { names, codes } = await read('[\n{"t":"a"},\n{"t":"b"');
  expect([names, codes]).toEqual([['a'], [[3, 'truncated']]]);
});

test('a record over the limit is set aside by its line, on one line too, and those behind it are read', async () => {
  for (const between of [',', ',\n']) {
    const long = `{"t":"long","x":"${'y'.repeat(3 << 20)}"}`;
    const { names, codes } = await read(`[${[`{"t":"a","x":1}`, long, '{"t":"b","x":2}'].join(between)}]`, 100_000);
    expect(names).toEqual(['a', 'b']);
    expect(codes).toEqual([[between === ',' ? 1 : 2, 'too_long']]);
  }
});

test('deep nesting and openings without end cost neither memory nor time', async () => {
  const start = Date.now();
  expect((await read(`[${'{"t":'.repeat(300_000)}`)).names).toEqual([]);
  expect((await read(`[${'['.repeat(1_000_000)}`)).names).toEqual([]);
  expect((await read(`[{"t":"a"},${'{"t":"'.repeat(300_000)}`)).names).toEqual(['a']);
  expect((await read(`[{"t":"a"}${',{"t"'.repeat(300_000)}`)).names).toEqual(['a']);
  expect((await read(`[${',{"t"'.repeat(20_000)}`)).names).toEqual([]);
  expect(Date.now() - start).toBeLessThan(20_000);
});

test('two hundred mutations of one record of a feed: the records before and behind it are read', async () => {
  const one = (i: number) => `{"t":"n${i}","price":"${i}.00","seller":{"t":"s","id":${i}},"images":["a.jpg","b.jpg"],"note":"第${i}件"}`;
  for (const between of [',', ',\n  ']) {
    for (let seed = 0; seed < 100; seed++) {
      const next = numbers(seed);
      const bytes = Buffer.from(one(3));
      for (let n = 1 + next(4); n > 0; n--) bytes[next(bytes.length)] = next(2) === 0 ? '"{}[]\\,:'.charCodeAt(next(8)) : 32 + next(90);
      const all = [1, 2, 3, 4, 5, 6].map((i) => (i === 3 ? bytes.toString('latin1') : Buffer.from(one(i)).toString('latin1')));
      const { names } = await read(Buffer.from(`{"products":[${all.join(between)}]}`, 'latin1'));
      const kept = names.filter((name) => /^n[12456]$/.test(name ?? ''));
      // A quote that opens what was closed may take the next record with it; all the others stay.
      expect(kept.length, `seed ${seed} ${bytes.toString()} ${names.join()}`).toBeGreaterThanOrEqual(4);
      expect(kept.slice(0, 2)).toEqual(['n1', 'n2']);
      expect(kept.slice(-2)).toEqual(['n5', 'n6']);
    }
  }
});
