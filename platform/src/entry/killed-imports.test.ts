// Mixed files of offices, tables, offers and licences: a worker killed twenty times leaves what one left alone leaves, and so do two at once.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ImportKind } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportName, exportLines } from '../detection/index.ts';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { dice, forkWorker, newBody } from './testing-work.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MARKS = join(ROOT, 'platform/src/rights/samples/uspto-trademarks');
const NAMES: ExportName[] = ['leads', 'screened', 'held'];
const JUDGED_ON = '2026-11-24';
const SEED = 1124;
const KILLS = 20;

const dir = mkdtempSync(join(tmpdir(), 'zhijian-killed-imports-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

interface File {
  kind: ImportKind;
  path: string;
}
const file = (kind: ImportKind, name: string, content: string | Uint8Array): File => {
  writeFileSync(join(dir, name), content);
  return { kind, path: join(dir, name) };
};
const world = (name: string) => readFileSync(join(ROOT, 'demo/world', `${name}.csv`), 'utf8');

const record = readFileSync(join(MARKS, '98763166-new-application.xml'), 'utf8');
const marks = (from: number, to: number) => {
  const all: string[] = [];
  for (let i = from; i < to; i++)
    all.push(i % 500 === 499 ? '<case-file><serial-number>1</serial-number></case-file>' : record.replaceAll('98763166', `${98_000_000 + i}`));
  return `<trademark-applications-daily>${all.join('\n')}</trademark-applications-daily>`;
};
const table = (from: number, to: number) => {
  const lines = ['申请/注册号,商标名称,国际分类,申请人名称,申请日期,注册公告日期'];
  for (let i = from; i < to; i++)
    lines.push(`${70_000_000 + i},${i % 700 === 0 ? '' : '鲸屿'}${i},${(i % 45) + 1},鲸屿公司,2020-02-${i % 900 === 0 ? '31' : '03'},2021年3月7日`);
  return iconv.encode(`${lines.join('\n')}\n`, 'gb18030');
};

const importAll = async (asker: Asker, files: readonly File[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const { kind, path } of files) {
    const given = { file_name: path.slice(dir.length + 1), file_path: keepFile(dir, path), kind, covers: [] };
    ids.push(await asBody(house.pool, asker, (tx) => createImport(tx, asker, given)));
  }
  return ids;
};
const rowsOf = (asker: Asker, ids: readonly string[]) =>
  asBody(house.pool, asker, async (tx) => {
    const rows = [];
    for (const id of ids) rows.push((await importById(tx, id))!);
    return rows;
  });
const finish = async (asker: Asker, ids: readonly string[]) => {
  for (;;) {
    const rows = await rowsOf(asker, ids);
    expect(rows.map(({ failure }) => failure)).toEqual(ids.map(() => null));
    if (rows.every(({ state }) => state === 'done')) return;
    await pause(50);
  }
};

/** Records read and offers looked at. */
const progressOf = async (asker: Asker): Promise<number> =>
  (
    await house.pool.query<{ n: number }>(
      `SELECT (sum(i.read_records) + coalesce(sum(p.done), 0))::int AS n FROM imports.import i LEFT JOIN detection.progress p ON p.import_id = i.id
       WHERE i.body_id = $1`,
      [asker.body_id],
    )
  ).rows[0]!.n;

/** All that a body has: counts of its imports, its registers in two forms, its offers, and what it found. */
const left = async (asker: Asker, ids: readonly string[], sorted = false) => {
  const { pool } = house;
  const texts: Record<string, unknown> = {};
  for (const name of NAMES) {
    const lines: string[] = [];
    for await (const line of exportLines(pool, asker, name)) lines.push(line);
    texts[name] = sorted ? lines.sort() : lines;
  }
  for (const [name, columns] of [
    ['rights.right_row', 'content::text'],
    ['rights.document', 'content::text'],
    ['rights.other_number', `concat_ws(' ', other, bare, type, office, kind, number, on_day)`],
    ['rights.licence', 'content::text'],
    ['offers.version', 'content::text'],
  ] as const) {
    const order = sorted || name === 'rights.other_number' ? '1' : 'id';
    const { rows } = await pool.query<{ line: string }>(`SELECT ${columns} AS line FROM ${name} WHERE body_id = $1 ORDER BY ${order}`, [
      asker.body_id,
    ]);
    texts[name] = rows.map(({ line }) => line);
  }
  const counted = (await rowsOf(asker, ids)).map(({ file_name, read_records, stored, already_known, set_aside, warnings }) => ({
    file_name,
    read_records,
    set_aside,
    warnings,
    known: sorted ? stored + already_known : [stored, already_known],
  }));
  const { rows } = await pool.query(
    'SELECT sequence, rejected FROM imports.set_aside WHERE import_id = ANY($1) ORDER BY array_position($1, import_id), sequence',
    [ids],
  );
  return { ...texts, counted, set_aside: rows };
};
const same = (one: Record<string, unknown>, other: Record<string, unknown>) => {
  for (const name of Object.keys(one)) expect(JSON.stringify(other[name]) === JSON.stringify(one[name]), name).toBe(true);
};

test('[D5.foreign-rights-data] [A4.versions] a worker killed at twenty moments of mixed imports leaves what an undisturbed one leaves', async () => {
  const files = [
    file('rights', 'apc240925.zip', zipOf([{ name: 'apc240925.xml', data: marks(0, 3000) }])),
    file('rights', '商标.csv', table(0, 3000)),
    file('rights', '商标二.csv', table(2500, 5500)),
    file('rights', 'rights.csv', world('rights')),
    file('licences', 'licences.csv', world('licences')),
    // At the end and few: what is tried here is how files come in, not what is found by them.
    file('offers', 'offers.csv', world('offers').split('\n').slice(0, 200).join('\n')),
  ];
  const calm = await newBody(house, '静局', JUDGED_ON);
  const calmIds = await importAll(calm, files);
  let worker = forkWorker(house, dir);
  await finish(calm, calmIds);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  const expected = await left(calm, calmIds);
  expect(expected.counted.map(({ set_aside }) => set_aside > 0)).toEqual([true, true, true, false, false, false]);

  const shaken = await newBody(house, '动局', JUDGED_ON);
  const ids = await importAll(shaken, files);
  // Drawn from what there is to do, since a clock means little on a busy machine.
  const all = await progressOf(calm);
  const draw = dice(SEED);
  const moments = Array.from({ length: KILLS }, () => Math.floor(draw() * 0.98 * all)).sort((one, other) => one - other);
  console.log(`seed ${SEED}, of ${all} steps`);
  const seen = new Set<string>();
  worker = forkWorker(house, dir);
  for (const moment of moments) {
    await once(worker, 'message');
    while ((await progressOf(shaken)) < moment) await pause(2);
    const rows = await rowsOf(shaken, ids);
    const at = rows.find(({ state }) => state === 'reading') ?? rows.find(({ state }) => state === 'waiting' || state === 'detecting');
    console.log(`killed at ${moment}: ${at?.file_name} ${at?.state}`);
    seen.add(`${at?.kind} ${at?.state}`);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    worker = forkWorker(house, dir);
  }
  expect([...seen]).toEqual(expect.arrayContaining(['rights reading']));
  await finish(shaken, ids);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  same(expected, await left(shaken, ids));
  // Twenty workers start, each of them with the models in it: two minutes and more where the machine is busy.
}, 400_000);

test('two imports of overlapping files: two workers at once leave what one leaves, and a body has one at a time', async () => {
  const files = [
    file('rights', 'one.zip', zipOf([{ name: 'one.xml', data: marks(0, 1200) }])),
    file('rights', 'two.zip', zipOf([{ name: 'two.xml', data: marks(600, 1800) }])),
    file('rights', 'three.csv', table(0, 2000)),
    file('rights', 'four.csv', table(1000, 3000)),
  ];
  const [alone, one, two] = [
    await newBody(house, '独局', JUDGED_ON),
    await newBody(house, '双局', JUDGED_ON),
    await newBody(house, '邻局', JUDGED_ON),
  ];
  const first = forkWorker(house, dir);
  const aloneIds = await importAll(alone, files);
  await finish(alone, aloneIds);
  const second = forkWorker(house, dir);
  await once(second, 'message');
  const [ids, otherIds] = [await importAll(one, files), await importAll(two, files)];
  let [most, together] = [0, false];
  for (;;) {
    const { rows } = await house.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE locked_at IS NOT NULL AND queue_name IS NOT NULL GROUP BY queue_name',
    );
    for (const { n } of rows) most = Math.max(most, n);
    together ||= rows.length === 2;
    const all = [...(await rowsOf(one, ids)), ...(await rowsOf(two, otherIds))];
    expect(all.map(({ failure }) => failure)).toEqual(all.map(() => null));
    if (all.every(({ state }) => state === 'done')) break;
    await pause(5);
  }
  // Within a body one after the other, which the queue sees to; two bodies do not wait for each other.
  expect({ most, together }).toEqual({ most: 1, together: true });
  for (const worker of [first, second]) {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  const expected = await left(alone, aloneIds);
  same(expected, await left(one, ids));
  same(expected, await left(two, otherIds));
}, 120_000);
