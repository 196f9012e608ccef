// What stands before a damaged place of a gzip or a ZIP is read, to the byte.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { type ByteReader, limitsOf, openInputs, ReadFault } from './index.ts';
import { numbers } from './testing-damage.ts';
import { zipOf } from './testing-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-packed-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const drained = async (reader: ByteReader): Promise<{ text: string; fault: string | null }> => {
  const pieces: Buffer[] = [];
  try {
    for (;;) {
      const piece = Buffer.alloc(1 << 16);
      const got = await reader.read(piece, 0);
      if (got === 0) return { text: Buffer.concat(pieces).toString('latin1'), fault: null };
      pieces.push(piece.subarray(0, got));
    }
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    return { text: Buffer.concat(pieces).toString('latin1'), fault: error.code };
  } finally {
    await reader.close();
  }
};

const read = async (bytes: Buffer, limits = limitsOf({})) => {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  for await (const opened of openInputs(path, 'file', limits)) if ('input' in opened) return await drained(await opened.input.open());
  throw new Error('nothing to open');
};

/** Lines that pack to about a third. */
const lines = (count: number, seed: number): string => {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, i) => `${i},${next(1e9)},row\n`).join('');
};

test('of two gzips in one file the first is read whole where the second is damaged anywhere', async () => {
  const [one, two] = [lines(2000, 1), lines(2000, 2)];
  const [first, second] = [gzipSync(one), gzipSync(two)];
  expect(await read(Buffer.concat([first, second]))).toEqual({ text: one + two, fault: null });
  for (const at of [10, 11, 100, 5000, second.length - 6]) {
    const bytes = Buffer.concat([first, second]);
    bytes.fill(0xff, first.length + at, first.length + at + 4);
    const { text, fault } = await read(bytes);
    expect(text.slice(0, one.length) === one, `${at}`).toBe(true);
    expect(fault, `${at}`).toBe('damaged');
  }
});

test('a gzip that is cut off, and a member of a ZIP that is damaged, give what came before', async () => {
  const text = lines(60_000, 3);
  const bytes = gzipSync(text);
  const cut = await read(bytes.subarray(0, bytes.length - 1000));
  expect(cut.fault).toBe('damaged');
  expect(text.startsWith(cut.text)).toBe(true);
  expect(text.length - cut.text.length).toBeLessThan(5_000);
  const zip = zipOf([{ name: 'a.csv', data: text }]);
  const at = 35 + Math.floor(deflateRawSync(text).length / 2);
  zip.fill(0, at, at + 200);
  const half = await read(zip);
  expect(half.fault).toBe('damaged');
  expect(half.text.length).toBeGreaterThan(text.length * 0.45);
  expect(text.startsWith(half.text.slice(0, text.length * 0.45))).toBe(true);
});

test('filler is stopped at the limit of a record, and what came before it is there; records that are alike are none', async () => {
  const limits = { ...limitsOf({}), recordBytes: 1 << 20 };
  const head = lines(2000, 4);
  for (const filler of [' ', '\n', '\0', ',,,\n', '<a/>']) {
    const { text, fault } = await read(gzipSync(head + filler.repeat((1 << 26) / filler.length)), limits);
    expect(fault, filler).toBe('limit');
    expect(text.startsWith(head), filler).toBe(true);
    expect(text.length, filler).toBeLessThan(1 << 25);
  }
  const alike = Array.from({ length: 20_000 }, (_, i) => `<case-file>${i}${'daily '.repeat(300)}</case-file>\n`).join('');
  expect(await read(gzipSync(alike), limits)).toEqual({ text: alike, fault: null });
  const zip = zipOf([{ name: 'a.csv', data: head + ' '.repeat(1 << 26) }]);
  expect((await read(zip, limits)).fault).toBe('limit');
});
