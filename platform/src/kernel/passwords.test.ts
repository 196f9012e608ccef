import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';
import { turns } from './turns.ts';

test('a password is known by its hash, which says nothing else', async () => {
  const [one, two] = await Promise.all([hashPassword('穗禾-2026'), hashPassword('穗禾-2026')]);
  expect(one).toMatch(/^\$argon2id\$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, '穗禾-2026')).toBe(true);
  expect(await verifyPassword(one, '穗禾-2027')).toBe(false);
});

test('a damaged hash and a strange password are refused, not thrown', async () => {
  expect(await verifyPassword('', 'x')).toBe(false);
  expect(await verifyPassword('$argon2id$v=19$m=19456', 'x')).toBe(false);
  expect(await verifyPassword(await hashPassword('\ud800'), '')).toBe(false);
});

test('no more than two at once, in order, and a failure gives its place on', async () => {
  const inTurn = turns(2);
  const ended: number[] = [];
  let now = 0;
  let most = 0;
  const work = Array.from({ length: 7 }, (_, i) =>
    inTurn(async () => {
      now += 1;
      most = Math.max(most, now);
      await pause(5);
      now -= 1;
      if (i === 1) throw new Error('one of them');
      ended.push(i);
    }),
  );
  const outcomes = await Promise.allSettled(work);
  expect(most).toBe(2);
  expect(ended).toEqual([0, 2, 3, 4, 5, 6]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});
