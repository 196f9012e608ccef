import type { Match } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const match = (item_id: string, zh: string, strength: Match['strength'], score: number) =>
  ({ item_id, reason: { zh, en: zh }, strength, score }) as Match;

test('the match that the lead speaks of stands first, the others by strength and score', () => {
  const matches = [match('a', '甲', 'medium', 0.99), match('b', '乙', 'strong', 0.5), match('c', '丙', 'strong', 0.7)];
  const lead = { matches, reason: { zh: '乙', en: '乙' }, score: 0.5 };
  expect(inOrder(lead).map(({ item_id }) => item_id)).toEqual(['b', 'c', 'a']);
});
