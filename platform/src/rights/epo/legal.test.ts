import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { foldRights, statusOn } from '@zhijian/engine';
import { describe, expect, test } from 'vitest';
import { parseStatus } from '../status-words.ts';
import { CN_CODES } from './inpadoc-cn.ts';
import { EP_CODES, US_CODES } from './inpadoc-ep-us.ts';
import { meaningOf } from './legal-status.ts';
import type { LegalEntry } from './model.ts';
import { type MadeEvent, type MadeMember, madeFamily, readBytes } from './testing.ts';
import { withoutUsPlace } from './us-places.ts';

const LIST = join(import.meta.dirname, '../../../../../shared/data/patents-epo-ops/ops/legal/fixtures/legal_code_descriptions_202417.xlsx');

/** domain.md 1.3, as it is printed there; codes that it calls partial, an end or generic stand below. */
const HANDBOOK: Record<string, string> = {
  application_published: 'PB01 BB1A C06',
  in_examination: 'SE01 C10 EXSB DE01 GR02',
  refused: 'RJ01 C12',
  withdrawn: 'WD01 WW01 C01 C02 C03 C04 C05',
  granted: 'GR01 GR03 C14 FG4A FG1K',
  lapsed_unpaid_fee: 'CF01 C19 MM4A MM1K',
  expired_term: 'CX01 MK4A MK1K',
  abandoned: 'AV01 AD01 C20 AR01 C25 RGAV',
  invalidated_full: 'IW01',
  invalidated_part: 'IP01',
  revoked: 'RW01 C28',
  restored: 'RR01 RA01 C49 C52 REIN RN01',
  transferred: 'TR01 C41 ASS TA01',
  licensed: 'EE01 EM01 LIC LICC',
  license_ended: 'EC01',
  open_license: 'OL01',
  open_license_withdrawn: 'OL02',
  pledged: 'PE01 PM01',
  preserved: 'PP01 RINS',
  name_change: 'CP01 CP02 CP03 CB01 CB02 CB03 CB04 C56',
  term_adjusted: 'TG01',
  term_extended: 'TP01',
};
const KEPT_ONLY = 'AV02 RP01 C26 PC01 PD01';
const READ = 'C17 CE01 EXPY C32 C35';

const FACTS = { kind: 'invention', filed: '2005-06-01' } as const;
const entry = (country: string, code: string, facts: Partial<LegalEntry> = {}): LegalEntry => ({
  country,
  code,
  description: '',
  detail: '',
  free: '',
  owner: null,
  gazette: '2020-01-03',
  effective: null,
  exchanged: [],
  ...facts,
});
const status = (country: string, code: string, free = '', filed: string | null = FACTS.filed) =>
  meaningOf(entry(country, code, { free }), { ...FACTS, filed }).status;

test('each Chinese code of the handbook has the status that it gives', () => {
  const cases = Object.entries(HANDBOOK).flatMap(([word, codes]) => codes.split(' ').map((code) => [code, word] as const));
  expect(cases).toHaveLength(70);
  for (const [code, word] of cases) {
    expect(status('CN', code), code).toBe(word);
    // A table with these codes as words says the same.
    expect(parseStatus(code, 'invention', { effective_on: null, filing_date: null, expiry_date: null }), code).toBe(word);
  }
  for (const code of KEPT_ONLY.split(' ')) expect(status('CN', code), code).toBeNull();
  for (const code of READ.split(' ')) expect(status('CN', code, '', null), code).toBeNull();
});

/** Cells of the only sheet of a workbook, by column letter. */
const cellsOf = (path: string): Record<string, string>[] => {
  const bytes = readFileSync(path);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset, i) =>
      i === 0 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    );
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const path = bytes.toString('utf8', at + 46, at + 46 + name!);
    if (/sheet1\.xml$/.test(path)) parts.set(path, inflateRawSync(bytes.subarray(from, from + packed!)).toString('utf8'));
    at += 46 + name! + extra! + comment!;
  }
  return [...parts.get('xl/worksheets/sheet1.xml')!.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    Object.fromEntries(
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*t="inlineStr"[^>]*><is><t[^>]*>([^<]*)</g)].map(([, column, text]) => [column, text!.trim()]),
    ),
  );
};

// Material outside the project, which no machine can fetch: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(LIST))
  test('the table has every Chinese code of the EPO list, and no European or US code that the list has not', () => {
    const rows = cellsOf(LIST);
    const codes = (office: string) => rows.filter((row) => row['A'] === office).map((row) => row['B']!);
    expect(Object.keys(CN_CODES).sort()).toEqual(codes('CN').sort());
    expect(codes('EP')).toEqual(expect.arrayContaining(Object.keys(EP_CODES)));
    expect(codes('US')).toEqual(expect.arrayContaining(Object.keys(US_CODES)));
  });

