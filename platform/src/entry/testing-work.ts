// For tests: a worker as a process of its own on a test's database, a body for it to work for, and dice for the moments of its death.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
