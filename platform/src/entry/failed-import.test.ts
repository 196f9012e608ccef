// An import whose job never succeeds: told as failed, tried again by a person, its file kept until then and no longer.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IMPORT_FAILURE, type ImportDetail, type ImportRow, PATH, type Problem, type RowPage } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, sweepUploads } from '../imports/index.ts';
import { asBody, asSystem } from '../kernel/index.ts';
import { type Browser, ROOT, type TestHouse, testHouse } from './testing.ts';

const example = (name: string) => readFileSync(join(ROOT, 'examples', name));

let house: TestHouse;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  b = await house.signedIn(house.logins[1]!);
  // One try each, so that a failure is for good at once.
  await sql(`CREATE FUNCTION public.one_try() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.max_attempts := 1; RETURN NEW; END $$`);
  await sql('CREATE TRIGGER one_try BEFORE INSERT OR UPDATE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION public.one_try()');
});
afterAll(() => house.close());

const sql = (text: string, values: unknown[] = []) => asSystem(house.pool, (tx) => tx.query(text, values));
const retry = (browser: Browser, id: string) => browser.change<ImportDetail & Problem>('POST', `${PATH.imports}/${id}/retry`);
const ended = async (id: string): Promise<ImportDetail> => {
  for (;;) {
    const { body } = await a.get<ImportDetail>(`${PATH.imports}/${id}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await pause(50);
  }
};
const pathOf = async (id: string) => (await sql('SELECT file_path FROM imports.import WHERE id = $1', [id])).rows[0].file_path as string;

test.each([
  ['import', 'offers.version', { read_records: 0 }],
  ['detect', 'detection.finding', { read_records: 16 }],
] as const)('an import whose job %s fails for good is told as failed and goes on when it is tried again', async (step, table, counted) => {
  const [schema, name] = table.split('.') as [string, string];
  if (step === 'import') await a.import('rights', 'rights.csv', example('rights.csv'));
  const text = example('offers.csv')
    .toString()
    .replaceAll(/^([^,\n]*,)?([A-Z]\d{4})/gm, `$1$2${step}`);
  await sql(`ALTER TABLE ${table} RENAME TO away`);
  let failed: ImportDetail;
  try {
    failed = await a.import('offers', 'offers.csv', text);
  } finally {
    await sql(`ALTER TABLE ${schema}.away RENAME TO ${name}`);
  }
  expect(failed).toMatchObject({ state: 'failed', failure: IMPORT_FAILURE[step], can_retry: true, ...counted });
  expect((await a.get<RowPage<ImportRow>>(PATH.imports)).body.rows[0]).toMatchObject({ id: failed.id, state: 'failed', can_retry: true });
  expect(existsSync(await pathOf(failed.id))).toBe(step === 'import');
  // Another body cannot.
  expect((await retry(b, failed.id)).body.code).toBe('not_found');
  expect((await retry(a, 'x')).body.code).toBe('not_found');
  expect(await retry(a, failed.id)).toMatchObject({ status: 200, body: { failure: null, can_retry: false } });
  expect(await ended(failed.id)).toMatchObject({ state: 'done', failure: null, can_retry: false, read_records: 16, stored: 16 });
  expect(existsSync(await pathOf(failed.id))).toBe(false);
  const offers = await sql('SELECT count(*)::int AS n FROM offers.version WHERE import_id = $1', [failed.id]);
  expect(offers.rows[0].n).toBe(16);
  const findings = 'SELECT count(*)::int AS n FROM detection.finding f JOIN offers.version v ON v.id = f.offer_version_id WHERE v.import_id = $1';
  expect((await sql(findings, [failed.id])).rows[0].n).toBeGreaterThan(5);
  expect((await retry(a, failed.id)).body.code).toBe('retry_useless');
});

test('a file that cannot be read fails without another try, and is not kept', async () => {
  const { person } = house.logins[0]!;
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-failed-'));
  const file_path = join(dir, 'uploads', 'gone.csv');
  const given = { file_name: 'gone.csv', file_path, kind: 'offers' as const, covers: [] };
  const asker = { body_id: person.body_id, region: person.region };
  const id = await asBody(house.pool, asker, (tx) => createImport(tx, asker, given));
  expect(await ended(id)).toMatchObject({ state: 'failed', can_retry: false, failure: { en: expect.stringContaining('gone.csv') } });
  expect((await retry(a, id)).body.code).toBe('retry_useless');
  rmSync(dir, { recursive: true });
});

test('files of uploads that were never imported go after a day; of failed imports, after a week without another try', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-swept-'));
  const DAY = 86_400_000;
  const now = Date.now();
  const { person } = house.logins[0]!;
  const put = (name: string, days: number): string => {
    const path = join(dir, 'uploads', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'x');
    utimesSync(path, (now - days * DAY) / 1000, (now - days * DAY) / 1000);
    return path;
  };
  put('fresh.csv', 0.5);
  put('old.csv', 1.5);
  put(`${person.body_id}/old.json`, 1.5);
  put(`${person.body_id}/fresh.json`, 0.5);
  const importOf = async (name: string, state: string, days: number, retryWith: string | null) => {
    const values = [person.body_id, person.region, name, put(name, days), state, retryWith, `${days} days`];
    const insert = `INSERT INTO imports.import (body_id, region, file_name, file_path, kind, state, retry_with, ended_at)
      VALUES ($1, $2, $3, $4, 'offers', $5, $6, now() - $7::interval) RETURNING id`;
    return (await sql(insert, values)).rows[0].id as string;
  };
  await importOf('waiting.csv', 'waiting', 30, null);
  await importOf('failed.csv', 'failed', 6, 'import');
  const late = await importOf('late.csv', 'failed', 8, 'import');
  await sweepUploads(house.pool, dir, now);
  const left = readdirSync(join(dir, 'uploads'), { recursive: true, encoding: 'utf8' }).sort();
  expect(left).toEqual([person.body_id, `${person.body_id}/fresh.json`, 'failed.csv', 'fresh.csv', 'waiting.csv'].sort());
  expect((await retry(a, late)).body.code).toBe('retry_useless');
  await sweepUploads(house.pool, join(dir, 'none'), now);
  rmSync(dir, { recursive: true });
});
