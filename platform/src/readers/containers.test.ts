import { createWriteStream, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, gzipSync } from 'node:zlib';
import type { Rejected } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { fileInput, formatOf, type Input, type Limits, limitsOf, openInputs, readRows } from './index.ts';
import { type Part, zipOf } from './testing-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-containers-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (content: Buffer | string): string => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  return file;
};

const drain = async (input: Input): Promise<Buffer> => {
  const reader = await input.open();
  const pieces: Buffer[] = [];
  const piece = Buffer.alloc(1 << 16);
  try {
    for (let got = await reader.read(piece, 0); got > 0; got = await reader.read(piece, 0)) pieces.push(Buffer.from(piece.subarray(0, got)));
  } finally {
    await reader.close();
  }
  return Buffer.concat(pieces);
};

const opened = async (content: Buffer | string, limits: Partial<Limits> = {}) => {
  const texts: Record<string, string> = {};
  const rejected: Rejected[] = [];
  for await (const one of openInputs(write(content), 'outer.zip', { ...limitsOf({}), ...limits })) {
    if ('rejected' in one) rejected.push(one.rejected);
    else
      texts[one.input.name] = await drain(one.input).then(
        (bytes) => bytes.toString(),
        (error: Error) => `fault: ${error.message}`,
      );
  }
  return { texts, rejected, codes: rejected.map(({ file, code }) => [file, code]) };
};

const table = 'title,brand\na,b\n';

test('a plain file is itself, a ZIP its members, by their names; what systems put beside them is left out', async () => {
  expect((await opened(table)).texts).toEqual({ 'outer.zip': table });
  const { texts, rejected } = await opened(
    zipOf([
      { name: 'one.csv', data: table },
      { name: 'folder/', data: '', stored: true },
      { name: 'folder\\two.xml', data: '<a/>', stored: true },
      { name: '__MACOSX/folder/._two.xml', data: 'x' },
      { name: 'folder/.DS_Store', data: 'x' },
      { name: iconv.encode('专利/登记簿.csv', 'gbk'), data: table },
      { name: Buffer.from('商标.csv'), data: table },
    ]),
  );
  expect(rejected).toEqual([]);
  expect(texts).toEqual({
    'outer.zip/one.csv': table,
    'outer.zip/folder/two.xml': '<a/>',
    'outer.zip/专利/登记簿.csv': table,
    'outer.zip/商标.csv': table,
  });
});

const inner = zipOf([{ name: 'inner.csv', data: table }]);

test('a ZIP in a ZIP is read to depth 2 and leaves nothing on disk; deeper ones are named', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('zhijian-unpacked-')).length;
  const deep = zipOf([
    {
      name: 'deep.zip',
      data: zipOf([
        { name: 'deeper.zip', data: inner },
        { name: 'beside.csv', data: table },
      ]),
    },
    { name: 'a.csv', data: table },
  ]);
  const { texts, rejected } = await opened(deep);
  expect(Object.keys(texts)).toEqual(['outer.zip/deep.zip/beside.csv', 'outer.zip/a.csv']);
  expect(rejected.map(({ file, code, allowed }) => [file, code, allowed.en])).toEqual([
    ['outer.zip/deep.zip/deeper.zip', 'limit', 'containers at most 2 deep'],
  ]);
  expect(Object.keys((await opened(deep, { depth: 3 })).texts)).toContain('outer.zip/deep.zip/deeper.zip/inner.csv');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('zhijian-unpacked-'))).toHaveLength(before);
});

test('what may not be read is set aside with its name and reason, and the rest goes on', async () => {
  const odd: Part[] = [
    { name: 'first.csv', data: table },
    { name: '../up.csv', data: table },
    { name: '/etc/passwd', data: table },
    { name: 'C:/windows.csv', data: table },
    { name: 'link', data: '/etc/passwd', mode: 0o120777 },
    { name: 'secret.csv', data: table, flags: 1 },
    { name: 'new.csv', data: table, method: 93 },
    { name: 'first.csv', data: 'other' },
    { name: 'last.csv', data: table },
  ];
  const { texts, codes } = await opened(zipOf(odd));
  expect(Object.keys(texts)).toEqual(['outer.zip/first.csv', 'outer.zip/last.csv']);
  expect(texts['outer.zip/first.csv']).toBe(table);
  expect(codes).toEqual(odd.slice(1, -1).map(({ name }) => [`outer.zip/${name}`, 'unsupported']));
});

