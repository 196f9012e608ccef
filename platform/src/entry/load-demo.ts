// The demo world into the house of its first body, through the same import as any file. Killed half-way, the next start goes on.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ImportKind, UP_SENTENCE, ZhijianError } from '@zhijian/contract';
import { figures } from '../desks/index.ts';
import { progressOf } from '../detection/index.ts';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody, oneAtATime, type Pool, setSetting, settingOf } from '../kernel/index.ts';
import type { Person } from '../people/index.ts';
import { DEMO_WORLD } from './demo.ts';
import { DEMO_SETTING } from './demo-people.ts';
import { judgedOn } from './demo-check.ts';
import type { Say } from './progress-line.ts';

const KINDS: readonly ImportKind[] = ['rights', 'licences', 'offers'];

/** Imports and detects what is missing of the demo world, with its own day of judging; a worker must be running. */
export const loadDemo = async (pool: Pool, person: Person, dataDir: string, say: Say): Promise<void> => {
  say(UP_SENTENCE.demo);
  await asBody(pool, person, (tx) => setSetting(tx, 'judged_on', judgedOn(join(DEMO_WORLD, 'expected.csv'))));
  for (const kind of KINDS) await importOnce(pool, person, dataDir, kind, say);
  await asBody(pool, person, (tx) => setSetting(tx, DEMO_SETTING, 'loaded'));
  const { leads, screened, held } = await asBody(pool, person, figures);
  say(UP_SENTENCE.demo_done, { leads: Object.values(leads).reduce((sum, count) => sum + count, 0), screened, held });
};

const importOnce = async (pool: Pool, { body_id, region, account_id }: Person, dataDir: string, kind: ImportKind, say: Say): Promise<void> => {
  const asker: Asker = { body_id, region, account_id };
  const key = `demo ${kind}`;
  const file_name = `${kind}.csv`;
  const id = await asBody(pool, asker, async (tx) => {
    // Several servers may start at once on an operator's database: the import is made once, and each waits for it.
    await oneAtATime(tx, key);
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
    else if (row.read_records === 0) say(UP_SENTENCE.reading, { file: file_name }, 0);
    else say(UP_SENTENCE.importing, { file: file_name, count: row.read_records }, 0);
    await pause(150);
  }
};
