// Files of offices through the house: what the summary counts, and what is answered of each right by each of its numbers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ImportDetail, PATH, type RightDocument, type RightListRow, type RightPage } from '@zhijian/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../readers/testing-zip.ts';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

const SAMPLES = join(import.meta.dirname, '../rights/samples');
const SHARED = join(import.meta.dirname, '../../../../shared/data');
const [MARKS, PATENTS, EPO] = ['uspto-trademarks', 'uspto-patents', 'epo'].map((name) => join(SAMPLES, name)) as [string, string, string];

interface GoldenMark {
  file: string;
  facts: Record<string, unknown> & { number: string };
  status: { status: string; status_date: string; known_on: string };
  numbers: string[];
  events: number;
}
interface GoldenEpo {
  file: string;
  sample?: string;
  also?: string[];
  also_samples?: string[];
  records: {
    office: string;
    kind: string;
    number: string;
    publications: string[];
    titles: Record<string, string>;
    filing_date: string | null;
    claims: number[][];
    ipc: string[];
    applicants: string[];
  }[];
}
const marks = JSON.parse(readFileSync(join(MARKS, 'golden.json'), 'utf8')) as GoldenMark[];
const patents = parse(readFileSync(join(PATENTS, 'golden.csv')), { columns: true }) as Record<string, string>[];
const papers = (JSON.parse(readFileSync(join(EPO, 'golden.json'), 'utf8')) as { files: GoldenEpo[] }).files;

let house: TestHouse;
/** Of the samples that lie here, and of the whole files that lie beside the checkout. */
let own: Browser;
let whole: Browser;
beforeAll(async () => {
  house = await testHouse();
  own = await house.signedIn(house.logins[0]!);
  whole = await house.signedIn(house.logins[1]!);
});
afterAll(() => house.close());

const addressOf = ({ office, kind, number }: Pick<RightListRow, 'office' | 'kind' | 'number'>) =>
  PATH.right.replace(':office', office).replace(':kind', kind).replace(':number', encodeURIComponent(number));
const find = async (by: Browser, number: string) => (await by.get<RightListRow[]>(`${PATH.rights}?q=${encodeURIComponent(number)}`)).body;
const pagesOf = async (by: Browser, number: string, asKnown = '2026-11-24') => {
  const pages: RightPage[] = [];
  for (const one of await find(by, number)) pages.push((await by.get<RightPage>(`${addressOf(one)}?on=${asKnown}&as_known=${asKnown}`)).body);
  return pages;
};
/** The page of the right with that own number. */
const pageOf = async (by: Browser, number: string, asKnown?: string) => {
  const page = (await pagesOf(by, number, asKnown)).find((one) => one.number === number);
  if (page === undefined) throw new Error(`no right ${number}`);
  return page;
};
const counts = ({ state, read_records, set_aside, rejected }: ImportDetail) => ({ state, read_records, set_aside, rejected });
const read = (records: number) => ({ state: 'done', read_records: records, set_aside: 0, rejected: [] });

/** Imports files one by one: each counts what the tables say, and brings nothing when it comes again. */
const importEach = async (by: Browser, files: readonly { path: string; records: number }[]) => {
  for (const { path, records } of files) {
    const done = await by.import('rights', basename(path), readFileSync(path));
    expect([path, counts(done)]).toEqual([path, read(records)]);
    expect(done.stored + done.already_known).toBe(records);
  }
};

const markFiles = marks.map(({ file }) => ({ path: join(MARKS, `${file}.xml`), records: 1 }));
const patentFiles = patents.map((row) => ({ path: join(PATENTS, row['sample']!), records: 1 }));
const epoFiles = papers.flatMap(({ sample, also_samples = [], records }) =>
  [...(sample === undefined ? [] : [sample]), ...also_samples].map((name) => ({ path: join(EPO, name), records: records.length })),
);

