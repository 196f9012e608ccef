// Licences and what changes hands, in one file: lists of recorded licences, of transfers and of entries as offices print them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rejected } from '@zhijian/contract';
import { afterAll, expect, test } from 'vitest';
import { type LicenceRecord, readLicences } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-assignments-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const read = async (content: string) => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  const rejected: Rejected[] = [];
  const records: LicenceRecord[] = [];
  for await (const one of readLicences(
    [file],
    (reject) => rejected.push(reject),
    () => {},
  ))
    records.push(one);
  const rows = records.map(({ rows: [row] }) => row && [row.status, row.owner, row.status_date, row.published_on, row.extra['assignor'] ?? null]);
  const licences = records.map(({ licence }) => licence && [licence.licensee, licence.licence_type ?? null, licence.from, licence.to]);
  const entries = records.flatMap(({ licence }) =>
    licence?.entry === undefined ? [] : [[licence.entry, licence.licensee, licence.record_number ?? null, licence.entry_date ?? null]],
  );
  return { rows, licences, entries, codes: rejected.map(({ line, field, code }) => [line, field, code]) };
};

test('a list of entries: a transfer gives its new owner, a recorded licence both the licence and the entry', async () => {
  const { rows, licences, entries, codes } = await read(`专利类型,专利号,备案类型,让与人,受让人,许可种类,备案日期,公告日,起始日,终止日
实用新型,201829999002.7,TR01,杭州鲸屿科技有限公司,宁波澄海实业有限公司,,2022-03-01,2022-03-11,,
实用新型,201829999002.7,转让,宁波澄海实业有限公司,深圳澄屿贸易有限公司,,2023-05-06,,,
实用新型,201829999002.7,EE01 专利实施许可合同备案的生效,杭州鲸屿科技有限公司,深圳澄屿贸易有限公司,独占许可,2020-02-03,2020-02-21,2020-01-01,2024-12-31
实用新型,201829999002.7,EC01,杭州鲸屿科技有限公司,深圳澄屿贸易有限公司,独占许可,2022-06-30,,2020-01-01,2024-12-31
实用新型,201829999002.7,OL01,,,,,2023-01-06,,
实用新型,201829999002.7,OL02,,,,,2023-09-01,,
实用新型,201829999002.7,PE01,,,,2021-01-05,,,
实用新型,201829999002.7,PC01,,,,2021-12-05,,,
实用新型,201829999002.7,TR01,杭州鲸屿科技有限公司,,,2022-03-01,,,
实用新型,201829999002.7,XX99,甲,乙,,2022-03-01,,,
`);
  expect(rows).toEqual([
    ['transferred', '宁波澄海实业有限公司', '2022-03-01', '2022-03-11', '杭州鲸屿科技有限公司'],
    ['transferred', '深圳澄屿贸易有限公司', '2023-05-06', null, '宁波澄海实业有限公司'],
    ['licensed', null, '2020-02-03', '2020-02-21', null],
    ['license_ended', null, '2022-06-30', null, null],
    ['open_license', null, null, '2023-01-06', null],
    ['open_license_withdrawn', null, null, '2023-09-01', null],
    ['pledged', null, '2021-01-05', null, null],
    [null, null, null, null, null],
  ]);
  expect(licences).toEqual([
    null,
    null,
    ['深圳澄屿贸易有限公司', 'exclusive', '2020-01-01', '2024-12-31'],
    ['深圳澄屿贸易有限公司', 'exclusive', '2020-01-01', '2024-12-31'],
    null,
    null,
    null,
    null,
  ]);
  expect(entries).toEqual([['ended', '深圳澄屿贸易有限公司', null, '2022-06-30']]);
  expect(codes).toEqual([
    [10, 'assignee', 'required'],
    [11, 'entry', 'vocabulary'],
  ]);
});

test('让与人 and 受让人 are the parties of a licence where the row says what kind of licence it is, else those of a transfer', async () => {
  const { rows, licences } = await read(`权利种类,注册号,让与人,受让人,许可方式,转让日期
商标,99990001,甲公司,乙公司,,2024.5.6
商标,99990001,甲公司,丙公司,普通使用许可,
`);
  expect(rows).toEqual([['transferred', '乙公司', '2024-05-06', null, '甲公司'], undefined]);
  expect(licences).toEqual([null, ['丙公司', 'simple', null, null]]);
});

