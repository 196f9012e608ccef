import { COMMAND, fill, OPTION } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { ROOT, sourceFiles } from './tree.ts';

interface Found {
  path: string;
  zh: unknown;
  en: unknown;
}

/** Every {zh, en} below a value, with the path to it. */
const labelsIn = (value: unknown, path: string): Found[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'zh' in value || 'en' in value ? [{ path, zh: 'zh' in value ? value.zh : undefined, en: 'en' in value ? value.en : undefined }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => labelsIn(inner, `${path}.${key}`))];
};

// Every file of contract, whether or not its door lists it yet.
const files = sourceFiles().filter((file) => /^contract\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'));
const exportsOf = async (file: string) => Object.entries((await import(/* @vite-ignore */ `${ROOT}/${file}`)) as object);
const labels: Found[] = [];
for (const file of files) for (const [name, value] of await exportsOf(file)) labels.push(...labelsIn(value, `${file}:${name}`));

const blank = ({ zh, en }: Found) => ![zh, en].every((text) => typeof text === 'string' && text.trim() !== '');
const gaps = (text: unknown) => [...new Set(String(text).match(/\{\w+\}/g) ?? [])].sort().join(' ');

test('every code and sentence has its Chinese and its English words', () => {
  expect(labels.length).toBeGreaterThan(150);
  expect(labels.filter(blank).map(({ path }) => path)).toEqual([]);
});

test('both languages of a sentence take the same facts', () => {
  expect(labels.filter(({ zh, en }) => gaps(zh) !== gaps(en)).map(({ path, zh, en }) => `${path}: ${gaps(zh)} | ${gaps(en)}`)).toEqual([]);
});

test('a missing language, an empty one and a missing fact are seen', () => {
  const [label] = labelsIn({ inner: { zh: '日期 {day}', en: '' } }, 'x');
  expect(label && blank(label)).toBe(true);
  expect(labelsIn({ a: { zh: '甲' } }, 'x').filter(blank)).toHaveLength(1);
  expect(gaps('{a} {b}')).not.toBe(gaps('{a}'));
  expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
});

test('every command has a table of options', () => {
  expect(Object.keys(OPTION)).toEqual(Object.keys(COMMAND));
});
