// Work as rows: added with its cause, taken by one worker, tried again with growing pauses, listed when it never succeeds.
import type { Queryable, Tx } from './pool.ts';

export interface JobOptions {
  /** While a job with this key waits, adding another replaces it; one that runs is left, and the new one follows it. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** How often it is tried. The tenth comes about 3.6 hours after the first; then it is a dead letter. */
  attempts?: number;
}

const ATTEMPTS = 10;

/** Adds a job in the caller's transaction, under whatever role: it exists if and only if that commits. Returns its number. `payload` must survive JSON. */
export const addJob = async (tx: Tx, name: string, payload: Record<string, unknown>, { key, queue, attempts }: JobOptions = {}): Promise<number> => {
  const values = [name, JSON.stringify(payload), key ?? null, queue ?? null, attempts ?? ATTEMPTS];
  const { rows } = await tx.query<{ id: string | number }>('SELECT kernel.add_job($1, $2, $3, $4, $5) AS id', values);
  return Number(rows[0]!.id);
};

export interface DeadJob {
  id: number;
  name: string;
  key: string | null;
  attempts: number;
  last_error: string | null;
  failed_at: string;
}

const DEAD = 'attempts >= max_attempts AND locked_at IS NULL';

/** Dead letters, oldest first: jobs that are out of attempts. For the system, not for a body. */
export const deadJobs = async (db: Queryable): Promise<DeadJob[]> => {
  const { rows } = await db.query<DeadJob>(
    `SELECT id, task_identifier AS name, key, attempts, last_error, updated_at AS failed_at FROM graphile_worker.jobs WHERE ${DEAD} ORDER BY id`,
  );
  return rows;
};

/** Gives a dead letter all its attempts again, at once. False when there is no such dead letter. */
export const replayJob = async (db: Queryable, id: number): Promise<boolean> => {
  const replay = `SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at => now(), attempts => 0) FROM graphile_worker.jobs WHERE id = $1 AND ${DEAD}`;
  return (await db.query(replay, [id])).rows.length === 1;
};

export interface JobCounts {
  waiting: number;
  running: number;
  dead: number;
}

/** How much there is to do; `waiting` counts those that wait for another attempt, too. */
export const jobCounts = async (db: Queryable): Promise<JobCounts> => {
  const { rows } = await db.query<JobCounts>(
    `SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
            count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
            count(*) FILTER (WHERE ${DEAD})::int AS dead FROM graphile_worker.jobs`,
  );
  return rows[0]!;
};
