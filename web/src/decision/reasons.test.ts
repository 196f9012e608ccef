import type { Feature, Match } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { reasonsOf } from './reasons.ts';

const feature = (name: string, value: Feature['value'], weight = 0, more: Partial<Feature> = {}): Feature => ({
  name,
  value,
  weight,
  field: null,
  span: null,
  text: null,
  ...more,
});
const match = (...features: Feature[]) => ({ scope: 'page', features }) as Match;
const brand = { field: 'brand', span: [0, 3], text: '穗禾帅' } as const;

test('what makes up the score comes first, with its part; what is not there says nothing', () => {
  const reasons = reasonsOf(
    match(
      feature('goods', 1, 0.25, { text: '面条' }),
      feature('mark', 1, 0.75, { ...brand, span: [0, 3] }),
      feature('origin_claim', 0, 0.1),
      feature('sign', 'look_alike', 0, { ...brand, span: [0, 3] }),
      feature('shape', 0.95),
      feature('sound', 0.833),
      feature('goods_relation', 'same'),
      feature('place', 1, 0, { ...brand, span: [0, 3] }),
    ),
    '穗禾师',
  );
  expect(reasons.map(({ text, share }) => [text.zh, share])).toEqual([
    ['品牌中的“穗禾帅”与商标“穗禾师”：以形近字符替换，字形相近 95%，读音相近 83%', 0.75],
    ['商品“面条”与核定商品：同一种商品', 0.25],
    ['写在品牌栏，用来表示来源', null],
  ]);
});

test('a patent lead has sentences for the register, the status and the day; an unknown code is left out', () => {
  const reasons = reasonsOf(
    match(
      feature('clause', 'CP3a', 0.56),
      feature('sales', null),
      feature('register', 'grant'),
      feature('status', 'lapsed_unpaid_fee'),
      feature('check_character', 'no-such-code'),
      feature('day_of_act', '2026-11-24'),
    ),
    '',
  );
  expect(reasons.map(({ name }) => name)).toEqual(['clause', 'status', 'register', 'day_of_act']);
  expect(reasons[0]?.share).toBe(1);
});

test('no more than five', () => {
  const names = ['status', 'register', 'check_character', 'day_of_act', 'kind_claim', 'actor', 'clause'];
  const values = ['ended', 'grant', 'ok', '2026-11-24', 'design', 'seller', 'CP1a'];
  expect(reasonsOf(match(...names.map((name, at) => feature(name, values[at] ?? null))), '')).toHaveLength(5);
});
