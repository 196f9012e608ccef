import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { kindOf, previewFile } from './index.ts';

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
  });
  expect(await previewFile(file('empty.csv', ''))).toEqual({ kind: null, kinds: [], headings: [], fields: [], rows: [] });
  expect(kindOf(['权利种类', '权利号', '店铺名称'])).toBe('licences');
});
