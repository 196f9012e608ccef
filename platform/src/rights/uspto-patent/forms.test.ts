import { expect, test } from 'vitest';
import { child } from '../../readers/index.ts';
import { claimsOf, treeOfLevels, treeOfNested } from './claims.ts';
import { ipcCode, locarnoCode, uspcCode } from './classes.ts';
import { describedFigures } from './figures.ts';
import { greenSections } from './green-lines.ts';
import { checkDigit } from './numbers.ts';
import { readBytes, sample } from './testing.ts';

const rowOf = async (text: string) => {
  const { records, rejected } = await readBytes(text);
  return { facts: records[0]?.rows[0], events: records[0]?.rows.slice(1) ?? [], document: records[0]?.document, rejected };
};

/** A Red Book grant of these parts, as 4.5 writes it. */
const grant = ({
  number = '09876543',
  kind = 'B2',
  type = 'utility',
  application = '13349377',
  date = '20150106',
  more = '',
  claims = '',
}) => `<?xml version="1.0"?>
<us-patent-grant lang="EN" date-produced="20141219" date-publ="20150106"><us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>${number}</doc-number><kind>${kind}</kind><date>${date}</date></document-id></publication-reference>
<application-reference appl-type="${type}"><document-id><country>US</country><doc-number>${application}</doc-number><date>20120112</date></document-id></application-reference>
${more}</us-bibliographic-data-grant><claims>${claims}</claims></us-patent-grant>`;

test('kinds of patents: number, kind of right, event', async () => {
  for (const [given, kind, number, status] of [
    [{ number: 'D0712345', kind: 'S1', type: 'design', application: '29116510' }, 'design', 'USD712345S1', 'granted'],
    [{ number: 'PP024567', kind: 'P2', type: 'plant' }, 'invention', 'USPP24567P2', 'granted'],
    [{ number: 'RE038000', kind: 'E1', type: 'reissue' }, 'invention', 'USRE38000E1', 'granted'],
    // Registered, published and never a right to exclude anyone.
    [{ number: 'H0002345', kind: 'H1', type: 'SIR' }, 'invention', 'USH2345H1', 'application_published'],
    [{ number: '10000000' }, 'invention', 'US10000000B2', 'granted'],
  ] as const) {
    const { facts, events, document, rejected } = await rowOf(grant(given));
    expect(rejected).toEqual([]);
    expect(facts!.kind).toBe(kind);
    expect(facts!.extra['appl-type']).toBe(('type' in given ? given.type : 'utility').toLowerCase());
    expect(document!.numbers.map((one) => one.number)).toContain(number);
    expect(events.map((event) => event.status)).toEqual([status]);
    expect(facts!.grant_date).toBe(status === 'granted' ? '2015-01-06' : null);
  }
});

test('what decides law and cannot be read sets the record aside, with field and place', async () => {
  for (const [given, field, code] of [
    [{ application: '1334937X' }, 'number', 'right_number'],
    [{ application: '' }, 'number', 'required'],
    [{ number: 'Z123' }, 'number', 'right_number'],
    [{ kind: 'B22' }, 'number', 'right_number'],
    [{ date: '20151306' }, 'grant_date', 'date'],
    [{ date: '' }, 'grant_date', 'required'],
  ] as const) {
    const { records, rejected } = await readBytes(`${grant({})}\n${grant(given)}`);
    expect(records).toHaveLength(1);
    expect(rejected).toMatchObject([{ field, code, line: 7, record: 2, byte: expect.any(Number) }]);
  }
});

