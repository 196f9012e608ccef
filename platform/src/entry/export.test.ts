// Exports of registers and offers import again to the same state, in each form, against a real database; tables of leads are for people.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Decision,
  type ImportKind,
  type Offer,
  PATH,
  type RightListRow,
  type RightPage,
  type RightRow,
  type TraderRecord,
} from '@zhijian/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asker, asBody, asSystem, setSetting } from '../kernel/index.ts';
import { insertOffers } from '../offers/index.ts';
import { createImport, importById, keepFile, previewFile } from '../imports/index.ts';
import { insertDecisions, insertRightRecords } from '../rights/index.ts';
import { insertTraders } from '../traders/index.ts';
import { exportPieces } from './export.ts';
import { type Browser, JUDGED_ON, type TestHouse, testHouse } from './testing.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REGISTERS = ['rights', 'licences', 'decisions', 'traders', 'offers'] as const;
const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
const dir = mkdtempSync(join(tmpdir(), 'zhijian-export-'));

let house: TestHouse;
let a: Browser;
let asker: Asker;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  const { body_id, region } = house.logins[0]!.person;
  asker = { body_id, region };
  for (const kind of ['rights', 'licences', 'offers'] as const) {
    const done = await a.import(kind, `${kind}.csv`, readFileSync(join(ROOT, 'demo/world', `${kind}.csv`)));
    expect(done).toMatchObject({ state: 'done' });
  }
  const events = readFileSync(join(import.meta.dirname, 'cases/right-questions/events.csv'), 'utf8');
  expect(await a.import('rights', 'events.csv', `# covers: CN:design:2011-2019\n${events}`)).toMatchObject({ state: 'done', set_aside: 0 });
  expect(await a.import('decisions', '无效.csv', INVALIDATIONS)).toMatchObject({ stored: 2, set_aside: 0 });
  expect(await a.import('decisions', '判决.csv', JUDGMENTS)).toMatchObject({ stored: 3, set_aside: 0 });
  expect(await a.import('traders', '主体.csv', TRADERS)).toMatchObject({ stored: 3, set_aside: 0 });
  await asBody(house.pool, asker, (tx) => storeOdd(tx));
});
afterAll(async () => {
  await house.close();
  rmSync(dir, { recursive: true, force: true });
});

const INVALIDATIONS = `决定号,委内编号,决定日,专利号,请求人,专利权人,审查结论,法律依据,无效公告日,备注
第9912号,5W109912,2023-02-01,201829999002.7,甲公司、乙公司,丙公司,宣告专利权部分无效，在权利要求2至5的基础上继续维持有效,专利法第二十二条第三款,2023-03-01,<b>备注</b>
第9913号,5W109913,2023-03-01,201829999002.7;202029999011.3,甲公司,丙公司,维持专利权有效,,,
`;
const JUDGMENTS = `# known_on: 2026-10-01
案号,审理法院,裁判日期,案由,原告,被告,商标注册号,裁判结果,摘要,是否生效
（2021）浙01民初9912号,某某市中级人民法院,2022年3月4日,侵害商标权纠纷,杭州鲸屿科技有限公司,上海某某五金制品有限公司（91310000MA9999929M）、李某,99990001,判决被告立即停止侵权并赔偿,"第一段
第二段；=1+1",否
(2022)浙民终9913号,某某省高级人民法院,2022-11-30,侵害商标权纠纷,甲：乙公司,丙公司,,驳回上诉，维持原判,,是
(2022)浙01民初9914号,某某市中级人民法院,2022-12-30,侵害外观设计专利权纠纷,=甲公司,,,责令另行处理若干事项,,
`;
const TRADERS = `统一社会信用代码,名称,类型,法定代表人,注册资本,成立日期,营业期限,登记机关,登记状态,住所,经营范围,查询日期
91310000MA9999929M,上海某某五金制品有限公司,有限责任公司（自然人独资）,王某,500.000000万人民币,2019年03月04日,2019年03月04日至无固定期限,某某区市场监督管理局,存续（在营、开业、在册）,某某路1号,五金制品销售。,2026-01-01
91310000MA9999929M,上海某某五金制品有限公司,有限责任公司,=王某,500.000000万人民币,2019年03月04日,,,注销,,,2026-10-01
91440300ma9999910b,深圳澄屿贸易有限公司,,,100万美元,,长期,,有待核实,,,
`;

