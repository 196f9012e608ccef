// The database of this run: the operator's own, the embedded one that we start, or the one that a running `up` has started.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import { findPlace, homeOf } from './postgres/account.ts';
import { findPackage, installBinaries } from './postgres/binaries.ts';
import { openCluster } from './postgres/cluster.ts';
import { configOf, dropConnection, readConnection, writeConnection } from './postgres/connection-file.ts';
import { takeLock } from './postgres/lock.ts';
import { dropSocketDir } from './postgres/pid-file.ts';
import { canConnect, startServer } from './postgres/server.ts';

export interface Database {
  /** For pg.Client and pg.Pool. */
  connection: pg.ClientConfig;
  /** True for the server that the program brings, whoever started it. */
  embedded: boolean;
  /** Settles when our own server ends without being asked to: whoever serves should end then, with an error. Never for others' servers. */
  lost: Promise<void>;
  /** End the pools first. Ends the server if this process started it; a second call does nothing. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  dataDir: string;
  databaseUrl?: string;
  /** A command that ends by itself: it uses the server of a running `up`, and its own one waits for other such commands before it ends. */
  join?: boolean;
  /** Settings of the embedded server beside the usual ones; for tests. */
  settings?: Readonly<Record<string, string>>;
}

const OLDEST = 15;
/** A first start makes the cluster: 4-6 s on two cores, more on a slow disk. */
const JOIN_MS = 60_000;
const never = new Promise<void>(() => {});

/**
 * Opens the database: `databaseUrl`, else the embedded PostgreSQL below `dataDir`, which is made on the first call.
 * Throws database_in_use (exit 3, with the process) when another process serves that folder, unless `join`; database_unavailable,
 * database_not_bundled, database_as_root, database_owner, out_not_writable, database_version, database_too_old, database_encoding with what can be done about it.
 */
export const openDatabase = async ({ dataDir, databaseUrl, join, settings }: OpenOptions): Promise<Database> => {
  if (databaseUrl !== undefined) return openForeign(databaseUrl);
  const dir = resolve(dataDir);
  for (const until = Date.now() + JOIN_MS; ; ) {
    const lock = await enter(dir);
    if (!('heldBy' in lock)) {
      try {
        return await openOwn(dir, lock, join === true, settings);
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    if (join !== true) throw new ZhijianError('database_in_use', { dir, pid: lock.heldBy });
    const connection = readConnection(homeOf(dir));
    if (connection !== undefined && (await canConnect(connection))) return { connection, embedded: true, lost: never, stop: async () => {} };
    // The owner is still starting, or has just ended.
    if (Date.now() > until) throw new ZhijianError('database_in_use', { dir, pid: lock.heldBy });
    await pause(200);
  }
};

/** Whether an embedded database was made for this folder. */
export const hasDatabase = (dataDir: string): boolean => existsSync(join(homeOf(resolve(dataDir)), 'postgres'));

/** Makes the folder and takes its lock. A folder that was first used by another user, often root, is the usual trouble. */
const enter = async (dir: string): ReturnType<typeof takeLock> => {
  try {
    mkdirSync(dir, { recursive: true });
    return await takeLock(homeOf(dir));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const owner = code === 'EACCES' ? statSync(dir, { throwIfNoEntry: false })?.uid : undefined;
    if (owner !== undefined && owner !== process.geteuid?.()) throw new ZhijianError('database_owner', { dir, owner });
    throw new ZhijianError('out_not_writable', { dir, detail: message });
  }
};

const openForeign = async (connectionString: string): Promise<Database> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
    );
    const { version, encoding } = rows[0]!;
    const major = Math.floor(Number(version) / 10_000);
    if (major < OLDEST) throw new ZhijianError('database_too_old', { have: major });
    // A server that was set up without a locale keeps Chinese as bytes of no known meaning.
    if (encoding !== 'UTF8') throw new ZhijianError('database_encoding', { have: encoding });
  } catch (error) {
    if (error instanceof ZhijianError) throw error;
    throw new ZhijianError('database_unavailable', { detail: reasonOf(error) });
  } finally {
    await client.end().catch(() => {});
  }
  return { connection: { connectionString }, embedded: false, lost: never, stop: async () => {} };
};

/** A refused connection comes as one error for each address and without words of its own. */
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
};

const openOwn = async (dir: string, lock: { release(): void }, shared: boolean, settings: OpenOptions['settings']): Promise<Database> => {
  const place = findPlace(dir);
  const bundled = await findPackage();
  const binaries = installFirst(place.states, (state) => installBinaries(state, bundled));
  const { password } = await openCluster(place, binaries, bundled.major);
  const former = readConnection(place.home)?.host;
  dropConnection(place.home);
  const server = await startServer(place, binaries, (socketDir) => configOf(socketDir, password), settings);
  const connection = configOf(server.socketDir, password);
  writeConnection(place.home, connection);
  // A killed run's server removes its socket, not the folder.
  if (former !== undefined && former !== server.socketDir) dropSocketDir(former);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    if (shared) await untilAlone(connection);
    dropConnection(place.home);
    await server.stop();
    lock.release();
  };
  return {
    connection,
    embedded: true,
    lost: server.lost,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};

const installFirst = (states: readonly string[], install: (state: string) => string): string => {
  let failure: unknown;
  for (const state of states) {
    try {
      return install(state);
    } catch (error) {
      failure = error;
    }
  }
  throw new ZhijianError('database_unavailable', { detail: reasonOf(failure) });
};

/** Waits until no other session is left: another command may have joined ours. */
const untilAlone = async (connection: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  try {
    await client.connect();
    const others = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
    for (;;) {
      const { rows } = await client.query<{ n: number }>(others);
      if (rows[0]!.n === 0) return;
      await pause(200);
    }
  } catch {
    // The server has ended, and the others' sessions with it.
  } finally {
    await client.end().catch(() => {});
  }
};
