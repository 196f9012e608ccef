// What is stored and detected equals what `detect` makes of the same files, whatever came first.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportKind } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, importById, runImport, type StoredImport } from '../imports/index.ts';
import { asBody, asSystem, setSetting, type Pool } from '../kernel/index.ts';
import { type TestDatabase, testDatabase } from '../kernel/testing.ts';
import { detectFiles, type ExportName, exportLines } from './index.ts';
import { runDetect } from './run-detect.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const EXAMPLES = ['rights', 'licences', 'offers'].map((name) => join(ROOT, 'examples', `${name}.csv`));
const WORLD = ['rights', 'licences', 'offers'].map((name) => join(ROOT, 'demo/world', `${name}.csv`));
const JUDGED_ON = '2026-11-24';
const NAMES: ExportName[] = ['leads', 'screened', 'held'];

const dir = mkdtempSync(join(tmpdir(), 'zhijian-stored-'));
let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});
afterAll(async () => {
  await house.drop();
  rmSync(dir, { recursive: true, force: true });
});

interface Body {
  body_id: string;
  region: string;
}
const newBody = async (): Promise<Body> => {
  const body_id = await asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO people.body (kind, name, region) VALUES ('local_office', '甲局', '33') RETURNING id`,
    );
    return rows[0]!.id;
  });
  await asBody(house.pool, { body_id, region: '33' }, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
  return { body_id, region: '33' };
};

const kindOf = (file: string): ImportKind => (/rights/.test(basename(file)) ? 'rights' : /licences/.test(basename(file)) ? 'licences' : 'offers');

const importFile = async (body: Body, file: string, kind = kindOf(file), pool: Pool = house.pool): Promise<StoredImport> => {
  const import_id = await asBody(pool, body, (tx) => createImport(tx, body, { file_name: basename(file), file_path: file, kind, covers: [] }));
  await runImport(pool, { ...body, import_id });
  await runDetect(pool, { ...body, import_id }, { today: '1999-01-01', threads: 2 });
  const imported = await asBody(pool, body, (tx) => importById(tx, import_id));
  expect(imported!.state).toBe('done');
  return imported!;
};

const exported = async (body: Body): Promise<Record<ExportName, string>> => {
  const all = { leads: '', screened: '', held: '' };
  for (const name of NAMES) for await (const line of exportLines(house.pool, body, name)) all[name] += `${line}\n`;
  return all;
};

let runs = 0;
const detected = async (files: readonly string[]): Promise<Record<ExportName, string>> => {
  const of = (kind: ImportKind) => files.filter((file) => kindOf(file) === kind);
  runs += 1;
  const out = join(dir, `out-${runs}`);
  await detectFiles({ rights: of('rights'), licences: of('licences'), offers: of('offers'), covers: [], judgedOn: JUDGED_ON, threads: 1, out });
  const read = (name: string) => readFileSync(join(out, `${name}.jsonl`), 'utf8');
  return { leads: read('leads'), screened: read('screened'), held: read('held') };
};

const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

/** Orders in which three files may come: all of them. */
const orders = <T>([a, b, c]: readonly T[]): T[][] => [
  [a!, b!, c!],
  [a!, c!, b!],
  [b!, a!, c!],
  [b!, c!, a!],
  [c!, a!, b!],
  [c!, b!, a!],
];

test('[B5.summary-database] [B5.licence-database] [B5.offer-database] files imported in any order give what detect writes', async () => {
  const expected = await detected(EXAMPLES);
  expect(expected.leads.split('\n').length).toBeGreaterThan(3);
  for (const order of orders(EXAMPLES)) {
    const body = await newBody();
    for (const one of order) await importFile(body, one);
    expect(await exported(body)).toEqual(expected);
  }
});

test('the demo world, stored, equals detect over its files', async () => {
  expect(existsSync(WORLD[2]!)).toBe(true);
  const expected = await detected(WORLD);
  const [rights, licences, offers] = WORLD as [string, string, string];
  for (const order of [
    [rights, licences, offers],
    [offers, rights, licences],
  ]) {
    const body = await newBody();
    for (const one of order) await importFile(body, one);
    expect(await exported(body)).toEqual(expected);
  }
});

test('the demo world in pieces, in a mixed order, equals detect over the pieces in that order', async () => {
  const pieces = (path: string, count: number): string[] => {
    const [heading, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const size = Math.ceil(lines.length / count);
    return Array.from({ length: count }, (_, i) =>
      file(`${basename(path, '.csv')}-${i}.csv`, `${[heading, ...lines.slice(i * size, (i + 1) * size)].join('\n')}\n`),
    );
  };
  const [[r0, r1, r2], [l0, l1], [o0, o1]] = [pieces(WORLD[0]!, 3), pieces(WORLD[1]!, 2), pieces(WORLD[2]!, 2)] as [string[], string[], string[]];
  const order = [o0!, r1!, l0!, r0!, o1!, l1!, r2!];
  const body = await newBody();
  for (const one of order) await importFile(body, one);
  expect(await exported(body)).toEqual(await detected(order));
});

const RIGHT = (status: string, since: string, known: string) =>
  file(
    `rights-${status}-${known}.csv`,
    `种类,号码,名称,权利人,国际分类,申请日,授权公告日,有效期至,法律状态,法律状态生效日,公告日,查询日\n商标,99990001,鲸屿,宁波鲸屿数码科技有限公司,9,2017-01-05,2018-03-14,2028-03-13,${status},${since},${since},${known}\n`,
  );
const OFFERS = () =>
  file(
    'offers-two.csv',
    '平台,商品编号,商品标题,品牌,类目,店铺名称,公司名称,采集时间\n甲平台,1,鲸屿 降噪耳机,鲸屿,数码/耳机,过岸数码,苏州过岸贸易有限公司,2026-11-20\n甲平台,2,鲸屿 蓝牙耳机,鲸屿,数码/耳机,屿阳小店,义乌市屿阳日用品商行,2026-11-20\n',
  );

interface Row {
  trader: { shop: string };
  lead_id: string;
  state: string;
  strength: string;
  offers: number;
}
const leads = (body: Body): Promise<Row[]> =>
  asBody(house.pool, body, async (tx) => (await tx.query<Row>(`SELECT * FROM detection.lead ORDER BY trader->>'shop' COLLATE "C"`)).rows);
const history = (body: Body, lead: string): Promise<{ kind: string; detail: Record<string, unknown> }[]> =>
  asBody(
    house.pool,
    body,
    async (tx) =>
      (
        await tx.query<{ kind: string; detail: Record<string, unknown> }>(
          'SELECT kind, detail FROM detection.lead_event WHERE lead_id = $1 ORDER BY id',
          [lead],
        )
      ).rows,
  );
const kinds = async (body: Body, lead: string) => (await history(body, lead)).map(({ kind }) => kind);

test('[A3.screens-licensed-seller] [A3.screened-stays-visible] a licence that comes later explains the open lead of its licensee and no other', async () => {
  const body = await newBody();
  await importFile(body, RIGHT('注册', '2018-03-14', '2026-11-20'));
  await importFile(body, OFFERS());
  const [stranger, licensee] = await leads(body);
  expect([stranger!.state, licensee!.state]).toEqual(['open', 'open']);
  expect(licensee!.trader.shop).toBe('过岸数码');
  await importFile(
    body,
    file('licences-one.csv', '权利种类,权利号码,被许可人,许可地域,起始日,终止日\n商标,99990001,苏州过岸贸易有限公司,CN,2025-01-01,2027-12-31\n'),
  );
  expect((await leads(body)).map(({ state }) => state)).toEqual(['open', 'explained']);
  expect(await kinds(body, stranger!.lead_id)).toEqual(['opened']);
  const [, added, explained] = await history(body, licensee!.lead_id);
  expect(added).toMatchObject({
    kind: 'licence_added',
    detail: { licences: [{ licensee: '苏州过岸贸易有限公司', from: '2025-01-01', to: '2027-12-31' }] },
  });
  expect(explained).toMatchObject({
    kind: 'explained',
    detail: { screened: 1, held: 0, reason: { zh: expect.stringContaining('苏州过岸贸易有限公司') } },
  });
  expect((await exported(body)).screened).toContain(licensee!.lead_id);
});

test('[A1.status-history] a right that lapses is told of on its open leads', async () => {
  const body = await newBody();
  await importFile(body, RIGHT('注册', '2018-03-14', '2026-11-20'));
  await importFile(body, OFFERS());
  const [lead] = await leads(body);
  await importFile(body, RIGHT('撤销', '2026-06-01', '2026-11-22'));
  expect((await leads(body)).map(({ state }) => state)).toEqual(['explained', 'explained']);
  const [, changed, explained] = await history(body, lead!.lead_id);
  expect(changed).toMatchObject({ kind: 'right_changed', detail: { events: [{ status: 'cancelled', effective_on: '2026-06-01' }] } });
  expect(explained!.kind).toBe('explained');
});

test('a dispute over the right holds its leads, and its end opens them again', async () => {
  const body = await newBody();
  await importFile(body, RIGHT('注册', '2018-03-14', '2026-11-20'));
  await importFile(body, OFFERS());
  const [lead] = await leads(body);
  await importFile(body, RIGHT('异议中', '2026-10-01', '2026-11-22'));
  expect((await leads(body))[0]!.state).toBe('explained');
  expect((await history(body, lead!.lead_id)).at(-1)).toMatchObject({ kind: 'explained', detail: { screened: 0, held: 1 } });
  await importFile(body, RIGHT('注册', '2026-11-01', '2026-11-23'));
  expect((await leads(body))[0]!.state).toBe('open');
  expect(await kinds(body, lead!.lead_id)).toEqual(['opened', 'right_changed', 'explained', 'right_changed', 'reopened']);
});

test('the word of a person stands, whatever the register says later', async () => {
  const body = await newBody();
  await importFile(body, RIGHT('注册', '2018-03-14', '2026-11-20'));
  await importFile(body, OFFERS());
  const [lead] = await leads(body);
  await asBody(house.pool, body, (tx) => tx.query(`UPDATE detection.lead SET state = 'suspected' WHERE lead_id = $1`, [lead!.lead_id]));
  await importFile(body, RIGHT('撤销', '2026-06-01', '2026-11-22'));
  expect((await leads(body)).map(({ state }) => state)).toEqual(['suspected', 'explained']);
  expect(await kinds(body, lead!.lead_id)).toEqual(['opened', 'right_changed', 'explained']);
});

test('[A4.versions] a file given twice adds nothing; a changed offer is a version of its own and lets its lead grow', async () => {
  const body = await newBody();
  for (const one of EXAMPLES) await importFile(body, one);
  const before = await exported(body);
  const events = async () =>
    asBody(house.pool, body, async (tx) => (await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM detection.lead_event')).rows[0]!.n);
  const told = await events();
  for (const one of EXAMPLES) {
    const again = await importFile(body, one);
    expect([again.stored, again.already_known, again.set_aside]).toEqual([0, again.read_records, 0]);
  }
  expect(await exported(body)).toEqual(before);
  expect(await events()).toBe(told);
  const changed = readFileSync(EXAMPLES[2]!, 'utf8').replace('鲸屿 降噪耳机 新款 官方正品', '鲸屿 降噪耳机 新款 官方正品 第二件半价');
  const more = await importFile(body, file('offers-changed.csv', changed));
  expect([more.stored, more.already_known]).toEqual([1, 15]);
});

test('text that a database refuses, NUL and half a surrogate pair, is stored and comes back as detect writes it', async () => {
  const lines = [
    {
      平台: '甲平台',
      商品编号: 'a\u0000b',
      商品标题: '鲸屿 耳机 \ud83d\u0000 <b>=1+1</b>',
      品牌: '鲸屿',
      类目: '数码/耳机',
      店铺名称: '店\udc00\u0000',
      采集时间: '2026-11-20',
      '<x>\u0000': '\udfff',
    },
    { 平台: '', 商品编号: '', 商品标题: '鲸屿', 品牌: '鲸屿', 店铺名称: "'; DROP TABLE offers.version; --" },
  ];
  const hostile = file('offers-hostile.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  const files = [RIGHT('注册', '2018-03-14', '2026-11-20'), hostile];
  const body = await newBody();
  for (const one of files) await importFile(body, one);
  const got = await exported(body);
  expect(got).toEqual(await detected(files));
  expect(got.leads.split('\n')).toHaveLength(3);
});

test('a file that is gone or of another kind fails with words that name it as the person knows it', async () => {
  const body = await newBody();
  const missing = join(dir, 'gone.csv');
  const import_id = await asBody(house.pool, body, (tx) =>
    createImport(tx, body, { file_name: '商品.csv', file_path: missing, kind: 'offers', covers: [] }),
  );
  await runImport(house.pool, { ...body, import_id });
  const failed = await asBody(house.pool, body, (tx) => importById(tx, import_id));
  expect(failed).toMatchObject({ state: 'failed', failure: { zh: expect.stringContaining('商品.csv') } });
  const wrong = await importFile(body, EXAMPLES[2]!, 'licences');
  expect([wrong.stored, wrong.set_aside]).toEqual([0, 1]);
});
