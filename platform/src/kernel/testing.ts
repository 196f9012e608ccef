// For tests: a database of one's own, cloned in 60-70 ms from a template that was migrated once.
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { migrate, readMigrations } from './migrate.ts';
import { openPool, type Pool } from './pool.ts';
import type { Database } from './postgres.ts';
import { ASK } from './testing-server.ts';

export interface TestDatabase {
  pool: Pool;
  /** For startWorker, a second pool, or a client. */
  database: Database;
  config: pg.ClientConfig;
  /** Ends the pool and removes the database. */
  drop(): Promise<void>;
}

const LOCK = 7_112_028;

/** The server of this run, or the one that DATABASE_URL_TEST or DATABASE_URL names. */
const findServer = async (): Promise<pg.ClientConfig> => {
  const url = process.env['DATABASE_URL_TEST'] || process.env['DATABASE_URL'];
  if (url) return { connectionString: url };
  const path = process.env[ASK];
  if (path === undefined) throw new Error('no test server: run the tests with vitest');
  const { connection, error } = JSON.parse(await text(connect(path))) as { connection?: pg.ClientConfig; error?: string };
  if (connection === undefined) throw new Error(error);
  return connection;
};

/** The same server, another database. */
const at = (server: pg.ClientConfig, database: string): pg.ClientConfig => {
  if (server.connectionString === undefined) return { ...server, database };
  // By hand: an address of a socket has no host and is no URL to Node.
  return { connectionString: server.connectionString.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${database}`) };
};

const templateName = (): string => {
  const hash = createHash('sha256');
  for (const { file, sha256 } of readMigrations()) hash.update(`${file} ${sha256}\n`);
  return `zj_template_${hash.digest('hex').slice(0, 16)}`;
};

/** Marked as a template once it is migrated: one that a killed run left half done is made again. */
const makeTemplate = async (admin: pg.Client, server: pg.ClientConfig, name: string): Promise<void> => {
  const { rows } = await admin.query<{ done: boolean }>('SELECT datistemplate AS done FROM pg_database WHERE datname = $1', [name]);
  if (rows[0]?.done) return;
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await migrate({ connection: at(server, name) });
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
};

/** What killed runs left, and templates of other schemas. Only on the server of our own: on another there may be other runs. */
const sweep = async (admin: pg.Client, template: string): Promise<void> => {
  const { rows } = await admin.query<{ datname: string; datistemplate: boolean }>(
    `SELECT datname, datistemplate FROM pg_database d WHERE datname ~ '^zj_(template|test)_' AND datname <> $1
     AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
     AND (datname ~ '^zj_template_' OR split_part(datname, '_', 3) <> $2)`,
    [template, runName()],
  );
  for (const { datname, datistemplate } of rows) {
    if (datistemplate) await admin.query(`ALTER DATABASE ${datname} IS_TEMPLATE false`);
    await admin.query(`DROP DATABASE IF EXISTS ${datname}`);
  }
};

/** All test files of a run share the parent process. */
const runName = (): string => `${process.ppid}`;

const swept = new Set<string>();

/**
 * A database of one's own on the server of this run, with a pool on it: migrated and without rows, or `bare` without any schema.
 * Call it in beforeAll, and `drop` in afterAll.
 */
export const testDatabase = async ({ bare = false } = {}): Promise<TestDatabase> => {
  const server = await findServer();
  const admin = new pg.Client(server);
  const template = templateName();
  const name = `zj_test_${runName()}_${randomBytes(6).toString('hex')}`;
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (server.connectionString === undefined && !swept.has(template)) await sweep(admin, template);
    swept.add(template);
    if (!bare) await makeTemplate(admin, server, template);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${bare ? 'template0' : template}`);
  } finally {
    await admin.end();
  }
  const config = at(server, name);
  const database: Database = {
    connection: config,
    embedded: server.connectionString === undefined,
    lost: new Promise(() => {}),
    stop: async () => {},
  };
  const pool = openPool(database);
  const drop = async () => {
    if (!pool.ended) await pool.end();
    const remover = new pg.Client(server);
    await remover.connect();
    try {
      await remover.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    } catch (error) {
      // An ordinary login may not end an autovacuum by force; without force PostgreSQL sends it away by itself.
      if ((error as pg.DatabaseError).code !== '42501') throw error;
      await remover.query(`DROP DATABASE IF EXISTS ${name}`);
    } finally {
      await remover.end();
    }
  };
  return { pool, database, config, drop };
};
