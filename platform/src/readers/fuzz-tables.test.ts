// Files damaged at random, always in the same way: nothing crashes, nothing hangs, and what is whole is read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { limitsOf, openInputs, readRows, xlsxBytes } from './index.ts';
import { numbers } from './testing-damage.ts';
import { zipOf } from './testing-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MUTATIONS = 200;

/** Bytes changed, taken out, doubled or cut off; where the first change stands. */
const damaged = (whole: Buffer, next: (most: number) => number): { bytes: Buffer; from: number; to: number } => {
  const from = next(whole.length);
  const length = 1 + next(next(4) === 0 ? 400 : 4);
  const to = Math.min(whole.length, from + length);
  const before = whole.subarray(0, from);
  const noise = Buffer.from(Array.from({ length }, () => (next(3) === 0 ? ('",\n\r\t;={[<'.charCodeAt(next(10)) ?? 0) : next(256))));
  switch (next(4)) {
    case 0:
      return { bytes: Buffer.concat([before, noise, whole.subarray(to)]), from, to };
    case 1:
      return { bytes: Buffer.concat([before, whole.subarray(to)]), from, to };
    case 2:
      return { bytes: Buffer.concat([before, noise, whole.subarray(from)]), from, to: from };
    case 3:
      // Cut off.
      if (next(3) === 0) return { bytes: before, from, to: whole.length };
      break;
  }
  return { bytes: Buffer.concat([before, whole.subarray(from, to), whole.subarray(from)]), from, to };
};

const ROWS = 60;
const HEADINGS = ['kind', 'number', 'name', 'goods', '备注'];
const rowOf = (i: number) => [
  '商标',
  String(99_990_000 + i),
  `鲸屿${i}`,
  i % 5 === 0 ? `手机;"壳"${i},灯` : `手机${i}`,
  i % 7 === 0 ? '' : `说明 ${i}`,
];
const rows = [HEADINGS, ...Array.from({ length: ROWS }, (_, i) => rowOf(i))];
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = rows.map((row) => `${row.map(quoted).join(',')}\n`);

const known = (heading: string) => HEADINGS.includes(heading);

/** All numbers that were read, with what the rest of their row says. */
const read = async (bytes: Buffer): Promise<Map<string, string>> => {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  const found = new Map<string, string>();
  const begin = performance.now();
  for await (const one of openInputs(file, 'file', { ...limitsOf({}), expandedBytes: 50 << 20, fileBytes: 50 << 20 })) {
    if ('rejected' in one) continue;
    for await (const batch of readRows(one.input, { known })) {
      for (const { cells } of batch.rows) found.set(cells['number'] ?? '', Object.values(cells).join('|'));
    }
  }
  expect(performance.now() - begin).toBeLessThan(5000);
  return found;
};

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
])(`${MUTATIONS} damages of a CSV in %s cost the rows that they touch and those beside them at most`, async (_, encode) => {
  const next = numbers(20_261_124);
  const pieces = lines.map(encode);
  const whole = Buffer.concat(pieces);
  const ends: number[] = [];
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length);
  const straight = await read(whole);
  expect(straight.size).toBe(ROWS);
  for (let i = 0; i < MUTATIONS; i++) {
    const { bytes, from, to } = damaged(whole, next);
    const found = await read(bytes);
    // Where the headings themselves are hit, the rows mean something else.
    if (from < ends[0]! + 1) continue;
    const first = ends.findIndex((end) => end > from);
    const last = ends.findIndex((end) => end >= to);
    for (let line = 1; line <= ROWS; line++) {
      if (line >= first - 1 && (last < 0 || line <= last + 1)) continue;
      const number = rows[line]![1]!;
      expect([i, line, found.get(number)]).toEqual([i, line, straight.get(number)]);
    }
  }
});

test(`${MUTATIONS} damages of a workbook and of a ZIP: no crash, no hang, and the other members of the ZIP stay`, async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(rows, '簿')) pieces.push(piece);
  const book = Buffer.concat(pieces);
  const straight = await read(book);
  expect(straight.size).toBe(ROWS);
  const next = numbers(7);
  for (let i = 0; i < MUTATIONS; i++) {
    const found = await read(damaged(book, next).bytes);
    for (const [number, row] of found) if (straight.has(number) && row !== straight.get(number)) expect(row.split('|')).toHaveLength(HEADINGS.length);
  }
  const member = (from: number) => ({ name: `${from}.csv`, data: [lines[0]!, ...lines.slice(from, from + 20)].join('') });
  const parts = [member(1), member(21), member(41)];
  const zip = zipOf(parts);
  expect((await read(zip)).size).toBe(ROWS);
  const second = zip.indexOf('21.csv') - 30;
  const third = zip.indexOf('41.csv') - 30;
  for (let i = 0; i < MUTATIONS; i++) {
    await read(damaged(zip, next).bytes);
    // Damage of the same length within the second member alone.
    const bytes = Buffer.from(zip);
    for (let n = 1 + next(8); n > 0; n--) bytes[second + next(third - second)] = next(256);
    const found = await read(bytes);
    for (let line = 1; line <= ROWS; line++) {
      const number = rows[line]![1]!;
      if (line <= 20 || line > 40) expect([i, line, found.get(number)]).toEqual([i, line, straight.get(number)]);
    }
  }
});

test('a run of NULs costs the row that it stands in, however much of the file it is', async () => {
  const few = lines.slice(0, 5);
  for (const nuls of [1, 60, 4000]) {
    const found = await read(Buffer.from(few.join('').replace('鲸屿1', '\0'.repeat(nuls))));
    for (const i of [0, 2, 3]) expect(found.get(rows[i + 1]![1]!), `${nuls}`).toContain(`鲸屿${i}`);
  }
  // Alternating with them it is UTF-16 without a mark.
  expect((await read(Buffer.from(few.join(''), 'utf16le'))).size).toBe(0);
});
