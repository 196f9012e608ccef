// House rule 6: each model passes the kit. And the kit itself must be able to say no.
import type { Match } from '@zhijian/contract';
import { expect, test } from 'vitest';
import type { RegisterIndex } from '../index/register-index.ts';
import type { Model } from '../models/contract.ts';
import { patentMarking } from '../models/patent-marking/index.ts';
import { trademark } from '../models/trademark/index.ts';
import { foldRights } from '../rights/index.ts';
import { offerOf, rightOf } from './case-records.ts';
import { checkModel, type KitInput } from './model-kit.ts';

const day = '2026-11-24';
const marks: KitInput = {
  judged_on: day,
  rights: foldRights([
    rightOf({
      kind: '商标',
      number: '99990001',
      name: '鲸屿',
      owner: '宁波鲸屿数码科技有限公司',
      classes: '9',
      status: '注册',
      status_date: '2018-03-14',
      grant_date: '2018-03-14',
    }),
    rightOf({
      kind: '商标',
      number: '99990010',
      name: '青橹堂',
      owner: '安徽青橹堂药业有限公司',
      classes: '5',
      status: '异议中',
      status_date: '2024-01-15',
      grant_date: '2021-03-07',
    }),
  ]),
  examples: [
    { name: 'a copy', output: 'lead', offer: offerOf({ title: '鲸屿 蓝牙耳机', brand: '鲸屿', shop: '某店', captured_at: day }) },
    { name: 'full width', output: 'lead', offer: offerOf({ title: '新款 鲸·屿 蓝牙耳机 <b>', shop: '某店', captured_at: day }) },
    { name: 'the owner', output: 'screened', offer: offerOf({ title: '鲸屿 蓝牙耳机', seller: '宁波鲸屿数码科技有限公司', captured_at: day }) },
    { name: 'in dispute', output: 'held', offer: offerOf({ title: '青橹堂 维生素片', brand: '青橹堂', captured_at: day }) },
    { name: 'noodles', output: 'none', offer: offerOf({ title: '鲸屿 手工面条', captured_at: day }) },
  ],
};
const patents: KitInput = {
  judged_on: day,
  rights: foldRights([
    rightOf({
      kind: '实用新型',
      number: '201829999002.7',
      name: '一种折叠凳',
      owner: '佛山凳里家具有限公司',
      status: 'lapsed_unpaid_fee',
      status_date: '2025-03-01',
      published_on: '2025-10-15',
    }),
  ]),
  examples: [
    { name: 'lapsed on the page', output: 'lead', offer: offerOf({ title: '折叠凳', description: '专利号：201829999002.7', captured_at: day }) },
    {
      name: 'made before the lapse',
      output: 'screened',
      offer: offerOf({ title: '折叠凳', marking: '专利号：ZL 2018 2 9999002.7', made_on: '2024-12-01', captured_at: day }),
    },
    { name: 'publication number', output: 'held', offer: offerOf({ title: '折叠凳', description: '专利号 CN106844774A', captured_at: day }) },
    { name: 'no claim', output: 'none', offer: offerOf({ title: '折叠凳', captured_at: day }) },
  ],
};

test('the trademark model conforms [B5.explained-clues]', () => {
  expect(checkModel(trademark, marks)).toEqual([]);
});
test('the patent-marking model conforms [B5.explained-clues]', () => {
  expect(checkModel(patentMarking, patents)).toEqual([]);
});

const spoiled = (change: (match: Match) => void): Model<RegisterIndex> => ({
  ...trademark,
  detect(offer, context) {
    const detection = structuredClone(trademark.detect(offer, context));
    for (const finding of detection.findings) for (const match of finding.matches) change(match);
    return detection;
  },
});

test.each<[string, (match: Match) => void]>([
  [
    'a score above one',
    (match) => {
      match.score = 1.2;
    },
  ],
  [
    'a span beside its text',
    (match) => {
      for (const feature of match.features) if (feature.span) feature.span = [feature.span[0] + 1, feature.span[1] + 1];
    },
  ],
  [
    'a reason in one language only',
    (match) => {
      match.reason.en = '';
    },
  ],
  [
    'a gap in a reason',
    (match) => {
      match.reason.en = '{text} is a mark';
    },
  ],
  [
    'a lead without law',
    (match) => {
      match.law = null;
    },
  ],
  [
    'a word outside the vocabulary',
    (match) => {
      match.features[0]!.name = 'magic';
    },
  ],
])('the kit refuses a model with %s', (_, change) => {
  expect(checkModel(spoiled(change), marks).length).toBeGreaterThan(0);
});

test('the kit refuses a model that throws on hostile text', () => {
  const fragile: Model<RegisterIndex> = {
    ...trademark,
    detect: (offer, context) => trademark.detect({ ...offer, title: decodeURIComponent(encodeURIComponent(offer.title ?? '')) }, context),
  };
  expect(checkModel(fragile, marks).some((fault) => fault.includes('throws'))).toBe(true);
});