test('110 Chinese codes stand in the table', () => {
  expect(Object.keys(CN_CODES)).toHaveLength(110);
});

test.each([
  ['CN', 'C32', 'CONCLUSION OF EXAMINATION: THE PATENT RIGHT IS DECLARED INVALID AS A WHOLE', 'invalidated_full'],
  ['CN', 'C32', 'CONCLUSION OF EXAMINATION: ALL OF THE PATENT RIGHT IS DECLARED INVALID', 'invalidated_full'],
  ['CN', 'C35', 'DECLARED PARTIALLY INVALID, MAINTAINED ON THE BASIS OF CLAIMS 2 TO 7', 'invalidated_part'],
  ['CN', 'C35', 'DECISION DATE OF DECLARING INVALIDATION: 20100420;DECISION NUMBER OF DECLARING INVALIDATION: 14726', null],
  ['CN', 'C35', 'FULL OR PARTIAL', null],
  ['CN', 'C17', 'CESSATION DUE TO NON-PAYMENT OF ANNUAL FEE', 'lapsed_unpaid_fee'],
  ['CN', 'CE01', 'EXPIRY OF PATENT TERM', 'expired_term'],
  ['CN', 'EXPY', 'TERMINATION DATE: 20120601', 'lapsed_unpaid_fee'],
  ['CN', 'EXPY', 'TERMINATION DATE: 20250601', 'expired_term'],
  ['CN', 'LICC', 'DATE OF CANCELLATION: 20120601', 'license_ended'],
  ['CN', 'LICC', 'RECORD DATE: 20100604;LICENSE TYPE: EXCLUSIVE LICENSE', 'licensed'],
  ['CN', 'RINS', 'DISCHARGE OF PRESERVATION', null],
  ['CN', 'PLDC', 'PLEDGE RELEASED, DATE OF CANCELLATION: 20120601', null],
  ['CN', 'PLDC', 'EFFECTIVE DATE OF REGISTRATION: 20120601', 'pledged'],
  ['CN', 'REG', 'MM4A', null],
  ['EP', 'PG25', 'LAPSE BECAUSE OF NON-PAYMENT OF DUE FEES', null],
  ['EP', 'REG', 'MM4A', null],
  ['EP', 'MM4A', '', null],
  ['EP', '26N', '', null],
  ['EP', 'R27W', '', 'revoked'],
  ['EP', 'D27W', '', null],
  ['EP', 'STAA', 'STATUS: THE PATENT HAS BEEN GRANTED', null],
  ['US', 'AS', 'ASSIGNMENT OF ASSIGNORS INTEREST;ASSIGNORS:A;REEL/FRAME:045210/0369', 'transferred'],
  ['US', 'AS', 'SECURITY INTEREST;ASSIGNORS:A', 'pledged'],
  ['US', 'AS', 'RELEASE BY SECURED PARTY;ASSIGNOR:A', null],
  ['US', 'AS', 'CHANGE OF NAME;ASSIGNOR:A', 'name_change'],
  ['US', 'AS', 'CONFIRMATORY LICENSE;ASSIGNOR:A', 'licensed'],
  ['US', 'AS', '', null],
  ['US', 'STCH', 'PATENT EXPIRED DUE TO NONPAYMENT OF MAINTENANCE FEES UNDER 37 CFR 1.362', 'lapsed_unpaid_fee'],
  ['US', 'STCF', 'PATENTED CASE', null],
  ['US', 'FEPP', 'MAINTENANCE FEE REMINDER MAILED (ORIGINAL EVENT CODE: REM.)', null],
  ['US', 'LAPS', '', 'lapsed_unpaid_fee'],
  ['JP', 'R150', '', null],
  ['__proto__', 'constructor', '', null],
  ['CN', 'constructor', '', null],
] as const)('%s %s "%s" is %s', (country, code, free, word) => {
  expect(status(country, code, free)).toBe(word);
});

