// One server process: started or adopted, known to be ready, ended.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, mkdtempSync, openSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import { commandFor, type Place } from './account.ts';
import { CLEAN_ENV } from './cluster.ts';
import { dropSocketDir, findOrphan, readPidFile, SOCKET_PREFIX, serves } from './pid-file.ts';

export interface Server {
  pid: number;
  socketDir: string;
  /** Settles when the server ends without being asked to. */
  lost: Promise<void>;
  stop(): Promise<void>;
}

/** sun_path holds 107 bytes and a zero; `.s.PGSQL.5432` and a slash take 14 of them. */
const LONGEST_SOCKET_DIR = 107 - 14;
/** Recovery after a crash reads the log since the last checkpoint; on a slow disk that takes its time. */
const READY_MS = 120_000;
const STOP_MS = 30_000;
const LOG_BYTES = 8 * 1024 * 1024;

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // io_uring and io workers bring nothing on two cores, and containers forbid the first.
  io_method: 'sync',
  max_connections: '50',
  // A container's /dev/shm is 64 MB: parallel plans would fail there.
  dynamic_shared_memory_type: 'mmap',
};

/** A fresh folder that only the account may enter. mkdtemp never takes a folder that somebody else prepared. */
const makeSocketDir = ({ account }: Place): string => {
  const base = tmpdir().length + SOCKET_PREFIX.length + 7 <= LONGEST_SOCKET_DIR ? tmpdir() : '/tmp';
  const dir = mkdtempSync(join(base, SOCKET_PREFIX));
  chmodSync(dir, 0o700);
  if (account.kind === 'account') chownSync(dir, account.uid, account.uid);
  return dir;
};

/** setpriv ends the server with us, even when we are killed; where it is missing the next start adopts the orphan. */
const tied = (words: string[]): string[] =>
  spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true'], { stdio: 'ignore' }).status === 0
    ? ['setpriv', '--pdeathsig', 'INT', '--', ...words]
    : words;

const openLog = (place: Place): { fd: number; since: () => string } => {
  const file = join(place.home, 'postgres.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const fd = openSync(file, size > LOG_BYTES ? 'w' : 'a', 0o600);
  return {
    fd,
    since: () =>
      readFileSync(file)
        .subarray(size > LOG_BYTES ? 0 : size)
        .toString(),
  };
};

export const canConnect = async (config: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

/** Starts the server of a place, or adopts the one that outlived its owner. Must run on the main thread: the death signal follows the thread. */
export const startServer = async (
  place: Place,
  binaries: string,
  configOf: (socketDir: string) => pg.ClientConfig,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> => {
  const until = Date.now() + READY_MS;
  for (;;) {
    const orphan = findOrphan(place.pgdata);
    const outcome = orphan === undefined ? await launch(place, binaries, configOf, settings, until) : await adopt(place, orphan.pid, configOf, until);
    if (typeof outcome !== 'string') return outcome;
    // A long query of a killed server goes on for a while and holds the shared memory; an orphan may end while one waits for it.
    const passing = orphan !== undefined || /shared memory block .* is still in use|could not create lock file/.test(outcome);
    if (!passing || Date.now() > until) throw new ZhijianError('database_unavailable', { detail: outcome.trim().slice(-500) });
    await pause(200);
  }
};

const launch = async (
  place: Place,
  binaries: string,
  configOf: (socketDir: string) => pg.ClientConfig,
  settings: Readonly<Record<string, string>>,
  until: number,
): Promise<Server | string> => {
  const socketDir = makeSocketDir(place);
  const all = { ...SETTINGS, ...settings, unix_socket_directories: socketDir };
  const words = [join(binaries, 'bin/postgres'), '-D', place.pgdata, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const { file, args, ids } = commandFor(place.account, tied(words));
  const log = openLog(place);
  // A process group of its own: Ctrl-C in the terminal is for us, who then end it in order.
  const child = spawn(file, args, { ...ids, cwd: '/', env: CLEAN_ENV, detached: true, stdio: ['ignore', log.fd, log.fd] });
  closeSync(log.fd);
  child.unref();
  const ended = endOf(child);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < until) {
    const file = readPidFile(place.pgdata);
    if (file?.pid === child.pid && file?.ready && (await canConnect(configOf(socketDir)))) return serverOf(child.pid!, socketDir, ended);
    await pause(25);
  }
  if (!over) child.kill('SIGQUIT');
  const failure = await ended;
  dropSocketDir(socketDir);
  return log.since() || failure || 'postgres did not become ready';
};

/** Settles when the child has ended, with the reason if it could not even be started. */
const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', () => done(''));
  });

const adopt = async (place: Place, pid: number, configOf: (socketDir: string) => pg.ClientConfig, until: number): Promise<Server | string> => {
  while (serves(pid, place.pgdata) && Date.now() < until) {
    const file = readPidFile(place.pgdata);
    if (file?.ready && (await canConnect(configOf(file.socketDir)))) return serverOf(pid, file.socketDir, untilGone(pid, place.pgdata));
    await pause(100);
  }
  return `the server ${pid} that was left behind does not answer`;
};

const untilGone = async (pid: number, pgdata: string): Promise<string> => {
  while (serves(pid, pgdata)) await pause(200, undefined, { ref: false });
  return '';
};

const serverOf = (pid: number, socketDir: string, ended: Promise<string>): Server => {
  let asked = false;
  const lost = new Promise<void>((tell) => {
    void ended.then(() => {
      if (!asked) tell();
    });
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const stop = async () => {
    asked = true;
    // "Fast": clients are sent away, data is written. SIGTERM would wait for every client.
    signal('SIGINT');
    const timer = setTimeout(() => signal('SIGQUIT'), STOP_MS);
    await ended;
    clearTimeout(timer);
    dropSocketDir(socketDir);
  };
  return { pid, socketDir, lost, stop };
};
