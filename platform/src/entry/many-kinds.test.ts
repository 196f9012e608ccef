// A ZIP of several kinds from outside: an import for each kind, in the order in which they need each other, all of them or none.
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ImportDetail, type ImportPreview, type ImportRow, PATH, type Problem, type RowPage, type StartedImports } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportLines } from '../detection/index.ts';
import { createImports, importById, keepFile } from '../imports/index.ts';
import { type Asker, asBody } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { type Browser, JUDGED_ON, ROOT, testHouse, type TestHouse } from './testing.ts';
import { dice, forkWorker, newBody } from './testing-work.ts';

const world = (name: string) => readFileSync(join(ROOT, 'demo/world', `${name}.csv`), 'utf8');
const OFFERS = world('offers').split('\n').slice(0, 60).join('\n');
const DECISIONS =
  '案号,审理法院,裁判日期,专利号,原告,被告,判决结果\n（2020）浙01民初123号,杭州市中级人民法院,2020-03-02,201829999002.7,甲,乙,侵权成立\n';
const TRADERS = '统一社会信用代码,企业名称,法定代表人,登记状态\n91330106MA2AXXXX0X,坏码公司,张三,存续\n914403001922038216,某某公司,李四,存续\n';
// In the order in which a person packs them: what has to be there first stands last.
const ZIP = zipOf([
  { name: '说明.txt', data: '本包内含五张表。' },
  { name: 'offers.csv', data: OFFERS },
  { name: 'traders.csv', data: TRADERS },
  { name: 'decisions.csv', data: DECISIONS },
  { name: 'licences.csv', data: world('licences') },
  { name: 'rights.csv', data: world('rights') },
]);
const KINDS = ['rights', 'licences', 'decisions', 'traders', 'offers'] as const;

let house: TestHouse;
let a: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
});
afterAll(() => house.close());