test.each([
  ['the field before the text', entry('CN', 'CF01', { effective: '20181217', free: 'TERMINATION DATE: 20181218' }), '2018-12-17', '2020-01-03', null],
  ['the text', entry('CN', 'CF01', { free: 'GRANTED PUBLICATION DATE: 20160824;TERMINATION DATE: 20181217' }), '2018-12-17', '2020-01-03', null],
  ['a lapse without its day', entry('CN', 'CF01', { free: 'GRANTED PUBLICATION DATE: 20160824' }), null, '2020-01-03', null],
  ['the gazette makes a grant', entry('CN', 'GR01'), '2020-01-03', '2020-01-03', null],
  ['an abandonment', entry('CN', 'AR01', { free: 'EFFECTIVE DATE OF ABANDONING: 20160120' }), '2016-01-20', '2020-01-03', null],
  ['first taken in, then sent again', entry('CN', 'CF01', { exchanged: ['2021-05-01', '2020-01-08'] }), null, '2020-01-03', '2020-01-08'],
  ['only sent', entry('CN', 'CF01', { exchanged: ['2021-05-01', null] }), null, '2020-01-03', '2021-05-01'],
] as const)('days: %s', (_, one, effective, published, known) => {
  expect(meaningOf(one, FACTS)).toMatchObject({ effective_on: effective, published_on: published, known_on: known });
});

test('the new holder stands in a field or in the text', () => {
  const owner = (one: LegalEntry) => meaningOf(one, FACTS).owner;
  expect(
    owner(
      entry('CN', 'TR01', { free: 'EFFECTIVE DATE OF REGISTRATION: 20180725;PATENTEE AFTER: SHENZHEN A CO., LTD.;PATENTEE BEFORE: B CO., LTD.' }),
    ),
  ).toBe('SHENZHEN A CO., LTD.');
  expect(owner(entry('US', 'AS', { free: 'ASSIGNMENT OF ASSIGNORS INTEREST', owner: 'NCS MULTISTAGE, INC., CANADA' }))).toBe('NCS MULTISTAGE, INC.');
  expect(owner(entry('US', 'AS', { free: 'SECURITY INTEREST', owner: 'WELLS FARGO BANK NATIONAL ASSOCIATION, TEXAS' }))).toBeNull();
  expect(withoutUsPlace('SAMSUNG ELECTRONICS CO., LTD., KOREA, REPUBLIC OF')).toBe('SAMSUNG ELECTRONICS CO., LTD.');
  expect(withoutUsPlace('A, B')).toBe('A, B');
  expect(withoutUsPlace('')).toBe('');
});

describe('a Chinese right out of its family file', () => {
  const right = async (member: Omit<MadeMember, 'country'>, ...events: MadeEvent[]) => {
    const { records, rejected } = await readBytes(madeFamily({ country: 'CN', ...member, events }));
    expect(rejected).toEqual([]);
    const [folded, ...others] = foldRights(records.flatMap(({ rows }) => rows));
    expect(others).toEqual([]);
    return folded!;
  };
  const MODEL = { publication: '201000001', kind: 'U', published: '20060705', application: '200520015978', filed: '20050520' };

  test('[A1.status-history] a lapse counts from the due day in the text, and is known from the gazette on', async () => {
    const model = await right(MODEL, {
      code: 'CF01',
      gazette: '2012-08-01',
      free: 'GRANTED PUBLICATION DATE: 20060705;TERMINATION DATE: 20110520',
      created: '2012-08-20',
    });
    expect(model).toMatchObject({
      office: 'CN',
      kind: 'utility_model',
      number: '200520015978.1',
      grant_date: '2006-07-05',
      filing_date: '2005-05-20',
    });
    expect(statusOn(model, '2011-05-19', '2020-01-01')).toMatchObject({ state: 'in_force' });
    expect(statusOn(model, '2011-05-20', '2020-01-01')).toMatchObject({ state: 'ended', reason: 'lapsed_unpaid_fee', since: '2011-05-20' });
    expect(statusOn(model, '2011-12-01', '2012-01-01')).toMatchObject({ state: 'in_force' });
  });

  test('a lapse without its day is computed from the gazette, and said to be', async () => {
    const model = await right(MODEL, { code: 'CF01', gazette: '2012-08-01' });
    const doubt = { of: 'lapse_computed', due: '2011-05-20', published_on: '2012-08-01' };
    expect(statusOn(model, '2011-05-19', '2013-01-01')).toMatchObject({ state: 'in_force', doubt });
    expect(statusOn(model, '2011-12-01', '2013-01-01')).toMatchObject({ state: 'ended', since: '2011-05-20', doubt });
  });

  test('restored, invalidated in full, kept entries', async () => {
    const events: MadeEvent[] = [
      { code: 'CF01', gazette: '2012-08-01', free: 'TERMINATION DATE: 20110520' },
      { code: 'RR01', gazette: '2012-11-07' },
      { code: 'PD01', gazette: '2012-12-05' },
      { code: 'C35', gazette: '2013-01-02', free: 'DECISION NUMBER 1' },
    ];
    const restored = await right(MODEL, ...events);
    expect(statusOn(restored, '2013-06-01', '2014-01-01')).toMatchObject({ state: 'in_force' });
    const dead = await right(MODEL, ...events, { code: 'IW01', gazette: '2013-09-04' });
    expect(statusOn(dead, '2009-01-01', '2014-01-01')).toMatchObject({ state: 'invalidated_full', since: '2013-09-04' });
    const { records } = await readBytes(madeFamily({ country: 'CN', ...MODEL, events }));
    expect(records[0]!.document!.events.map((event) => [event.code, event.status])).toEqual([
      ['CF01', 'lapsed_unpaid_fee'],
      ['RR01', 'restored'],
      ['PD01', null],
      ['C35', null],
    ]);
    expect(records[0]!.document!.events[3]!.text).toBe('WORDS OF THE CODE; Free Format Text DECISION NUMBER 1');
  });

  test('the term runs from the filing day in the file, never from the number: PCT and divisional', async () => {
    const pct = await right({ publication: '109000001', kind: 'B', published: '20200107', application: '201780012345', filed: '20160304' });
    expect(pct).toMatchObject({ number: '201780012345.0', filing_date: '2016-03-04' });
    expect(statusOn(pct, '2036-03-03', '2036-03-03')).toMatchObject({ state: 'in_force' });
    expect(statusOn(pct, '2036-03-04', '2036-03-04')).toMatchObject({ state: 'ended', reason: 'expired_term' });
  });

  test('publication and grant of one application meet in one right, in either order, with one transfer between', async () => {
    const application = { country: 'CN', publication: '101234567', application: '200910000001', filed: '20090105' };
    const a = madeFamily({
      ...application,
      kind: 'A',
      published: '20090708',
      events: [{ code: 'TA01', gazette: '2010-03-03', free: 'PATENTEE AFTER: NEW CO., LTD.' }],
    });
    const b = madeFamily({ ...application, kind: 'B', published: '20120104' });
    const rows = async (...files: string[]) =>
      (await Promise.all(files.map(readBytes))).flatMap(({ records }) => records.flatMap((record) => record.rows));
    const [one, other] = [foldRights(await rows(a, b)), foldRights(await rows(b, a))];
    expect(one).toEqual(other);
    expect(one).toHaveLength(1);
    expect(one[0]).toMatchObject({ kind: 'invention', owner: 'NEW CO., LTD.', grant_date: '2012-01-04', filing_date: '2009-01-05' });
    expect(one[0]!.events.map((event) => event.status)).toEqual(['application_published', 'transferred', 'granted']);
  });
});

