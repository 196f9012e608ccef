// Tables of Chinese patents and marks with what goes beyond a row: publication numbers, claims, abstract, classes, nested histories.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label, Rejected, RightDocument, RightRow } from '@zhijian/contract';
import { foldRights, statusOn } from '@zhijian/engine';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { readRights } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-chinese-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (content: string | Uint8Array) => {
  const file = join(folder, 'table');
  writeFileSync(file, content);
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const rows: RightRow[] = [];
  const documents: (RightDocument | null)[] = [];
  const reading = readRights(
    [{ file }],
    (one) => rejected.push(one),
    (one) => warnings.push(one),
  );
  for await (const record of reading) {
    rows.push(...record.rows);
    documents.push(record.document);
  }
  return { rows, documents, rejected, warnings: warnings.map(({ zh }) => zh) };
};
const today = '2026-11-24';

const OFFICE = `某某市专利登记台账,,,,,,,,,,,,
打印日期：2026年11月20日,,,,,,,,,,,,
序号,申请,,公开(公告),,授权公告日,名称,主权项,主分类号,申请(专利权)人,发明(设计)人,法律状态公告日,法律状态
,号,日,号,日,,,,,,,,
1,ZL 201810123456.5,2018.2.7,CN108234567A,2018.06.29,2020年3月6日,一种保温杯,"1.一种保温杯，其特征在于：包括杯体,杯盖。",A47G19/22,某某日用品有限公司;某某大学,张三;李四,2020-03-06,授权
2,201920765432.X,20190524,CN210123456U,20200117,20200117,一种手机支架,,F16M 11/04(2006.01)I,某某塑料厂,王五,2022-06-03,未缴年费专利权终止
3,202130111111.0,2021年6月1日,CN 306789012 S,2021年10月12日,二〇二一年十月十二日,水杯（B款）,,07-01,某设计有限公司,赵六,,有效
`;

test('[A1.claims] an office table: publication number, first claim, classes and designers become the document, and none of them is unknown', async () => {
  const { rows, documents, rejected, warnings } = await read(iconv.encode(OFFICE, 'gb18030'));
  expect(rejected).toEqual([]);
  expect(warnings.at(-1)).toMatch(/：序号$/);
  expect(rows.map(({ number, extra }) => [number, extra])).toEqual([
    ['201810123456.5', { 序号: '1' }],
    ['201920765432.X', { 序号: '2' }],
    ['202130111111.0', { 序号: '3' }],
  ]);
  expect(documents[0]).toEqual({
    office: 'CN',
    kind: 'invention',
    number: '201810123456.5',
    format: 'table',
    known_on: '2026-11-20',
    numbers: [{ type: 'publication', number: 'CN108234567A', date: '2018-06-29' }],
    titles: [{ language: 'zh', text: '一种保温杯' }],
    abstract: null,
    parties: [
      { role: 'owner', name: '某某日用品有限公司', country: null },
      { role: 'owner', name: '某某大学', country: null },
      { role: 'inventor', name: '张三', country: null },
      { role: 'inventor', name: '李四', country: null },
    ],
    classes: [{ scheme: 'ipc', code: 'A47G19/22' }],
    goods: [],
    priorities: [],
    family: [],
    claims: [{ number: 1, text: '一种保温杯，其特征在于：包括杯体,杯盖。', parts: [], depends_on: [] }],
    figures: [],
    events: [],
  });
  expect(documents[1]).toMatchObject({
    numbers: [{ type: 'grant', number: 'CN210123456U', date: '2020-01-17' }],
    classes: [{ scheme: 'ipc', code: 'F16M11/04' }],
  });
  expect(documents[2]).toMatchObject({
    numbers: [{ type: 'grant', number: 'CN306789012S', date: '2021-10-12' }],
    classes: [{ scheme: 'locarno', code: '07-01' }],
  });
});

