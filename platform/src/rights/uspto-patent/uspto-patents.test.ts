import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RightDocument, RightRecord } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { fileInput, openInputs } from '../../readers/index.ts';
import { bytesInput } from '../../readers/testing-input.ts';
import { golden, readAll, readBytes, SAMPLES, sample } from './testing.ts';

const WHOLE = join(import.meta.dirname, '../../../../../shared/data/patents-uspto/samples');
const table = golden();

const codes = ({ classes }: RightDocument, scheme: string) =>
  classes
    .filter((one) => one.scheme === scheme)
    .map(({ code }) => code)
    .join('|');

/** A record in the columns of the golden table. */
const asGolden = (name: string, { rows, document }: RightRecord): Record<string, string> => {
  const [facts, ...events] = rows;
  const { numbers, figures, claims, priorities } = document!;
  const number = (type: string) =>
    numbers
      .filter((one) => one.type === type)
      .map((one) => one.number)
      .join('|');
  const day = (status: string) => events.find((event) => event.status === status)?.status_date ?? '';
  const files = figures.map(({ file }) => file).filter((file) => file !== null);
  return {
    sample: name,
    kind: facts!.kind,
    type: facts!.extra['appl-type'] ?? '',
    application: facts!.number,
    grant: number('grant'),
    publication: number('publication'),
    title: facts!.name ?? '',
    holder: facts!.owner ?? '',
    filing_date: facts!.filing_date ?? '',
    grant_date: day('granted'),
    published_on: day('application_published'),
    claims: String(claims.length),
    independent: claims
      .filter((claim) => claim.depends_on.length === 0)
      .map((claim) => claim.number)
      .join(' '),
    figures: String(files.length),
    first_figure: files[0] ?? '',
    last_figure: files.at(-1) ?? '',
    described: String(figures.filter(({ description }) => description !== null).length),
    priorities: priorities.map((one) => `${one.country} ${one.number} ${one.date}`).join('|'),
    international: number('international'),
    ipc: codes(document!, 'ipc'),
    cpc: codes(document!, 'cpc'),
    uspc: codes(document!, 'uspc'),
    locarno: codes(document!, 'locarno'),
  };
};

test('[D5.foreign-rights-data] [A1.grant-documents] every sample says what a person reads in it', async () => {
  expect(table).toHaveLength(20);
  for (const row of table) {
    const { records, rejected, warnings } = await readAll(await fileInput(join(SAMPLES, row['sample']!), row['sample']!));
    expect(rejected).toEqual([]);
    expect(warnings).toEqual([]);
    expect(records.map((record) => asGolden(row['sample']!, record))).toEqual([row]);
  }
});

// Material outside the project, which no machine can fetch: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(WHOLE))
  test('the whole files of the office give the same', async () => {
    for (const row of table) {
      const path = join(WHOLE, row['sample']!);
      // The papers in ST.96 lie in a ZIP there.
      if (row['sample']!.startsWith('xml4ip/')) continue;
      const { records, rejected, warnings } = await readAll(await fileInput(path));
      expect([...rejected, ...warnings]).toEqual([]);
      expect(records.map((record) => asGolden(row['sample']!, record))).toEqual([row]);
      const own = await readBytes(sample(row['sample']!));
      expect(own.records).toEqual(records);
    }
    const brs = await readAll(await fileInput(join(WHOLE, 'css_brs/css_brs_sample.txt'), 'brs.txt'));
    expect(brs.records).toEqual([]);
    expect(brs.warnings.map(({ en }) => en)).toEqual([expect.stringContaining('BRS')]);
  });

const zip = join(WHOLE, 'xml4ip/sample_XML4IP.ZIP');
if (existsSync(zip))
  test('a ZIP of papers in ST.96: claims and abstracts are read, specifications named', async () => {
    const found: string[] = [];
    let named = 0;
    for await (const opened of openInputs(zip)) {
      expect(opened).toHaveProperty('input');
      if (!('input' in opened)) continue;
      const { records, rejected, warnings } = await readAll(opened.input);
      expect(rejected).toEqual([]);
      named += warnings.length;
      for (const { rows, document } of records) found.push(`${rows[0]!.number} ${document!.claims.length > 0 ? 'claims' : 'abstract'}`);
    }
    expect(found.sort()).toEqual([
      '12993548 claims',
      '13821389 abstract',
      '13962724 abstract',
      '13962724 abstract',
      '13962724 claims',
      '13962724 claims',
      '14522151 abstract',
      '14522151 abstract',
      '14522151 claims',
    ]);
    expect(named).toBe(4);
  });

test('what is no register is named and gives nothing', async () => {
  for (const [name, words] of [
    ['other/cpcMaster.xml', 'CPC master'],
    ['other/cpc-scheme-A01L.xml', 'CPC classification scheme'],
    ['other/css_brs_sample.txt', 'BRS'],
    ['xml4ip/14522151.2015-01-05.I4N0DDU6PXXIFW2.SPEC.xml', 'specification'],
  ] as const) {
    const { records, rejected, warnings } = await readAll(bytesInput(sample(name), basename(name)));
    expect([records, rejected]).toEqual([[], []]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.en).toContain(basename(name));
    expect(warnings[0]!.en).toContain(words);
  }
  for (const other of ['', 'a,b\n1,2\n', '<html><body>us-patent-grant</body></html>', '\0\0\0']) {
    const { records, warnings } = await readBytes(other);
    expect(records).toEqual([]);
    expect(warnings).toHaveLength(1);
  }
});