const settled = async (id: string): Promise<ImportDetail> => {
  for (;;) {
    const { body } = await a.get<ImportDetail>(`${PATH.imports}/${id}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await pause(30);
  }
};
const start = (words: object) => a.change<StartedImports & Problem>('POST', PATH.imports, { covers: [], ...words });
const kept = () => readdirSync(join(house.dataDir, 'uploads')).filter((name) => name.endsWith('.zip'));

test('a ZIP of five kinds becomes five imports, rights first, and the file goes when the last is done', async () => {
  const { body: preview } = await a.upload('全部.zip', ZIP);
  expect(preview).toMatchObject({ kind: 'offers', kinds: KINDS });
  // Each kind shows the first rows of its own file.
  for (const kind of KINDS) {
    const as = (await a.get<ImportPreview>(`${PATH.upload_preview.replace(':upload_id', preview.upload_id)}?kind=${kind}`)).body;
    expect(as).toMatchObject({ kind, kinds: KINDS });
    expect(
      as.headings.some(({ field }) => field !== null),
      kind,
    ).toBe(true);
  }
  const covers = ['CN:design:2019-2020'];
  const { status, body } = await start({ upload_id: preview.upload_id, kind: null, covers });
  expect(status).toBe(200);
  expect(body.imports.map(({ kind, file_name }) => [kind, file_name])).toEqual(KINDS.map((kind) => [kind, '全部.zip']));
  const done = [];
  for (const { id } of body.imports) done.push(await settled(id));
  expect(done.map(({ state, failure }) => [state, failure])).toEqual(KINDS.map(() => ['done', null]));
  expect(done.map(({ stored, set_aside }) => [stored > 0, set_aside])).toEqual([
    [true, 0],
    [true, 0],
    [true, 0],
    [true, 1],
    [true, 0],
  ]);
  expect(done.every(({ warnings }) => warnings.some(({ zh }) => zh.includes('说明.txt')))).toBe(true);
  expect(kept()).toEqual([]);
  // The upload is used up, and the list has all of them, the last first.
  expect((await start({ upload_id: preview.upload_id, kind: null })).body.code).toBe('upload_unknown');
  const list = (await a.get<RowPage<ImportRow>>(PATH.imports)).body;
  expect(list.rows.map(({ kind }) => kind)).toEqual([...KINDS].reverse());
});

test('a person who chooses one kind imports it alone; what is refused starts nothing and leaves the upload', async () => {
  const { upload_id } = (await a.upload('又一次.zip', ZIP)).body;
  const total = async () => (await a.get<RowPage<ImportRow>>(PATH.imports)).body.total;
  const before = await total();
  const files = kept().length;
  // The mapping of the last kind is refused: the imports of the kinds before it are not there either.
  expect((await start({ upload_id, kind: null, mapping: { offers: { 标题: 'nonsense' } } })).body.code).toBe('request_invalid');
  expect((await start({ upload_id, kind: null, covers: ['nonsense'] })).body.code).toBe('coverage_invalid');
  expect((await start({ upload_id, kind: null, mapping: { people: {} } })).status).toBe(400);
  expect(await total()).toBe(before);
  expect(kept()).toHaveLength(files);
  const { body } = await start({ upload_id, kind: 'licences' });
  expect(body.imports.map(({ kind }) => kind)).toEqual(['licences']);
  expect(await settled(body.imports[0]!.id)).toMatchObject({ state: 'done', stored: 0 });
  expect(await total()).toBe(before + 1);
  const nothing = (await a.upload('空.zip', zipOf([{ name: 'a.txt', data: 'a' }]))).body;
  expect(nothing.kinds).toEqual([]);
  expect((await start({ upload_id: nothing.upload_id, kind: null })).body).toMatchObject({
    code: 'kind_unknown',
    zh: expect.stringContaining('空.zip'),
  });
});

test('headings told for one kind tell that the ZIP holds it', async () => {
  const odd = zipOf([
    { name: 'rights.csv', data: world('rights') },
    { name: 'odd.csv', data: '货号码,货名称,平台\n77,鲸屿 手机壳,甲平台\n' },
  ]);
  const { body: preview } = await a.upload('odd.zip', odd);
  expect(preview.kinds).toEqual(['rights']);
  const { body } = await start({ upload_id: preview.upload_id, kind: null, mapping: { offers: { 货号码: 'item_id', 货名称: 'title' } } });
  expect(body.imports.map(({ kind }) => kind)).toEqual(['rights', 'offers']);
  expect(await settled(body.imports[1]!.id)).toMatchObject({ stored: 1, set_aside: 0 });
});

test('a worker killed at any moment of them leaves what one left alone leaves', async () => {
  const database = await testDatabase();
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-many-kinds-'));
  try {
    writeFileSync(join(dir, 'all.zip'), ZIP);
    const begin = (asker: Asker) =>
      asBody(database.pool, asker, (tx) =>
        createImports(tx, asker, { file_name: 'all.zip', file_path: keepFile(dir, join(dir, 'all.zip')), kinds: KINDS, covers: [] }),
      );
    const calm = await newBody(database, '静局', JUDGED_ON);
    const expected = await outcome(database, calm, await begin(calm), dir, 0);
    const shaken = await newBody(database, '动局', JUDGED_ON);
    expect(await outcome(database, shaken, await begin(shaken), dir, 2)).toEqual(expected);
    expect(readdirSync(join(dir, 'uploads'))).toEqual([]);
  } finally {
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  }
}, 240_000);

/** What the imports leave, their worker killed so many times while one of them after the other is read. */
const outcome = async (database: TestDatabase, asker: Asker, ids: readonly string[], dir: string, kills: number) => {
  const { pool } = database;
  const rows = () =>
    asBody(pool, asker, async (tx) => {
      const all = [];
      for (const id of ids) all.push((await importById(tx, id))!);
      return all;
    });
  const draw = dice(507);
  let worker = forkWorker(database, dir);
  for (let kill = 0; kill < kills; kill++) {
    while ((await rows()).filter(({ state }) => state !== 'waiting').length <= kill) await pause(1);
    await pause(draw() * 30);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    worker = forkWorker(database, dir);
  }
  while (!(await rows()).every(({ state }) => state === 'done')) await pause(20);
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  const lines: string[] = [];
  for (const name of ['leads', 'screened', 'held'] as const) for await (const line of exportLines(pool, asker, name)) lines.push(line);
  const counts = (await rows()).map(({ kind, stored, already_known, set_aside, failure }) => ({ kind, stored, already_known, set_aside, failure }));
  return { lines, counts };
};
