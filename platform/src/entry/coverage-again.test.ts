// A register file that is whole but for one record: what it claims is withdrawn, and holds again when the last record is mended, from outside.
import { type ImportDetail, type LeadList, type Mended, PATH, type SetAsideRecord } from '@zhijian/contract';
import { parsePatentNumber } from '@zhijian/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBody } from '../kernel/index.ts';
import { coverageKey, coverageOf } from '../rights/index.ts';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

let house: TestHouse;
let a: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
});
afterAll(() => house.close());

/** A number with its true check character. */
const number = (serial: string): string => {
  for (const check of '0123456789X') {
    const parsed = parsePatentNumber(`${serial}.${check}`);
    if (!('reject' in parsed)) return parsed.canonical;
  }
  throw new Error(serial);
};
const [KNOWN, WRONG, WRONG_TOO, ABSENT] = ['201929999101', '201929999102', '201929999103', '201929999104'].map(number) as [
  string,
  string,
  string,
  string,
];
const COVERS = 'CN:utility_model:2019-2019';
const table = (...rows: string[]) =>
  `# covers: ${COVERS}\n# known_on: 2026-11-20\n种类,号码,名称,权利人,申请日,授权公告日,法律状态,法律状态生效日\n${rows.join('\n')}\n`;
const row = (of: string, day: string) => `实用新型,${of},手机支架,鲸屿公司,2019-03-01,${day},授权,${day}`;

const covered = async () => (await asBody(house.pool, house.logins[0]!.person, coverageOf)).map(coverageKey);
const address = (id: string, sequence: number) => PATH.set_aside.replace(':import_id', id).replace(':sequence', String(sequence));
const mendDay = async (id: string, sequence: number) => {
  const { cells } = (await a.get<SetAsideRecord>(address(id, sequence))).body.rejected;
  const { body } = await a.change<Mended>('POST', address(id, sequence), {
    cells: { ...cells, 授权公告日: '2019-10-08', 法律状态生效日: '2019-10-08' },
  });
  expect(body).toMatchObject({ still: null });
  return body.import;
};
const claimed = async () => (await a.get<LeadList>(PATH.leads)).body.rows.map(({ claimed_number }) => claimed_number);
const until = async <T>(ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    await new Promise((go) => setTimeout(go, 50));
  }
};
const said = ({ warnings }: ImportDetail) => warnings.map(({ zh }) => zh).join('\n');

test('what a file covers holds again when its last set-aside record is mended, and what it touches is detected', async () => {
  await a.import('offers', 'offers.csv', `平台,商品编号,商品标题,店铺名称,采集时间\n甲平台,1,手机支架 实用新型专利号 ZL ${ABSENT},某店,2026-11-24\n`);
  const done = await a.import('rights', 'rights.csv', table(row(KNOWN, '2019-09-10'), row(WRONG, '2019-13-45'), row(WRONG_TOO, '2019-02-31')));
  expect(done).toMatchObject({ stored: 1, set_aside: 2 });
  expect(said(done)).toContain('不视为完整登记');
  expect([await covered(), await claimed()]).toEqual([[], []]);
  await mendDay(done.id, done.rejected[0]!.sequence);
  expect(await covered()).toEqual([]);
  const whole = await mendDay(done.id, done.rejected[1]!.sequence);
  expect(said(whole)).toContain('退回的记录已全部改好');
  expect(await covered()).toEqual([COVERS]);
  // The offer of a number that the register now is known to lack.
  expect(await until(claimed, (numbers) => numbers.length > 0)).toEqual([ABSENT]);
});

test('a later file that lacks a record has the last word, until it is mended too', async () => {
  const first = await a.import('rights', 'first.csv', table(row(WRONG, '2019-13-45')));
  expect(await covered()).toEqual([]);
  const second = await a.import('rights', 'second.csv', table(row(KNOWN, '2019-09-10'), row(WRONG_TOO, '2019-13-45')));
  await mendDay(first.id, first.rejected[0]!.sequence);
  expect(await covered()).toEqual([]);
  await mendDay(second.id, second.rejected[0]!.sequence);
  expect(await covered()).toEqual([COVERS]);
  // Of two files that lack a record the first leaves nothing behind when the second is whole.
  const third = await a.import('rights', 'third.csv', table(row(WRONG, '2019-13-45')));
  const fourth = await a.import('rights', 'fourth.csv', table(row(WRONG_TOO, '2019-13-45')));
  await mendDay(fourth.id, fourth.rejected[0]!.sequence);
  expect(await covered()).toEqual([COVERS]);
  await mendDay(third.id, third.rejected[0]!.sequence);
  expect(await covered()).toEqual([COVERS]);
});

test('of two that mend the last two records at once, one brings it back', async () => {
  const done = await a.import('rights', 'both.csv', table(row(WRONG, '2019-13-45'), row(WRONG_TOO, '2019-13-46')));
  expect(await covered()).toEqual([]);
  await Promise.all(done.rejected.map(({ sequence }) => mendDay(done.id, sequence)));
  expect(await covered()).toEqual([COVERS]);
});
