import { expect, test } from 'vitest';
import { plainText } from './markup.ts';

test.each([
  ['专利号：&nbsp;ZL&nbsp;2015', '专利号：\u00a0ZL\u00a02015'],
  ['鲸<span class="x">屿</span> 耳机', '鲸屿 耳机'],
  ['鲸&#23679; &#x8033;机', '鲸屿 耳机'],
  ['<p>甲</p><br/>乙', ' 甲  乙'],
  ['甲<!-- 注 -->乙', '甲乙'],
  ['a <y and z> b & c < d', 'a <y and z> b & c < d'],
  ['&amp;lt;b&gt; &unknown; &#0; &#xd800;', '&lt;b> &unknown; &#0; &#xd800;'],
  ['?a=1&reg=2', '?a=1&reg=2'],
  ['&#128512;x', '😀x'],
  ['', ''],
  ['\ud800<b>\udfff', '\ud800\udfff'],
])('%s is seen as %s', (raw, text) => {
  expect(plainText(raw).text).toBe(text);
});

test('spans point into the raw text, without the tags around', () => {
  const raw = '甲 <b>鲸</b><i>屿</i> &#23679;乙';
  const plain = plainText(raw);
  const raws = (start: number, end: number) => raw.slice(...plain.span(start, end));
  expect(plain.text).toBe('甲 鲸屿 屿乙');
  expect(raws(2, 4)).toBe('鲸</b><i>屿');
  expect(raws(5, 6)).toBe('&#23679;');
  expect(raw.slice(plain.at(6))).toBe('乙');
  expect(plain.at(plain.text.length)).toBe(raw.length);
});

test('a megabyte of broken markup stays quick', () => {
  const started = performance.now();
  for (const raw of ['<b '.repeat(350_000), '&#'.repeat(500_000), '<'.repeat(1_000_000), '<!--'.repeat(250_000)])
    expect(plainText(raw).text).toBe(raw);
  expect(performance.now() - started).toBeLessThan(5_000);
});