test('both publications, several claims, abstract and all classes; what is no number or day stays an extra fact', async () => {
  const { rows, documents, rejected } = await read(
    '申请号,申请公布号,申请公布日,授权公告号,授权公告日,名称,摘要,权利要求,IPC分类号,洛迦诺分类号,法律状态\n' +
      '201810123456.5,CN108234567A,2018-06-29,CN108234567B,2020-03-06,杯,<b>甲</b>,"1. 一种杯，包括杯体。\n2. 根据权利要求1所述的杯，还包括杯盖。",A47G19/22；A47J41/00,,授权\n' +
      '201930777777.2,见附件,2019.08,,2019-08-01,灯,,,,LOC(12)Cl.26-05,授权\n' +
      '202010000001.1,,,,2021-01-01,泵,,,,,授权\n',
  );
  expect(rejected).toEqual([]);
  expect(documents[0]).toMatchObject({
    numbers: [
      { type: 'publication', number: 'CN108234567A', date: '2018-06-29' },
      { type: 'grant', number: 'CN108234567B', date: '2020-03-06' },
    ],
    abstract: '<b>甲</b>',
    claims: [
      { number: 1, text: '一种杯，包括杯体。', depends_on: [] },
      { number: 2, depends_on: [1] },
    ],
    classes: [
      { scheme: 'ipc', code: 'A47G19/22' },
      { scheme: 'ipc', code: 'A47J41/00' },
    ],
  });
  expect(documents[1]).toMatchObject({ numbers: [], classes: [{ scheme: 'locarno', code: '26-05' }] });
  expect(rows[1]?.extra).toEqual({ publication_number: '见附件', publication_date: '2019.08' });
  expect(documents[2]).toBeNull();
});

const HISTORY = [
  { LegalStatus: '公开', LegalStatusDate: '2016-06-08', Desc: '公开' },
  { LegalStatus: '实质审查的生效', LegalStatusDate: '2016-07-06', Desc: '实质审查的生效 IPC(主分类):F16K1/00 申请日:20160203' },
  { LegalStatus: '授权', LegalStatusDate: '2018-01-02', Desc: '授权' },
  { LegalStatus: '文件的公告送达', LegalStatusDate: '2019-01-01', Desc: '文件的公告送达 收件人:甲' },
  { LegalStatus: '专利权的终止', LegalStatusDate: '2021-01-15', Desc: '未缴年费专利权终止 申请日:20160203 终止日期:20200203' },
];
const SERVICE = {
  ApplicationNumber: 'CN201610000456.7',
  ApplicationDate: '2016-02-03',
  PublicationNumber: 'CN105555555B',
  PublicationDate: '2018-01-02',
  LegalStatusDesc: '授权',
  LegalStatusDate: '2018-01-02',
  KindCodeDesc: '发明授权',
  Title: '一种阀',
  IPCList: ['F16K1/00', 'F16K3/00'],
  AssigneestringList: ['某阀门公司', '另一公司'],
  InventorStringList: ['甲'],
  PatentLegalHistory: HISTORY,
};

