import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { addJob, deadJobs, jobCounts, replayJob } from './jobs.ts';
import { asBody, asSystem } from './pool.ts';
import { type TestDatabase, testDatabase } from './testing.ts';
import { type Handlers, joinHandlers, startWorker, type Worker } from './worker.ts';

const A = { body_id: '00000000-0000-4000-8000-00000000000a', region: '33' };
let house: TestDatabase;
let worker: Worker | undefined;
beforeAll(async () => {
  house = await testDatabase();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await house.pool.query('TRUNCATE graphile_worker._private_jobs');
});
afterAll(() => house.drop());

const work = async (handlers: Handlers): Promise<void> => {
  worker = await startWorker(house.database, handlers, { log: () => {} });
};
const until = (holds: () => unknown) => vi.waitFor(async () => expect(await holds()).toBeTruthy(), { timeout: 20_000, interval: 20 });

test('a job exists if and only if the transaction that causes it commits', async () => {
  const seen: unknown[] = [];
  await asBody(house.pool, A, (tx) => addJob(tx, 'note', { n: 1, 名称: '穗禾' }));
  const failing = asBody(house.pool, A, async (tx) => {
    await addJob(tx, 'note', { n: 2 });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await jobCounts(house.pool)).toEqual({ waiting: 1, running: 0, dead: 0 });
  await work({ note: async (payload) => void seen.push(payload) });
  await until(() => seen.length > 0);
  await asBody(house.pool, A, (tx) => addJob(tx, 'note', { n: 3 }));
  await until(() => seen.length > 1);
  expect(seen).toEqual([{ n: 1, 名称: '穗禾' }, { n: 3 }]);
  await until(async () => (await jobCounts(house.pool)).running === 0);
});

test('the application can add work, and neither read nor change any', async () => {
  await expect(asBody(house.pool, A, (tx) => tx.query('SELECT * FROM graphile_worker.jobs'))).rejects.toThrow(/permission denied/);
  await expect(asBody(house.pool, A, (tx) => tx.query('SELECT * FROM graphile_worker._private_jobs'))).rejects.toThrow(/permission denied/);
});

test('a job with the key of a waiting one replaces it', async () => {
  await asSystem(house.pool, (tx) => addJob(tx, 'note', { n: 1 }, { key: 'k' }));
  await asSystem(house.pool, (tx) => addJob(tx, 'note', { n: 2 }, { key: 'k' }));
  const seen: unknown[] = [];
  await work({ note: async (payload) => void seen.push(payload) });
  await until(async () => (await jobCounts(house.pool)).waiting === 0 && seen.length > 0);
  expect(seen).toEqual([{ n: 2 }]);
});

test('jobs of one queue run one after the other', async () => {
  let now = 0;
  let most = 0;
  let done = 0;
  for (const n of [1, 2, 3]) await asSystem(house.pool, (tx) => addJob(tx, 'slow', { n }, { queue: 'one' }));
  worker = await startWorker(
    house.database,
    {
      slow: async () => {
        now += 1;
        most = Math.max(most, now);
        await pause(30);
        now -= 1;
        done += 1;
      },
    },
    { concurrency: 3 },
  );
  await until(() => done === 3);
  expect(most).toBe(1);
});

test('a job out of attempts is a dead letter with its last error, and replaying runs it again', async () => {
  let broken = true;
  let done = 0;
  const id = await asSystem(house.pool, (tx) => addJob(tx, 'fragile', {}, { attempts: 1, key: 'f' }));
  await work({
    fragile: async () => {
      if (broken) throw new Error('the register is not there');
      done += 1;
    },
  });
  await until(async () => (await deadJobs(house.pool)).length === 1);
  expect(await deadJobs(house.pool)).toMatchObject([{ id, name: 'fragile', key: 'f', attempts: 1, last_error: 'the register is not there' }]);
  expect(await replayJob(house.pool, id + 1000)).toBe(false);
  broken = false;
  expect(await replayJob(house.pool, id)).toBe(true);
  await until(() => done === 1);
  expect(await deadJobs(house.pool)).toEqual([]);
});

test('a worker that is told to stop tells its handler, and the job is whole for the next one', async () => {
  let started = false;
  const id = await asSystem(house.pool, (tx) => addJob(tx, 'long', {}));
  await work({
    long: (_, { signal }) =>
      new Promise((_done, fail) => {
        started = true;
        signal.addEventListener('abort', () => fail(new Error('stopped')));
      }),
  });
  await until(() => started);
  await worker!.stop();
  worker = undefined;
  const { rows } = await house.pool.query('SELECT attempts, run_at <= now() AS due, locked_at FROM graphile_worker.jobs WHERE id = $1', [id]);
  expect(rows).toEqual([{ attempts: 0, due: true, locked_at: null }]);
});

test('what a killed worker had taken is taken up by the next one within seconds', async () => {
  const source = `
    import { startWorker } from ${JSON.stringify(fileURLToPath(new URL('worker.ts', import.meta.url)))};
    await startWorker({ connection: JSON.parse(process.env.CONFIG) }, { stuck: () => { console.log('taken'); return new Promise(() => {}); } });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, CONFIG: JSON.stringify(house.config) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await asSystem(house.pool, (tx) => addJob(tx, 'stuck', {}));
  await once(child.stdout, 'data');
  // Its record of itself is written at its start, beside the first job.
  await until(
    async () => (await house.pool.query(`SELECT FROM kernel.worker w JOIN graphile_worker.jobs j ON j.locked_by = w.worker_id`)).rowCount === 1,
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await jobCounts(house.pool)).toMatchObject({ running: 1 });
  let attempt = 0;
  await work({
    stuck: async (_, run) => {
      attempt = run.attempt;
    },
  });
  await until(() => attempt > 0);
  expect(attempt).toBe(2);
});

test('a worker goes on after the database was away', async () => {
  let done = 0;
  await work({
    note: async () => {
      done += 1;
    },
  });
  const others = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  await house.pool.query(others);
  await asSystem(house.pool, (tx) => addJob(tx, 'note', {}));
  await until(() => done === 1);
});

test('two handlers for one job are refused', () => {
  const handler = async () => {};
  expect(Object.keys(joinHandlers({ a: handler }, { b: handler }))).toEqual(['a', 'b']);
  expect(() => joinHandlers({ a: handler }, { a: handler })).toThrow(/two handlers/);
});
