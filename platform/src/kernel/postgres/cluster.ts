// A new cluster: made beside its place and renamed, so that a killed first start leaves nothing half done.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZhijianError } from '@zhijian/contract';
import { type Account, commandFor, NOBODY, type Place } from './account.ts';

/** Beside the data: what one must know before the server can be asked. */
export interface ClusterRecord {
  /** Major version of PostgreSQL that made the data; another one cannot read it. */
  major: number;
  password: string;
}

/** Locale of the operating system must not decide how Chinese sorts: the same bytes on every machine. */
const SHAPE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256', '--no-instructions'];

export const CLEAN_ENV = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

const recordOf = (home: string): string => join(home, 'postgres.json');

/** The record of an existing cluster, or a new cluster with its record. Throws database_version for data of another major version. */
export const openCluster = async (place: Place, binaries: string, major: number): Promise<ClusterRecord> => {
  if (existsSync(place.pgdata)) {
    const record = JSON.parse(readFileSync(recordOf(place.home), 'utf8')) as ClusterRecord;
    if (record.major !== major) throw new ZhijianError('database_version', { dir: place.home, have: record.major, brings: major });
    return record;
  }
  const record = { major, password: randomBytes(24).toString('base64url') };
  const made = `${place.pgdata}.tmp`;
  mkdirSync(place.cluster, { recursive: true, mode: 0o700 });
  rmSync(made, { recursive: true, force: true });
  // initdb must run under a name that passwd knows; the server later needs none.
  const maker: Account = place.account.kind === 'account' ? { kind: 'account', uid: NOBODY } : place.account;
  giveTo(maker, place.cluster);
  const secret = join(place.cluster, 'password.tmp');
  rmSync(secret, { force: true });
  writeFileSync(secret, record.password, { mode: 0o600, flag: 'wx' });
  giveTo(maker, secret);
  try {
    await initdb(maker, binaries, made, secret);
  } finally {
    rmSync(secret, { force: true });
  }
  if (place.account.kind === 'account') giveTreeTo(place.account, place.cluster);
  writeFileSync(`${recordOf(place.home)}.tmp`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${recordOf(place.home)}.tmp`, recordOf(place.home));
  renameSync(made, place.pgdata);
  return record;
};

const giveTo = (account: Account, path: string): void => {
  if (account.kind === 'account') chownSync(path, account.uid, account.uid);
};

const giveTreeTo = (account: Account & { kind: 'account' }, dir: string): void => {
  for (const entry of readdirSync(dir, { recursive: true, encoding: 'utf8' })) lchownSync(join(dir, entry), account.uid, account.uid);
  chownSync(dir, account.uid, account.uid);
  chmodSync(dir, 0o700);
};

const initdb = (maker: Account, binaries: string, pgdata: string, secret: string): Promise<void> =>
  new Promise((done, fail) => {
    const words = [join(binaries, 'bin/initdb'), '-D', pgdata, '-U', 'zhijian', ...SHAPE, `--pwfile=${secret}`, '-c', 'timezone=UTC'];
    const { file, args, ids } = commandFor(maker, words);
    const child = spawn(file, args, { ...ids, cwd: '/', env: CLEAN_ENV, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => fail(new ZhijianError('database_unavailable', { detail: error.message })));
    child.on('close', (code) =>
      code === 0 ? done() : fail(new ZhijianError('database_unavailable', { detail: `initdb: ${said.trim().slice(-500)}` })),
    );
  });