test('sizes and checksums that the directory states wrongly are found while reading; the bytes before stay', async () => {
  const long = 'x'.repeat(200_000);
  const { texts } = await opened(
    zipOf([
      { name: 'less.csv', data: long, size: 100 },
      { name: 'more.csv', data: long, size: 300_000 },
      { name: 'stored.csv', data: long, stored: true, size: 100 },
      { name: 'sum.csv', data: long, crc: 1 },
      { name: 'good.csv', data: table },
    ]),
  );
  expect(Object.values(texts).map((text) => text.slice(0, 6))).toEqual(['fault:', 'fault:', 'fault:', 'fault:', 'title,']);
  const rows = table + 'c,d\n'.repeat(50_000);
  for await (const one of openInputs(write(zipOf([{ name: 'cut.csv', data: rows, size: 190_000 }])), 'o.zip')) {
    if ('rejected' in one) throw new Error('not expected');
    let read = 0;
    const faults: string[] = [];
    for await (const batch of readRows(one.input)) {
      read += batch.rows.length;
      faults.push(...batch.rejected.map(({ code }) => code));
    }
    expect(read).toBeGreaterThan(20_000);
    expect(faults).toEqual(['damaged']);
  }
});

test('members that share bytes are all refused, whoever was first', async () => {
  const parts: Part[] = [
    { name: 'a.csv', data: 'x'.repeat(1000) },
    { name: 'b.csv', data: 'y', at: 0 },
    { name: 'c.csv', data: 'z', at: 10 },
    { name: 'd.csv', data: table },
  ];
  const { texts, codes } = await opened(zipOf(parts));
  expect(Object.keys(texts)).toEqual(['outer.zip/d.csv']);
  expect(codes).toEqual([
    ['outer.zip/a.csv', 'damaged'],
    ['outer.zip/b.csv', 'damaged'],
    ['outer.zip/c.csv', 'damaged'],
  ]);
});