describe('what lies here', () => {
  test('[D5.foreign-rights-data] the summary counts what each file holds, and a file that comes again adds nothing', async () => {
    await importEach(own, [...markFiles, ...patentFiles, ...epoFiles]);
    for (const [kind, files] of Object.entries({ marks: markFiles, patents: patentFiles, epo: epoFiles })) {
      const zip = zipOf(files.map(({ path }) => ({ name: basename(path), data: readFileSync(path) })));
      const again = await own.import('rights', `${kind}.zip`, zip);
      const records = files.reduce((sum, one) => sum + one.records, 0);
      expect([again.state, again.stored, again.already_known]).toEqual(['done', 0, records]);
    }
  }, 120_000);

  test('[A1.trademark-words] [A1.goods] [A1.services] US marks say what their files say, as it was known then', async () => {
    await marksAgree(own);
  });
  test('[A1.grant-documents] [A1.inventions] [A1.designs] [A1.claims] US patents say what their files say', async () => {
    for (const row of patents) await patentAgrees(own, row);
  });
  test('[A1.grant-documents] patents of the EPO say what its files say', async () => {
    await epoAgrees(own);
  });
});

const marksAgree = async (by: Browser, only?: string) => {
  for (const { file, facts, status, numbers, events } of marks) {
    if (only !== undefined && facts.number !== only) continue;
    const { right, documents, numbers: others } = await pageOf(by, facts.number, status.known_on);
    const shown = typeof facts['goods'] === 'number' ? right.goods.length : right.goods;
    const { number, name, owner, classes, filing_date, grant_date, expiry_date } = right;
    expect([file, { number, name, owner, classes, goods: shown, filing_date, grant_date, expiry_date }]).toEqual([file, facts]);
    const now = right.events.filter((one) => one.known_on === status.known_on);
    expect(now.map((one) => [one.status, one.effective_on])).toEqual([[status.status, status.status_date]]);
    for (const other of numbers) {
      const [type, value] = other.split(' ') as [string, string];
      expect(others.map((one) => one.type)).toContain(type);
      expect((await find(by, value)).map((one) => one.number)).toContain(facts.number);
    }
    // The page has the document of the latest snapshot.
    const latest = marks.filter((one) => one.facts.number === facts.number).every((one) => one.status.known_on <= status.known_on);
    if (latest) expect(documents.map((one) => one.events.length)).toEqual([events]);
  }
};

const codes = ({ classes }: RightDocument, scheme: string) => classes.filter((one) => one.scheme === scheme).map(({ code }) => code);

const patentAgrees = async (by: Browser, row: Record<string, string>) => {
  const at = row['sample'];
  const page = await pageOf(by, row['application']!);
  const { right } = page;
  const papersHere = page.documents.filter(({ format }) => (format === 'st96') === at!.startsWith('xml4ip/'));
  const document = papersHere.find(({ claims }) => String(claims.length) === row['claims']);
  expect([at, document?.number]).toEqual([at, row['application']]);
  if (at!.startsWith('xml4ip/')) return;
  const { claims, figures } = document!;
  const files = figures.flatMap(({ file }) => (file === null ? [] : [file]));
  expect([at, right.kind, right.office, right.name, right.owner, right.filing_date ?? '', right.grant_date ?? '']).toEqual([
    at,
    row['kind'],
    'US',
    row['title'],
    row['holder'],
    row['filing_date'],
    row['grant_date'],
  ]);
  expect(claims.flatMap((claim) => (claim.depends_on.length === 0 ? [claim.number] : [])).join(' ')).toBe(row['independent']);
  expect([files.length, files[0] ?? '', files.at(-1) ?? '']).toEqual([Number(row['figures']), row['first_figure'], row['last_figure']]);
  for (const scheme of ['ipc', 'cpc', 'uspc', 'locarno']) expect([at, codes(document!, scheme).join('|')]).toEqual([at, row[scheme]]);
  const published = right.events.find(({ status }) => status === 'application_published')?.effective_on ?? '';
  expect(published).toBe(row['published_on']);
  for (const type of ['grant', 'publication']) {
    const written = row[type]!;
    if (written === '') continue;
    const [, letters = '', digits = '', kind = ''] = /^US(\D*)(\d+)([A-Z]\d?)$/.exec(written)!;
    const commas = `${letters}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}`;
    const spelt = [
      written,
      `US ${commas} ${kind}`,
      `${written.slice(0, -kind.length)}`,
      `us-${letters.toLowerCase()}${digits}-${kind.toLowerCase()}`,
    ];
    for (const number of [...spelt, commas]) expect([number, (await find(by, number)).map((one) => one.number)]).toEqual([number, [right.number]]);
  }
};

