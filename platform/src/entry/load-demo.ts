// The demo world into the house of its first body, through the same import as any file. Killed half-way, the next start goes on.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_BODY, type ImportKind, UP_SENTENCE, ZhijianError } from '@zhijian/contract';
import { figures } from '../desks/index.ts';
import { progressOf } from '../detection/index.ts';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody, asSystem, type Pool, setSetting, settingOf } from '../kernel/index.ts';
import { demoAccounts, demoPeople, hasAccounts, type Person } from '../people/index.ts';
import { DEMO_WORLD } from './demo.ts';
import { judgedOn } from './demo-check.ts';
import type { Say } from './progress-line.ts';

const KINDS: readonly ImportKind[] = ['rights', 'licences', 'offers'];

export interface DemoLogins {
  file: string;
  logins: { body: string; login: string; password: string }[];
}

/** The demo's people; their passwords stand in a file of the data folder that only its owner reads. Null in a house that is in real use. */
export const demoLogins = async (pool: Pool, dataDir: string, embedded: boolean): Promise<DemoLogins | null> => {
  const people = await demoPeople(pool);
  if (people.length === 0 && (await hasAccounts(pool))) return null;
  const file = join(dataDir, 'demo-logins.json');
  if (people.length > 0) {
    if (existsSync(file)) return { file, logins: JSON.parse(readFileSync(file, 'utf8')) as DemoLogins['logins'] };
    // Of an operator's database another machine may hold the file: its passwords stay.
    if (!embedded) return { file, logins: [] };
  }
  const made = await asSystem(pool, demoAccounts);
  const logins = made.map(({ person: { body_name, login }, password }) => ({ body: body_name, login, password }));
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.tmp`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
  return { file, logins };
};

/** Imports and detects what is missing of the demo world, with its own day of judging; a worker must be running. */
export const loadDemo = async (pool: Pool, dataDir: string, say: Say): Promise<void> => {
  const person = (await demoPeople(pool)).find(({ region }) => region === DEMO_BODY[0].region);
  if (person === undefined || (await asBody(pool, person, (tx) => settingOf(tx, 'demo'))) === 'loaded') return;
  say(UP_SENTENCE.demo);
  await asBody(pool, person, (tx) => setSetting(tx, 'judged_on', judgedOn(join(DEMO_WORLD, 'expected.csv'))));
  for (const kind of KINDS) await importOnce(pool, person, dataDir, kind, say);
  await asBody(pool, person, (tx) => setSetting(tx, 'demo', 'loaded'));
  const { leads, screened, held } = await asBody(pool, person, figures);
  say(UP_SENTENCE.demo_done, { leads: Object.values(leads).reduce((sum, count) => sum + count, 0), screened, held });
};

const importOnce = async (pool: Pool, { body_id, region, account_id }: Person, dataDir: string, kind: ImportKind, say: Say): Promise<void> => {
  const asker: Asker = { body_id, region, account_id };
  const key = `demo ${kind}`;
  const file_name = `${kind}.csv`;
  const id = await asBody(pool, asker, async (tx) => {
    const before = await settingOf(tx, key);
    if (before !== null) return before;
    const made = await createImport(tx, asker, { file_name, file_path: keepFile(dataDir, join(DEMO_WORLD, file_name)), kind, covers: [] });
    await setSetting(tx, key, made);
    return made;
  });
  for (;;) {
    const { row, progress } = await asBody(pool, asker, async (tx) => ({ row: await importById(tx, id), progress: await progressOf(tx, id) }));
    if (row === null || row.state === 'done') return;
    if (row.state === 'failed') throw new ZhijianError('failed', { detail: `${file_name}: ${row.failure?.zh ?? ''} ${row.failure?.en ?? ''}` });
    if (row.state === 'detecting' && progress !== null && progress.total > 0)
      say(UP_SENTENCE.detecting, { file: file_name, done: progress.done, total: progress.total }, progress.done / progress.total);
    else say(UP_SENTENCE.importing, { file: file_name, count: row.read_records }, 0);
    await pause(150);
  }
};
