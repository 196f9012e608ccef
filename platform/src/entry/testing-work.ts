// For tests: a worker and commands as processes of their own on a test's database, a body for it to work for, and dice for the moments of its death.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { type Asker, asBody, asSystem, setSetting } from '../kernel/index.ts';
import type { TestDatabase } from '../kernel/testing.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Lehmer's generator: the same moments on every run, as far as the machine allows. */
export const dice = (seed: number) => (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

export const newBody = async ({ pool }: TestDatabase, name: string, judgedOn: string): Promise<Asker> => {
  const body_id = await asSystem(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(`INSERT INTO people.body (kind, name, region) VALUES ('local_office', $1, '33') RETURNING id`, [
      name,
    ]);
    return rows[0]!.id;
  });
  const asker = { body_id, region: '33' };
  await asBody(pool, asker, (tx) => setSetting(tx, 'judged_on', judgedOn));
  return asker;
};

/** It sends one message when it works. */
export const forkWorker = ({ config }: TestDatabase, dataDir: string): ChildProcess => {
  const child = fork(fileURLToPath(new URL('./work.ts', import.meta.url)), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.send({ connection: config, embedded: true, dataDir, root: ROOT, port: 0 });
  return child;
};

/** The database of a test as a command gets it. */
const url = ({ connectionString, user, password, host, port, database }: pg.ClientConfig): string => {
  if (connectionString !== undefined) return connectionString;
  const made = new URL(`postgres://localhost:${port ?? 5432}/${database}`);
  made.username = encodeURIComponent(user ?? '');
  made.password = encodeURIComponent(String(password ?? ''));
  made.searchParams.set('host', host ?? '');
  return made.href;
};

/** Runs a command to its end; without a database where `database` is null. */
export const runCommand = async (
  database: TestDatabase | null,
  dataDir: string,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> => {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(new URL('./cli.ts', import.meta.url)), ...words], {
    env: { ...env, ...(database === null ? {} : { DATABASE_URL: url(database.config) }), ZHIJIAN_DATA: dataDir },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};
