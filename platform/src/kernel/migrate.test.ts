import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let house: TestDatabase;
let dir: string;
beforeEach(async () => {
  house = await testDatabase({ bare: true });
  dir = mkdtempSync(join(tmpdir(), 'zj-migrations-'));
});
afterEach(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

const put = (file: string, sql: string) => writeFileSync(join(dir, file), sql);
const tables = async (): Promise<string[]> =>
  (await house.pool.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).rows.map(
    ({ tablename }) => tablename,
  );

test('files are applied once, in order, and later ones are added', async () => {
  put('0001-a.sql', 'CREATE TABLE a (x int);');
  put('0002-b.sql', 'ALTER TABLE a RENAME TO b; -- needs the first');
  expect(await migrate(house.database, dir)).toEqual(['0001-a.sql', '0002-b.sql']);
  expect(await migrate(house.database, dir)).toEqual([]);
  put('0003-c.sql', 'CREATE TABLE c (x int);');
  expect(await migrate(house.database, dir)).toEqual(['0003-c.sql']);
  expect(await tables()).toEqual(['b', 'c']);
});

test('a file that was edited after it was applied is refused, and so is a database that is ahead', async () => {
  put('0001-a.sql', 'CREATE TABLE a (x int);');
  await migrate(house.database, dir);
  put('0001-a.sql', 'CREATE TABLE a (x int, y int);');
  put('0002-b.sql', 'CREATE TABLE b (x int);');
  await expect(migrate(house.database, dir)).rejects.toMatchObject({ code: 'migration_changed', facts: { file: '0001-a.sql' } });
  expect(await tables()).toEqual(['a']);
  rmSync(join(dir, '0001-a.sql'));
  await expect(migrate(house.database, dir)).rejects.toMatchObject({ code: 'migration_unknown' });
});

test('a file that fails leaves nothing of itself and keeps those before it', async () => {
  put('0001-a.sql', 'CREATE TABLE a (x int);');
  put('0002-b.sql', 'CREATE TABLE b (x int); SELECT 1 / 0;');
  await expect(migrate(house.database, dir)).rejects.toMatchObject({ code: 'migration_failed', facts: { file: '0002-b.sql' } });
  expect(await tables()).toEqual(['a']);
  put('0002-b.sql', 'CREATE TABLE b (x int);');
  expect(await migrate(house.database, dir)).toEqual(['0002-b.sql']);
});

test('several servers that start at once migrate once', async () => {
  put('0001-a.sql', 'CREATE TABLE a (x int); SELECT pg_sleep(0.1);');
  const applied = await Promise.all([1, 2, 3].map(() => migrate(house.database, dir)));
  expect(applied.flat()).toEqual(['0001-a.sql']);
});

test('two files of one number, or another name, are refused before anything is applied', () => {
  put('0001-a.sql', '');
  put('0001-b.sql', '');
  expect(() => readMigrations(dir)).toThrow(/0001-b/);
  rmSync(join(dir, '0001-b.sql'));
  put('2-c.sql', '');
  expect(() => readMigrations(dir)).toThrow(/2-c/);
});

test('the schema of the house applies to an empty database', async () => {
  expect((await migrate(house.database)).length).toBeGreaterThan(1);
});