test('parties and classes of a design; hostile text stays text', async () => {
  const more = `<classification-locarno><edition>10</edition><main-classification>0202</main-classification></classification-locarno>
<classification-national><country>US</country><main-classification>D 2840</main-classification></classification-national>
<invention-title>&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK("x") &#x202e; \u{1f600}</invention-title>
<us-parties><us-applicants><us-applicant sequence="001" app-type="applicant" designation="us-only"><addressbook><orgname>Applicant &amp; Co</orgname><address><country>KR</country></address></addressbook></us-applicant></us-applicants>
<inventors><inventor><addressbook><last-name>Li</last-name><first-name>Wei</first-name><address><country>CN</country></address></addressbook></inventor></inventors></us-parties>`;
  const { facts, document } = await rowOf(grant({ type: 'design', application: '29116510', number: 'D0712345', kind: 'S1', more }));
  expect(facts).toMatchObject({ name: '<script>alert(1)</script> =HYPERLINK("x") \u202e \u{1f600}', owner: 'Applicant & Co' });
  expect(document!.classes).toEqual([
    { scheme: 'locarno', code: '02-02' },
    { scheme: 'uspc', code: 'D2/840' },
  ]);
  expect(document!.parties).toEqual([
    { role: 'applicant', name: 'Applicant & Co', country: 'KR' },
    { role: 'inventor', name: 'Wei Li', country: 'CN' },
  ]);
});

test('a number of claims that differs from the stated one is told', async () => {
  const claims = '<claim num="00001"><claim-text>1. A thing.</claim-text></claim>';
  const { records, warnings } = await readBytes(grant({ more: '<number-of-claims>3</number-of-claims>', claims }));
  expect(records[0]!.document!.claims).toEqual([{ number: 1, depends_on: [], text: 'A thing.', parts: [] }]);
  expect(warnings.map(({ en }) => en)).toEqual(['x.xml line 2: 13349377 states 3 claims, 1 were read']);
});

test('a Green Book design, and numbers whose check digit does not fit', async () => {
  const design =
    'PATN\nWKU  D02425831\nSRC  D\nAPN  0123456\nAPT  4\nAPD  19950102\nTTL  Chair\nISD  19961130\nNCL  1\nASSG\nNAM  Seat; Ann\nSTA  TX\nCLAS\nOCL  D 6334\nICL  0601\nDCLM\nPAL  The ornamental design for a chair, as shown.\n';
  const read = await rowOf(design.replace('0123456', `012345${checkDigit('012345')}`));
  expect(read.rejected).toEqual([]);
  expect(read.facts).toMatchObject({ kind: 'design', number: '29012345', owner: 'Ann Seat', filing_date: '1995-01-02' });
  expect(read.document!.numbers.map(({ number }) => number)).toContain('USD242583S');
  expect(read.document!.classes.map(({ code }) => code)).toEqual(['06-01', 'D6/334']);
  expect(read.document!.claims[0]!.text).toBe('The ornamental design for a chair, as shown.');
  const green = sample('greenbook/US03937375.greenbook').toString();
  for (const [from, to, expected] of [
    ['APN  5184541', 'APN  5184641', '9'],
    ['WKU  039373754', 'WKU  039373755', '4'],
  ] as const) {
    const { rejected } = await rowOf(green.replace(from, to));
    expect(rejected).toMatchObject([{ field: 'number', code: 'right_number', line: 1 }]);
    expect(rejected[0]!.allowed.en).toContain(expected);
  }
});

test('the check digit fits the numbers of real records', () => {
  for (const [digits, check] of [
    ['03937375', '4'],
    ['04347903', '0'],
    ['518454', '1'],
    ['192529', '6'],
  ] as const)
    expect(checkDigit(digits)).toBe(check);
});