test.each([
  ['a list', JSON.stringify([SERVICE])],
  ['one object', JSON.stringify(SERVICE)],
  ['an answer around the list', JSON.stringify({ Status: '200', Result: [SERVICE] }, null, 2)],
  ['a line each', `${JSON.stringify(SERVICE)}\n${JSON.stringify({ ...SERVICE, ApplicationNumber: 'CN201610000457.1' })}\n`],
  [
    'JSON in a cell of a table',
    `申请号,申请日,名称,法律状态,PatentLegalHistory\n201610000456.7,2016-02-03,一种阀,授权,"${JSON.stringify(HISTORY).replaceAll('"', '""')}"\n`,
  ],
])('[A1.status-history] the history that a data service nests in its record: %s', async (_, content) => {
  const { rows, documents, rejected } = await read(content);
  expect(rejected).toEqual([]);
  const right = foldRights(rows)[0]!;
  expect(right.number).toBe('201610000456.7');
  expect(statusOn(right, today, today)).toMatchObject({
    state: 'ended',
    reason: 'lapsed_unpaid_fee',
    since: '2020-02-03',
    published_on: '2021-01-15',
    doubt: null,
  });
  expect(statusOn(right, '2020-02-02', today)).toMatchObject({ state: 'in_force', since: '2018-01-02' });
  expect(statusOn(right, '2020-12-01', '2020-12-31')).toMatchObject({ state: 'in_force' });
  expect(statusOn(right, '2017-01-01', today)).toMatchObject({ state: 'application' });
  expect(documents[0]?.events.map(({ code, status, effective_on, published_on }) => [code, status, effective_on, published_on])).toEqual([
    ['公开', 'application_published', null, '2016-06-08'],
    ['实质审查的生效', 'in_examination', null, '2016-07-06'],
    ['授权', 'granted', '2018-01-02', '2018-01-02'],
    ['文件的公告送达', null, null, '2019-01-01'],
    ['专利权的终止', 'lapsed_unpaid_fee', '2020-02-03', '2021-01-15'],
  ]);
});

test('an entry that may end the right and is not understood, or has no day, sets the record aside; so does what is no history', async () => {
  const of = (PatentLegalHistory: unknown) => read(JSON.stringify([{ ...SERVICE, PatentLegalHistory }]));
  for (const [entry, code] of [
    [{ LegalStatus: '专利权的奇异终止', LegalStatusDate: '2021-01-15' }, 'vocabulary'],
    [{ LegalStatus: '未缴年费专利权终止', LegalStatusDate: '不详' }, 'date'],
    [7, 'json'],
  ] as const) {
    const { rows, rejected } = await of([entry]);
    expect(rows).toEqual([]);
    expect(rejected.map((one) => [one.field, one.code])).toEqual([['legal_history', code]]);
  }
  expect((await of([])).rows).toHaveLength(1);
  expect((await read('申请号,法律状态,PatentLegalHistory\n201610000456.7,授权,"[{"\n')).rejected[0]).toMatchObject({
    field: 'legal_history',
    code: 'json',
  });
});

test('marks: 初审公告日期 is the day of publication, 商标无效宣告 an invalidation, and no document is made', async () => {
  const { rows, documents, rejected, warnings } = await read(
    '申请/注册号,国际分类,商标名称,申请人名称(中文),申请日期,初审公告日期,注册公告日期,专用权期限,流程状态,查询日期\n' +
      '3490687,第25类,甲,甲公司,2003.3.18,2004年8月28日,2004-11-28,2014年11月28日至2024年11月27日,已注册,2026-11-20\n' +
      '12345678A,9,乙,乙公司,2013-03-28,2014-01-06,2014-04-07,2024-04-07至2034-04-06,商标无效宣告,2026-11-20\n' +
      '99990001,30,丙,丙公司,2026-01-05,2026-10-06,,,,2026-11-20\n' +
      '99990002,30,丁,丁公司,2026-01-05,不详,,,初审公告,2026-11-20\n',
  );
  expect(rejected).toEqual([]);
  expect(warnings.join()).not.toContain('初审公告日期');
  expect(documents).toEqual([null, null, null, null]);
  const on = (number: string, day: string) => statusOn(foldRights(rows).find((one) => one.number === number)!, day, '2026-11-24');
  expect(on('3490687', '2026-11-20')).toMatchObject({ state: 'unknown', doubt: { of: 'registered_after_term', expiry: '2024-11-27' } });
  expect(on('12345678A', today)).toMatchObject({ state: 'invalidated_full' });
  expect(on('99990001', today)).toMatchObject({ state: 'application', reason: 'published', since: '2026-10-06' });
  expect(rows.find(({ number }) => number === '99990002')?.extra).toEqual({ published_first: '不详' });
});
