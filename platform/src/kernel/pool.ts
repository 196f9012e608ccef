// Transactions. Who asks is set for the transaction alone, so a pooled connection never remembers the body before.
import { ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import type { Database } from './postgres.ts';

/** A pool or an open transaction: what a store function needs to run its SQL. */
export type Queryable = Pick<pg.ClientBase, 'query'>;
/** An open transaction. */
export type Tx = Queryable;
export type Pool = pg.Pool;

/** Who asks: row-level security shows the rows of this body and nothing else. */
export interface Asker {
  body_id: string;
  /** Code of an administrative division, or CN. */
  region: string;
  /** Absent for work that no person started. */
  account_id?: string | null;
}

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`);
  return value;
};
/** PostgreSQL writes `2026-11-24 08:00:00.5+00`; microseconds are kept, since a Date would lose them and with them the order of rows. */
const instant = (text: string): string => text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z');
const asIs = (text: string): string => text;
type Parser = (text: string) => unknown;
// Its published type is that of another function.
const arrays = pg.types.arrayParser as unknown as { create(text: string, parse: Parser): { parse(): unknown[] } };
const listOf =
  (parse: Parser): Parser =>
  (text) =>
    arrays.create(text, parse).parse();

const { builtins } = pg.types;
/** A day has no time zone and is no moment: it stays 'YYYY-MM-DD'. */
const PARSERS = new Map<number, Parser>([
  [builtins.INT8, wholeNumber],
  [builtins.DATE, asIs],
  [builtins.TIMESTAMPTZ, instant],
  [1016, listOf(wholeNumber)],
  [1182, listOf(asIs)],
  [1185, listOf(instant)],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

export interface PoolOptions {
  /** Most connections at once; the embedded server has 50 for all. */
  max?: number;
}

/** A pool on the database. int8 comes as number (throws RangeError beyond 2^53), date as 'YYYY-MM-DD', timestamptz as ISO 8601 in UTC. End it with `end()` before the database stops. */
export const openPool = ({ connection }: Pick<Database, 'connection'>, { max = 8 }: PoolOptions = {}): Pool => {
  return withErrorHandlers(new pg.Pool({ ...connection, max, types, options: '-c TimeZone=UTC' }));
};

/** A connection that the server ends would otherwise end the process; the next query gets a new one or an error of its own. */
export const withErrorHandlers = (pool: Pool): Pool => {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

const transaction = async <T>(pool: Pool, begin: (client: pg.PoolClient) => Promise<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error) => {
    broken = error;
  };
  client.on('error', note);
  try {
    await begin(client);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(note);
    throw error;
  } finally {
    client.off('error', note);
    client.release(broken);
  }
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Runs `work` in one transaction under the application's role and the body's name: the database shows the body's own rows, whatever the query
 * says. Commits when `work` returns, rolls back and rethrows when it throws.
 */
export const asBody = async <T>(pool: Pool, { body_id, region, account_id }: Asker, work: (tx: Tx) => Promise<T>): Promise<T> => {
  if (!UUID.test(body_id)) throw new ZhijianError('failed', { detail: `body_id ${body_id}` });
  return transaction(
    pool,
    (client) => {
      const [body, area, account] = [body_id, region, account_id ?? ''].map(pg.escapeLiteral);
      // In one message: a page asks for many short transactions.
      return client.query(
        `BEGIN; SET LOCAL ROLE zhijian_app;
         SELECT set_config('zhijian.body', ${body}, true), set_config('zhijian.region', ${area}, true), set_config('zhijian.account', ${account}, true)`,
      );
    },
    work,
  );
};

/** Runs `work` in one transaction without the application's role: it sees every body's rows. For sign-in, workers' bookkeeping and migrations only. */
export const asSystem = <T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> => transaction(pool, (client) => client.query('BEGIN'), work);

/** Waits until no other transaction of this database, of whatever process, holds `name`; given free when the transaction ends. */
export const oneAtATime = async (tx: Tx, name: string): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`zhijian ${name}`]);
};
