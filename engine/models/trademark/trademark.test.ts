// The case table of B3 that a lawyer can read: engine/evaluation/cases/trademark/cases.csv, from rows of files to the row of the decision table.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { licenceOf, offerOf, rightOf } from '../../evaluation/case-records.ts';
import { readCases } from '../../evaluation/read-cases.ts';
import { buildRegister } from '../../index/register-index.ts';
import { attachLicences, foldRights } from '../../rights/index.ts';
import { fitTrademark, TRADEMARK_RELEASE_FILE } from './fit.ts';
import { trademark } from './index.ts';

const folder = fileURLToPath(new URL('../../evaluation/cases/trademark/', import.meta.url));
const rights = foldRights(readCases(`${folder}rights.csv`).map(rightOf));
attachLicences(rights, readCases(`${folder}licences.csv`).map(licenceOf));
const register = buildRegister(rights);
const cases = readCases(`${folder}cases.csv`);

test('the table is not empty and its names are unique', () => {
  expect(cases.length).toBeGreaterThan(80);
  expect(new Set(cases.map((one) => one.case)).size).toBe(cases.length);
});

test.each(cases.map((one) => [one.case!, one] as const))('%s', (_, one) => {
  const offer = offerOf(one);
  const judged_on = (one.captured_at || '2026-11-24') > '2026-11-24' ? one.captured_at! : '2026-11-24';
  const { findings } = trademark.detect(offer, { register, judged_on, stale_days: 180 });
  const finding = findings.find(({ right }) => right?.number === one.right);
  const match = finding?.matches[0];
  expect(
    {
      output: finding?.output ?? 'none',
      row: match?.row ?? '',
      strength: match?.strength ?? '',
      by: finding?.screened_by?.code ?? finding?.held_for?.code ?? '',
    },
    one.note,
  ).toEqual({
    output: one.output,
    row: one.row,
    strength: one.strength,
    by: one.by,
  });
  for (const feature of match?.features ?? []) if (feature.span) expect(feature.text).toBe((offer[feature.field!] ?? '').slice(...feature.span));
  if (one.right === '') expect(findings).toEqual([]);
});

test('the stored numbers are those that the case tables give (./zhijian fit --check)', () => {
  const { release, near } = fitTrademark();
  expect(JSON.parse(readFileSync(TRADEMARK_RELEASE_FILE, 'utf8'))).toEqual(release);
  expect(near.precision).toBeGreaterThanOrEqual(0.95);
});

test('® beside a sign that a complete register does not have is a weak lead; a partial register never says so (row 14)', () => {
  const complete = buildRegister(rights, [{ office: 'CN', kind: 'trademark', from_year: 1980, to_year: 2026 }]);
  const row = (title: string, loaded = complete, market = 'CN') =>
    trademark
      .detect(offerOf({ title, captured_at: '2026-11-24', market }), { register: loaded, judged_on: '2026-11-24', stale_days: 180 })
      .findings.find(({ right }) => right === null)?.matches[0];
  expect(row('雾岚渡® 纯棉毛巾')).toMatchObject({ row: '14', strength: 'weak', law: { article: '第五十二条' } });
  expect(row('雾岚渡® 纯棉毛巾')!.features[0]!.text).toBe('雾岚渡®');
  expect(row('HOME TOWELLA® 纯棉毛巾')!.features[0]!.text).toBe('HOME TOWELLA®');
  expect(row('鲸屿® 蓝牙耳机')).toBeUndefined();
  expect(row('云栖鹿® 女士毛衣')).toMatchObject({ row: '14' });
  expect(row('雾岚渡® 纯棉毛巾', register)).toBeUndefined();
  expect(row('雾岚渡® 纯棉毛巾', complete, 'US')).toBeUndefined();
});

test('a long name is found like a short one; one over sixty characters is counted as not searchable', () => {
  const long = '四川省青城山麓老作坊手工石磨辣椒酱铺子';
  const latin = 'THE GRAND NORTHERN RIVERSIDE LUGGAGE AND TRAVEL COMPANY';
  const loaded = buildRegister(
    foldRights(
      [long, latin, '长'.repeat(61)].map((name, i) =>
        rightOf({
          kind: '商标',
          number: `9999100${i}`,
          name,
          owner: '某公司',
          classes: '30;18',
          status: '注册',
          status_date: '2018-01-01',
          grant_date: '2018-01-01',
        }),
      ),
    ),
  );
  const numbers = (title: string) =>
    trademark
      .detect(offerOf({ title, captured_at: '2026-11-24' }), { register: loaded, judged_on: '2026-11-24', stale_days: 180 })
      .findings.map(({ right }) => right!.number);
  expect(numbers(`${long} 辣椒酱 200g`)).toEqual(['99991000']);
  expect(numbers(`${latin.toLowerCase()} handbag`)).toEqual(['99991001']);
  expect(loaded.data.stats.marks_not_searchable).toBe(1);
});
