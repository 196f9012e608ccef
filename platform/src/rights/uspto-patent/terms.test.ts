// Terms of US patents out of the office's own files, and the rule alone: 35 U.S.C. 154, 173. Each day was counted from what the file says.
import { join } from 'node:path';
import type { RightKind, RightRow } from '@zhijian/contract';
import { rightRow, viewRight } from '@zhijian/engine';
import { describe, expect, test } from 'vitest';
import { readRights } from '../index.ts';

const SAMPLES = join(import.meta.dirname, '../samples/uspto-patents');
const TODAY = '2026-11-24';
const termOf = (rows: RightRow[]) => {
  const { term_end, term_estimated } = viewRight(rows, [], TODAY, TODAY);
  return { term_end, term_estimated };
};

describe('of a file', () => {
  test.each([
    // 20 years from 2008-06-05, and 605 days.
    ['xml2014/US08926509.xml', '2030-01-31'],
    // A continuation of 13/173486 of 2011, itself one of 12/253586 of 2008-10-17.
    ['xml2014/US08927118.xml', '2028-10-17'],
    // A division of 09/876376 of 2001-06-06, and 36 days.
    ['xml2006/US07272630B2.xml', '2021-07-12'],
    // Goes back to PCT/NO98/00107 of 1998-04-02.
    ['sgml/US06336130.xml', '2018-04-02'],
    ['sgml/USD435854S1.xml', '2015-01-02'],
    // Granted 1976-02-10; over before the law of 1995.
    ['greenbook/US03937375.greenbook', '1993-02-10'],
    // PCT/JP79/00178 of 1979-07-05, granted 1982-09-07: 17 years from the grant are more.
    ['greenbook/US04347903.greenbook', '1999-09-07'],
  ])('%s: %s', async (file, day) => {
    const rows: RightRow[] = [];
    const none = () => {};
    for await (const record of readRights([{ file: join(SAMPLES, file) }], none, none)) rows.push(...record.rows);
    expect(termOf(rows)).toEqual({ term_end: day, term_estimated: true });
  });
});

const us = (kind: RightKind, filing_date: string, grant_date: string | null, extra: Record<string, string> = {}) =>
  termOf([rightRow({ kind, number: '09703574', office: 'US' }, { filing_date, grant_date, extra })]).term_end;

test.each<[string, RightKind, string, string | null, Record<string, string>, string | null]>([
  ['the first day of the new law', 'invention', '1995-06-08', '1999-01-05', {}, '2015-06-08'],
  ['the last of the old one', 'invention', '1995-06-07', '1999-01-05', {}, '2016-01-05'],
  ['the old one, 20 years are more', 'invention', '1995-06-07', '1996-01-02', {}, '2015-06-07'],
  ['in force when the law changed', 'invention', '1976-07-01', '1978-06-13', {}, '1996-07-01'],
  ['over on the day on which it changed', 'invention', '1976-07-01', '1978-06-08', {}, '1995-06-08'],
  ['a parent counts', 'invention', '2010-01-01', '2014-01-07', { 'earliest-parent-filed': '2005-02-28' }, '2025-02-28'],
  ['a parent later than the application does not', 'invention', '2010-01-01', '2014-01-07', { 'earliest-parent-filed': '2011-01-01' }, '2030-01-01'],
  ['a parent and days', 'invention', '2010-01-01', '2014-01-07', { 'earliest-parent-filed': '2005-01-01', 'us-term-extension': '10' }, '2025-01-11'],
  ['days that are none', 'invention', '2010-01-01', '2014-01-07', { 'us-term-extension': '=1+1' }, '2030-01-01'],
  ['a day that is none', 'invention', '2010-01-01', '2014-01-07', { 'earliest-parent-filed': 'soon' }, '2030-01-01'],
  ['a design filed before the Hague agreement', 'design', '2015-05-12', '2016-01-05', {}, '2030-01-05'],
  ['a design filed from then on', 'design', '2015-05-13', '2016-01-05', {}, '2031-01-05'],
  ['a design not granted', 'design', '2015-05-13', null, {}, null],
])('%s', (_, kind, filed, granted, extra, day) => expect(us(kind, filed, granted, extra)).toBe(day));

test('a term that a register states is no estimate, nor is one of another office', () => {
  const of = (office: string, expiry_date: string | null) =>
    termOf([rightRow({ kind: 'invention', number: '09703574', office }, { filing_date: '2010-01-01', grant_date: '2014-01-07', expiry_date })]);
  expect(of('US', '2029-05-05')).toEqual({ term_end: '2029-05-05', term_estimated: false });
  expect(of('EP', null)).toEqual({ term_end: '2030-01-01', term_estimated: false });
});
