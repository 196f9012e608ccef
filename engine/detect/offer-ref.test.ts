import type { Offer, OfferRef } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { mergeOffers, offerRef } from './offer-ref.ts';

const four = { platform: '甲', item_id: '1', url: null, title: '耳机' };
const offer = (extra: Record<string, string>) => ({ ...four, extra }) as Offer;

test('an offer without extra facts is named by four fields', () => {
  expect(offerRef(offer({}))).toEqual(four);
  expect(Object.keys(mergeOffers([four, { ...four }])[0]!)).toEqual(['platform', 'item_id', 'url', 'title']);
});

test('extra facts stand in order of their headings, long ones begun, also under a heading named __proto__', () => {
  const facts = Object.fromEntries([
    ['颜色', '红'],
    ['__proto__', 'x'],
    ['page', `${'a'.repeat(199)}😀${'b'.repeat(10_000)}`],
  ]);
  const { extra } = offerRef(offer(facts));
  expect(Object.entries(extra!)).toEqual([
    ['__proto__', 'x'],
    ['page', `${'a'.repeat(199)}…`],
    ['颜色', '红'],
  ]);
  expect(JSON.stringify(extra)).toContain('"__proto__":"x"');
});

test('one offer captured twice stays one, with each value of a fact, whatever came first', () => {
  const refs: OfferRef[] = [
    { ...four, extra: { 批次: '2', 颜色: '红' } },
    { ...four, extra: { 批次: '10' } },
    { ...four, item_id: '0' },
    { ...four, extra: { 尺码: 'L', 批次: '2' } },
    four,
  ];
  const merged = mergeOffers(refs);
  expect(merged).toEqual([
    { ...four, item_id: '0' },
    { ...four, extra: { 尺码: 'L', 批次: '10\n2', 颜色: '红' } },
  ]);
  expect(JSON.stringify(mergeOffers([...refs].reverse()))).toBe(JSON.stringify(merged));
});