test('a record of the EPO data base: spelling on the reference, days of the exchange, a deletion', async () => {
  const document = (status: string, number: string) => `
    <exch:exchange-document country="CN" doc-number="${number}" kind="S" date-publ="20180105" family-id="7" date-of-last-exchange="20240301" status="${status}">
      <exch:bibliographic-data>
        <exch:publication-reference data-format="docdb"><document-id><country>CN</country><doc-number>${number}</doc-number><kind>S</kind><date>20180105</date></document-id></exch:publication-reference>
        <exch:application-reference data-format="docdb"><document-id><country>CN</country><doc-number>201730012345</doc-number><kind>S</kind><date>20170116</date></document-id></exch:application-reference>
        <exch:parties><exch:applicants>
          <exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>SHENZHEN A CO LTD</name></exch:applicant-name><exch:residence><country>CN</country></exch:residence></exch:applicant>
          <exch:applicant sequence="1" data-format="original"><exch:applicant-name><name>深圳甲有限公司</name></exch:applicant-name></exch:applicant>
        </exch:applicants></exch:parties>
        <exch:invention-title lang="en">Kettle</exch:invention-title><exch:invention-title lang="zh">水壶</exch:invention-title>
        <exch:classification-locarno><main-classification>07-02</main-classification></exch:classification-locarno>
      </exch:bibliographic-data>
    </exch:exchange-document>`;
  const { records, warnings } = await readBytes(
    `<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange">${document('C', '304000001')}${document('D', '304000002')}</exch:exchange-documents>`,
  );
  expect(warnings.map(({ en }) => en)).toEqual(['x: 1 documents are marked as deleted by the EPO; nothing was stored of them']);
  expect(records).toHaveLength(1);
  expect(records[0]!.rows[0]).toMatchObject({
    kind: 'design',
    number: '201730012345.3',
    name: '水壶',
    owner: 'SHENZHEN A CO LTD',
    grant_date: '2018-01-05',
    known_on: '2024-03-01',
  });
  expect(records[0]!.document).toMatchObject({
    known_on: '2024-03-01',
    classes: [{ scheme: 'locarno', code: '07-02' }],
    parties: [
      { role: 'applicant', name: 'SHENZHEN A CO LTD', country: 'CN' },
      { role: 'applicant', name: '深圳甲有限公司', country: null },
    ],
  });
});
