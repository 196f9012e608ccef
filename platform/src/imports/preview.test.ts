import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Rejected } from '@zhijian/contract';
import { kindOf, previewFile, readItems } from './index.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'zhijian-preview-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

test('every template, example and file of the demo world is told by its headings', async () => {
  for (const folder of ['docs/templates', 'examples', 'demo/world'])
    for (const kind of ['rights', 'licences', 'offers'] as const)
      expect(await previewFile(join(ROOT, folder, `${kind}.csv`)), `${folder} ${kind}`).toMatchObject({ kind });
  expect((await previewFile(join(ROOT, 'examples/offers-with-errors.csv'))).kind).toBe('offers');
});

test('the first ten rows are shown under the fields that they are read as, and other columns under their own names', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},鲸屿 耳机,甲平台,红`).join('\n');
  const preview = await previewFile(file('offers.csv', `商品编号,商品标题,平台,颜色\n${rows}\n`));
  expect(preview.headings).toEqual([
    { heading: '商品编号', field: 'item_id' },
    { heading: '商品标题', field: 'title' },
    { heading: '平台', field: 'platform' },
    { heading: '颜色', field: null },
  ]);
  expect(preview.rows).toHaveLength(10);
  expect(preview.rows[9]).toEqual({ item_id: '9', title: '鲸屿 耳机', platform: '甲平台', 颜色: '红' });
});

test('of two headings for one field the one that is read is named, as in the import', async () => {
  const { headings, rows } = await previewFile(file('two.csv', '商品标题,title,商品编号\n甲,乙,1\n'));
  expect(headings).toEqual([
    { heading: '商品标题', field: null },
    { heading: 'title', field: 'title' },
    { heading: '商品编号', field: 'item_id' },
  ]);
  expect(rows).toEqual([{ 商品标题: '甲', title: '乙', item_id: '1' }]);
});

test('JSON lines speak by their names, and what fits no kind is shown as it stands', async () => {
  const lines = '{"patent_number":"201829999002.7","kind":"utility_model"}\n{"patent_number":"202139999005.8","kind":"design","owner":"甲"}\n';
  expect(await previewFile(file('rights.jsonl', lines))).toMatchObject({ kind: 'rights', rows: [{ number: '201829999002.7' }, { owner: '甲' }] });
  expect(await previewFile(file('odd.csv', 'a,b\n1,2\n'))).toEqual({
    kind: null,
    headings: [
      { heading: 'a', field: null },
      { heading: 'b', field: null },
    ],
    rows: [{ a: '1', b: '2' }],
    kinds: [],
    fields: [],
    aside: [],
  });
  expect(await previewFile(file('empty.csv', ''))).toEqual({ kind: null, kinds: [], headings: [], fields: [], rows: [], aside: [] });
  expect(kindOf(['权利种类', '权利号', '店铺名称'])).toBe('licences');
});

test('rows that the import would set aside are named with field and reason, and only those that are shown', async () => {
  const bad = file(
    'bad.csv',
    [
      '平台,商品编号,商品标题,价格,采集时间',
      '甲平台,Z1,面条,12,2026-11-24',
      '甲平台,Z2,保温杯,30,2026-13-45',
      '甲平台,Z3,毛巾,8,2026-11-24,多一列',
      '甲平台,,台灯,55,2026-11-24',
      ...Array.from({ length: 2000 }, (_, i) => `甲平台,Y${i},台灯,55,${i % 2 === 0 ? '2026-11-24' : '某日'}`),
      '',
    ].join('\n'),
  );
  const { rows, aside } = await previewFile(bad);
  expect(rows).toHaveLength(10);
  expect(aside.map(({ row, line, field, code, given }) => ({ row, line, field, code, given }))).toEqual(
    expect.arrayContaining([
      { row: 1, line: 3, field: 'captured_at', code: 'date', given: '2026-13-45' },
      { row: null, line: 4, field: null, code: 'column_count', given: expect.any(String) },
    ]),
  );
  // What is told is what the import sets aside of these rows.
  const told: Rejected[] = [];
  await readItems({ kind: 'offers', file_path: bad, file_name: 'bad.csv', covers: [] }, async (item) => {
    if (item.kind === 'rejected') told.push(item.rejected);
  });
  const lastShown = 12;
  expect(aside.map(({ line, code }) => `${line} ${code}`).sort()).toEqual(
    told
      .filter(({ line }) => line <= lastShown)
      .map(({ line, code }) => `${line} ${code}`)
      .sort(),
  );
  expect(aside.every(({ row, field }) => row === null || field === null || rows[row] !== undefined)).toBe(true);
});

test('a file that is read as another kind says what that kind would set aside, and one with nothing good in it is told too', async () => {
  const offers = file('as.csv', '商品编号,商品标题\n1,面条\n2,毛巾\n');
  expect((await previewFile(offers)).aside).toEqual([]);
  expect((await previewFile(offers, 'rights')).aside).toMatchObject([{ row: null, line: 1, code: 'heading' }]);
  const none = file('none.csv', `商品编号,商品标题,采集时间\n${Array.from({ length: 5000 }, (_, i) => `${i},面条,某日`).join('\n')}\n`);
  const { aside } = await previewFile(none);
  expect(aside.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(aside.every(({ field, code }) => field === 'captured_at' && code === 'date')).toBe(true);
});

test('of records on one line the cells say which is set aside', async () => {
  const json = JSON.stringify([
    { 商品编号: '1', 商品标题: '面条', 采集时间: '2026-11-24' },
    { 商品编号: '2', 商品标题: '毛巾', 采集时间: '某日' },
  ]);
  expect((await previewFile(file('one-line.json', json))).aside).toMatchObject([{ row: 1, field: 'captured_at', given: '某日' }]);
});
