import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenPromises, codeIn } from './documents.ts';
import { ROOT, sourceFiles } from './tree.ts';

const documents = sourceFiles().filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file));
const exists = (path: string) => !path.startsWith('..') && existsSync(`${ROOT}/${path}`);

test('every path and command that the documents name exists', () => {
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.flatMap((file) => brokenPromises(file, readFileSync(`${ROOT}/${file}`, 'utf8'), exists))).toEqual([]);
});

test('a promise of each kind that does not hold is seen', () => {
  const broken = (markdown: string) => brokenPromises('docs/x.md', markdown, exists);
  expect(broken('see `contract/nowhere.ts`')).toEqual(['docs/x.md:1: no such path: contract/nowhere.ts']);
  expect(broken('see `examples-that-are-not/a.csv`')).toHaveLength(1);
  expect(broken('run `./zhijian frobnicate`')).toEqual(['docs/x.md:1: no such command: ./zhijian frobnicate']);
  expect(broken('```sh\n./zhijian detect --right contract/index.ts \\\n  --out out\n```')).toEqual([
    'docs/x.md:3: no such option: ./zhijian detect --right',
  ]);
  expect(broken('```sh\n./zhijian detect --rights nowhere/rights.csv\n```')).toHaveLength(1);
  expect(broken('[link](nowhere.md)')).toHaveLength(1);
});

test('words that only look like paths are left alone', () => {
  const text =
    'The `contract/errors.ts` and/or `application/json`, `out/leads.jsonl`, `leads.jsonl`, `T1/T2`, `./zhijian test [FILE…|--changed]`, <https://x.org/a.md>.';
  expect(brokenPromises('docs/x.md', text, exists)).toEqual([]);
  expect(codeIn('a `b` c\n```\nd\\\ne\n```').map(({ text: code }) => code)).toEqual(['b', 'd e']);
});

test('every file that NOTICE names is there, and so is the licence that it points to', () => {
  const notice = readFileSync(`${ROOT}/NOTICE`, 'utf8');
  const paths = [...notice.matchAll(/^(?:engine|platform|bench|contract|docs|examples)\/\S+$/gm), ...notice.matchAll(/\blicences\/[\w.-]+\b/g)].map(
    ([path]) => path,
  );
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.filter((path) => !exists(path))).toEqual([]);
});
