// What is stored and detected equals what `detect` makes of the same files, whatever came first.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportKind } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, importById, runImport, type StoredImport } from '../imports/index.ts';
import { asBody, asSystem, setSetting, type Pool } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { detectFiles, type ExportName, exportLines } from './index.ts';
import { runDetect } from './run-detect.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const EXAMPLES = ['rights', 'licences', 'offers'].map((name) => join(ROOT, 'examples', `${name}.csv`));
const WORLD = ['rights', 'licences', 'offers'].map((name) => join(ROOT, 'demo/world', `${name}.csv`));
const JUDGED_ON = '2026-11-24';
const NAMES: ExportName[] = ['leads', 'screened', 'held'];

const dir = mkdtempSync(join(tmpdir(), 'zhijian-stored-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

interface Body {
  body_id: string;
  region: string;
}
const newBody = async (): Promise<Body> => {
  const body_id = await asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(`INSERT INTO people.body (kind, name, region) VALUES ('local_office', '甲局', '33') RETURNING id`);
    return rows[0]!.id;
  });
  await asBody(house.pool, { body_id, region: '33' }, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
  return { body_id, region: '33' };
};

const kindOf = (file: string): ImportKind => (/rights/.test(basename(file)) ? 'rights' : /licences/.test(basename(file)) ? 'licences' : 'offers');

const importFile = async (body: Body, file: string, kind = kindOf(file), pool: Pool = house.pool): Promise<StoredImport> => {
  const import_id = await asBody(pool, body, (tx) => createImport(tx, body, { file_name: basename(file), file_path: file, kind, covers: [] }));
  await runImport(pool, { ...body, import_id });
  await runDetect(pool, { ...body, import_id }, { today: '1999-01-01', threads: 2 });
  const imported = await asBody(pool, body, (tx) => importById(tx, import_id));
  expect(imported!.state).toBe('done');
  return imported!;
};

const exported = async (body: Body): Promise<Record<ExportName, string>> => {
  const all = { leads: '', screened: '', held: '' };
  for (const name of NAMES) for await (const line of exportLines(house.pool, body, name)) all[name] += `${line}\n`;
  return all;
};

let runs = 0;
const detected = async (files: readonly string[]): Promise<Record<ExportName, string>> => {
  const of = (kind: ImportKind) => files.filter((file) => kindOf(file) === kind);
  const out = join(dir, `out-${(runs += 1)}`);
  await detectFiles({ rights: of('rights'), licences: of('licences'), offers: of('offers'), covers: [], judgedOn: JUDGED_ON, threads: 1, out });
  const read = (name: string) => readFileSync(join(out, `${name}.jsonl`), 'utf8');
  return { leads: read('leads'), screened: read('screened'), held: read('held') };
};

const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

/** Orders in which three files may come: all of them. */
const orders = <T>([a, b, c]: readonly T[]): T[][] => [
  [a!, b!, c!],
  [a!, c!, b!],
  [b!, a!, c!],
  [b!, c!, a!],
  [c!, a!, b!],
  [c!, b!, a!],
];

test('[B5.summary-database] [B5.licence-database] [B5.offer-database] files imported in any order give what detect writes', async () => {
  const expected = await detected(EXAMPLES);
  expect(expected.leads.split('\n').length).toBeGreaterThan(3);
  for (const order of orders(EXAMPLES)) {
    const body = await newBody();
    for (const one of order) await importFile(body, one);
    expect(await exported(body)).toEqual(expected);
  }
});

test('the demo world, stored, equals detect over its files', async () => {
  expect(existsSync(WORLD[2]!)).toBe(true);
  const expected = await detected(WORLD);
  const [rights, licences, offers] = WORLD as [string, string, string];
  for (const order of [
    [rights, licences, offers],
    [offers, rights, licences],
  ]) {
    const body = await newBody();
    for (const one of order) await importFile(body, one);
    expect(await exported(body)).toEqual(expected);
  }
});
