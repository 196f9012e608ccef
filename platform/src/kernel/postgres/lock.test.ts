import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, takeLock } from './lock.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zj-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, 'lock');
const held = async (): Promise<Lock> => {
  const lock = await takeLock(home);
  if ('heldBy' in lock) throw new Error(`held by ${lock.heldBy}`);
  return lock;
};
const leave = (holder: { token?: string; pid: number; started?: string; world: string }) =>
  writeFileSync(path(), JSON.stringify({ token: 'left', started: '1', ...holder }));
const own = async () => {
  const lock = await held();
  const { world, started } = JSON.parse(readFileSync(path(), 'utf8')) as { world: string; started: string };
  lock.release();
  return { world, started };
};

test('one holder at a time, and the next after it', async () => {
  const lock = await held();
  expect(await takeLock(home)).toEqual({ heldBy: process.pid });
  lock.release();
  (await held()).release();
});

test('a dead process holds nothing, nor does another that was given its number', async () => {
  const { world, started } = await own();
  leave({ pid: 2 ** 22 + 1, world });
  (await held()).release();
  leave({ pid: process.pid, started: '1', world });
  (await held()).release();
  leave({ pid: process.pid, started, world });
  expect(await takeLock(home)).toEqual({ heldBy: process.pid });
});

test('another machine is believed while it beats, and no longer', async () => {
  leave({ pid: 7, world: 'another machine' });
  const beat = setInterval(() => leave({ pid: 7, world: 'another machine' }), 100);
  expect(await takeLock(home)).toEqual({ heldBy: 7 });
  clearInterval(beat);
  const past = new Date(Date.now() - 60_000);
  utimesSync(path(), past, past);
  (await held()).release();
});

test('of many that find a dead lock one takes it', async () => {
  const { world } = await own();
  leave({ pid: 2 ** 22 + 1, world });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => takeLock(home)));
  expect(outcomes.filter((outcome) => !('heldBy' in outcome))).toHaveLength(1);
});

test('a damaged lock is replaced, and a lock that was taken over is not removed by its former holder', async () => {
  writeFileSync(path(), '{"pid":');
  const lock = await held();
  leave({ token: 'another', pid: 7, world: 'another machine' });
  lock.release();
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ token: 'another' });
});