/** Of a record that names its publication alone, the application to which another record says that it belongs. */
const applicationOf = (office: string, number: string): string => {
  const whole = papers
    .flatMap(({ records }) => records)
    .find((one) => one.office === office && one.number !== number && one.publications.some((given) => given.split(' ')[0] === number));
  return whole?.number ?? number;
};

const epoAgrees = async (by: Browser) => {
  for (const { file, records } of papers) {
    for (const { office, kind, number: stated, publications, titles, filing_date, claims, ipc, applicants } of records) {
      const number = applicationOf(office, stated);
      const page = (await pagesOf(by, stated)).find((one) => one.number === number && one.office === office)!;
      expect([file, page?.kind]).toEqual([file, kind]);
      if (filing_date !== null) expect(page.right.filing_date).toBe(filing_date);
      for (const given of publications) {
        const [publication = ''] = given.split(' ');
        expect([publication, (await find(by, publication)).map((one) => `${one.office} ${one.number}`)]).toEqual([
          publication,
          expect.arrayContaining([`${office} ${number}`]),
        ]);
        // Of several documents of one format the newest counts; an older record may be of a document that is no longer shown.
        const format = claims.length > 0 ? 'epo_fulltext' : 'epo_docdb';
        const document = page.documents.find((one) => one.format === format && one.numbers.some((other) => other.number === publication));
        if (claims.length > 0) expect(document?.claims).toHaveLength(claims.length);
        if (document === undefined) continue;
        if (claims.length > 0) expect(document.claims.map(({ depends_on }) => depends_on)).toEqual(claims);
        if (ipc.length > 0) expect([file, codes(document, 'ipc')]).toEqual([file, ipc]);
        if (Object.keys(titles).length > 0) {
          expect(Object.keys(titles).length).toBeLessThanOrEqual(document.titles.length);
          expect(document.parties.filter(({ role }) => role === 'applicant').length > 0).toBe(applicants.length > 0);
        }
      }
    }
  }
};

test('numbers are found in every spelling that people use', async () => {
  const to = async (...spellings: string[]) => {
    const found: string[] = [];
    for (const spelling of spellings) found.push((await find(own, spelling)).map(({ office, number }) => `${office} ${number}`).join('|'));
    return found;
  };
  const each = (many: string[], one: string) => many.map(() => one);
  const ibm = ['US6970935', 'US 6,970,935 B1', '6970935', '09/703,574', 'US 09/703,574', '09703574', 'us06970935b1'];
  expect(await to(...ibm)).toEqual(each(ibm, 'US 09703574'));
  const disc = ['USD435854 S1', 'USD435854S', 'D435,854', 'US D435,854 S', '29/116,510'];
  expect(await to(...disc)).toEqual(each(disc, 'US 29116510'));
  const brick = ['EP1000000', 'EP 1 000 000 A1', 'EP1000000B1', 'EP 99203729.8', 'EP99203729'];
  for (const found of await to(...brick)) expect(found.split('|')).toContain('EP 99203729');
  const gun = ['0146682', '146,682', '60/146,682'];
  expect(await to(...gun)).toEqual(each(gun, 'US 60146682'));
  expect(await to('US6970935A', 'EP1000000C9', '6970936')).toEqual(['', '', '']);
});

