// A PostgreSQL of the operator's kind: Debian's programs, a cluster of its own in a temporary folder, gone when the run ends.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PACKAGES = '/usr/lib/postgresql';
/** The oldest release that the house promises to run on; Debian 12 brings it. */
const OLDEST = 15;
const NOBODY = 65534;
const READY_MS = 60_000;
/** Sorted as an operator in China would set it up, not by code point: no result may lean on the order of the database's locale. */
const SHAPE = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=zh-CN',
  '--auth=trust',
  '--no-instructions',
  '--no-sync',
];
const SETTINGS = ['listen_addresses=', 'unix_socket_permissions=0700', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Folder of Debian's server programs, of the oldest release from 15 on; null where the package is missing. */
export const debianPostgres = (): string | null => {
  const majors = existsSync(PACKAGES) ? readdirSync(PACKAGES).map(Number) : [];
  const places = majors
    .filter((major) => major >= OLDEST)
    .sort((a, b) => a - b)
    .map((major) => join(PACKAGES, `${major}`, 'bin'));
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null;
};

export interface OperatorsServer {
  /** Address of its database `postgres` as a superuser. */
  url: string;
  /** The same server for another login or database. */
  urlOf(login: string, database: string): string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses root: an ordinary account then. It ends with us, also when we are killed. */
const asOrdinary = (words: readonly string[]): [string, string[]] => {
  const ids = process.geteuid?.() === 0 ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  return ['setpriv', [...ids, '--pdeathsig', 'INT', '--', ...words]];
};

/** Makes a cluster and starts its server on a socket that only we reach. @param bin from debianPostgres */
export const startOperatorsServer = async (bin: string): Promise<OperatorsServer> => {
  // A socket's path is short: not below whatever TMPDIR says.
  const base = mkdtempSync('/tmp/zj-operator-');
  const clean = () => rmSync(base, { recursive: true, force: true });
  process.once('exit', clean);
  const options = { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const socket = join(base, 'socket');
  mkdirSync(socket);
  if (process.geteuid?.() === 0) for (const dir of [base, socket]) chownSync(dir, NOBODY, NOBODY);
  chmodSync(base, 0o700);
  const [file, words] = asOrdinary([join(bin, 'initdb'), '-D', join(base, 'data'), '-U', 'operator', ...SHAPE]);
  const made = spawnSync(file, words, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const settings = [...SETTINGS, `unix_socket_directories=${socket}`].flatMap((setting) => ['-c', setting]);
  const server = spawn(...asOrdinary([join(bin, 'postgres'), '-D', join(base, 'data'), ...settings]), {
    ...options,
    // Ctrl-C in the terminal is for us, who then end it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = `${log}${text}`.slice(-2000);
  });
  for (const until = Date.now() + READY_MS; !/ready to accept connections/.test(log); await pause(50))
    if (server.exitCode !== null || Date.now() > until) throw new Error(`postgres: ${log}`);
  const urlOf = (login: string, database: string) => `postgresql://${login}@/${database}?host=${encodeURIComponent(socket)}`;
  return { url: urlOf('operator', 'postgres'), urlOf, stop: () => end(server).finally(clean) };
};

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
};
