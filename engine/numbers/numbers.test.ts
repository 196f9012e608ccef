import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCases } from '../evaluation/read-cases.ts';
import {
  findPatentNumbers,
  isReject,
  isUnifiedSocialCreditCode,
  nearNumbers,
  parsePatentNumber,
  parsePublicationNumber,
  parseTrademarkNumber,
  patentCheckCharacter,
  type FoundNumber,
} from './index.ts';

const cases = (name: string) => readCases(join(import.meta.dirname, '../evaluation/cases', name));
const TODAY = '2026-11-24';

const told = (found: FoundNumber): string => {
  if (found.sort !== 'patent') return `${found.sort} ${found.parsed.canonical}`;
  if (isReject(found.parsed)) return `reject ${found.parsed.reject} ${found.parsed.canonical}`;
  return `patent ${found.parsed.canonical}${found.parsed.complete ? '' : ' incomplete'}`;
};

describe('spellings', () => {
  for (const row of cases('number-spellings.csv')) {
    test(`${row.id} ${row.text}`, () => {
      const text = row.text!.replaceAll('\\n', '\n');
      const found = findPatentNumbers(text, TODAY);
      expect(found.map(told).join(' | ') || 'none').toBe(row.expected);
      for (const one of found) expect(text.slice(...one.span)).toBe(one.text);
    });
  }
});

test('real numbers: type, check character and canonical form', () => {
  const rows = cases('patent-facts.csv');
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const parsed = parsePatentNumber(row.number_as_printed!, TODAY);
    expect(patentCheckCharacter(parsed.body!), row.id).toBe(row.check_expected);
    if (row.check_ok === 'NO') {
      expect(parsed, row.id).toMatchObject({ reject: 'check_digit', canonical: row.canonical, check_expected: row.check_expected });
      continue;
    }
    expect(parsed, row.id).toMatchObject({
      canonical: row.canonical,
      check_ok: true,
      complete: true,
      era: row.digits,
      type_digit: row.type_digit,
      kind: row.type,
    });
    expect(findPatentNumbers(`专利号：${row.number_as_printed}`, TODAY).map(told), row.id).toEqual([`patent ${row.canonical}`]);
  }
});

test("a committed copy of the facts is the handbook's, where the handbook lies beside the repository", () => {
  const shared = join(import.meta.dirname, '../../../shared/data/patent-facts.csv');
  let original: string;
  try {
    original = readFileSync(shared, 'utf8');
  } catch {
    return;
  }
  expect(readFileSync(join(import.meta.dirname, '../evaluation/cases/patent-facts.csv'), 'utf8')).toBe(original);
});

test("check character: the handbook's worked sums", () => {
  expect(['200520015978', '95115608', '201330528226', '201130436459'].map(patentCheckCharacter)).toEqual(['1', 'X', '5', '3']);
  expect(() => patentCheckCharacter('1234')).toThrow(RangeError);
});

test('without a day no number lies in the future; with one the year decides', () => {
  expect(parsePatentNumber('209929999002.4')).not.toMatchObject({ reject: 'future_date' });
  expect(parsePatentNumber('209929999002.4', TODAY)).toMatchObject({ reject: 'future_date', year: 2099 });
});

test('nine bare digits from 1 to 3 are a publication number, from 8, 9 and 0 an old application number', () => {
  expect(parsePatentNumber('106844774')).toMatchObject({ reject: 'shape' });
  expect(parsePatentNumber('971017654')).toMatchObject({ canonical: '97101765.4', year: 1997, era: '8' });
  expect(parsePatentNumber('021395 08X')).toMatchObject({ canonical: '02139508.X', year: 2002 });
});

test('a number without check character is incomplete, never false', () => {
  expect(parsePatentNumber('ZL201829999002')).toMatchObject({ complete: false, check_given: null, check_ok: true, canonical: '201829999002.7' });
});

test('near numbers are one replacement or one swap away and hold their own check', () => {
  expect(nearNumbers('201829999002.8')).toContain('201829999002.7');
  expect(nearNumbers('201892999002.7')).toContain('201829999002.7');
  for (const near of nearNumbers('201829999002.8')) expect(parsePatentNumber(near), near).not.toMatchObject({ reject: 'check_digit' });
  expect(nearNumbers('2018')).toEqual([]);
});

test('publication numbers: granted or only published', () => {
  expect(parsePublicationNumber('CN106844774A')).toMatchObject({ granted: false, kind: 'invention' });
  expect(parsePublicationNumber('授权公告号 CN209123456U')).toMatchObject({ granted: true, kind: 'utility_model', kind_code: 'U' });
  expect(parsePublicationNumber('CN100123456C1')).toMatchObject({ granted: true });
  expect(parsePublicationNumber('CN1003456B')).toMatchObject({ granted: null });
  expect(parsePublicationNumber('CN209123456B')).toBeNull();
  expect(parsePublicationNumber('CN201710117081.7')).toBeNull();
});

test('trademark numbers: national, divided, Madrid', () => {
  expect(parseTrademarkNumber('第6320249号')).toEqual({ canonical: '6320249', system: 'national', suffix: null });
  expect(parseTrademarkNumber('6320249a')).toMatchObject({ canonical: '6320249A', suffix: 'A' });
  expect(parseTrademarkNumber('Ｇ1516387')).toMatchObject({ canonical: 'G1516387', system: 'madrid' });
  for (const wrong of ['', '0', '123456789', 'G123', '201829999002.7', 'ABC']) expect(parseTrademarkNumber(wrong), wrong).toBeNull();
});

test('unified social credit codes: both check characters', () => {
  for (const code of ['914403001922038216', '91330100799655058B', '9144030071526726XG', '91110108551385082Q', '9152000071430580XT']) {
    expect(isUnifiedSocialCreditCode(code), code).toBe(true);
  }
  for (const code of ['91110000100003962T', '914403001922038217', '', '91440300192203821O', '91440300192203821']) {
    expect(isUnifiedSocialCreditCode(code), code).toBe(false);
  }
});

test('hostile text never breaks the reader, and a megabyte of digits stays quick', () => {
  for (const text of [
    '',
    '\ud800专利号\udfff201829999002.7',
    '=HYPERLINK("ZL201829999002.7")',
    '<b>ZL</b>201829999002.7',
    '专利号'.repeat(5000),
    '1 '.repeat(50000),
    'ZL2018'.repeat(20000),
  ]) {
    for (const one of findPatentNumbers(text, TODAY)) expect(text.slice(...one.span)).toBe(one.text);
    parsePatentNumber(text, TODAY);
  }
  expect(findPatentNumbers('\ud800专利号\udfff201829999002.7').map(told)).toEqual(['patent 201829999002.7']);
  const started = performance.now();
  findPatentNumbers('专利号 1234567890'.repeat(70_000), TODAY);
  expect(performance.now() - started).toBeLessThan(10_000);
});
