import { readdirSync, readFileSync } from 'node:fs';
import type { Rejected, RightRecord } from '@zhijian/contract';
import { foldRights, statusOn } from '@zhijian/engine';
import { expect, test } from 'vitest';
import { bytesInput } from '../../readers/testing-input.ts';
import { readUsptoTrademarks } from './read.ts';

const SAMPLES = new URL('../samples/uspto-trademarks/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(`${name}.xml`, SAMPLES), 'utf8');

const read = async (content: string | Buffer) => {
  const records: RightRecord[] = [];
  const rejected: Rejected[] = [];
  const warnings: string[] = [];
  for await (const batch of readUsptoTrademarks(
    bytesInput(content, 'apc240925.xml'),
    (one) => rejected.push(one),
    ({ en }) => warnings.push(en),
  )) {
    records.push(...batch);
  }
  return { records, rejected, warnings };
};

const daily = (...records: string[]) =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE trademark-applications-daily [<!ELEMENT x (#PCDATA)>]>\n<trademark-applications-daily>' +
  '<version><version-no>2.0</version-no></version><creation-datetime>202409252348</creation-datetime><application-information><file-segments>' +
  `<file-segment>TRMK</file-segment><action-keys><action-key>TX</action-key>\n${records.join('')}</action-keys></file-segments>` +
  '</application-information></trademark-applications-daily>\n';

interface Golden {
  file: string;
  /** Goods: their list, or how many they are. */
  facts: Record<string, unknown>;
  status: Record<string, unknown>;
  numbers: string[];
  events: number;
  rows: string[];
}
const GOLDEN = JSON.parse(readFileSync(new URL('golden.json', SAMPLES), 'utf8')) as Golden[];

test.each(GOLDEN)('$file is stored as the file says it', async ({ file, facts, status, numbers, events, rows }) => {
  const { records, rejected, warnings } = await read(sample(file));
  expect({ rejected, warnings }).toEqual({ rejected: [], warnings: [] });
  expect(records).toHaveLength(1);
  const { rows: all, document } = records[0]!;
  const [first, ...others] = all;
  const { number, name, owner, classes, goods, filing_date, grant_date, expiry_date } = first!;
  const shown = typeof facts['goods'] === 'number' ? goods.length : goods;
  expect({ number, name, owner, classes, goods: shown, filing_date, grant_date, expiry_date }).toEqual(facts);
  expect({ status: first!.status, status_date: first!.status_date, known_on: first!.known_on }).toEqual(status);
  expect(document!.numbers.map((one) => `${one.type} ${one.number}`)).toEqual(numbers);
  expect(document!.events).toHaveLength(events);
  expect(others.map((row) => `${row.status} ${row.status_date} ${row.published_on}`)).toEqual(rows);
  for (const row of all) expect([row.kind, row.office, row.number]).toEqual(['trademark', 'US', number]);
});

test('what only the document has: parties, classes, goods as written, priority, description', async () => {
  const { document: perla } = (await read(sample('74800000-malformed-class-date'))).records[0]!;
  expect(perla!.parties).toEqual([
    { role: 'owner', name: 'GRUPPO LA PERLA S.P.A.', country: 'IT' },
    { role: 'applicant', name: 'DALMAS S.P.A.', country: 'IT' },
    { role: 'agent', name: 'RUPERT J. BRADY', country: null },
  ]);
  expect(perla!.priorities).toEqual([{ country: 'IT', number: '12707C/87', date: '1987-01-13' }]);
  expect(perla!.events.at(-1)).toEqual({
    code: 'party-type 11',
    text: 'GRUPPO LA PERLA S.R.L.',
    status: null,
    effective_on: null,
    published_on: null,
  });
  const { document: sargent, rows } = (await read(sample('71060608-repeated-codes'))).records[0]!;
  expect(sargent!.classes).toEqual([
    { scheme: 'nice', code: '006' },
    { scheme: 'nice', code: '020' },
    { scheme: 'us_trademark', code: '025' },
  ]);
  // GS025 means US class 25 here: locks are no clothing, and which of the two Nice classes is not said.
  expect(sargent!.goods).toEqual([
    { class: null, text: 'LOCKS, LATCHES, KEYS, PADLOCKS, [ STRIKE-PLATES, LOCK-ESCUTCHEONS, ] LOCK-CASES, AND LOCK-FRONTS' },
  ]);
  expect(rows[0]!.extra).toEqual({ PM0001: 'SERGEANT' });
  const { document: arena } = (await read(sample('72269147-ib'))).records[0]!;
  expect(arena!.goods[0]!.class).toBe(41);
  const { document: racino } = (await read(sample('98186103-revival-after'))).records[0]!;
  expect(racino!.abstract).toContain('stylized three-dimensional or "3D" font letter "R"');
});

test('an application that was abandoned and is revived: two daily files, in either order, give the same right', async () => {
  const before = (await read(daily(sample('98186103-revival-before')))).records.flatMap(({ rows }) => rows);
  const after = (await read(daily(sample('98186103-revival-after')))).records.flatMap(({ rows }) => rows);
  const [right] = foldRights([...before, ...after]);
  expect(foldRights([...after, ...before])).toEqual([right]);
  expect(foldRights([...after, ...before, ...after])).toEqual([right]);
  // Goods and class of the later snapshot: class 25 was given up.
  expect(right!.classes).toEqual([41, 42]);
  expect(right!.goods.some((goods) => goods.includes('Hats'))).toBe(false);
  expect(statusOn(right!, '2024-09-20', '2024-09-20').state).toBe('dead_application');
  expect(statusOn(right!, '2024-09-26', '2024-09-26').state).toBe('application');
  // As known before the revival, the later day was dead too.
  expect(statusOn(right!, '2024-09-26', '2024-09-20').state).toBe('dead_application');
  expect(statusOn(right!, '2024-08-20', '2024-09-14').state).toBe('dead_application');
  expect(statusOn(right!, '2024-01-01', '2024-01-01').state).toBe('application');
});

test('published, opposed, published again with a class less: in either order the same right', async () => {
  const before = (await read(sample('79366581-publication-before'))).records.flatMap(({ rows }) => rows);
  const after = (await read(sample('79366581-publication-after'))).records.flatMap(({ rows }) => rows);
  const [right] = foldRights([...before, ...after]);
  expect(foldRights([...after, ...before])).toEqual([right]);
  expect(right!.classes).toEqual([3, 18, 32, 35]);
  expect(right!.events.map(({ status, effective_on, known_on }) => `${status} ${effective_on} ${known_on}`)).toEqual([
    'filed 2022-12-27 null',
    'published 2024-02-20 null',
    'opposed 2024-06-24 2024-09-14',
    'opposed 2024-06-24 null',
    'published 2024-09-25 2024-09-25',
  ]);
  expect(statusOn(right!, '2024-03-01', '2024-09-25').state).toBe('application');
  expect(statusOn(right!, '2024-09-20', '2024-09-20').state).toBe('disputed');
  expect(statusOn(right!, '2024-09-26', '2024-09-26').state).toBe('application');
});

test('an old registration that is cancelled or expired is no living right, a renewed one is', async () => {
  const rightOf = async (name: string) => foldRights((await read(sample(name))).records.flatMap(({ rows }) => rows))[0]!;
  expect(statusOn(await rightOf('60146682-invalid-nationality'), '2026-01-01', '2026-01-01').state).toBe('ended');
  expect(statusOn(await rightOf('60172053-status-only'), '2026-01-01', '2026-01-01').state).toBe('ended');
  expect(statusOn(await rightOf('72269147-ib'), '2026-01-01', '2026-01-01').state).toBe('in_force');
  expect(statusOn(await rightOf('71060608-repeated-codes'), '2026-01-01', '2026-01-01').state).toBe('in_force');
});

test('all samples in one daily file, in two documents, and broken ones between them', async () => {
  const names = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => name.slice(0, -4));
  expect(names.sort()).toEqual(GOLDEN.map(({ file }) => file).sort());
  const all = names.map(sample);
  const broken = '<case-file><serial-number>1</serial-number></case-file><case-file><serial-number>98000001</case-file><case-file>';
  const { records, rejected } = await read(`${daily(...all)}${daily(...all.flatMap((one) => [one, broken]))}`);
  expect(records).toHaveLength(2 * all.length);
  expect(rejected.map(({ code }) => code)).toEqual(all.flatMap(() => ['right_number', 'xml', 'truncated']));
  expect(rejected[0]).toMatchObject({ file: 'apc240925.xml', field: 'serial-number', given: '1', record: all.length + 2 });
});

test('a record without days, one with days that are none, and a class that was cancelled', async () => {
  const bare = await read(daily('<case-file><serial-number>98000001</serial-number></case-file>'));
  expect(bare.records[0]!.rows[0]).toMatchObject({ known_on: '2024-09-25', status: null, grant_date: null });
  const odd = await read(
    '<case-file><serial-number>72000001</serial-number><registration-number>0700001</registration-number><case-file-header>' +
      '<filing-date>18790000</filing-date><registration-date>19600230</registration-date><status-code>700</status-code></case-file-header></case-file>',
  );
  expect(odd.records[0]!.rows[0]).toMatchObject({
    filing_date: null,
    grant_date: null,
    status: 'registered',
    extra: { 'filing-date': '18790000', 'registration-date': '19600230' },
  });
  expect(odd.warnings).toHaveLength(2);
  const unclear = await read(
    '<case-file><serial-number>72000001</serial-number><case-file-header><registration-date>19600202</registration-date>' +
      '<status-code>625</status-code></case-file-header></case-file>',
  );
  // "Status unclear": nothing is guessed from the day of registration.
  const [right] = foldRights(unclear.records.flatMap(({ rows }) => rows));
  expect(statusOn(right!, '2026-01-01', '2026-01-01').state).toBe('unknown');
  const classOf = (code: string, status: string) =>
    `<classification><international-code>${code}</international-code><status-code>${status}</status-code><primary-code>${code}</primary-code></classification>`;
  const partly = await read(
    '<case-file><serial-number>72000001</serial-number><case-file-statements><case-file-statement><type-code>GS0091</type-code><text>radios</text>' +
      '</case-file-statement><case-file-statement><type-code>GS0251</type-code><text>hats; *shoes*; [coats]</text></case-file-statement>' +
      `</case-file-statements><classifications>${classOf('009', 'B')}${classOf('025', '6')}</classifications></case-file>`,
  );
  expect(partly.records[0]!.rows[0]).toMatchObject({ classes: [25], goods: ['hats', 'shoes'] });
  expect(partly.records[0]!.document!.goods).toHaveLength(2);
});

test('no record: said', async () => {
  expect((await read(daily())).warnings).toEqual(['apc240925.xml: no case-file records']);
});

test('the limit of a record is a setting', async () => {
  const record = sample('60172053-status-only').replace(/^<\?xml[^>]*>\s*/, '');
  const long = sample('98763166-new-application').replace(/^<\?xml[^>]*>\s*/, '');
  process.env['ZHIJIAN_MAX_RECORD_BYTES'] = '5000';
  try {
    const { records, rejected } = await read(daily(record, long, record));
    expect(records).toHaveLength(2);
    expect(rejected.map(({ code, allowed }) => [code, allowed.en.includes('5000')])).toEqual([['too_long', true]]);
  } finally {
    delete process.env['ZHIJIAN_MAX_RECORD_BYTES'];
  }
});
