// The one-time link over HTTP: whoever opens it is told beforehand whether it still makes an account.
import { type FirstLink, type Me, PATH, type Problem } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../kernel/index.ts';
import { invite } from '../people/index.ts';
import { type TestHouse, testHouse } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const words = (token: string, login: string) => ({
  token,
  login,
  body: { name: '某市知识产权局', region: '3302', kind: 'local_office' },
  name: '某人',
  password: 'long enough to do',
});
const check = async (token: string) => house.browser().get<FirstLink & Problem>(`${PATH.first_account}?token=${encodeURIComponent(token)}`);

test('a link is open until it has made its account, and no other is', async () => {
  const token = await asSystem(house.pool, invite);
  expect(await check(token)).toMatchObject({ status: 200, body: { open: true } });
  // A refused account leaves it open; looking at it does not use it up.
  const refused = await house.browser().change<Problem>('POST', PATH.first_account, { ...words(token, 'chief'), password: 'short' });
  expect(refused.body.code).toBe('password_weak');
  expect((await check(token)).body).toEqual({ open: true });
  const made = await house.browser().change<Me>('POST', PATH.first_account, words(token, 'chief'));
  expect(made).toMatchObject({ status: 200, body: { account: { login: 'chief' } } });
  expect((await check(token)).body).toEqual({ open: false });
  const again = await house.browser().change<Problem>('POST', PATH.first_account, words(token, 'other'));
  expect({ status: again.status, code: again.body.code }).toEqual({ status: 404, code: 'invitation_unknown' });
});

test('a link that a newer one replaced, one that is over and one that never was are not open', async () => {
  const older = await asSystem(house.pool, invite);
  const newer = await asSystem(house.pool, invite);
  expect((await check(older)).body).toEqual({ open: false });
  expect((await check(newer)).body).toEqual({ open: true });
  await asSystem(house.pool, (tx) => tx.query(`UPDATE people.invitation SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`));
  expect((await check(newer)).body).toEqual({ open: false });
  expect((await check('x'.repeat(43))).body).toEqual({ open: false });
  expect((await check('')).status).toBe(400);
});