test('English headings, and a licence without a licensee as before', async () => {
  const { rows, licences, codes } = await read(`kind,number,assignor,assignee,licensee,license_type,effective_on,from
utility model,201829999002.7,Jing Co.,Cheng Co.,,,2021-02-03,
utility model,201829999002.7,,,Hai Co.,non-exclusive,,2021-01-01
utility model,201829999002.7,,,,sole,,2021-01-01
utility model,201829999002.7,,,Hai Co.,perpetual,,2021-01-01
`);
  expect(rows).toEqual([['transferred', 'Cheng Co.', '2021-02-03', null, 'Jing Co.'], undefined]);
  expect(licences).toEqual([null, ['Hai Co.', 'simple', '2021-01-01', null]]);
  expect(codes).toEqual([
    [4, 'licensee, licensee_code, shop, assignee, entry', 'required'],
    [5, 'licence_type', 'vocabulary'],
  ]);
});

test('an entry that changes or ends a licence is told by its words, names it by licensee or record number, and has a day', async () => {
  const { rows, entries, codes } = await read(`权利种类,注册号,备案类型,被许可人,备案号,备案日期,终止日
商标,99990001,许可备案注销,乙公司,,2024-05-06,
商标,99990001,注销,乙公司,,2024-05-06,
商标,99990001,提前终止,,许备字001,2024-05-06,
商标,99990001,变更,乙公司,,2024-05-06,2030-01-01
商标,99990001,许可备案注销,乙公司,,,2024-05-06
商标,99990001,许可备案注销,乙公司,,,
商标,99990001,注销,,,2024-05-06,
`);
  expect(entries).toEqual([
    ['ended', '乙公司', null, '2024-05-06'],
    ['ended', '乙公司', null, '2024-05-06'],
    ['ended', null, '许备字001', '2024-05-06'],
    ['changed', '乙公司', null, '2024-05-06'],
    ['ended', '乙公司', null, null],
  ]);
  expect(codes).toEqual([[7, 'entry_date', 'required']]);
  // Without a licensee it is the mark that was given up.
  expect(rows.at(-1)).toEqual(['surrendered', null, '2024-05-06', null, null]);
});

test.each([
  ['2024-05-01至2026-04-01', '2024-05-01', '2026-04-01'],
  ['2024年5月1日起3年', '2024-05-01', '2027-04-30'],
  ['自2024.5.1起至2026.4.1止', '2024-05-01', '2026-04-01'],
  ['2024-05-01起十八个月', '2024-05-01', '2025-10-31'],
  ['2024-05-01', null, null],
  ['自2024-05-01起18个月', '2024-05-01', '2025-10-31'],
  ['三年（2024年5月1日至2027年4月30日）', '2024-05-01', '2027-04-30'],
  ['2024-05-01至长期', '2024-05-01', null],
  ['长期有效', null, null],
])('the term %s in one cell, of a list that does not say that its rights are marks', async (term, from, to) => {
  const { licences, codes } = await read(`许可合同台账,,,,
商标注册号,许可期限,被许可人,许可类别,许可方式
1234567,${term},被许可己,第25类,普通许可
`);
  const unread = from === null && to === null && !term.startsWith('长期');
  expect(codes).toEqual(unread ? [[3, 'licence_term', 'date']] : []);
  expect(licences).toEqual(unread ? [] : [['被许可己', 'simple', from, to]]);
});

test('a length alone needs a first day beside it; days in cells of their own come first', async () => {
  const { licences, codes } = await read(`专利号,合同期限,被许可人,起始日,终止日
201829999002.7,三年,甲公司,2024-05-01,
201829999002.7,三年,乙公司,,
201829999002.7,2024-05-01至2026-04-01,丙公司,2024-06-01,2025-12-31
201829999002.7,2026-04-01至2024-05-01,丁公司,,
`);
  expect(licences).toEqual([
    ['甲公司', null, '2024-05-01', '2027-04-30'],
    ['丙公司', null, '2024-06-01', '2025-12-31'],
  ]);
  expect(codes).toEqual([
    [3, 'licence_term', 'date'],
    [5, 'licence_term', 'date'],
  ]);
});
