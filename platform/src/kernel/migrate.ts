// The schema grows by numbered files, forward only. What was applied is recorded with its hash: an edited file is refused.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZhijianError } from '@zhijian/contract';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { withErrorHandlers } from './pool.ts';
import type { Database } from './postgres.ts';
import { ensureRole, proveRole } from './role.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number that nobody else takes: several servers start at once, one migrates. */
const LOCK = 7_112_026;

export interface Migration {
  file: string;
  sql: string;
  sha256: string;
}

/** Files of a folder named NNNN-what-it-does.sql, by number. Throws when two carry one number or a .sql file has another name. */
export const readMigrations = (dir: string = MIGRATIONS): Migration[] => {
  const files = readdirSync(dir)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  files.forEach((file, i) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file)) throw new ZhijianError('migration_failed', { file, detail: 'NNNN-name.sql' });
    if (files[i - 1]?.slice(0, 4) === file.slice(0, 4)) throw new ZhijianError('migration_failed', { file, detail: `${files[i - 1]}` });
  });
  return files.map((file) => {
    const sql = readFileSync(join(dir, file), 'utf8');
    return { file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
};

/**
 * Brings the database to the newest schema and returns the files applied now. Each file is one transaction; a failure leaves those before it.
 * Throws migration_changed, migration_unknown (the database is newer than this release), migration_failed with PostgreSQL's words; on an
 * operator's database also database_rights and database_role_bypasses, with what an administrator has to run.
 */
export const migrate = async ({ connection }: Pick<Database, 'connection'>, dir: string = MIGRATIONS): Promise<string[]> => {
  const migrations = readMigrations(dir);
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await ensureRole(client);
    await makeSchema(client);
    await client.query(
      'CREATE TABLE IF NOT EXISTS kernel.migration (file text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ file: string; sha256: string }>('SELECT file, sha256 FROM kernel.migration ORDER BY file');
    const applied = new Map(rows.map(({ file, sha256 }) => [file, sha256]));
    refuse(migrations, applied);
    const waiting = migrations.filter(({ file }) => !applied.has(file));
    for (const migration of waiting) await apply(client, migration);
    await migrateJobs(connection);
    await proveRole(client);
    return waiting.map(({ file }) => file);
  } finally {
    await client.end().catch(() => {});
  }
};

/** The login must own the database, or be allowed to make schemas in it. */
const makeSchema = async (client: pg.Client): Promise<void> => {
  try {
    await client.query('CREATE SCHEMA IF NOT EXISTS kernel');
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    if (code !== '42501') throw error;
    const { rows } = await client.query<{ login: string; sql: string }>(
      `SELECT current_user AS login, format('ALTER DATABASE %I OWNER TO %I;', current_database(), current_user) AS sql`,
    );
    throw new ZhijianError('database_rights', { ...rows[0]!, detail: message });
  }
};

const refuse = (migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void => {
  const known = new Map(migrations.map(({ file, sha256 }) => [file, sha256]));
  for (const [file, sha256] of applied) {
    if (!known.has(file)) throw new ZhijianError('migration_unknown', { file });
    if (known.get(file) !== sha256) throw new ZhijianError('migration_changed', { file });
  }
};

const apply = async (client: pg.Client, { file, sql, sha256 }: Migration): Promise<void> => {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO kernel.migration (file, sha256) VALUES ($1, $2)', [file, sha256]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new ZhijianError('migration_failed', { file, detail: (error as Error).message });
  }
};

/** The tables of the job queue come with its package. */
const migrateJobs = async (connection: pg.ClientConfig): Promise<void> => {
  const pool = withErrorHandlers(new pg.Pool({ ...connection, max: 2 }));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
  }
};
