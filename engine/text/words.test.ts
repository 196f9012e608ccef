import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openWordTable } from './word-table.ts';
import { isChineseWord, isEnglishWord, isFunctionCharacter, isOrdinaryChineseWord, segment, wordFrequency } from './words.ts';

const words = (text: string): string[] => segment(text).map((end, i, ends) => text.slice(i === 0 ? 0 : ends[i - 1], end));

test('ordinary English words, also inflected, are told from names', () => {
  for (const word of 'apple apples tide boss bosses color colour boxes baking stopped babies mall mail'.split(' '))
    expect([word, isEnglishWord(word)]).toEqual([word, true]);
  for (const word of 'nike nikes adidas reebok prada lego huawei xiaomi'.split(' ')) expect([word, isEnglishWord(word)]).toEqual([word, false]);
  for (const word of ['', 'a', 'Apple', 'apple ', 'appl\u00e9', '苹果', '\ud800', 'a'.repeat(100_000)]) expect(isEnglishWord(word)).toBe(false);
});

test('Chinese words are those of the dictionary, with their counts', () => {
  for (const word of ['苹果', '小米', '运动鞋', '的']) expect(isChineseWord(word)).toBe(true);
  for (const word of ['鲸屿', '奥利奥牌', '', ' ', '#', '\ud800', '苹果\n', '苹'.repeat(100_000)]) expect(isChineseWord(word)).toBe(false);
  expect(wordFrequency('的')).toBeGreaterThan(wordFrequency('苹果'));
  expect(wordFrequency('苹果')).toBeGreaterThan(100);
  expect(wordFrequency('C#')).toBe(3);
});

test('names that the dictionary lists are not ordinary words', () => {
  const faults = (words: string, ordinary: boolean) => words.split(' ').filter((word) => isOrdinaryChineseWord(word) !== ordinary);
  expect(faults('苹果 小米 长城 公示 公式 师傅 大师傅 辣椒酱 运动鞋 洗发水 实体店 上海 熊猫 光明 美的', true)).toEqual([]);
  expect(faults('华为 海尔 安踏 飘柔 康师傅 老干妈 五粮液 茅台 格力 可口可乐 王府井 鲸屿 师 的', false)).toEqual([]);
});

test('a name that is part of a longer word is not cut out of it', () => {
  expect(words('苹果醋小米辣椒酱')).toContain('苹果醋');
  expect(words('适用于苹果手机壳')).toContain('苹果');
});

test('words end where the next begins, whatever the text', () => {
  expect(segment('')).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('苹果', '\ud83d', '😀', '\udc00\ud800', '\u0000'), (text, middle) => {
      const whole = text + middle + text;
      const ends = segment(whole);
      expect(ends.at(-1)).toBe(whole.length);
      expect(ends.every((end, i) => end > (ends[i - 1] ?? 0))).toBe(true);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a word table finds its words and no others, with or without a count, also where hashes meet', () => {
  const listed = Array.from({ length: 5000 }, (_, i) => `w${(i * 7919) % 100_003}`);
  const table = openWordTable(new TextEncoder().encode(`# note\n\n${listed.join('\n')}\n# 5\n#x 3 n\n苹果 12 n\n苹果 13 n\n果 1`));
  const known = new Set(listed);
  const wrong = Array.from({ length: 100_003 }, (_, i) => `w${i}`).filter((word) => table.find(word) >= 0 !== known.has(word));
  expect(wrong).toEqual([]);
  expect(table.size).toBe(known.size + 3);
  for (const word of ['#x', '苹果', '果']) expect(table.find(word)).toBeGreaterThan(0);
  for (const word of ['苹', '苹果 ', '苹果 12', '#', '']) expect(table.find(word)).toBe(-1);
});

test('characters that only tie words together are known', () => {
  for (const c of '的和与一') expect(isFunctionCharacter(c.charCodeAt(0))).toBe(true);
  for (const c of '鲸屿a1') expect(isFunctionCharacter(c.charCodeAt(0))).toBe(false);
});
