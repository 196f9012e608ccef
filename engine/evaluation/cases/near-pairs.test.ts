import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCases } from '../read-cases.ts';

const path = (file: string): string => new URL(file, import.meta.url).pathname;
const pairs = readCases(path('near-pairs.csv'));
const share = (chosen: typeof pairs): number => chosen.length / pairs.length;
const near = pairs.filter((pair) => pair.near === '1');
const chinese = pairs.filter((pair) => /\p{Script=Han}/u.test(pair.mark ?? ''));

/** R1-R9 of domain 3.2; form, look, sound: its list of what to normalise and compare; word: no part of an ordinary word; court: decided. */
const RULES = ['R1', 'R2', 'R3', 'R4', 'R6', 'R7', 'R8', 'R9', 'form', 'look', 'sound', 'word', 'court'];

test('every pair has its number, two different names, a label, a relation and a rule', () => {
  const faults = pairs.filter(
    ({ id, mark, sign, near: label, relation, rule }, i) =>
      id !== `NP${String(i + 1).padStart(3, '0')}` ||
      !mark ||
      mark.trim() !== mark ||
      !sign ||
      sign.trim() !== sign ||
      mark === sign ||
      !/^[01]$/.test(label ?? '') ||
      !/^[a-z_]+$/.test(relation ?? '') ||
      !RULES.includes(rule ?? ''),
  );
  expect(faults).toEqual([]);
});

test('no pair stands twice, in either direction', () => {
  const keys = pairs.map(({ mark, sign }) => [mark, sign].sort().join('|'));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('near and not near, Chinese and Latin are in balance, also within each script', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(260);
  expect(share(near)).toBeGreaterThan(0.45);
  expect(share(near)).toBeLessThan(0.55);
  expect(share(chinese)).toBeGreaterThan(0.45);
  expect(share(chinese)).toBeLessThan(0.6);
  for (const script of [chinese, pairs.filter((pair) => !chinese.includes(pair))]) {
    expect(script.filter((pair) => near.includes(pair)).length / script.length).toBeGreaterThan(0.45);
    expect(script.filter((pair) => near.includes(pair)).length / script.length).toBeLessThan(0.55);
  }
});

test('each rule has a pair, and one relation never carries both labels', () => {
  const used = new Set(pairs.map((pair) => pair.rule));
  expect(RULES.filter((rule) => !used.has(rule))).toEqual([]);
  const positive = new Set(near.map((pair) => pair.relation));
  expect(pairs.filter((pair) => pair.near === '0' && positive.has(pair.relation))).toEqual([]);
});

test('the table of reported pairs states for each what is known of its outcome', () => {
  const rows = readCases(path('tm-pairs.csv'));
  const outcomes = [
    'SIMILAR',
    'NOT_SIMILAR',
    'UNKNOWN',
    'DISPUTED',
    'INFRINGING_IDENTICAL',
    'NOT_INFRINGING',
    'MARKET_LOOKALIKE',
    'MARKET_CLAIM_DOUBTFUL',
  ];
  expect(rows.filter((row) => !outcomes.includes(row.outcome ?? '') || !row.genuine || !row.lookalike).map((row) => row.id)).toEqual([]);
  expect(readFileSync(path('tm-pairs.csv'), 'utf8').split('\n')[0]).toMatch(/^id,genuine,lookalike,/);
});