test('[A1.design-views] the design USD435854 comes with its figures', async () => {
  const [page] = await pagesOf(own, 'D435,854');
  const { figures, claims, parties } = page!.documents[0]!;
  expect(page!.right).toMatchObject({ kind: 'design', name: 'Disc cartridge', filing_date: '1999-01-06', grant_date: '2001-01-02' });
  expect(figures.flatMap(({ file }) => file ?? [])).toEqual([0, 1, 2, 3, 4].map((sheet) => `USD0435854-20010102-D0000${sheet}.TIF`));
  expect(figures.filter(({ description }) => description !== null)).toHaveLength(14);
  expect(claims.map(({ text }) => text)).toEqual(['The ornamental design for a disc cartridge, as shown and described.']);
  expect(parties.filter(({ role }) => role === 'owner')).toHaveLength(3);
});

test('[A1.status-history] an invalid record, one of status only, a revival and a publication are stored as they should be', async () => {
  const state = async (number: string, day: string, asKnown = day) => {
    const [right] = await find(own, number);
    const { body } = await own.get<RightPage>(`${addressOf(right!)}?on=${day}&as_known=${asKnown}`);
    return [body.state, body.reason, body.since];
  };
  expect(await state('60146682', '2026-01-01')).toEqual(['ended', 'cancelled', '2005-10-11']);
  expect(await state('60146682', '2000-01-01', '2026-01-01')).toEqual(['in_force', 'registered', '1921-09-20']);
  expect(await state('60172053', '2026-01-01')).toEqual(['ended', 'cancelled', '2005-10-25']);
  const bare = await pageOf(own, '60172053');
  expect(bare.right).toMatchObject({ name: null, owner: null, classes: [], goods: [], grant_date: '1923-08-21' });
  expect((await state('98186103', '2024-09-20'))[0]).toBe('dead_application');
  expect((await state('98186103', '2024-09-26'))[0]).toBe('application');
  expect((await state('98186103', '2024-09-26', '2024-09-20'))[0]).toBe('dead_application');
  expect((await state('79366581', '2024-09-20'))[0]).toBe('disputed');
  expect((await state('79366581', '2024-09-26'))[0]).toBe('application');
  expect((await pageOf(own, '98186103')).right.classes).toEqual([41, 42]);
  expect((await pageOf(own, '79366581')).right.classes).toEqual([3, 18, 32, 35]);
});

/** Files of a folder of the shared data, with how many records each holds by the tables. */
const sharedFiles = () => {
  const uspto = join(SHARED, 'patents-uspto/samples');
  const ops = join(SHARED, 'patents-epo-ops/ops');
  const folders = ['greenbook', 'sgml', 'pap', 'xml2004', 'xml2006', 'xml2014', 'xmlApp2004'];
  return [
    { path: join(SHARED, 'trademarks-uspto/annual-2025-full-tx-60146682.xml'), records: 1 },
    ...folders.flatMap((folder) => readdirSync(join(uspto, folder)).map((name) => ({ path: join(uspto, folder, name), records: 1 }))),
    // Nine of its thirteen papers are claims and abstracts; the specifications are named.
    { path: join(uspto, 'xml4ip/sample_XML4IP.ZIP'), records: 9 },
    ...papers.flatMap(({ file, also = [], records }) => [file, ...also].map((name) => ({ path: join(ops, name), records: records.length }))),
  ];
};

// Material outside the project, which no machine can fetch: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(SHARED))
  test('every document of the shared data comes in whole, and says the same', async () => {
    const files = sharedFiles();
    expect(files.length).toBeGreaterThan(45);
    await importEach(whole, files);
    await marksAgree(whole, '60146682');
    for (const row of patents) await patentAgrees(whole, row);
    await epoAgrees(whole);
  }, 180_000);
