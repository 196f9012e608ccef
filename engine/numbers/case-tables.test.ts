// One table for each kind of number that domain.md 1 names: right and wrong spellings, and what they are read as.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCases } from '../evaluation/read-cases.ts';
import {
  type CreditCodeFault,
  isReject,
  parseCreditCode,
  parseCustomsNumber,
  parseEuDesignNumber,
  parseEuTrademarkNumber,
  parseGtin,
  parseHagueNumber,
  parseJpNumber,
  parseLocarno,
  parseMadridNumber,
  parseNiceItem,
  parseOfficeCode,
  parsePatentClass,
  parsePatentNumber,
  parsePctNumber,
  parsePublicationNumber,
  parseSimilarGroup,
  parseSt13Number,
  parseTrademarkNumber,
  parseUkTrademarkNumber,
  parseUsPatentNumber,
  parseUsTrademarkNumber,
} from './index.ts';

const FOLDER = join(import.meta.dirname, '../evaluation/cases/numbers');
const TODAY = '2026-11-24';

/** `told`: what a table says of a number that was read, in its words. */
const told = (...words: (string | false | null | undefined)[]): string => words.filter((word) => word).join(' ');
const orNone = <T>(read: T | null, say: (read: T) => string): string => (read === null ? 'none' : say(read));
const canonical = (read: { canonical: string } | null): string => orNone(read, (one) => one.canonical);
const faultWords = (fault: CreditCodeFault): string =>
  fault.check === 'form' ? 'form' : fault.check === 'character' ? `character ${fault.found}` : `${fault.check} expects ${fault.expected}`;

/** Table -> what its reader makes of a text. `known`: the text stands in a column that names the office. */
const READERS: Record<string, (text: string, known: boolean) => string> = {
  patent: (text) => {
    const read = parsePatentNumber(text, TODAY);
    if (!isReject(read)) return told(read.canonical, read.kind, !read.complete && 'incomplete');
    return told('reject', read.reject, read.canonical, read.check_expected !== null && `expects ${read.check_expected}`);
  },
  publication: (text) =>
    orNone(parsePublicationNumber(text), (read) =>
      told(read.canonical, read.kind, read.granted === null ? 'unknown' : read.granted ? 'granted' : 'not granted'),
    ),
  trademark: (text) => orNone(parseTrademarkNumber(text), (read) => told(read.canonical, read.system)),
  madrid: (text, known) => orNone(parseMadridNumber(text, known), (read) => told(read.canonical, read.office)),
  'eu-trademark': (text, known) => canonical(parseEuTrademarkNumber(text, known)),
  'eu-design': (text, known) => canonical(parseEuDesignNumber(text, known)),
  'uk-trademark': (text, known) => canonical(parseUkTrademarkNumber(text, known)),
  'us-trademark': (text, known) => orNone(parseUsTrademarkNumber(text, known), (read) => told(read.canonical, read.sort)),
  'us-patent': (text, known) =>
    orNone(parseUsPatentNumber(text, known), (read) => told(read.canonical, read.kind, read.granted ? 'granted' : 'application')),
  'jp-number': (text, known) => orNone(parseJpNumber(text, known), (read) => told(read.canonical, read.kind)),
  hague: (text, known) => canonical(parseHagueNumber(text, known)),
  pct: (text) => orNone(parsePctNumber(text, TODAY), (read) => told(read.canonical, read.sort)),
  st13: (text) => orNone(parseSt13Number(text, TODAY), (read) => told(read.canonical, read.office, read.kind, read.year?.toString())),
  customs: (text) => orNone(parseCustomsNumber(text, TODAY), (read) => told(read.canonical, read.right)),
  gtin: (text) => {
    const read = parseGtin(text);
    if ('reject' in read) return told('reject', read.reject, read.check_expected !== null && `expects ${read.check_expected}`);
    return told(read.canonical, read.chinese && 'chinese');
  },
  'nice-item': (text) => orNone(parseNiceItem(text), (read) => told(read.canonical, `class ${read.class}`, read.chinese_only && 'Chinese only')),
  'similar-group': (text) => orNone(parseSimilarGroup(text), (read) => told(read.canonical, `class ${read.class}`)),
  locarno: (text) => orNone(parseLocarno(text), (read) => told(read.canonical, read.edition !== null && `edition ${read.edition}`)),
  ipc: (text) => orNone(parsePatentClass(text), (read) => told(read.canonical, read.cpc_only && 'CPC', read.version && `version ${read.version}`)),
  'credit-code': (text) => {
    const { canonical, faults } = parseCreditCode(text);
    return faults.length === 0 ? canonical : told('reject', ...faults.map(faultWords));
  },
  office: (text) => parseOfficeCode(text) ?? 'none',
};

/** Tables whose canonical form is one more spelling of the same number, to be read again without its office. */
const AGAIN = ['patent', 'publication', 'trademark', 'eu-trademark', 'eu-design', 'uk-trademark', 'us-patent', 'hague', 'pct', 'st13', 'customs'];
const AGAIN_TOO = ['gtin', 'nice-item', 'similar-group', 'locarno', 'ipc', 'credit-code', 'office'];

test('every table has its reader and every reader its table', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    Object.keys(READERS)
      .map((name) => `${name}.csv`)
      .sort(),
  );
});

for (const [name, read] of Object.entries(READERS)) {
  describe(name, () => {
    const rows = readCases(join(FOLDER, `${name}.csv`));
    test.each(rows.map((row) => [row.id!, row.text!, row.expected!, row.note!] as const))('%s %s', (_id, text, expected) => {
      const bare = text.replace(/^column: /, '');
      expect(read(bare, bare !== text)).toBe(expected);
    });

    test('has right and wrong ones, each once', () => {
      expect(rows.some(({ expected }) => /^(?:none|reject)/.test(expected!))).toBe(true);
      expect(rows.filter(({ expected }) => !/^(?:none|reject)/.test(expected!)).length).toBeGreaterThan(4);
      expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    });

    test('hostile text is none and breaks nothing', () => {
      for (const text of [
        '',
        ' ',
        '\ud800',
        '\udfff1234567',
        '=1+1',
        '<b>1</b>',
        '1'.repeat(100_000),
        'G'.repeat(99),
        'O'.repeat(99),
        '(('.repeat(50),
      ]) {
        expect(read(text, true), text.slice(0, 20)).toMatch(/^(?:none|reject)/);
        read(text, false);
      }
    });
  });
}

test('a canonical number is read as itself', () => {
  for (const name of [...AGAIN, ...AGAIN_TOO]) {
    for (const { id, expected } of readCases(join(FOLDER, `${name}.csv`))) {
      if (/^(?:none|reject)/.test(expected!)) continue;
      const number = expected!.split(' ')[0]!;
      expect(READERS[name]!(number, false).split(' ')[0], id).toBe(number);
    }
  }
});
