// import and export as commands, and workers killed at any moment, against a real database.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ImportKind, ZhijianError } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportName, detectFiles, exportLines } from '../detection/index.ts';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { exportArguments, importArguments } from './house-arguments.ts';
import { dice, forkWorker, newBody as madeBody, runCommand } from './testing-work.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const KINDS: ImportKind[] = ['rights', 'licences', 'offers'];
const NAMES: ExportName[] = ['leads', 'screened', 'held'];
const JUDGED_ON = '2026-11-24';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-house-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

const newBody = (name: string): Promise<Asker> => madeBody(house, name, JUDGED_ON);

const run = (...words: string[]) => runCommand(house, dir, ...words);
const example = (name: string) => join(ROOT, 'examples', `${name}.csv`);
const detected = async (out: string, rights: string, licences: string, offers: string[]): Promise<Record<ExportName, string>> => {
  await detectFiles({ rights: [rights], licences: [licences], offers, covers: [], judgedOn: JUDGED_ON, threads: 1, out });
  const read = (name: string) => readFileSync(join(out, `${name}.jsonl`), 'utf8');
  return { leads: read('leads'), screened: read('screened'), held: read('held') };
};

test('[A1.trademark-words] [A3.who] [A4.products] import and export by the command line give what detect writes, and say what was set aside', async () => {
  await newBody('甲局');
  const files = ['offers-with-errors', 'rights', 'licences', 'offers'].map(example) as [string, string, string, string];
  const imported = await run('import', ...files, '--body', '甲局');
  expect(imported).toMatchObject({ code: 4, out: '' });
  expect(imported.err).toContain('offers-with-errors.csv 第 3 行');
  expect(imported.err).toContain('rights.csv (rights): 6 read, 6 stored, 0 known already, 0 set aside');
  const expected = await detected(join(dir, 'cli'), files[1], files[2], [files[0], files[3]]);
  for (const name of NAMES) expect(await run('export', name, '--body', '甲局')).toEqual({ code: 0, out: expected[name], err: '' });
  const file = join(dir, 'leads.jsonl');
  expect(await run('export', 'leads', '--out', file, '--body=甲局')).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(file, 'utf8')).toBe(expected.leads);
  expect(await run('import', files[1], '--body', '甲局')).toMatchObject({ code: 0, err: expect.stringContaining('0 stored, 6 known already') });
  // Nine commands, each a process with the models in it: more than a minute where the machine is busy.
}, 180_000);

test('what cannot be imported is refused before anything is stored, with what to do', async () => {
  await newBody('乙局');
  await newBody('丙局');
  const odd = join(dir, 'odd.csv');
  writeFileSync(odd, 'a,b\n1,2\n');
  expect(await run('import', example('rights'), odd, '--body', '乙局')).toMatchObject({ code: 2, err: expect.stringContaining('--as') });
  expect(await run('import', example('rights'))).toMatchObject({ code: 2, err: expect.stringContaining('乙局') });
  expect(await run('import', example('rights'), '--body', '丁局')).toMatchObject({ code: 2, err: expect.stringContaining('no body named 丁局') });
  expect(await run('import', join(dir, 'none.csv'), '--body', '乙局')).toMatchObject({ code: 2, err: expect.stringContaining('none.csv') });
  const refusal = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (error instanceof ZhijianError) return error.code;
    }
    return 'accepted';
  };
  expect(refusal(() => importArguments(['--as', 'shops', odd], {}, ROOT))).toBe('usage');
  expect(refusal(() => importArguments([], {}, ROOT))).toBe('usage');
  expect(refusal(() => importArguments([odd, '--body'], {}, ROOT))).toBe('option_needs_value');
  expect(refusal(() => exportArguments(['everything'], {}, ROOT))).toBe('usage');
  expect(refusal(() => exportArguments(['leads', 'held'], {}, ROOT))).toBe('argument_unexpected');
  expect(refusal(() => exportArguments(['held', '--out=x', '--data', 'd'], {}, ROOT))).toBe('accepted');
  const { rows } = await house.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM imports.import i JOIN people.body b ON b.id = i.body_id WHERE b.name <> '甲局'`,
  );
  expect(rows[0]!.n).toBe(0);
});

const startWorker = () => forkWorker(house, dir);

test('[B5.offer-database] a worker killed at five moments of import and detection leaves what an undisturbed one leaves', async () => {
  const asker = await newBody('戊局');
  const world = (name: string) => join(ROOT, 'demo/world', `${name}.csv`);
  const expected = await detected(join(dir, 'world'), world('rights'), world('licences'), [world('offers')]);
  const ids: string[] = [];
  // Offers first, so that each of the three has something to detect.
  for (const kind of [...KINDS].reverse()) {
    const given = { file_name: `${kind}.csv`, file_path: keepFile(dir, world(kind)), kind, covers: [] };
    ids.push(await asBody(house.pool, asker, (tx) => createImport(tx, asker, given)));
  }
  const states = () =>
    asBody(house.pool, asker, async (tx) => {
      const found: string[] = [];
      for (const id of ids) found.push((await importById(tx, id))!.state);
      return found;
    });
  // Records read and offers looked at, of some 7,300 in all: the moments are drawn from these, since a clock means little on a busy machine.
  const done = async (): Promise<number> =>
    (
      await house.pool.query<{ n: number }>(
        `SELECT (sum(i.read_records) + coalesce(sum(p.done), 0))::int AS n FROM imports.import i LEFT JOIN detection.progress p ON p.import_id = i.id
         WHERE i.body_id = $1`,
        [asker.body_id],
      )
    ).rows[0]!.n;
  const draw = dice(41);
  const moments = Array.from({ length: 5 }, () => draw() * 7_000).sort((a, b) => a - b);
  const seen = new Set<string>();
  let worker = startWorker();
  for (const moment of moments) {
    await once(worker, 'message');
    while ((await done()) < moment) await pause(2);
    for (const state of await states()) seen.add(state);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    worker = startWorker();
  }
  expect([...seen]).toEqual(expect.arrayContaining(['reading', 'detecting']));
  while (!(await states()).every((state) => state === 'done')) await pause(100);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  for (const name of NAMES) {
    let text = '';
    for await (const line of exportLines(house.pool, asker, name)) text += `${line}\n`;
    expect(text).toBe(expected[name]);
  }
  const { rows } = await house.pool.query(
    `SELECT kind, count(*)::int AS events, count(DISTINCT lead_id)::int AS leads FROM detection.lead_event WHERE body_id = $1 GROUP BY kind ORDER BY kind`,
    [asker.body_id],
  );
  // Each lead was opened once, by the rights; nothing was told twice.
  for (const { events: told, leads } of rows) expect(told).toBe(leads);
}, 180_000);