test('bombs are stopped with a number at once: stated sizes, nested ZIPs of the shape of 42.zip, too many files', async () => {
  const start = performance.now();
  const stated = await opened(
    zipOf([
      { name: 'good.csv', data: table },
      { name: 'ten.csv', data: ' ', size: 4_294_967_290 },
    ]),
    { expandedBytes: 2 ** 31 },
  );
  expect(stated.rejected.map(({ file, code }) => [file, code])).toEqual([['outer.zip/ten.csv', 'limit']]);
  expect(stated.rejected[0]?.allowed.en).toContain('2147483648');
  expect(Object.keys(stated.texts)).toEqual(['outer.zip/good.csv']);

  let bomb = zipOf([{ name: '0.dll', data: Buffer.alloc(1 << 20) }]);
  for (let layer = 0; layer < 4; layer++) {
    const sixteen = Array.from({ length: 16 }, (_, i) => ({ name: `${layer}-${i.toString(16)}.zip`, data: bomb, stored: layer > 0 }));
    bomb = zipOf(sixteen.slice(0, layer === 3 ? 16 : 4));
  }
  const nested = await opened(bomb);
  expect(nested.texts).toEqual({});
  expect(nested.rejected.length).toBe(64);
  expect(new Set(nested.rejected.map(({ allowed }) => allowed.en))).toEqual(new Set(['containers at most 2 deep']));

  const many = await opened(zipOf(Array.from({ length: 50 }, (_, i) => ({ name: `${i}.csv`, data: 'a' }))), { zipFiles: 20 });
  expect(Object.keys(many.texts)).toHaveLength(20);
  expect(many.rejected.map(({ code, allowed }) => [code, allowed.en])).toEqual([['limit', 'at most 20 files in a ZIP, this one has 50']]);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('what is unpacked is counted over all members, and a file has its own limit; what came before stays', async () => {
  const parts = ['a', 'b', 'c'].map((name) => ({ name: `${name}.csv`, data: table.repeat(100) }));
  const { texts, rejected } = await opened(zipOf(parts), { expandedBytes: 4000 });
  expect(Object.keys(texts)).toEqual(['outer.zip/a.csv', 'outer.zip/b.csv']);
  expect(rejected[0]).toMatchObject({ file: 'outer.zip/c.csv', code: 'limit' });
  expect(rejected[0]?.allowed.en).toContain('at most 4000 bytes');

  const plain = write(`a,b\n${'1,2\n'.repeat(1000)}`);
  for await (const one of openInputs(plain, 'plain.csv', { ...limitsOf({}), fileBytes: 1000 })) {
    if ('rejected' in one) throw new Error('not expected');
    const rows: number[] = [];
    const faults: string[] = [];
    for await (const batch of readRows(one.input)) {
      rows.push(...batch.rows.map(({ line }) => line));
      faults.push(...batch.rejected.map(({ code, allowed }) => `${code} ${allowed.en}`));
    }
    expect(rows).toHaveLength(249);
    expect(faults).toEqual(['limit a file of at most 1000 bytes, this one has 4004']);
  }
});

test('gzip is a container of one file; a broken one gives what comes before the break', async () => {
  expect((await opened(gzipSync(table))).texts).toEqual({ 'outer.zip': table });
  const zipped = await opened(zipOf([{ name: 'week.csv.gz', data: gzipSync(table) }]));
  expect(zipped.texts).toEqual({ 'outer.zip/week.csv.gz/week.csv': table });
  expect((await opened(gzipSync(inner))).texts).toEqual({ 'outer.zip/inner.csv': table });
  const whole = gzipSync(Array.from({ length: 50_000 }, (_, i) => `row ${i}\n`).join(''));
  for await (const one of openInputs(write(whole.subarray(0, whole.length / 2)), 'half.csv.gz')) {
    if ('rejected' in one) throw new Error('not expected');
    let read = 0;
    const faults: string[] = [];
    for await (const batch of readRows(one.input)) {
      read += batch.rows.length;
      faults.push(...batch.rejected.map(({ code }) => code));
    }
    expect(read).toBeGreaterThan(1000);
    expect(faults).toEqual(['damaged']);
  }
  expect((await opened(gzipSync('x'.repeat(10_000)), { expandedBytes: 1000 })).texts['outer.zip']).toContain('at most 1000 bytes');
});

test('a broken ZIP is one reject with its name', async () => {
  const zip = zipOf([{ name: 'a.csv', data: table }]);
  for (const broken of [zip.subarray(0, 30), zip.subarray(0, zip.length - 10), Buffer.concat([zip.subarray(0, 60), Buffer.alloc(100)])]) {
    expect((await opened(broken)).codes).toEqual([['outer.zip', 'damaged']]);
  }
});

test('the form comes from the content', async () => {
  const form = async (content: Buffer | string) => formatOf(await fileInput(write(content)));
  const workbook = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
  ];
  const cases: [string, Buffer | string][] = [
    ['table', ''],
    ['table', table],
    ['table', iconv.encode('申请号,名称\n1,手机\n', 'gb18030')],
    ['table', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
    ['jsonl', '{"a":1}\n{"a":2}\n'],
    ['jsonl', '{"a":\n{"a":2}\n'],
    ['json', '{\n  "a": 1\n}\n'],
    ['json', '[{"a":1}]'],
    ['xml', '<?xml version="1.0"?>\n<!DOCTYPE us-patent-grant SYSTEM "x.dtd" []>\n<us-patent-grant/>'],
    ['xml', '\uFEFF<!-- <html> --><trademark-applications-daily/>'],
    ['xml', '<!DOCTYPE PATDOC SYSTEM "ST32-US-Grant-025xml.dtd">\n<PATDOC>'],
    ['html', '<!DOCTYPE html>\n<html></html>'],
    ['html', '<?xml version="1.0"?><html xmlns="x"/>'],
    ['html', '<table><tr><td>号码'],
    ['greenbook', 'PATN\r\nWKU  043479030\r\n'],
    ['greenbook', 'HHHHHT        APS1        ISSUE - 760106'],
    ['zip', zipOf([{ name: 'a.xml', data: '<a/>' }])],
    ['zip', zipOf([])],
    ['xlsx', zipOf(workbook)],
    ['xlsx', zipOf([...workbook].reverse())],
    ['xlsb', zipOf([workbook[0]!, { name: 'xl/workbook.bin', data: 'x' }])],
    ['other', zipOf([workbook[0]!, { name: 'word/document.xml', data: '<a/>' }])],
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['gzip', gzipSync('a')],
    ['pdf', '%PDF-1.7'],
    ['other', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ];
  for (const [expected, content] of cases) expect([expected, await form(content)]).toEqual([expected, expected]);
});

test('limits are those of the house where it sets them', () => {
  expect(limitsOf({ ZHIJIAN_MAX_FILE_BYTES: '1000', ZHIJIAN_MAX_ZIP_DEPTH: '0', ZHIJIAN_MAX_ZIP_FILES: 'many' })).toEqual({
    ...limitsOf({}),
    fileBytes: 1000,
  });
  expect(limitsOf({})).toMatchObject({ fileBytes: 2 ** 31, expandedBytes: 2 ** 32, recordBytes: 2 ** 26, zipFiles: 200_000, depth: 2 });
});

/** A member of so many bytes of spaces, made without holding it. */
const zipOfSpaces = async (path: string, bytes: number, stated: number): Promise<void> => {
  const piece = Buffer.alloc(1 << 20, ' ');
  let sum = 0;
  const packed: Buffer[] = [];
  await pipeline(
    Readable.from(
      (function* () {
        for (let left = bytes; left > 0; left -= piece.length) {
          sum = crc32(piece, sum);
          yield piece;
        }
      })(),
    ),
    createDeflateRaw(),
    async (stream: AsyncIterable<Buffer>) => {
      for await (const one of stream) packed.push(one);
    },
  );
  const data = Buffer.concat(packed);
  const zip = zipOf([{ name: 'spaces.xml', data, stored: true, method: 8, size: stated, crc: sum }]);
  const out = createWriteStream(path);
  out.end(zip);
  await new Promise<void>((resolve) => void out.on('close', () => resolve()));
};

test('200 MB out of 200 kB streams in bounded memory; one that unpacks to more than stated is stopped where it does', async () => {
  const path = join(folder, 'spaces.zip');
  await zipOfSpaces(path, 200 * 2 ** 20, 200 * 2 ** 20);
  const before = process.memoryUsage().rss;
  let most = 0;
  // Filler as it is, it would be stopped at the limit of a record.
  for await (const one of openInputs(path, 'spaces.zip', { ...limitsOf({}), recordBytes: 2 ** 30 })) {
    if ('rejected' in one) throw new Error(one.rejected.allowed.en);
    const reader = await one.input.open();
    const piece = Buffer.alloc(1 << 20);
    let length = 0;
    for (let got = await reader.read(piece, 0); got > 0; got = await reader.read(piece, 0)) {
      length += got;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    await reader.close();
    expect(length).toBe(200 * 2 ** 20);
  }
  expect(most / 2 ** 20).toBeLessThan(150);
  await zipOfSpaces(path, 64 * 2 ** 20, 1000);
  for await (const one of openInputs(path, 'spaces.zip')) {
    if ('rejected' in one) expect(one.rejected.code).toBe('damaged');
    else await expect(drain(one.input)).rejects.toThrow('1000');
  }
});
