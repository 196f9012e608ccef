import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATENT_STATUS, TRADEMARK_STATUS } from '@zhijian/contract';
import { isReject, parsePatentNumber } from '@zhijian/engine';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readLicences, readRights } from '../../platform/src/rights/index.ts';
import { LICENSEE, OWNER, TRADER } from './companies.ts';
import { STORIES, worldFiles } from './generate.ts';
import { MARK } from './marks.ts';
import { patentCheck } from './numbers.ts';
import { PATENT } from './patents.ts';
import { SHOP } from './shops.ts';

const HERE = import.meta.dirname;
const SHARED = join(HERE, '../../../shared/data');
const table = (name: string) =>
  parse(readFileSync(join(HERE, name), 'utf8'), { columns: true, comment: '#', comment_no_infix: true }) as Record<string, string>[];

test('the committed files are what the generator makes, byte for byte', () => {
  const made = worldFiles();
  expect(Object.keys(made).sort()).toEqual(['README.md', 'expected.csv', 'licences.csv', 'offers.csv', 'rights.csv']);
  for (const [name, text] of Object.entries(made)) expect(readFileSync(join(HERE, name)).equals(Buffer.from(text, 'utf8')), name).toBe(true);
  expect(worldFiles()).toEqual(made);
});

test('it has 60 rights, 25 licences, 30 shops and 2,400 offers, 48 of them planted in five stories', () => {
  const [rights, licences, offers, expected] = ['rights.csv', 'licences.csv', 'offers.csv', 'expected.csv'].map(table) as [Rows, Rows, Rows, Rows];
  expect(new Set(rights.map((row) => row['号码'])).size).toBe(60);
  expect(licences).toHaveLength(25);
  expect(new Set(offers.map((row) => row['店铺名称'])).size).toBe(30);
  expect(new Set(offers.map((row) => row['商品编号'])).size).toBe(2400);
  expect(new Set(expected.map((row) => row['offer'])).size).toBe(48);
  expect(new Set(STORIES.map(({ story }) => story)).size).toBe(5);
  const ids = new Set(offers.map((row) => row['商品编号']));
  for (const row of expected) expect(ids.has(row['offer'])).toBe(true);
});
type Rows = Record<string, string>[];

test('its rights and licences are read whole, and hold every status of the vocabulary', async () => {
  const troubles: unknown[] = [];
  const keep = (trouble: unknown) => troubles.push(trouble);
  const seen = new Set<string>();
  for await (const { rows } of readRights([{ file: join(HERE, 'rights.csv') }], keep, keep))
    for (const row of rows) seen.add(`${row.kind === 'trademark' ? 'mark' : 'patent'} ${row.status}`);
  let licences = 0;
  for await (const _ of readLicences([join(HERE, 'licences.csv')], keep, keep)) licences += 1;
  expect(troubles).toEqual([]);
  expect(licences).toBe(25);
  const all = [...Object.keys(PATENT_STATUS).map((status) => `patent ${status}`), ...Object.keys(TRADEMARK_STATUS).map((status) => `mark ${status}`)];
  expect(all.filter((status) => !seen.has(status))).toEqual([]);
});

test('numbers belong to nobody: serials 9999xxx with true check characters, marks 9999xxxx, credit codes of no division', () => {
  for (const { number } of Object.values(PATENT)) {
    expect(number).toMatch(/^(\d{4}[123]9999\d{3}|\d{2}[123]999\d{2})\.[\dX]$/);
    expect(isReject(parsePatentNumber(number))).toBe(false);
  }
  for (const { number } of Object.values(MARK)) expect(number).toMatch(/^9999\d{4}$/);
  for (const { code } of [...Object.values(OWNER), ...Object.values(LICENSEE), ...Object.values(TRADER)])
    expect(code).toMatch(/^919900009999\d{4}[\dX][0-9A-Z]$/);
  // Real numbers from domain.md 1.1: the check is the office's, not only our own.
  expect(['200520015978', '95115608', '201330528226', '201130436459'].map(patentCheck)).toEqual(['1', 'X', '5', '3']);
  const cited = readFileSync(join(HERE, 'offers.csv'), 'utf8')
    .normalize('NFKC')
    .matchAll(/(?:ZL ?|专利号:? ?)(\d{4}) ?([123]) ?(\d{4})/g);
  expect([...cited].filter((found) => found[3] !== '9999').map((found) => found[0])).toEqual([]);
});

/** Coined names: marks, brands, platforms, shops, companies without place, trade and legal form. */
const coined = (): string[] => {
  const companies = [...Object.values(OWNER), ...Object.values(LICENSEE), ...Object.values(TRADER)];
  const shops = Object.values(SHOP);
  return [
    ...new Set([
      ...Object.values(MARK).map(({ name }) => name),
      ...shops.flatMap(({ name, brand, platform }) => [name, brand ?? name, platform]),
      ...companies.map(({ name }) => name),
      ...STORIES.map(({ offer }) => offer.brand ?? '鹮舟'),
    ]),
  ];
};
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.'’()（）-]/g, '');

// The collected lists are no part of the project and no machine can fetch them: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(SHARED))
  test('no coined name is the name of a brand, an operator or a mark that we know of', () => {
    const known = new Set<string>();
    const add = (name: unknown) => {
      if (typeof name === 'string' && plain(name).length > 1) known.add(plain(name));
    };
    const root = join(SHARED, 'brands-nsi/data');
    for (const file of (readdirSync(root, { recursive: true }) as string[]).filter((one) => one.endsWith('.json'))) {
      const { items = [] } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
        items?: { displayName?: string; matchNames?: string[]; tags?: Record<string, string> }[];
      };
      for (const { displayName, matchNames = [], tags = {} } of items) {
        add(displayName);
        matchNames.forEach(add);
        for (const [key, value] of Object.entries(tags))
          if (/^(?:name|brand|operator|owner|manufacturer|alt_name|short_name|official_name)(?::|$)/.test(key)) add(value);
      }
    }
    for (const row of parse(readFileSync(join(SHARED, 'tm-pairs.csv'), 'utf8'), { columns: true }) as Record<string, string>[]) {
      add(row['genuine']);
      add(row['lookalike']);
    }
    expect(known.size).toBeGreaterThan(20_000);
    expect(coined().length).toBeGreaterThan(90);
    // A part of a longer real name would be that name's fame as well.
    const names = [...known];
    const real = coined()
      .map(plain)
      .filter((name) => known.has(name) || names.some((one) => one.includes(name)));
    expect(real).toEqual([]);
    expect(names.some((one) => one.includes(plain('康师傅')))).toBe(true);
  });
