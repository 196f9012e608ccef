// Every sample against the table made by reading it, and every uncut file where the shared data lies beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RightRecord } from '@zhijian/contract';
import { foldRights } from '@zhijian/engine';
import { expect, test } from 'vitest';
import { type Golden, type GoldenFile, golden } from './golden.ts';
import { readBytes, SAMPLES } from './testing.ts';

const SHARED = join(import.meta.dirname, '../../../../../shared/data/patents-epo-ops/ops');
const files = golden();

const read = (path: string) => readBytes(readFileSync(path));

/** A record in the words of the table. */
const told = ({ rows, document }: RightRecord): Golden => {
  const [facts, ...statuses] = rows;
  const codes = (scheme: string) => document!.classes.filter((one) => one.scheme === scheme).map(({ code }) => code);
  return {
    office: facts!.office,
    kind: facts!.kind,
    number: facts!.number,
    publications: document!.numbers.filter(({ type }) => type === 'publication' || type === 'grant').map(({ number, date }) => `${number} ${date}`),
    titles: Object.fromEntries(document!.titles.map(({ language, text }) => [language, text])),
    name: facts!.name,
    owner: facts!.owner,
    applicants: document!.parties
      .filter(({ role }) => role === 'applicant')
      .map(({ name, country }) => (country === null ? name : `${name} (${country})`)),
    filing_date: facts!.filing_date,
    grant_date: facts!.grant_date,
    published_on: facts!.published_on,
    ipc: codes('ipc'),
    cpc: codes('cpc'),
    uspc: codes('uspc'),
    priorities: document!.priorities.map(({ country, number, date }) => `${country} ${number} ${date}`),
    family_id: document!.numbers.find(({ type }) => type === 'family')?.number ?? null,
    family: document!.family,
    abstract: document!.abstract,
    claims: document!.claims.map(({ depends_on }) => depends_on),
    events: document!.events.length,
    statuses: statuses.map(({ status, status_date, published_on, known_on }) => [status, status_date, published_on, known_on]),
  };
};

const agrees = async (path: string, table: GoldenFile, whole: boolean, conversion: boolean) => {
  const { records, rejected, warnings } = await read(path);
  expect(rejected).toEqual([]);
  expect(warnings).toHaveLength(table.records.length === 0 ? 1 : 0);
  expect(records).toHaveLength(table.records.length);
  for (const [i, record] of records.entries()) {
    const { whole: uncut, ...cut } = table.records[i]!;
    const expected = whole ? { ...cut, ...uncut } : cut;
    const { abstract, cpc, ...rest } = told(record);
    const { abstract: beginning, cpc: classes, ...others } = expected;
    expect(rest).toEqual(others);
    expect(abstract?.startsWith(beginning ?? '') ?? null).toBe(beginning === null ? null : true);
    // The copies of one record in other files have been classified again since.
    if (!conversion) expect(cpc).toEqual(classes);
  }
};

test('[D5.foreign-rights-data] [A1.grant-documents] each sample gives what a person read in it', async () => {
  expect(files.flatMap(({ sample, also_samples = [] }) => [...(sample === undefined ? [] : [sample]), ...also_samples]).sort()).toEqual(
    readdirSync(SAMPLES)
      .filter((name) => !/^(?:golden\.json|SOURCE\.md)$/.test(name))
      .sort(),
  );
  for (const table of files) {
    if (table.sample !== undefined) await agrees(join(SAMPLES, table.sample), table, false, false);
    for (const also of table.also_samples ?? []) await agrees(join(SAMPLES, also), table, false, true);
  }
});

// Material outside the project, which no machine can fetch: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(SHARED))
  test('every uncut file of the shared data gives what a person read in it', async () => {
    const listed = files.flatMap(({ file, also = [] }) => [file, ...also]).sort();
    const there = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:xml|json|txt)$/.test(name));
    expect(listed).toEqual(there.sort());
    for (const table of files) {
      await agrees(join(SHARED, table.file), table, true, false);
      for (const also of table.also ?? []) await agrees(join(SHARED, also), table, true, true);
    }
  });

test('two files of one right in either order fold to the same right', async () => {
  const of = async (name: string) => (await read(join(SAMPLES, name))).records.flatMap(({ rows }) => rows);
  const sorted = (rows: Awaited<ReturnType<typeof of>>) =>
    foldRights(rows).sort((a, b) => (`${a.office}${a.number}` < `${b.office}${b.number}` ? -1 : 1));
  for (const [one, other] of [
    ['full-cycle.xml', 'family.xml'],
    ['full-cycle.xml', 'legal-ep.xml'],
    ['legal-ep.json', 'legal-ep.xml'],
    ['biblio-ep.json', 'full-cycle.xml'],
    ['legal-us.json', 'legal-us.xml'],
  ] as const) {
    const [first, second] = [await of(one), await of(other)];
    expect(sorted([...second, ...first])).toEqual(sorted([...first, ...second]));
  }
  const right = foldRights([...(await of('full-cycle.xml')), ...(await of('legal-ep.xml'))]);
  expect(right).toHaveLength(1);
  expect(right[0]).toMatchObject({
    number: '99203729',
    office: 'EP',
    owner: 'BEHEERMIJ DE BOER NIJMEGEN BV',
    filing_date: '1999-11-08',
    grant_date: '2003-02-12',
  });
});
