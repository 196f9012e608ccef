// A file of hundreds of megabytes in a ZIP of a few, read by a worker with bounded memory; and files made to burst, stopped with a number.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { constants, createDeflateRaw, crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, importById, keepFile, previewFile, readItems } from '../imports/index.ts';
import { asBody } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { forkWorker, newBody } from './testing-work.ts';

/** ZHIJIAN_BIG_MB=560 tries the size of a part of the office's annual file. */
const MEGABYTES = Number(process.env['ZHIJIAN_BIG_MB'] ?? 60);
const MOST_KB = 512 * 1024;

const dir = mkdtempSync(join(tmpdir(), 'zhijian-big-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

/** A ZIP with one member, whose size may need ZIP64: `size` is what it states. */
const zipAround = (name: string, packed: Buffer, size: number, crc: number): Buffer => {
  const bytes = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(45, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(Math.min(size, 0xffffffff), 18);
  fields.writeUInt16LE(bytes.length, 22);
  const extra = Buffer.alloc(size >= 0xffffffff ? 12 : 0);
  if (extra.length > 0) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
  }
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, bytes]);
  fields.writeUInt16LE(extra.length, 24);
  const directory = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 45, 3]), fields, Buffer.alloc(14), bytes, extra]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, directory, end]);
};

/** A genuine record under other serial numbers, with words in between up to 25 kB: one reaches into the window of the next, so it packs well. */
const bigZip = async (megabytes: number): Promise<{ zip: Buffer; records: number; bytes: number }> => {
  const record = readFileSync(join(import.meta.dirname, '../rights/samples/uspto-trademarks/98763166-new-application.xml'), 'utf8');
  const padded = `${record}<!--${'daily '.repeat(3_000)}-->\n`;
  const deflate = createDeflateRaw();
  const pieces: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  let [crc, bytes, records] = [0, 0, 0];
  const write = async (text: string) => {
    const piece = Buffer.from(text);
    crc = crc32(piece, crc);
    bytes += piece.length;
    if (!deflate.write(piece)) await once(deflate, 'drain');
  };
  await write('<?xml version="1.0"?><trademark-applications-daily>');
  for (; bytes < megabytes * 1e6; records++) await write(padded.replaceAll('98763166', `${98_000_000 + records}`));
  await write('</trademark-applications-daily>');
  deflate.end();
  await once(deflate, 'end');
  return { zip: zipAround('apc.xml', Buffer.concat(pieces), bytes, crc), records, bytes };
};

test('[D5.foreign-rights-data] a big file in a small ZIP comes in whole, and the worker stays below 512 MB', async () => {
  const { zip, records, bytes } = await bigZip(MEGABYTES);
  const path = join(dir, 'apc.zip');
  writeFileSync(path, zip);
  const asker = await newBody(house, '大局', '2026-11-24');
  const given = { file_name: 'apc.zip', file_path: keepFile(dir, path), kind: 'rights' as const, covers: [] };
  const id = await asBody(house.pool, asker, (tx) => createImport(tx, asker, given));
  const worker = forkWorker(house, dir);
  const began = Date.now();
  let peak = 0;
  for (;;) {
    const row = (await asBody(house.pool, asker, (tx) => importById(tx, id)))!;
    expect(row.failure).toBeNull();
    peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${worker.pid}/status`, 'utf8'))?.[1] ?? peak);
    if (row.state === 'done') {
      expect(row).toMatchObject({ read_records: records, stored: records, set_aside: 0 });
      break;
    }
    await pause(50);
  }
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB in a ZIP of ${(zip.length / 1e6).toFixed(2)} MB, ${records} records: ${Date.now() - began} ms, peak ${(peak / 1024).toFixed(0)} MiB`,
  );
  expect(peak).toBeGreaterThan(10_000);
  expect(peak).toBeLessThan(MOST_KB);
}, 900_000);

/** Ten gigabytes of spaces: one packed piece again and again, since a full flush leaves nothing to refer to. */
const spaces = (gigabytes: number): Buffer => {
  const piece = 1 << 24;
  const packed = deflateRawSync(Buffer.alloc(piece, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: Math.ceil((gigabytes * 1e9) / piece) }, () => packed), deflateRawSync(Buffer.alloc(0))]);
};

/** The head of a gzip without a name. */
const GZIP = Buffer.from('1f8b0800000000000003', 'hex');

const nested = (depth: number): Buffer => {
  const inner = depth === 0 ? Buffer.alloc(1 << 20) : nested(depth - 1);
  return zipOf(Array.from({ length: 16 }, (_, i) => ({ name: `lib ${i}.zip`, data: inner })));
};
const overlapping = (): Buffer =>
  zipOf(Array.from({ length: 400 }, (_, i) => ({ name: `${i}.csv`, data: i === 0 ? Buffer.alloc(1 << 20, ' ') : '', size: 1 << 20, at: 0 })));

test('bombs are stopped with a number, at once', async () => {
  const ten = spaces(10);
  const opening = deflateRawSync('<?xml version="1.0"?><trademark-applications-daily>', { finishFlush: constants.Z_FULL_FLUSH });
  const bombs: [string, Buffer, RegExp][] = [
    ['stated.zip', zipAround('a.xml', ten, 1e10, 0), /4294967296/],
    ['hidden.zip', zipAround('a.xml', Buffer.concat([opening, ten]), 1_000_000, 0), /1000000/],
    // Spaces alone are of no kind: the file is named and left out.
    ['blank.zip', zipAround('a.xml', ten, 1_000_000, 0), /a\.xml/],
    ['blank.gz', Buffer.concat([GZIP, ten, Buffer.alloc(8)]), /blank/],
    ['open.gz', Buffer.concat([GZIP, opening, ten, Buffer.alloc(8)]), /67108864/],
    ['42.zip', nested(5), / 2 /],
    ['overlap.zip', overlapping(), /overlap/],
  ];
  for (const [name, bytes, number] of bombs) {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    await previewFile(path);
    // Time of the processor: a wall clock says little on a busy machine.
    const began = process.cpuUsage();
    const said: string[] = [];
    const { warnings } = await readItems({ kind: 'rights', file_path: path, file_name: name, covers: [] }, async (item) => {
      if (item.kind === 'rejected') said.push(`${item.rejected.code} ${item.rejected.allowed.en}`);
      else said.push(`stored ${item.kind}`);
    });
    said.push(...warnings.map(({ en }) => en));
    const { user, system } = process.cpuUsage(began);
    const took = Math.round((user + system) / 1000);
    console.log(`${name}, ${(bytes.length / 1e6).toFixed(1)} MB: ${took} ms, ${said.length} said, first: ${said[0]}`);
    expect(said.filter((one) => one.startsWith('stored'))).toEqual([]);
    expect(said.join('\n')).toMatch(number);
    expect(took).toBeLessThan(2_000);
  }
}, 60_000);