test('the design is there with each of its figures', async () => {
  const { records } = await readBytes(sample('sgml/USD435854S1.xml'));
  const { figures, claims, parties } = records[0]!.document!;
  expect(figures.filter(({ file }) => file !== null).map(({ file }) => file)).toEqual(
    ['D00000', 'D00001', 'D00002', 'D00003', 'D00004'].map((sheet) => `USD0435854-20010102-${sheet}.TIF`),
  );
  const words = figures.map(({ description }) => description).filter((description) => description !== null);
  expect(words[0]).toBe(
    'FIG. 1 is a front, top and right side perspective view of one embodiment of a disc cartridge showing our new design on an enlarged scale',
  );
  expect(words.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(Array.from({ length: 14 }, (_, i) => `FIG. ${i + 1}`));
  expect(words.at(-1)).toBe('FIG. 14 is a right side elevational view of the another embodiment.');
  expect(claims[0]!.text).toBe('The ornamental design for a disc cartridge, as shown and described.');
  expect(parties.filter(({ role }) => role === 'owner')).toEqual([
    { role: 'owner', name: 'Hitachi Maxell, Ltd.', country: 'JP' },
    { role: 'owner', name: 'Sanyo Electric Co.,Ltd.', country: 'JP' },
    { role: 'owner', name: 'Olympus Optical Co., Ltd.', country: 'JP' },
  ]);
});

test('claims keep their tree, their references and their formulas', async () => {
  const claimsOf = async (name: string) => (await readBytes(sample(name))).records[0]!.document!.claims;
  const nested = (await claimsOf('xml2004/US06970935.xml'))[0]!;
  expect(nested.text).toBe('A communication system, comprising:');
  expect(nested.parts).toHaveLength(1);
  expect(nested.parts[0]!.text).toBe('a communication stack comprising:');
  expect(nested.parts[0]!.parts.map(({ text }) => text.slice(0, 14))).toEqual([
    'a first layer ',
    'a second layer',
    'a third layer ',
    'a fourth layer',
  ]);
  const green = (await claimsOf('greenbook/US04347903.greenbook'))[0]!;
  expect(green.parts).toHaveLength(11);
  expect(green.parts[10]!.text).toBe('(l) utilization means (14) coupled to said average calculator means (12).');
  const pap = await claimsOf('pap/US20010000943A1.xml');
  expect(pap[12]!.depends_on).toEqual([11, 12]);
  expect(pap[1]!.text).toContain('according to claim 1, wherein the total optical path');
  expect(pap[0]!.parts[0]!.text).toBe('Min−20 nm<t<Min +20 nm (a) Max−20 nm<t<Max +20 nm (b)');
  const formula = await claimsOf('xml2014/US08927118.xml');
  expect(formula[0]!.parts[0]!.text).toBe('[US08927118-20150106-C00849.TIF]');
  expect(formula[0]!.parts[0]!.parts[0]!.text).toBe('wherein:');
  expect(formula[4]!.depends_on).toEqual([1]);
  expect((await claimsOf('sgml/US06337117.xml'))[6]!.text).toContain('of 1×10^−12 seconds or more');
  const paper = await claimsOf('xml4ip/12993548.2013-05-30.HHC6R88MPXXIFW3.CLM.xml');
  expect(paper[0]!.text).toMatch(/^An adhesive tape having a carrier/);
  expect(paper[16]!.depends_on).toEqual([11]);
});

test('a paper names its application and its day', async () => {
  const { records } = await readBytes(sample('xml4ip/13962724.2014-11-18.I2NR21P9PXXIFW3.ABST.xml'));
  const [{ rows, document }] = records as [RightRecord];
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ office: 'US', number: '13962724', status: null, known_on: '2014-11-18' });
  expect(document!.abstract).toMatch(/^Please replace the Abstract .* The frame assembly is selectively removable from the tool box\.$/);
  expect(document!.abstract).not.toContain('Atty. Dkt.');
});

test('a grant tells two days: its own, and that of the publication before', async () => {
  const { records } = await readBytes(sample('xml2004/US06859910.xml'));
  const { rows } = records[0]!;
  expect(rows.map((row) => [row.status, row.status_date, row.published_on, row.known_on])).toEqual([
    [null, null, null, '2005-02-22'],
    ['application_published', '2001-11-01', '2001-11-01', '2005-02-22'],
    ['granted', '2005-02-22', '2005-02-22', '2005-02-22'],
  ]);
  expect(new Set(rows.map(({ number }) => number))).toEqual(new Set(['09832323']));
  expect(rows.every((row) => row.expiry_date === null)).toBe(true);
});

test('documents of all forms follow each other in one file, however it is cut in pieces', async () => {
  const names = table.map((row) => row['sample']!).filter((name) => name.endsWith('.xml'));
  const whole = Buffer.concat(names.map(sample));
  const { records, rejected } = await readBytes(whole, 7919);
  expect(rejected).toEqual([]);
  expect(records.map(({ rows }) => rows[0]!.number)).toEqual(table.filter((row) => names.includes(row['sample']!)).map((row) => row['application']!));
  const green = Buffer.concat([
    Buffer.from('HHHHHT        APS1        ISSUE - 760210\n'),
    sample('greenbook/US03937375.greenbook'),
    sample('greenbook/US04347903.greenbook'),
  ]);
  for (const piece of [1, 31, 4096]) {
    const read = await readBytes(green, piece);
    expect(read.rejected).toEqual([]);
    expect(read.records.map(({ rows }) => rows[0]!.number)).toEqual(['05518454', '06192529']);
  }
  expect(readFileSync(join(SAMPLES, 'SOURCE.md'), 'utf8')).toContain('CC0');
});
