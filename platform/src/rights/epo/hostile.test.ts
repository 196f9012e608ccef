import { expect, test } from 'vitest';
import { golden } from './golden.ts';
import { madeFamily, readBytes, sample } from './testing.ts';
import { fractions, mutated } from '../../readers/testing-damage.ts';

const NEIGHBOUR = 'biblio-au.xml';
const SLOWEST_MS = 5_000;
const names = golden().flatMap(({ sample: own, also_samples = [] }) => (own === undefined ? [] : [own, ...also_samples]));

const PIECES = ['<', '>', '&', '"', '&nope;', '<!--', ']]>', '<![CDATA[', '</doc-number>', '<family-member', '\0', '\xff\xfe', '99999999', '20051399']
  .concat(['-1', '=1+1', '{', '}', '[', ',', 'null', '\\ud800', '<?x', '<!DOCTYPE a [', '  ', ',,,,', '1. ', 'claim 1, '])
  .map((text) => Buffer.from(text, 'latin1'));

const isXml = (name: string) => sample(name).toString('utf8').startsWith('<');

test.for(names)('200 mutations of %s cost no neighbour and hang nowhere', { timeout: 300_000 }, async (name) => {
  const next = fractions(names.indexOf(name) + 1);
  const original = sample(name);
  const neighbour = isXml(name) ? Buffer.concat([Buffer.from('\n'), sample(NEIGHBOUR)]) : Buffer.alloc(0);
  const expected = (await readBytes(sample(NEIGHBOUR))).records[0]!;
  const heads = original.subarray(0, 40).toString('latin1');
  let slowest = 0;
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.concat([mutated(original, PIECES, next), neighbour]);
    const started = performance.now();
    const { records, rejected, warnings } = await readBytes(bytes);
    slowest = Math.max(slowest, performance.now() - started);
    // What does not begin as XML any more is told to be nothing, as a whole.
    if (isXml(name) && bytes.toString('latin1', 0, 40).trimStart().startsWith('<'))
      expect(records.at(-1), `round ${round} ${heads}`).toEqual(expected);
    expect(records.length + rejected.length + warnings.length).toBeGreaterThan(0);
    for (const one of rejected) expect(one).toMatchObject({ file: 'x', line: expect.any(Number), allowed: { zh: expect.any(String) } });
    for (const { rows } of records) for (const row of rows) expect(row.number).toMatch(/^[A-Z0-9/.-]+$/);
  }
  expect(slowest).toBeLessThan(SLOWEST_MS);
});

test('a record that cannot be read costs itself, with its place and field', async () => {
  const member = { country: 'CN', kind: 'B', published: '20120104', filed: '20100510' };
  const { records, rejected } = await readBytes(
    madeFamily(
      { ...member, publication: '101000001', application: '201010100001' },
      { ...member, publication: '101000002', application: '201010100002', filed: '20101399' },
      { ...member, publication: '101000003', application: '=1+1' },
      { ...member, publication: '101000004', application: '201020100004' },
      { ...member, publication: '101000005', application: '201010100005', events: [{ code: 'CF01', gazette: '2015-13-01' }] },
      { ...member, publication: '101000006', application: '201010100006', events: [{ code: 'OR01', gazette: '2015-13-01' }] },
    ),
  );
  expect(records.map(({ rows }) => rows[0]!.number)).toEqual(['201010100001.5', '201010100006.8']);
  expect(rejected.map(({ record, field, code, given }) => ({ record, field, code, given }))).toEqual([
    { record: 2, field: 'filing_date', code: 'date', given: '20101399' },
    { record: 3, field: 'number', code: 'right_number', given: 'CN=1+1' },
    { record: 4, field: 'kind', code: 'vocabulary', given: '101000004B' },
    { record: 5, field: 'published_on', code: 'date', given: '2015-13-01' },
  ]);
  expect(records[1]!.document!.events).toMatchObject([{ code: 'OR01', status: null, published_on: null }]);
});

test('a bad document in JSON costs itself', async () => {
  const file = JSON.parse(sample('biblio-ep.json').toString('utf8')) as { documents: Record<string, unknown>[] };
  const [one] = file.documents;
  const documents = [
    { ...one, country: '<b>' },
    one,
    { ...one, application_reference_epodoc: { id_type: 'epodoc', number: 'EP1', date: '1999-99-99' } },
    null,
  ];
  const { records, rejected } = await readBytes(JSON.stringify({ documents }));
  expect(records).toHaveLength(1);
  expect(rejected.map(({ record, field }) => [record, field])).toEqual([
    [1, 'country'],
    [3, 'filing_date'],
    [4, 'country'],
  ]);
});

test.each([
  ['', 1],
  ['{', 0],
  ['{"documents":1}', 1],
  ['[[[['.repeat(100_000), 1],
  [`{"a":${'['.repeat(1_000_000)}`, 0],
  ['<a/>', 1],
  ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 1],
  ['plain words', 1],
  ['\ufeff{"results":[],"query":"x"}', 1],
] as const)('%.30s is told to be nothing or no JSON', async (text, warned) => {
  const { records, rejected, warnings } = await readBytes(text);
  expect(records).toEqual([]);
  expect(warnings).toHaveLength(warned);
  expect(rejected).toHaveLength(1 - warned);
});

test('long texts made to be slow are read in time', async () => {
  const started = performance.now();
  const commas = `${','.repeat(400_000)}x`;
  const biblio = {
    documents: [{ country: 'EP', doc_number: '1', kind: 'A1', applicants_epodoc: [commas, `${' '.repeat(400_000)}x`], intl_class: [commas] }],
  };
  const text = [
    `1. a${'\n'.repeat(400_000)}b`,
    `2. claim 1${','.repeat(400_000)}`,
    `3. ${'claim 1, '.repeat(100_000)}`,
    'claims 1-9999 '.repeat(20_000),
  ].join('\n');
  const events = {
    publication_reference: {},
    events: [{ document_number: 'CN201010100001A', country_code: 'CN', event_code: 'CN.CF01', free_text: `TERMINATION DATE${' '.repeat(400_000)}x` }],
  };
  for (const file of [biblio, { document_id: { country: 'EP', doc_number: '1', kind: 'A1' }, claims: [], claim_text: text }, events]) {
    const { records, rejected } = await readBytes(JSON.stringify(file));
    expect(records.length + rejected.length).toBe(1);
  }
  expect(performance.now() - started).toBeLessThan(SLOWEST_MS);
});

test('claims without end list no more references than they have claims before them', async () => {
  const text = Array.from({ length: 9000 }, (_, i) => `${i + 1}. The thing of any of the preceding claims.`).join('\n');
  const { records } = await readBytes(JSON.stringify({ document_id: { country: 'EP', doc_number: '1', kind: 'A1' }, claims: [], claim_text: text }));
  expect(records[0]!.document!.claims).toHaveLength(2000);
});
