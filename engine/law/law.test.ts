import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACT, type Act, type Role, ROLE } from '@zhijian/contract';
import { articleOf, extracted, WANTED } from './extract.ts';
import { lawFor as lawOrNull } from './index.ts';

const lawFor = (act: Act, day: string, role: Role) => {
  const law = lawOrNull(act, day, role);
  if (!law) throw new Error(`no text for ${act} on ${day}`);
  return law;
};

const cite = (act: Act, day: string, role: Role = 'maker') => {
  const { article, item, version } = lawFor(act, day, role);
  return [article, item, version];
};

test('trademark: the 2019 text to 2026-12-31, the 2026 revision from 2027-01-01', () => {
  expect(cite('T1', '2026-12-31')).toEqual(['第五十七条', '第（一）项', '2019']);
  expect(cite('T1', '2027-01-01')).toEqual(['第七十二条', '第（一）项', '2026']);
  expect(cite('T2', '2027-01-01', 'seller')).toEqual(['第七十二条', '第（三）项', '2026']);
  expect(cite('T7', '2026-12-31', 'seller')).toEqual(['第五十七条', '第（七）项', '2019']);
  expect(cite('T_false_registration', '2026-12-31')).toEqual(['第五十二条', null, '2019']);
  expect(cite('T_false_registration', '2027-01-01')).toEqual(['第六十二条', null, '2026']);
});

test('trademark: an older text that is not loaded is cited by number and has no words', () => {
  expect(cite('T1', '2019-10-31')).toEqual(['第五十七条', '第（一）项', '2013']);
  expect(lawFor('T1', '2014-04-30', 'seller')).toEqual({
    text: '中华人民共和国商标法',
    article: '第五十二条',
    item: null,
    version: '2001',
    words: null,
  });
  expect(lawFor('T1', '2019-10-31', 'maker').words).toBeNull();
});

test('counterfeit patents: 2010 rules to 2024-01-19, 2023 rules from 2024-01-20', () => {
  expect(cite('CP1b', '2024-01-19')).toEqual(['第八十四条', '第一款第（一）项', '2010']);
  expect(cite('CP1b', '2024-01-20')).toEqual(['第一百零一条', '第一款第（一）项', '2023']);
  expect(cite('CP1b', '2024-01-20', 'seller')).toEqual(['第一百零一条', '第一款第（二）项', '2023']);
  expect(cite('CP3a', '2024-01-20', 'seller')).toEqual(['第一百零一条', '第一款第（三）项', '2023']);
  expect(cite('CP4', '2026-01-01')).toEqual(['第一百零一条', '第一款第（四）项', '2023']);
  expect(cite('CP5', '2010-02-01')).toEqual(['第八十四条', '第一款第（五）项', '2010']);
  expect(cite('marking_irregular', '2024-01-20')).toEqual(['第九十九条', null, '2023']);
  expect(cite('marking_irregular', '2024-01-19')).toEqual(['第八十三条', null, '2010']);
  expect(cite('CP1c', '2010-01-31')).toEqual(['第八十四条', null, '2002']);
  expect(cite('CP1a', '2009-01-01')).toEqual(['第八十五条', null, '2002']);
});

test('a text that was not yet in force is never cited', () => {
  for (const day of ['1980-01-20', '1992-05-01', '1999-05-01', '2001-06-30']) expect(lawOrNull('CP1a', day, 'maker'), day).toBeNull();
  expect(cite('CP1a', '2001-07-01')).toEqual(['第八十五条', null, '2001']);
  expect(lawOrNull('AD12a', '1995-01-31', 'seller')).toBeNull();
});

test('advertising and unfair competition', () => {
  expect(cite('AD12a', '2026-11-24')).toEqual(['第十二条', '第一款', '2021']);
  expect(lawFor('AD12a', '2016-01-01', 'seller')).toMatchObject({
    version: '2015',
    words: '广告中涉及专利产品或者专利方法的，应当标明专利号和专利种类。',
  });
  expect(lawFor('AD12a', '2015-08-31', 'seller')).toMatchObject({ version: '1994', words: null });
  expect(cite('AUCL7', '2025-10-14')).toEqual(['第六条', null, '2019']);
  expect(cite('AUCL7', '2025-10-15')).toEqual(['第七条', null, '2025']);
});

test('the words are those of the item', () => {
  expect(lawFor('T2', '2027-01-01', 'maker').words).toMatch(/^（二）未经商标注册人的许可，.*容易导致混淆；$/);
  expect(lawFor('CP1a', '2020-01-01', 'seller').words).toBe('（二）销售第（一）项所述产品；');
  expect(lawFor('CP5', '2020-01-01', 'seller').words).toMatch(/^（五）其他使公众混淆/);
});

test('every act and role has a clause on every day', () => {
  for (const act of Object.keys(ACT) as Act[])
    for (const role of Object.keys(ROLE) as Role[])
      for (const day of ['2001-07-01', '2012-06-01', '2026-11-24', '2030-01-01']) expect(lawFor(act, day, role).article).toMatch(/^第.+条$/);
});

test('an article ends where the next begins', () => {
  expect(articleOf('**第一条**　甲\n\n(一)乙\n\n**第二条**　丙', '第一条')).toEqual(['甲', '（一）乙']);
  expect(() => articleOf('第一条 甲', '第二条')).toThrow('第二条');
});

const TEXTS = join(import.meta.dirname, '../../../shared/data/cn-ip-law');
// The collected texts are no part of the project and no machine can fetch them: absent, there is nothing to compare, and nothing is skipped.
if (existsSync(TEXTS))
  test('the stored words are those of the collected texts', () => {
    for (const wanted of WANTED)
      expect(readFileSync(join(import.meta.dirname, 'data', `${wanted.key}.json`), 'utf8'), wanted.key).toBe(extracted(TEXTS, wanted));
  });
