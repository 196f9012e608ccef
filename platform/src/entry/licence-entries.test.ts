// What an office enters of a licence later: its end and its change, in whatever order files come, in the house as in a detection of files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lead, type LeadList, PATH, type RightListRow, type RightPage } from '@zhijian/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectFiles } from '../detection/index.ts';
import { type Browser, JUDGED_ON, type TestHouse, testHouse } from './testing.ts';

const RIGHTS = `种类,号码,名称,权利人,国际分类,核定商品,申请日,注册日,授权日,有效期至,法律状态,查询日
商标,99990001,鲸屿,宁波鲸屿数码科技有限公司,9,耳机,2017-01-05,2018-03-14,,2028-03-13,注册,2026-11-20
发明,201810020001.0,泵,甲公司,,,2018-02-02,,2018-12-12,,授权,2026-11-20
`;
const HEAD = '权利种类,权利号码,备案类型,被许可人,许可种类,地域,备案号,起始日,终止日,备案日,公告日';
const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
const RECORDED = file(
  '发明,201810020001.0,EE01,被许可甲,独占,浙江省,,2020-01-01,2022-12-31,2020-01-10,2020-01-20',
  '发明,201810020001.0,EE01,被许可乙,普通,,2021330001,2020-01-01,2024-12-31,2020-01-10,2020-01-20',
  '商标,99990001,许可备案,屿阳贸易有限公司,普通,CN,,2024-01-01,2027-12-31,2024-02-01,2024-02-20',
  '商标,99990001,许可备案,澄海贸易有限公司,普通,CN,,2024-01-01,2027-12-31,2024-02-01,2024-02-20',
);
const ENTERED = file(
  '发明,201810020001.0,EC01,被许可甲,,,,,,2021-12-01,2021-12-10',
  '发明,201810020001.0,EM01,,,浙江省,2021330001,,2023-12-31,2022-06-01,2022-06-10',
  '商标,99990001,许可备案注销,屿阳贸易有限公司,,,,,,2026-06-01,2026-06-10',
);
const OFFERS = `平台,商品编号,商品标题,品牌,类目,seller,采集时间
甲平台,L1,鲸屿 降噪耳机 官方正品,鲸屿,数码/耳机,屿阳贸易有限公司,2026-10-01
甲平台,L2,鲸屿 降噪耳机 官方正品,鲸屿,数码/耳机,澄海贸易有限公司,2026-10-01
`;

const folder = mkdtempSync(join(tmpdir(), 'zhijian-licence-entries-'));
let house: TestHouse;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  b = await house.signedIn(house.logins[1]!);
  for (const [name, content] of [
    ['recorded', RECORDED],
    ['entered', ENTERED],
  ] as const)
    expect(await a.import('licences', `${name}.csv`, content)).toMatchObject({ state: 'done', set_aside: 0 });
  await a.import('rights', 'rights.csv', RIGHTS);
  await a.import('offers', 'offers.csv', OFFERS);
  await b.import('rights', 'rights.csv', RIGHTS);
  await b.import('offers', 'offers.csv', OFFERS);
  for (const [name, content] of [
    ['entered', ENTERED],
    ['recorded', RECORDED],
  ] as const)
    await b.import('licences', `${name}.csv`, content);
}, 60_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const pageOf = async (by: Browser, number: string, on: string, asKnown = JUDGED_ON) => {
  const [found] = (await by.get<RightListRow[]>(`${PATH.rights}?q=${number}`)).body;
  const address = PATH.right.replace(':office', found!.office).replace(':kind', found!.kind).replace(':number', number);
  return (await by.get<RightPage>(`${address}?on=${on}&as_known=${asKnown}`)).body;
};
const licensed = async (by: Browser, on: string, asKnown?: string) =>
  (await pageOf(by, '201810020001.0', on, asKnown)).licences_on.map(({ licensee, territory, to }) => [licensee, territory.join(), to]).sort();

