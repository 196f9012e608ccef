// The questions of domain.md 1.3 and 1.4, asked of stored registers over HTTP and by the command line.
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { PATH, type Problem, type RightListRow, type RightPage } from '@zhijian/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

const CASES = join(import.meta.dirname, 'cases/right-questions');
interface Question {
  number: string;
  on: string;
  as_known: string;
  state: string;
  reason: string;
  since: string;
  holder: string;
  open_licence: string;
  fee_due: string;
  doubt: string;
  note: string;
}
const questions: Question[] = parse(readFileSync(join(CASES, 'questions.csv')), { columns: true });

let house: TestHouse;
let a: Browser;
let b: Browser;
let rights: RightListRow[];
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  b = await house.signedIn(house.logins[1]!);
  const done = await a.import('rights', 'events.csv', readFileSync(join(CASES, 'events.csv')));
  expect(done).toMatchObject({ state: 'done', set_aside: 0, rejected: [] });
  rights = (await a.get<RightListRow[]>(PATH.rights)).body;
});
afterAll(() => house.close());

const address = ({ office, kind, number }: Pick<RightListRow, 'office' | 'kind' | 'number'>) =>
  PATH.right.replace(':office', office).replace(':kind', kind).replace(':number', number);
const ask = (number: string, on: string, asKnown: string) =>
  a.get<RightPage>(`${address(rights.find((one) => one.number === number)!)}?on=${on}&as_known=${asKnown}`);

describe('was it in force on that day, and what was known of it on that day [A1.in-force-on-day] [A1.known-on-day] [A1.status-history]', () => {
  for (const { number, on, as_known, note, ...expected } of questions) {
    test(`${number} on ${on} as known ${as_known}: ${note}`, async () => {
      const { status, body } = await ask(number, on, as_known);
      expect(status).toBe(200);
      const { state, reason, since, holder, open_licence, fee_open, doubt } = body;
      expect({
        state,
        reason: reason ?? '',
        since: since ?? '',
        holder: holder?.owner ?? '',
        open_licence: open_licence ? 'yes' : '',
        fee_due: fee_open?.due ?? '',
        doubt: doubt?.of ?? '',
      }).toEqual(expected);
    });
  }
});

test('what snapshots state differently is kept and said', async () => {
  const { body } = await ask('201619999122.2', '2026-11-24', '2026-11-24');
  const values = [
    { value: '2019-01-01', known_on: '2020-01-01' },
    { value: '2019-01-11', known_on: '2024-01-01' },
  ];
  expect(body.contradictions).toEqual([
    { of: { fact: 'grant_date' }, values },
    { of: { status: 'granted' }, values },
  ]);
  expect((await ask('201619999122.2', '2026-11-24', '2023-01-01')).body.contradictions).toEqual([]);
});

test('an application that was refused has no end of a term', async () => {
  expect((await ask('200419999127.2', '2007-01-01', '2007-01-01')).body).toMatchObject({ state: 'application', term_end: '2024-04-10' });
  expect((await ask('200419999127.2', '2026-11-24', '2026-11-24')).body).toMatchObject({ state: 'dead_application', term_end: null });
});

test('events that could not be known are shown and marked, and a right of which nothing could be known says so', async () => {
  const { body } = await ask('201829999101.5', '2025-06-01', '2025-08-01');
  expect(body.right.events.map(({ status }) => status)).toEqual(['granted', 'lapsed_unpaid_fee']);
  expect(body.known_later).toEqual([1]);
  const before = (await ask('201829999101.5', '2019-01-01', '2018-01-01')).body;
  expect(before).toMatchObject({ known: false, state: 'unknown', holder: null, holders: [] });
});

test('[A1.claims] a right of a Chinese table is found by its publication numbers, and shows its claim, abstract and classes', async () => {
  const table =
    '申请号,申请日,公开(公告)号,公开(公告)日,授权公告号,授权公告日,名称,摘要,主权项,主分类号,申请(专利权)人,法律状态,查询日\n' +
    'ZL201810123456.5,2018-02-07,CN108234567A,2018-06-29,CN108234567B,2020-03-06,一种量杯,带刻度,"1.一种量杯，包括杯体。",A47G19/22,壬公司,授权,2026-11-01\n';
  expect(await a.import('rights', 'table.csv', Buffer.from(table))).toMatchObject({ state: 'done', set_aside: 0, rejected: [] });
  for (const spelling of ['CN108234567A', 'cn 108234567 b', '108234567', 'CN108234567', '201810123456.5']) {
    const found = (await a.get<RightListRow[]>(`${PATH.rights}?q=${encodeURIComponent(spelling)}`)).body;
    expect(found.map(({ number }) => number)).toEqual(['201810123456.5']);
  }
  const { body } = await a.get<RightPage>(address({ office: 'CN', kind: 'invention', number: '201810123456.5' }));
  expect(body.numbers.map(({ type, number }) => [type, number])).toEqual([
    ['publication', 'CN108234567A'],
    ['grant', 'CN108234567B'],
  ]);
  expect(body.documents).toMatchObject([
    { format: 'table', abstract: '带刻度', claims: [{ number: 1, text: '一种量杯，包括杯体。' }], classes: [{ scheme: 'ipc', code: 'A47G19/22' }] },
  ]);
});

test('rights are found by number in any spelling, by name and by holder; another body finds none', async () => {
  const find = async (q: string) => (await a.get<RightListRow[]>(`${PATH.rights}?q=${encodeURIComponent(q)}`)).body.map(({ number }) => number);
  for (const spelling of ['201829999101.5', 'ZL 2018 2 9999101.5', 'ＺＬ２０１８２９９９９１０１．５', '2018299991015'])
    expect(await find(spelling)).toEqual(['201829999101.5']);
  expect(await find('晾衣架')).toEqual(['201829999101.5']);
  expect(await find('9999010')).toHaveLength(8);
  expect(await find('戊公司')).toEqual(['201519999111.X']);
  expect(await find('%')).toEqual([]);
  expect((await b.get<RightListRow[]>(PATH.rights)).body).toEqual([]);
  const other = await b.get<Problem>(address(rights[0]!));
  expect({ status: other.status, code: other.body.code }).toEqual({ status: 404, code: 'not_found' });
  expect((await a.get<Problem>(`${address(rights[0]!)}?on=heute`)).status).toBe(400);
});
