// A right that ends after its lead was found: told on the lead and on its row while it is open; where it explains the lead, nobody judges it.
import { type LeadDetail, type LeadList, PATH, type Problem } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, JUDGED_ON, type TestHouse, testHouse } from './testing.ts';

const HEAD = '种类,号码,名称,权利人,国际分类,核定商品,申请日,注册日,有效期至,法律状态,法律状态生效日,公告日,查询日';
const mark = (number: string, name: string, status: string, day: string, known: string) =>
  `商标,${number},${name},宁波鲸屿数码科技有限公司,9,耳机,2017-01-05,2018-03-14,2028-03-13,${status},${day},${day},${known}`;
const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
const OFFERS = [
  '平台,商品编号,商品标题,品牌,类目,店铺名称,采集时间',
  '甲平台,L1,鲸屿 降噪耳机 官方正品,鲸屿,数码/耳机,屿阳小店,2026-10-01',
  '甲平台,L2,穹屿 降噪耳机 官方正品,穹屿,数码/耳机,屿阳小店,2026-10-01',
  '',
].join('\n');

let house: TestHouse;
let a: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  await a.import(
    'rights',
    '九月.csv',
    file(mark('99990001', '鲸屿', '注册', '2018-03-14', '2026-09-20'), mark('99990031', '穹屿', '注册', '2018-03-14', '2026-09-20')),
  );
  await a.import('offers', '商品.csv', OFFERS);
});
afterAll(() => house.close());

const rowOf = async (number: string) => (await a.get<LeadList>(`${PATH.leads}?q=${number}`)).body.rows.find(({ right }) => right?.number === number)!;
const detailOf = async (number: string) => (await a.get<LeadDetail>(`${PATH.leads}/${(await rowOf(number)).lead_id}`)).body;

test('while the rights are in force nothing is told of an end', async () => {
  for (const number of ['99990001', '99990031']) {
    expect(await rowOf(number)).toMatchObject({ state: 'open', lapse: null });
    expect(await detailOf(number)).toMatchObject({ lapse: null, status: { on: '2026-10-01', state: 'in_force' } });
  }
});

test('a right that ended after the day of the act leaves its lead open, and the row and the lead say since when', async () => {
  await a.import('rights', '十一月.csv', file(mark('99990001', '鲸屿', '撤销', '2026-11-10', '2026-11-20')));
  const lapse = {
    state: 'ended',
    reason: 'cancelled',
    since: '2026-11-10',
    published_on: '2026-11-10',
    as_known: JUDGED_ON,
    acted_on: '2026-10-01',
  };
  expect(await rowOf('99990001')).toMatchObject({ state: 'open', lapse });
  const detail = await detailOf('99990001');
  expect(detail).toMatchObject({ state: 'open', lapse, status: { on: '2026-10-01', state: 'in_force' } });
  expect(detail.verdicts).toContain('suspected_infringement');
  // The detection found it, not the officer whose import it followed.
  expect(detail.history).toMatchObject([
    { kind: 'opened', by: null, file: '商品.csv' },
    { kind: 'right_changed', by: null, file: '十一月.csv', detail: { events: [{ status: 'cancelled' }] } },
  ]);
  // Beside another lead of the same trader it is told too.
  expect((await detailOf('99990031')).related).toMatchObject([{ right: { number: '99990001' }, lapse }]);
});

test('a right that had ended by the day of the act explains its lead: the right is shown, and nobody judges it', async () => {
  await a.import('rights', '补录.csv', file(mark('99990031', '穹屿', '撤销', '2026-09-01', '2026-11-20')));
  expect(await rowOf('99990031')).toMatchObject({ state: 'explained', lapse: { since: '2026-09-01' } });
  const detail = await detailOf('99990031');
  expect(detail).toMatchObject({
    state: 'explained',
    right: { number: '99990031', name: '穹屿' },
    lapse: { state: 'ended', reason: 'cancelled', since: '2026-09-01' },
    verdicts: [],
  });
  const judged = await a.change<Problem>('POST', `${PATH.leads}/${detail.lead.lead_id}/judgment`, {
    verdict: 'suspected_infringement',
    reason_code: 'same_mark_same_goods',
    note: null,
  });
  expect({ status: judged.status, code: judged.body.code }).toEqual({ status: 409, code: 'lead_explained' });
  expect((await detailOf('99990031')).judgment).toBeNull();
});

test('a right that is entered again after its end is in force, and nothing is told any more', async () => {
  await a.import('rights', '恢复.csv', file(mark('99990001', '鲸屿', '注册', '2026-11-21', '2026-11-22')));
  expect(await rowOf('99990001')).toMatchObject({ state: 'open', lapse: null });
  expect((await detailOf('99990001')).lapse).toBeNull();
});