const FIRST = ['被许可甲', '33', '2021-11-30'];
const SECOND = ['被许可乙', '', '2022-05-31'];
const QUESTIONS: [on: string, asKnown: string | undefined, expected: (string | null)[][]][] = [
  // The entry that ends a licence is none: nobody was licensed before the first day.
  ['2019-01-01', undefined, []],
  ['2020-01-01', undefined, [SECOND, FIRST]],
  ['2021-11-30', undefined, [SECOND, FIRST]],
  ['2021-12-01', undefined, [SECOND]],
  ['2022-06-01', undefined, [['被许可乙', '33', '2023-12-31']]],
  ['2024-01-01', undefined, []],
  // As it could be known before the gazettes came out.
  ['2021-12-05', '2020-01-19', []],
  [
    '2021-12-05',
    '2021-12-09',
    [
      ['被许可乙', '', '2024-12-31'],
      ['被许可甲', '33', '2022-12-31'],
    ],
  ],
  ['2021-12-05', '2021-12-10', [['被许可乙', '', '2024-12-31']]],
];

describe('an ending entered later ends the licence from its day and is no licence itself; a change counts from its day', () => {
  for (const [on, asKnown, expected] of QUESTIONS) {
    test(`on ${on} as known ${asKnown ?? 'today'}`, async () => {
      expect(await licensed(a, on, asKnown)).toEqual([...expected].sort());
      expect(await licensed(b, on, asKnown)).toEqual([...expected].sort());
    });
  }
});

test('[A3.screens-licensed-seller] who was licensed once is no lawful seller after the end of it, stored in either order as detected from the files', async () => {
  const files = Object.entries({ rights: RIGHTS, licences: `${ENTERED}${RECORDED.slice(HEAD.length + 1)}`, offers: OFFERS });
  for (const [name, content] of files) writeFileSync(join(folder, `${name}.csv`), content);
  const out = join(folder, 'out');
  const [rights, licences, offers] = files.map(([name]) => [join(folder, `${name}.csv`)]);
  await detectFiles({ rights: rights!, licences: licences!, offers: offers!, covers: [], judgedOn: JUDGED_ON, threads: 1, out });
  const linesOf = (name: string) =>
    readFileSync(join(out, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Lead);
  const [lead, ...more] = linesOf('leads');
  expect(more).toEqual([]);
  expect(lead).toMatchObject({ trader: { seller: '屿阳贸易有限公司' } });
  expect(lead!.reason.zh).toContain('2026-05-31');
  expect(linesOf('screened').map(({ trader }) => trader.seller)).toEqual(['澄海贸易有限公司']);
  for (const by of [a, b]) {
    const { rows } = (await by.get<LeadList>(PATH.leads)).body;
    const open = rows.filter(({ state }) => state === 'open').map(({ lead_id, reason }) => ({ lead_id, reason }));
    expect(open).toEqual([{ lead_id: lead!.lead_id, reason: lead!.reason }]);
  }
});

test('a list with licensees is one of licences though no column says what its rights are, and a register with a status is none', async () => {
  const list = '许可合同台账\n商标注册号,许可期限,被许可人,许可类别,许可方式\n99990001,2024-05-01至2026-04-01,被许可己,第9类,普通许可\n';
  const { status, body } = await a.upload('台账.csv', list);
  expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'licences' });
  expect(body.headings).toContainEqual({ heading: '许可期限', field: 'licence_term' });
  expect((await a.upload('权利.csv', '专利号,法律状态,法律状态公告日\n201810020001.0,授权,2018-12-12\n')).body.kind).toBe('rights');
  expect(await a.import('licences', '台账.csv', list)).toMatchObject({ state: 'done', stored: 1, set_aside: 0 });
  const names = (await pageOf(a, '99990001', '2025-01-01')).licences_on.map(({ licensee }) => licensee);
  expect(names).toContain('被许可己');
});