test('classes out of columns', () => {
  const cases: [(text: string) => string | null, string, string | null][] = [
    [ipcCode, 'G06F015/16', 'G06F15/16'],
    [ipcCode, 'G06F 1516', 'G06F15/16'],
    [ipcCode, 'B32B  302', 'B32B3/02'],
    [ipcCode, 'C07C11900', 'C07C119/00'],
    [ipcCode, ' something  else', 'something else'],
    [uspcCode, '709230', '709/230'],
    [uspcCode, '379 8802', '379/88.02'],
    [uspcCode, '705 26', '705/26'],
    [uspcCode, ' 29402 07', '29/402.07'],
    [uspcCode, ' 2940207', '29/402.07'],
    [uspcCode, 'D14480', 'D14/480'],
    [uspcCode, '188 795GE', '188/79.5GE'],
    [uspcCode, '224 42R', '224/42R'],
    [uspcCode, '600300000', '600/300'],
    [uspcCode, '435006100', '435/6.1'],
    [locarnoCode, '1402', '14-02'],
    [locarnoCode, 'D1402', '14-02'],
    [locarnoCode, '14', null],
  ];
  for (const [code, given, expected] of cases) expect(code(given), given).toBe(expected);
});

test('claims: levels, order of words around inner parts, references', () => {
  const level = (text: string, at: number) => ({ level: at, text });
  expect(treeOfLevels([level('A', 0), level('a', 1), level('i', 2), level('b', 1), level('wherein', 0)])).toEqual({
    text: 'A',
    parts: [
      { text: 'a', parts: [{ text: 'i', parts: [] }] },
      { text: 'b', parts: [] },
      { text: 'wherein', parts: [] },
    ],
  });
  const inner = { name: 'claim-text', attributes: {}, children: ['inner'] };
  const claim = { name: 'claim', attributes: {}, children: [{ name: 'claim-text', attributes: {}, children: ['1. A ', inner, ' tail'] }] };
  expect(child(claim, 'claim-text')).toBeDefined();
  expect(treeOfNested(claim, 'claim-text')).toEqual({
    text: '1. A',
    parts: [
      { text: 'inner', parts: [] },
      { text: 'tail', parts: [] },
    ],
  });
  const texts = [
    'A',
    'B',
    'as in claim 1 or 2',
    'any of claims 1 to 3',
    'of any preceding claim',
    'claim 1, 2 mm thick',
    'claims 1, 3 and 5-7',
    'claim 99',
  ];
  const claims = claimsOf(texts.map((text, i) => ({ number: i + 1, marked: i === 1 ? [1, 2, 77] : [], text: `${i + 1}. ${text}`, parts: [] })));
  expect(claims.map(({ text }) => text)).toEqual(texts);
  expect(claims.map(({ depends_on }) => depends_on)).toEqual([[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1], [1, 3, 5, 6], []]);
});

test('figures: one description each, references to others inside are left alone', () => {
  const words = (...paragraphs: string[]) => describedFigures(paragraphs).map(({ description }) => description);
  expect(
    words('FIG. 1 is a view; FIG. 2 is the back of FIG. 1; and, FIGS. 3a and 3b are sides.', 'See FIG. 4.', 'FIG. 5 is a part of FIG. 4;'),
  ).toEqual(['FIG. 1 is a view', 'FIG. 2 is the back of FIG. 1', 'FIGS. 3a and 3b are sides.', 'FIG. 5 is a part of FIG. 4']);
});

test('Green Book lines: columns, lines that go on, lines of no form', () => {
  const sections = greenSections('PATN\r\nWKU  039373754\r\nOCL   2940207\r\nTTL  A long\r\n      title\r\nstray\r\nABST\r\nPAL  x\r\n');
  expect(sections.map(({ name }) => name)).toEqual(['PATN', 'ABST']);
  expect(sections[0]!.fields).toEqual([
    { code: 'WKU', value: '039373754' },
    { code: 'OCL', value: ' 2940207' },
    { code: 'TTL', value: 'A long title stray' },
  ]);
});

test('claims by the thousand, each of any preceding one, take no time', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `<claim num="${(i % 9999) + 1}"><claim-text>any preceding claim</claim-text></claim>`).join(
    '',
  );
  const started = performance.now();
  const { records } = await readBytes(grant({ claims: many }));
  expect(records[0]!.document!.claims).toHaveLength(20_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
