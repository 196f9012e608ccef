import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RightKind, RightRow, RightStatus } from '@zhijian/contract';
import { readCases } from '../evaluation/read-cases.ts';
import { addDays, addMonths, foldRights, rightRow, statusOn, termEnd } from './index.ts';

const row = (facts: Partial<RightRow>): RightRow => rightRow({ kind: 'utility_model', number: '201829999002.7', office: 'CN' }, facts);
const lapse = (facts: Partial<RightRow> = {}) =>
  row({ status: 'lapsed_unpaid_fee', status_date: '2025-03-01', published_on: '2025-10-15', ...facts });
const state = (rows: RightRow[], day: string, asKnown: string) => statusOn(foldRights(rows)[0]!, day, asKnown);

// status.csv: register rows of one right as a cell of `field=value;…|…`, a day, what was known when, and what follows.
describe('status in two times, from the case table [A1.in-force-on-day] [A1.known-on-day] [A1.status-history]', () => {
  for (const one of readCases(join(import.meta.dirname, '../evaluation/cases/status.csv'))) {
    test(`${one.id} ${one.note}`, () => {
      const rows = one.rows!.split('|').map((text) =>
        row({
          kind: one.kind as RightKind,
          ...Object.fromEntries(
            text
              .split(';')
              .filter(Boolean)
              .map((pair) => pair.trim().split('=')),
          ),
        }),
      );
      const { state: found, reason, since } = state(rows, one.day!, one.as_known!);
      expect({ state: found, reason: reason ?? '', since: since ?? '' }).toEqual({ state: one.state, reason: one.reason, since: one.since });
    });
  }
});

test('rows of one number fold into one right: later-known facts win, empty ones never do', () => {
  const [right, other] = foldRights([
    row({ owner: '甲', name: '杯', status: 'granted', status_date: '2019-01-01', known_on: '2025-01-01' }),
    row({ number: '202029999011.3' }),
    row({ owner: '乙', status: 'transferred', status_date: '2024-01-01', known_on: '2026-01-01' }),
    row({ owner: '丙', status: 'name_change', known_on: '2024-01-01' }),
  ]);
  expect(right).toMatchObject({ owner: '乙', name: '杯', events: [{ status: 'name_change' }, { status: 'granted' }, { status: 'transferred' }] });
  expect(other!.number).toBe('202029999011.3');
});

test('a trademark of several classes is one right with all of them; the same event twice is one', () => {
  const mark = { kind: 'trademark' as const, number: '6320249', status: 'registered' as RightStatus, status_date: '2010-01-28' };
  const [right] = foldRights([row({ ...mark, classes: [9], goods: ['手机'] }), row({ ...mark, classes: [35, 9], goods: ['广告'] })]);
  expect(right).toMatchObject({ classes: [9, 35], goods: ['手机', '广告'] });
  expect(right!.events).toHaveLength(1);
});

test('the worked right of the issue, with and without other facts', () => {
  const variants = [
    [lapse()],
    [lapse({ known_on: '2026-11-20' })],
    [row({ status: 'granted', status_date: '2019-01-01' }), lapse()],
    [row({ status: 'granted', status_date: '2019-01-01', known_on: '2026-11-20' }), lapse({ known_on: '2026-11-20' })],
    [lapse({ filing_date: '2018-03-01', grant_date: '2019-01-01' })],
  ];
  for (const rows of variants) {
    expect(state(rows, '2026-11-24', '2026-11-24')).toMatchObject({
      state: 'ended',
      reason: 'lapsed_unpaid_fee',
      since: '2025-03-01',
      published_on: '2025-10-15',
    });
    expect(state(rows, '2025-06-01', '2026-11-24').state).toBe('ended');
    expect(state(rows, '2025-03-01', '2026-11-24').state).toBe('ended');
    expect(state(rows, '2025-02-28', '2026-11-24').state).toBe('in_force');
    expect(state(rows, '2024-12-01', '2026-11-24').state).toBe('in_force');
  }
});

test('known_on and paid_to are the latest of the facts that count', () => {
  const rows = [
    row({ status: 'granted', status_date: '2019-01-01', known_on: '2025-01-01', paid_to: '2025-02-28' }),
    lapse({ known_on: '2026-01-01' }),
  ];
  expect(state(rows, '2024-01-01', '2026-11-24')).toMatchObject({ known_on: '2026-01-01', paid_to: '2025-02-28' });
  expect(state(rows, '2025-06-01', '2025-06-01')).toMatchObject({ known_on: '2025-01-01', state: 'in_force' });
  expect(state([lapse()], '2025-06-01', '2026-11-24').known_on).toBeNull();
});

test('what is computed or contradictory says so, and what the register says does not', () => {
  const facts = { filing_date: '2019-05-24', grant_date: '2020-01-17' };
  const lapsed = [row(facts), lapse({ status_date: null, published_on: '2022-06-03' })];
  const computed = { of: 'lapse_computed', due: '2021-05-24', published_on: '2022-06-03' };
  const doubts = (rows: RightRow[], ...days: string[]) => days.map((day) => state(rows, day, '2026-11-24').doubt);
  expect(doubts(lapsed, '2020-05-23', '2020-05-24', '2021-05-24', '2026-11-24')).toEqual([null, computed, computed, computed]);
  expect(doubts([row({ ...facts, paid_to: '2021-05-23' }), ...lapsed], '2020-05-24', '2021-05-23', '2021-05-24')).toEqual([null, null, computed]);
  expect(doubts([row(facts), lapse({ status_date: '2021-05-24', published_on: '2022-06-03' })], '2021-05-24')).toEqual([null]);
  const published = {
    kind: 'invention' as const,
    number: '11123456',
    office: 'US',
    filing_date: '2005-08-30',
    status: 'application_published' as const,
  };
  const pending = row({ ...published, status_date: '2007-03-01', published_on: '2007-03-01' });
  expect(state([pending], '2025-08-29', '2026-11-24')).toMatchObject({ state: 'application', doubt: null });
  expect(state([pending], '2025-08-30', '2026-11-24')).toMatchObject({
    state: 'dead_application',
    reason: null,
    doubt: { of: 'never_granted', term_end: '2025-08-30' },
  });
});

test('terms and calendar', () => {
  const end = (kind: RightKind, filing_date: string) => termEnd(foldRights([row({ kind, filing_date })])[0]!);
  expect(end('utility_model', '1999-09-06')).toBe('2009-09-06');
  expect(end('invention', '2005-08-19')).toBe('2025-08-19');
  expect(end('design', '2021-05-31')).toBe('2031-05-31');
  expect(end('design', '2021-06-01')).toBe('2036-06-01');
  expect(end('invention', '2004-02-29')).toBe('2024-02-29');
  expect(end('utility_model', '2004-02-29')).toBe('2014-02-28');
  const us = (kind: RightKind, filing_date: string, grant_date: string) =>
    termEnd(foldRights([row({ office: 'US', number: '09703574', kind, filing_date, grant_date })])[0]!);
  expect(us('invention', '1980-03-10', '1982-09-07')).toBe('2000-03-10');
  expect(us('invention', '1990-03-10', '1994-09-07')).toBe('2011-09-07');
  expect(us('invention', '2000-11-01', '2005-11-29')).toBe('2020-11-01');
  expect(us('design', '1999-01-02', '2001-01-02')).toBe('2015-01-02');
  expect(us('design', '2016-01-02', '2018-01-02')).toBe('2033-01-02');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});
