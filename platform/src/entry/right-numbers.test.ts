// A right is found by each of its numbers, and what came of it under different numbers is one right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATH, type RightListRow, type RightPage } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightsJson } from './right.ts';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

const SAMPLES = join(import.meta.dirname, '../rights/samples/epo');

let house: TestHouse;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  house = await testHouse();
  [a, b] = [await house.signedIn(house.logins[0]!), await house.signedIn(house.logins[1]!)];
});
afterAll(() => house.close());

const bring = async (by: Browser, ...files: string[]) => {
  for (const file of files) expect(await by.import('rights', file, readFileSync(join(SAMPLES, file)))).toMatchObject({ state: 'done', set_aside: 0 });
};
const pagesOf = async (by: Browser, number: string) => {
  const pages: RightPage[] = [];
  for (const { office, kind, number: own } of (await by.get<RightListRow[]>(`${PATH.rights}?q=${encodeURIComponent(number)}`)).body) {
    const url = PATH.right.replace(':office', office).replace(':kind', kind).replace(':number', encodeURIComponent(own));
    pages.push((await by.get<RightPage>(`${url}?on=2026-11-24`)).body);
  }
  return pages;
};

test('a US publication is found as DOCDB writes it and as the office does', async () => {
  await bring(a, 'biblio-us.xml');
  const spellings = ['US2006142694A1', 'US2006142694', 'US 2006/0142694 A1', 'US20060142694A1', 'US20060142694'];
  for (const spelling of spellings) {
    const pages = await pagesOf(a, spelling);
    expect([spelling, pages.length]).toEqual([spelling, 1]);
    expect(pages[0]!.numbers.map(({ number }) => number)).toContain('US20060142694A1');
  }
});

test('claims that name only their publication belong to its application, whichever file comes first', async () => {
  await bring(a, 'claims-ep.xml');
  // Alone they are a right of their own.
  expect((await pagesOf(a, 'EP1000000A1')).map(({ number }) => number)).toEqual(['EP1000000A1']);
  await bring(a, 'full-cycle.xml');
  await bring(b, 'full-cycle.xml', 'claims-ep.xml');
  for (const by of [a, b]) {
    for (const number of ['EP1000000', 'EP1000000A1', 'EP1000000B1', '99203729', 'EP99203729.1']) {
      const pages = await pagesOf(by, number);
      expect([number, pages.map((page) => page.number)]).toEqual([number, ['99203729']]);
      const [page] = pages;
      expect(page!.documents.find(({ claims }) => claims.length > 0)?.claims).toHaveLength(11);
      expect(page!.documents.some(({ parties }) => parties.length > 0)).toBe(true);
      expect(page).toMatchObject({ right: { number: '99203729', grant_date: '2003-02-12' }, contradictions: [] });
    }
    // One JSON value, and a list only where there are several.
    const pages = await pagesOf(by, 'EP1000000');
    expect(JSON.parse(rightsJson(pages))).toMatchObject({ number: '99203729' });
    expect(JSON.parse(rightsJson([...pages, ...pages]))).toHaveLength(2);
    expect(rightsJson(pages).trimEnd()).not.toContain('\n');
  }
});

test('members of one family stay rights of their own', async () => {
  await bring(b, 'family.xml', 'claims-wo.xml');
  const page = (await pagesOf(b, '99203729')).find(({ office }) => office === 'EP');
  expect(new Set(page!.documents.map(({ office }) => office))).toEqual(new Set(['EP']));
  expect((await pagesOf(b, 'WO2009085664A2')).map(({ number }) => number)).toEqual(['WO2009085664A2']);
});
