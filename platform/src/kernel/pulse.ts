// Sign of life of a process that works. The queue itself gives a dead worker's jobs back after four hours; here its session's end tells.
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Queryable } from './pool.ts';
import type { Database } from './postgres.ts';

/** First half of the advisory lock's number; the second is the token of the process. */
const CLASS = 7_112_027;
const BEAT_MS = 15_000;

export interface Pulse {
  token: number;
  stop(): Promise<void>;
}

/** Holds the lock of a new token on a connection of its own and takes it again whenever that breaks. Ready when the lock is held. */
export const startPulse = async ({ connection }: Pick<Database, 'connection'>): Promise<Pulse> => {
  const token = randomInt(1, 2 ** 31 - 1);
  let stopped = false;
  let current: pg.Client | undefined;
  const hold = async (): Promise<void> => {
    const client = new pg.Client({ ...connection, keepAlive: true });
    const over = new Promise<void>((tell) => {
      client.on('error', () => tell());
      client.on('end', () => tell());
    });
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1, $2)', [CLASS, token]);
    current = client;
    void over.then(async () => {
      for (let again = false; !stopped && !again; ) {
        await pause(1_000, undefined, { ref: false });
        again =
          stopped ||
          (await hold().then(
            () => true,
            () => false,
          ));
      }
    });
  };
  await hold();
  return {
    token,
    stop: async () => {
      stopped = true;
      await current?.end().catch(() => {});
    },
  };
};

/**
 * Gives back what dead workers had taken: those whose process holds its lock no longer. A worker that is not recorded had no time to be,
 * so its jobs are given back when they are a minute old.
 */
export const giveBackJobs = async (db: Queryable): Promise<void> => {
  await db.query(
    `WITH taken AS (SELECT locked_by, max(locked_at) AS since FROM graphile_worker.jobs WHERE locked_by IS NOT NULL GROUP BY locked_by),
     alive AS (SELECT objid::bigint AS token FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = ${CLASS}
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND granted),
     dead AS (SELECT t.locked_by FROM taken t LEFT JOIN kernel.worker w ON w.worker_id = t.locked_by
       WHERE CASE WHEN w.token IS NULL THEN t.since < now() - interval '1 minute' ELSE w.token NOT IN (SELECT token FROM alive) END)
     SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`,
  );
  await db.query(
    `DELETE FROM kernel.worker w WHERE started_at < now() - interval '1 day' AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.locked_by = w.worker_id)
     AND w.token NOT IN (SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = ${CLASS})`,
  );
};

export const GIVE_BACK_MS = BEAT_MS;
