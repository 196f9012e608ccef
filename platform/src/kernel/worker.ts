// Takes jobs and runs their handlers. Every handler may be called again after a kill, so it must be idempotent.
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ZhijianError } from '@zhijian/contract';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { databaseIsAway } from './away.ts';
import { withErrorHandlers } from './pool.ts';
import type { Database } from './postgres.ts';
import { GIVE_BACK_MS, giveBackJobs, startPulse } from './pulse.ts';

/** New jobs are told at once; what waits for another try or for its queue is looked for this often. */
const POLL_MS = 500;
const FAILURES = 3;
// Without batches the queue notes a job's end in a promise that nobody hears: failing, since the database is away, it would end the process
// (graphile-worker 0.18.0, main.js). In a batch it ends the runner, and the next one gives the job back.
const PRESET: GraphileConfig.Preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
const AGAIN_MS = 1_000;

export interface JobRun {
  id: number;
  /** 1 on the first try. */
  attempt: number;
  /** Aborted when the worker is to stop: throw soon, and the job is taken up again by the next worker, without a lost attempt. */
  signal: AbortSignal;
}
export type Handler = (payload: never, run: JobRun) => Promise<void>;
export type Handlers = Readonly<Record<string, Handler>>;

export interface WorkerOptions {
  /** Jobs at once in this process. */
  concurrency?: number;
  /** Where a failed try is told of; standard error by default. */
  log?: (line: string) => void;
  /** Looks after dead letters: called at the start, when a job is out of attempts, and every 15 s, since who made the last try may be dead. */
  onDead?: () => Promise<void>;
}

export interface Worker {
  /** Tells the handlers to end, waits for them, and gives back what they left. */
  stop(): Promise<void>;
}

/** One table of several folders' handlers. Throws when two claim one name: each job has exactly one handler. */
export const joinHandlers = (...parts: readonly Handlers[]): Handlers => {
  const all: Record<string, Handler> = {};
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (Object.hasOwn(all, name)) throw new ZhijianError('failed', { detail: `two handlers for the job ${name}` });
      all[name] = handler;
    }
  }
  return all;
};

const toStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A new runner as soon as the database answers; undefined when it is time to stop. */
const beginAgain = async (begin: () => Promise<Runner>, signal: AbortSignal, log: (line: string) => void): Promise<Runner | undefined> => {
  while (!signal.aborted) {
    await pause(AGAIN_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    try {
      return await begin();
    } catch (error) {
      log(`${error}`);
    }
  }
  return undefined;
};

/**
 * The queue notes a failed try after its handler has ended, with a pause before the next: that is waited for and taken back. A try that was
 * interrupted does not count; one whose database went away does, since it may be the job that brings it down, but waits no longer.
 */
const makeDue = async (pool: pg.Pool, id: number, uncounted: number): Promise<void> => {
  const again = `SELECT done.id FROM graphile_worker.jobs j, graphile_worker.reschedule_jobs(ARRAY[j.id], run_at => now(), attempts => j.attempts - $2) done
                 WHERE j.id = $1 AND j.locked_at IS NULL AND j.attempts < j.max_attempts + $2`;
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await pool.query(again, [id, uncounted]).catch(() => null))?.rows.length === 1) return;
    await pause(100);
  }
};

/** Starts to take jobs that have a handler. Goes on by itself when the database was away for a while. */
export const startWorker = async (
  db: Database,
  handlers: Handlers,
  { concurrency = 1, log = toStandardError, onDead = async () => {} }: WorkerOptions = {},
): Promise<Worker> => {
  const pulse = await startPulse(db);
  // A pool of its own, with the driver's usual types, which the queue expects; one connection listens, the others work.
  const pool = withErrorHandlers(new pg.Pool({ ...db.connection, max: concurrency + 2 }));
  const stopping = new AbortController();
  const interrupted = new Set<number>();
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers)) {
    taskList[name] = async (payload, { job }) => {
      try {
        await handler(payload as never, { id: Number(job.id), attempt: job.attempts, signal: stopping.signal });
      } catch (error) {
        const id = Number(job.id);
        if (stopping.signal.aborted) interrupted.add(id);
        else if (databaseIsAway(error)) void makeDue(pool, id, 0);
        throw error;
      }
    };
  }
  const events = new EventEmitter();
  // The queue locks jobs under the name of its pool of workers, which it makes up.
  const names: string[] = [];
  let recorded: Promise<unknown> = Promise.resolve();
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    names.push(workerPool.id);
    recorded = pool.query('INSERT INTO kernel.worker (worker_id, token) VALUES ($1, $2)', [workerPool.id, pulse.token]).catch(() => {});
  });
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' && !stopping.signal.aborted) log(message);
  });
  const begin = async (): Promise<Runner> => {
    await giveBackJobs(pool);
    // What a former runner of this process could not give back, since the database was away: nobody else will, for we are alive.
    if (names.length > 0) await pool.query('SELECT graphile_worker.force_unlock_workers($1)', [names]);
    return run({
      pgPool: pool,
      taskList,
      concurrency,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger,
      events,
      parsedCronItems: [],
      preset: PRESET,
    });
  };
  let runner = await begin();
  // Killed before it is recorded, its jobs would rest for a minute.
  await recorded;
  // The queue asks once for the numbers of its job names and keeps a failure for ever (graphile-worker 0.18.0, taskIdentifiers): only a new
  // runner asks again.
  let failures = 0;
  const answered = () => {
    failures = 0;
  };
  events.on('worker:getJob:empty', answered);
  events.on('job:start', answered);
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === FAILURES) void runner.stop().catch(() => {});
  });
  const turning = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) => log(`${error}`));
      runner = (await beginAgain(begin, stopping.signal, log)) ?? runner;
      failures = 0;
    }
  })();
  const lookAfterDead = () => void onDead().catch((error: unknown) => log(`${error}`));
  lookAfterDead();
  // Emitted before the queue has noted it.
  events.on('job:failed', () => void pause(500).then(lookAfterDead));
  const timer = setInterval(() => void giveBackJobs(pool).then(lookAfterDead, () => {}), GIVE_BACK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await runner.stop().catch(() => {});
      await turning;
      for (const id of interrupted) await makeDue(pool, id, 1);
      await pool.end().catch(() => {});
      await pulse.stop();
    },
  };
};
