// Documents of offices go out with the rights and come in again: claims, figures, parties and every number by which a right is found.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RightDocument } from '@zhijian/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody, asSystem } from '../kernel/index.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { fileInput, readRows } from '../readers/index.ts';
import { insertRightRecords, rightsByNumber, storedRight } from '../rights/index.ts';
import { exportPieces } from './export.ts';
import { type TestHouse, testHouse } from './testing.ts';

const SAMPLES = join(import.meta.dirname, '../rights/samples');
const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
const EXCEL_CELL = 32_767;
const dir = mkdtempSync(join(tmpdir(), 'zhijian-documents-'));

/** Every sample of an office's file; the rest are tables of what they hold, and where they come from. */
const samples = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && !/^golden|\.md$/.test(one.name))
  .map((one) => join(one.parentPath, one.name))
  .sort();

let house: TestHouse;
let asker: Asker;
beforeAll(async () => {
  house = await testHouse();
  const { body_id, region } = house.logins[0]!.person;
  asker = { body_id, region };
  const zip = join(dir, 'samples.zip');
  writeFileSync(zip, zipOf(samples.map((file, i) => ({ name: `${i}-${basename(file)}`, data: readFileSync(file) }))));
  const imported = await importInto(asker, zip);
  expect(imported).toMatchObject({ state: 'done' });
  expect(imported.stored).toBeGreaterThan(50);
  await asBody(house.pool, asker, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO imports.import (file_name, file_path, kind, state) VALUES ('huge', '', 'rights', 'done') RETURNING id`,
    );
    await insertRightRecords(tx, rows[0]!.id, [
      { rows: [], document: huge('US', '99000001', '词'.repeat(1_200_000)) },
      { rows: [], document: huge('US', '99000002', '=🙂"\'@\0\u2028\ud83d\ufffe_x000D_ <b>\t'.repeat(60_000)) },
    ]);
  });
}, 120_000);
afterAll(async () => {
  await house.close();
  rmSync(dir, { recursive: true, force: true });
});

const huge = (office: string, number: string, text: string): RightDocument => ({
  office,
  kind: 'trademark',
  number,
  format: 'uspto_trademark',
  known_on: '2026-01-01',
  numbers: [{ type: 'registration', number: `US${number.slice(1)}`, date: null }],
  titles: [{ language: null, text: '=1+1' }],
  abstract: null,
  parties: [],
  classes: [],
  goods: [{ class: 9, text }],
  priorities: [],
  family: [],
  claims: [],
  figures: [],
  events: [],
});

const bytesOf = async (who: Asker, format: (typeof FORMATS)[number]) => {
  const pieces: Buffer[] = [];
  for await (const piece of exportPieces(house.pool, who, { what: 'rights', format })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

const emptyBody = async (name: string): Promise<Asker> => {
  const sql = `INSERT INTO people.body (kind, name, region) VALUES ('local_office', $1, '33') RETURNING id`;
  const body_id = await asSystem(house.pool, async (tx) => (await tx.query<{ id: string }>(sql, [name])).rows[0]!.id);
  return { body_id, region: '33' };
};

const importInto = async (who: Asker, file: string) => {
  const given = { file_name: 'exported', file_path: keepFile(dir, file), kind: 'rights', covers: [] } as const;
  const id = await asBody(house.pool, who, (tx) => createImport(tx, who, given));
  for (;;) {
    const row = await asBody(house.pool, who, (tx) => importById(tx, id));
    if (row !== null && (row.state === 'done' || row.state === 'failed')) return row;
    await new Promise((go) => setTimeout(go, 50));
  }
};

/** What is found under a number, with all its documents. */
const found = (who: Asker, number: string) =>
  asBody(house.pool, who, async (tx) => {
    const rights = await rightsByNumber(tx, number);
    const all = [];
    for (const right of rights) all.push({ ...right, ...(await storedRight(tx, right)) });
    return all;
  });

/** Each number that a file of the samples gives, and what is found by it. */
const allFound = async (who: Asker) => {
  const numbers = await asBody(house.pool, who, async (tx) =>
    (await tx.query<{ other: string }>('SELECT DISTINCT other FROM rights.other_number')).rows.map(({ other }) => other).sort(),
  );
  const out: [string, unknown][] = [];
  for (const number of numbers) out.push([number, await found(who, number)]);
  return out;
};

describe.each(FORMATS)('%s', (format) => {
  test('rights with the documents of their offices import into an empty body to the same state', async () => {
    const bytes = await bytesOf(asker, format);
    const file = join(dir, `rights.${format}`);
    writeFileSync(file, bytes);
    const other = await emptyBody(`空 ${format}`);
    expect(await importInto(other, file)).toMatchObject({ state: 'done', set_aside: 0, already_known: 0, warnings: [] });
    expect((await bytesOf(other, format)).equals(bytes)).toBe(true);
    expect((await bytesOf(other, 'jsonl')).equals(await bytesOf(asker, 'jsonl'))).toBe(true);
    const before = await allFound(asker);
    expect(before.length).toBeGreaterThan(70);
    expect(await allFound(other)).toEqual(before);
    const [design] = await found(other, 'USD435854');
    expect(design?.documents[0]).toMatchObject({ classes: [{ scheme: 'locarno' }, {}] });
    expect(design?.documents[0]?.figures.length).toBeGreaterThan(1);
    const [granted] = await found(other, 'EP1000000B1');
    expect(granted?.documents[0]?.parties.length).toBeGreaterThan(0);
    // Into its own body it brings nothing new.
    expect(await importInto(asker, file)).toMatchObject({ state: 'done', stored: 0, set_aside: 0 });
    expect((await bytesOf(asker, format)).equals(bytes)).toBe(true);
  }, 120_000);
});

test.each(['csv', 'xlsx'] as const)('cells of documents in a %s are no longer than Excel takes, and none is a formula', async (format) => {
  const file = join(dir, `cells.${format}`);
  const bytes = await bytesOf(asker, format);
  writeFileSync(file, bytes);
  let documents = 0;
  for await (const { headings, rows } of readRows(await fileInput(file))) {
    const own = (headings ?? []).filter((heading) => /^zhijian/.test(heading));
    for (const { cells } of rows) {
      if (!/^document |^\{"document":/.test(cells['zhijian'] ?? '')) continue;
      documents++;
      for (const heading of own) expect((cells[heading] ?? '').length).toBeLessThanOrEqual(EXCEL_CELL);
    }
  }
  expect(documents).toBeGreaterThan(40);
  if (format === 'csv') expect(bytes.toString().match(/(?:^|,)"?[=+\-@\t\r](?!\n)/m)).toBeNull();
});

test('a document that a person broke is set aside and nothing beside it; a part without its neighbours too', async () => {
  const lines = (await bytesOf(asker, 'jsonl')).toString().trimEnd().split('\n');
  const at = (sign: string) => lines.findIndex((line) => line.includes(sign));
  const whole = at('"zhijian":{"document"');
  const part = at('"zhijian":"document 2/');
  const changed = (place: number, from: string | RegExp, to: string) => lines.map((line, i) => (i === place ? line.replace(from, to) : line));
  const cases: [string[], { set_aside: number; code: string }][] = [
    [changed(whole, '"claims":', '"demands":'), { set_aside: 1, code: 'json' }],
    [changed(whole, /"number":"[^"]+"/, '"number":"1234567"'), { set_aside: 1, code: 'right_number' }],
    [lines.filter((_, i) => i !== part), { set_aside: 0, code: 'json' }],
    [lines.slice(0, part), { set_aside: 1, code: 'truncated' }],
  ];
  const { length: all } = lines;
  for (const [i, [given, { set_aside, code }]] of cases.entries()) {
    const who = await emptyBody(`坏 ${i}`);
    const file = join(dir, `broken-${i}.jsonl`);
    writeFileSync(file, `${given.join('\n')}\n`);
    const done = await importInto(who, file);
    const codes = await asBody(house.pool, who, async (tx) =>
      (await tx.query<{ code: string }>(`SELECT rejected->>'code' AS code FROM imports.set_aside ORDER BY sequence`)).rows.map((one) => one.code),
    );
    expect(new Set(codes)).toEqual(new Set([code]));
    if (set_aside > 0) expect(done.set_aside).toBe(set_aside);
    // The other documents are there.
    expect((await bytesOf(who, 'jsonl')).toString().trimEnd().split('\n').length).toBeGreaterThan(all - 40);
  }
}, 60_000);
