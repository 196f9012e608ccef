import type { Feature } from '@zhijian/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, segmentsOf } from './segments.ts';

const feature = (name: string, start: number, end: number): Feature => ({
  name,
  value: null,
  weight: 0,
  field: 'title',
  span: [start, end],
  text: null,
});

test('a title is cut where the features point, the accusing mark wins over the goods', () => {
  const features = [feature('mark', 0, 2), feature('sign', 0, 2), feature('goods', 1, 5), { ...feature('sign', 0, 9), field: 'brand' as const }];
  expect(segmentsOf('鲸屿降噪耳机', 'title', features)).toEqual([
    { start: 0, text: '鲸', tone: 'sign', names: ['sign'] },
    { start: 1, text: '屿', tone: 'sign', names: ['sign', 'goods'] },
    { start: 2, text: '降噪耳', tone: 'goods', names: ['goods'] },
    { start: 5, text: '机', tone: null, names: [] },
  ]);
});

test('whatever the spans, the text comes out whole', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'binary' }), spans, (text, pairs) => {
      const features = pairs.map(([start, end]) => feature('sign', start, end));
      expect(
        segmentsOf(text, 'title', features)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('of a long text the marked pieces stay, with some words around them', () => {
  const text = `${'前'.repeat(200)}专利号${'后'.repeat(200)}`;
  const shown = excerptOf(segmentsOf(text, 'description', [{ ...feature('patent_word', 200, 203), field: 'description' }]), 120);
  expect(shown.map((segment) => segment.text)).toEqual([`…${'前'.repeat(30)}`, '专利号', `${'后'.repeat(30)}…`]);
  expect(excerptOf(segmentsOf('短', 'title', []), 120).map((segment) => segment.text)).toEqual(['短']);
});
