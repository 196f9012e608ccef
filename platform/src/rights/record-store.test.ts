// Batches of rights against a database: what is stored once, what is counted, and two imports at once.
import type { RightRow } from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asker, asBody, asSystem } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { countRights, foldWords, insertRightRecords, searchRights } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 60_000);
afterAll(() => db.drop());

const body = async (): Promise<{ asker: Asker; importId: string }> => {
  const sql = `INSERT INTO people.body (kind, name, region) VALUES ('local_office', '局', '33') RETURNING id`;
  const { rows } = await asSystem(db.pool, (tx) => tx.query<{ id: string }>(sql));
  const asker = { body_id: rows[0]!.id, region: '33' };
  const made = await asBody(db.pool, asker, (tx) =>
    tx.query<{ id: string }>(`INSERT INTO imports.import (file_name, file_path, kind) VALUES ('a', 'a', 'rights') RETURNING id`),
  );
  return { asker, importId: made.rows[0]!.id };
};

const row = (number: string, facts: Partial<RightRow> = {}): RightRow => rightRow({ kind: 'trademark', number, office: 'CN' }, facts);
const records = (rows: RightRow[]) => rows.map((one) => ({ rows: [one], document: null }));

test('hostile text is stored as it came, in its order, and once', async () => {
  const { asker, importId } = await body();
  const names = ['a\nb', 'NUL \0', 'half \ud800', '\\"{}', "'; DROP TABLE rights.right_row; --", 'x\x1e\x1fy', '\\N', '\x01', ''];
  const rows = names.map((name, i) => row(String(i + 1), { name, owner: name }));
  const put = () => asBody(db.pool, asker, (tx) => insertRightRecords(tx, importId, records([...rows, ...rows])));
  // Of a pair in one batch both brought what was not known.
  expect(await put()).toBe(2 * names.length);
  expect(await put()).toBe(0);
  const stored = await asBody(db.pool, asker, (tx) => tx.query<{ content: RightRow }>('SELECT content FROM rights.right_row ORDER BY id'));
  expect(stored.rows.map(({ content }) => content.name)).toEqual(names);
  expect((await asBody(db.pool, asker, countRights)).rights).toBe(names.length);
});

test('overlapping batches at once, in opposite orders: each right is counted once, and none waits for the other for ever', async () => {
  const { asker, importId } = await body();
  const all = Array.from({ length: 600 }, (_, i) => row(String(1000 + (i % 400)), { name: `n${i}` }));
  const put = (rows: RightRow[]) => asBody(db.pool, asker, (tx) => insertRightRecords(tx, importId, records(rows)));
  const batches = [all, all.toReversed(), all.slice(200), all.slice(0, 450).toReversed()];
  const stored = await Promise.all(batches.map(put));
  expect(stored.reduce((sum, n) => sum + n, 0)).toBe(600);
  const { rows } = await asBody(db.pool, asker, (tx) =>
    tx.query<{ rows: number; rights: number }>('SELECT count(*)::int AS rows, count(DISTINCT number)::int AS rights FROM rights.right_row'),
  );
  expect(rows).toEqual([{ rows: 600, rights: 400 }]);
  expect((await asBody(db.pool, asker, countRights)).rights).toBe(400);
});

test('names and holders are found by any part, whatever their width and case; the latest first', async () => {
  const { asker, importId } = await body();
  const named = [
    row('1', { name: 'ＬＩＭＯ穗禾\n师', owner: '深圳澄屿贸易有限公司' }),
    row('2', { name: null, owner: 'Limo GmbH' }),
    row('3', { name: '100%' }),
  ];
  await asBody(db.pool, asker, (tx) => insertRightRecords(tx, importId, records(named)));
  const found = async (words: string) => {
    const like = `%${foldWords(words).replace(/[\\%_]/g, '\\$&')}%`;
    return (await asBody(db.pool, asker, (tx) => searchRights(tx, { like, prefix: `${words}%` }, null, 10))).map(({ number }) => number);
  };
  expect(await found('limo')).toEqual(['2', '1']);
  expect(await found('穗禾')).toEqual(['1']);
  expect(await found('澄屿')).toEqual(['1']);
  expect(await found('0%')).toEqual(['3']);
  expect(await found('无此')).toEqual([]);
});

test('a body counts its own rights only', async () => {
  const [one, two] = [await body(), await body()];
  await asBody(db.pool, one.asker, (tx) => insertRightRecords(tx, one.importId, records([row('1'), row('2')])));
  await asBody(db.pool, two.asker, (tx) => insertRightRecords(tx, two.importId, records([row('1')])));
  expect((await asBody(db.pool, one.asker, countRights)).rights).toBe(2);
  expect((await asBody(db.pool, two.asker, countRights)).rights).toBe(1);
});
