import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { asBody, asSystem } from './pool.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const A = { body_id: '00000000-0000-4000-8000-00000000000a', region: '33', account_id: '00000000-0000-4000-8000-0000000000aa' };
const B = { body_id: '00000000-0000-4000-8000-00000000000b', region: '44' };
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(() => house.drop());

const subjects = async (asker: typeof B, sql = 'SELECT subject FROM kernel.audit ORDER BY id'): Promise<string[]> =>
  asBody(house.pool, asker, async (tx) => (await tx.query<{ subject: string }>(sql)).rows.map(({ subject }) => subject));

test('a row of one body is invisible to another, even where the query forgets to ask', async () => {
  await asBody(house.pool, A, (tx) => audit(tx, { action: 'lead.opened', subject: 'of A' }));
  await asBody(house.pool, B, (tx) => audit(tx, { action: 'lead.opened', subject: 'of B' }));
  expect(await subjects(A)).toEqual(['of A']);
  expect(await subjects(B)).toEqual(['of B']);
  expect(await subjects(B, `SELECT subject FROM kernel.audit WHERE body_id = '${A.body_id}' OR true`)).toEqual(['of B']);
  const all = await asSystem(house.pool, async (tx) => (await tx.query('SELECT subject FROM kernel.audit')).rows);
  expect(all).toHaveLength(2);
});

test('no row is written under another body, and none of the record is changed or removed', async () => {
  const forged = asBody(house.pool, B, (tx) => tx.query(`INSERT INTO kernel.audit (action, subject, body_id) VALUES ('x', 'x', $1)`, [A.body_id]));
  await expect(forged).rejects.toThrow(/row-level security/);
  await expect(asBody(house.pool, A, (tx) => tx.query(`UPDATE kernel.audit SET subject = 'x'`))).rejects.toThrow(/permission denied/);
  await expect(asSystem(house.pool, (tx) => tx.query('DELETE FROM kernel.audit'))).rejects.toThrow(/append-only/);
});

test('the audit row says who: body and account of the transaction', async () => {
  const { rows } = await house.pool.query(`SELECT body_id, account_id, action, detail FROM kernel.audit WHERE subject = 'of A'`);
  expect(rows).toEqual([{ body_id: A.body_id, account_id: A.account_id, action: 'lead.opened', detail: {} }]);
});

test('a connection forgets who asked when its transaction ends', async () => {
  const client = await house.pool.connect();
  client.release();
  await asBody(house.pool, A, async () => {});
  const { rows } = await house.pool.query(`SELECT current_setting('zhijian.body', true) AS body, current_user AS role`);
  expect(rows[0].body ?? '').toBe('');
  expect(rows[0].role).not.toBe('zhijian_app');
});

test('what throws is rolled back, and the connection goes on', async () => {
  const failing = asBody(house.pool, A, async (tx) => {
    await audit(tx, { action: 'x', subject: 'lost' });
    throw new Error('mine');
  });
  await expect(failing).rejects.toThrow('mine');
  expect(await subjects(A)).not.toContain('lost');
  await expect(asBody(house.pool, { ...A, body_id: "x'; DROP" }, async () => 1)).rejects.toThrow(/body_id/);
});

test('a connection that the server ends fails its transaction and nothing else', async () => {
  const killed = asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await house.pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    await tx.query('SELECT 1');
  });
  await expect(killed).rejects.toThrow();
  expect((await house.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('values come as the house writes them', async () => {
  const { rows } = await house.pool.query(
    `SELECT 9007199254740991::int8 AS n, '2026-02-28'::date AS day, '2026-02-28T08:00:00.123456+08'::timestamptz AS at,
            ARRAY[1, NULL]::int8[] AS ns, ARRAY['2026-02-28'::date] AS days, ARRAY['2026-02-28T00:00Z'::timestamptz] AS ats`,
  );
  expect(rows[0]).toEqual({
    n: 9007199254740991,
    day: '2026-02-28',
    at: '2026-02-28T00:00:00.123456Z',
    ns: [1, null],
    days: ['2026-02-28'],
    ats: ['2026-02-28T00:00:00Z'],
  });
  await expect(house.pool.query('SELECT 9007199254740993::int8')).rejects.toThrow(/2\^53/);
});