/** What tables cannot say as it is. */
const ODD: readonly string[] = [
  '=1+1',
  "'=1+1",
  '-',
  '无',
  'NULL',
  '+86 574',
  '@x',
  '\tx',
  '\rx',
  ' 两端有空格 ',
  '第一行\n第二行；"引号"，a,b',
  '<b>粗</b>',
  '半个\ud83d',
  'NUL\0字',
  '_x000D_',
  '长'.repeat(40_000),
  '🙂'.repeat(33_000),
  '123456789012345678',
  '# covers: CN:design:2000-2001',
  '合计：12',
];
const storeOdd = async (tx: Parameters<typeof insertOffers>[0]) => {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO imports.import (file_name, file_path, kind, state) VALUES ('odd', '', 'offers', 'done') RETURNING id`,
  );
  const id = rows[0]!.id;
  const offer = (text: string, i: number): Offer => ({
    kind: 'online',
    platform: text,
    item_id: `odd-${i}`,
    url: null,
    title: text,
    description: text,
    brand: null,
    maker: null,
    category: null,
    price: [129_900, 0, 5, null][i % 4]!,
    currency: ['CNY', null, 'JPY', 'KWD'][i % 4]!,
    sales: i,
    shop: null,
    seller: null,
    seller_code: null,
    ship_from: null,
    market: 'CN',
    images: [text, 'https://a.example/1,2.png'],
    made_on: null,
    captured_at: '2026-11-01',
    language: null,
    marking: null,
    extra: { [text]: text, number: '1', 标题: text, __proto__x: 'y' },
  });
  await insertOffers(
    tx,
    id,
    ODD.map((text, i) => ({ sequence: i + 1, offer: offer(text, i) })),
  );
  const right = (text: string, i: number): RightRow => ({
    kind: 'trademark',
    number: String(99_980_000 + i),
    name: text,
    owner: text,
    owner_code: null,
    office: i % 2 === 0 ? 'CN' : 'US',
    classes: [9, 25],
    goods: [text, '手机壳'],
    filing_date: null,
    grant_date: '2020-02-29',
    expiry_date: null,
    paid_to: null,
    status: i % 3 === 0 ? 'registered' : null,
    status_date: null,
    published_on: null,
    known_on: '2026-01-01',
    image: null,
    extra: { status: text, similar_groups: '0901' },
  });
  await insertRightRecords(
    tx,
    id,
    ODD.map((text, i) => ({ rows: [right(text, i)], document: null })),
  );
  await insertDecisions(
    tx,
    id,
    ODD.map((text, i) => ({ ...PLAIN_DECISION, case_number: `第${9000 + i}号`, ...oddDecision(text, i) })),
  );
  await insertTraders(
    tx,
    id,
    ODD.map((text, i) => ({
      ...PLAIN_TRADER,
      name: text,
      address: text,
      scope: text,
      capital: [129_900, 0, 5, null][i % 4]!,
      extra: { [text]: text },
    })),
  );
};
const PLAIN_DECISION: Decision = {
  kind: 'judgment',
  case_number: '',
  internal_number: null,
  authority: null,
  decided_on: '2024-02-29',
  published_on: null,
  announced_on: null,
  effective_on: null,
  final: null,
  rights: [],
  parties: [],
  result: null,
  result_text: null,
  cause: null,
  clause: null,
  summary: null,
  url: null,
  known_on: null,
  extra: {},
};
/** Rights of several offices, parties whose names hold what parts names. */
const oddDecision = (text: string, i: number): Partial<Decision> => ({
  rights: [
    { office: 'US', kind: 'design', number: `D${435_854 + i}` },
    { office: 'CN', kind: 'trademark', number: '99990001' },
  ],
  parties: [
    { role: 'respondent', name: text, code: null },
    { role: 'respondent', name: `${text}、${text}`, code: '91310000MA9999929M' },
  ],
  result: i % 2 === 0 ? 'infringement' : null,
  result_text: text,
  summary: text,
  final: [true, false, null][i % 3]!,
  extra: { [text]: text },
});
const PLAIN_TRADER: TraderRecord = {
  code: '91310000MA9999929M',
  name: '',
  type: null,
  legal_representative: null,
  capital: null,
  capital_currency: 'CNY',
  founded_on: null,
  term_from: '2019-03-04',
  term_to: null,
  authority: null,
  status: 'revoked',
  address: null,
  scope: null,
  known_on: '2026-09-01',
  extra: {},
};

const bytesOf = async (who: Asker, what: (typeof REGISTERS)[number] | 'leads' | 'screened' | 'held', format: (typeof FORMATS)[number]) => {
  const pieces: Buffer[] = [];
  for await (const piece of exportPieces(house.pool, who, { what, format })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
};

const emptyBody = async (name: string): Promise<Asker> => {
  const body_id = await asSystem(house.pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(`INSERT INTO people.body (kind, name, region) VALUES ('local_office', $1, '33') RETURNING id`, [
      name,
    ]);
    return rows[0]!.id;
  });
  const made = { body_id, region: '33' };
  await asBody(house.pool, made, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
  return made;
};

const importInto = async (who: Asker, kind: ImportKind, file: string) => {
  const id = await asBody(house.pool, who, (tx) =>
    createImport(tx, who, { file_name: 'exported', file_path: keepFile(dir, file), kind, covers: [] }),
  );
  for (;;) {
    const row = await asBody(house.pool, who, (tx) => importById(tx, id));
    if (row !== null && (row.state === 'done' || row.state === 'failed')) return row;
    await new Promise((go) => setTimeout(go, 50));
  }
};

let leadsOfFirst: string | undefined;
describe.each(FORMATS)('%s', (format) => {
  test('what is exported imports into an empty body to the same state ', async () => {
    const other = await emptyBody(`空 ${format}`);
    for (const kind of REGISTERS) {
      const file = join(dir, `${kind}.${format}`);
      const bytes = await bytesOf(asker, kind, format);
      writeFileSync(file, bytes);
      // Told by its own headings.
      expect((await previewFile(file)).kind).toBe(kind);
      expect(await importInto(other, kind, file), kind).toMatchObject({ state: 'done', set_aside: 0, already_known: 0, warnings: [] });
      expect((await bytesOf(other, kind, 'jsonl')).equals(await bytesOf(asker, kind, 'jsonl')), kind).toBe(true);
      expect((await bytesOf(other, kind, format)).equals(bytes), kind).toBe(true);
      // Into its own body it brings nothing new.
      expect(await importInto(asker, kind, file), kind).toMatchObject({ state: 'done', stored: 0 });
    }
    const leads = (await bytesOf(other, 'leads', 'jsonl')).toString();
    expect(leads.split('\n').length).toBeGreaterThan(10);
    leadsOfFirst ??= leads;
    expect(leads).toBe(leadsOfFirst);
    const covers = await bytesOf(other, 'rights', 'csv');
    expect(covers.toString().split('\r\n')[0]).toBe('\uFEFF# covers: CN:design:2011-2019');
  }, 120_000);
});

test('a right answers the same after the round trip, on each day and as known on each', async () => {
  const b = await house.signedIn(house.logins[1]!);
  for (const kind of ['rights', 'licences', 'decisions'] as const)
    expect(await b.import(kind, `${kind}.xlsx`, await bytesOf(asker, kind, 'xlsx'))).toMatchObject({ state: 'done', set_aside: 0 });
  const rows = (await a.get<RightListRow[]>(`${PATH.rights}?kind=utility_model`)).body;
  expect(rows.length).toBeGreaterThan(5);
  for (const { office, kind, number } of rows) {
    const url = PATH.right.replace(':office', office).replace(':kind', kind).replace(':number', number);
    for (const times of ['', '?on=2024-06-01', '?on=2025-03-01&as_known=2025-01-01']) {
      const [one, two] = [await a.get<RightPage>(url + times), await b.get<RightPage>(url + times)];
      expect({ ...two.body, leads: 0 }).toEqual({ ...one.body, leads: 0 });
    }
  }
});

test('a changed cell is read as changed, and one that cannot be is set aside', async () => {
  const lines = (await bytesOf(asker, 'offers', 'csv')).toString().split('\r\n');
  const at = lines.findIndex((line) => line.includes('odd-11'));
  expect(lines[at]).toContain('网络商品');
  const table = [lines[0], lines[at]!.replace('网络商品', '展品'), lines[at]!.replace('2026-11-01', '2026-13-41')].join('\r\n');
  const other = await emptyBody('改');
  const file = join(dir, 'changed.csv');
  writeFileSync(file, table);
  expect(await importInto(other, 'offers', file)).toMatchObject({ set_aside: 1, stored: 1 });
  const [stored] = (await bytesOf(other, 'offers', 'jsonl')).toString().split('\n');
  expect(JSON.parse(stored!)).toMatchObject({ kind: 'exhibit', title: '<b>粗</b>' });
});

test('no cell of an exported CSV is a formula, and the table of leads is in words', async () => {
  for (const what of [...REGISTERS, 'leads', 'screened', 'held'] as const) {
    const text = (await bytesOf(asker, what, 'csv')).toString();
    expect(
      text.split('\r\n').filter((line) => /(^|,)"?[=+\-@\t]/.test(line)),
      what,
    ).toEqual([]);
  }
  const [headings, first] = (await bytesOf(asker, 'leads', 'csv')).toString().split('\r\n');
  expect(headings).toBe(
    '\uFEFF线索编号,处理状态,强度,理由,法律依据,行为,权利种类,权利号码,权利名称,权利人,标注的号码,平台,店铺名称,卖方,卖方代码,产品信息条数,产品信息标题,产品信息链接',
  );
  expect(first).toMatch(/^[0-9a-f]{16},待判断,(强|中|弱),/);
  expect(first).toMatch(/《(专利法|商标法|广告法)[^》]*》（\d{4}）第/);
});
