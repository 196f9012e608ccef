import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ORDER } from '../platform/src/order.ts';
import { wrongWith } from './direction.ts';
import { codeFiles, cyclesOf, importsOf, isTest, reachable } from './imports.ts';
import { impurities } from './purity.ts';
import { ROOT, sourceFiles } from './tree.ts';

const code = codeFiles();
const imports = importsOf(code);
const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8');

test('imports go down the order and through the door only', () => {
  expect(code.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.map(wrongWith).filter((wrong) => wrong !== null)).toEqual([]);
});

test('every import of our own leads to a file', () => {
  expect(imports.filter(({ to }) => to !== null && !existsSync(`${ROOT}/${to}`)).map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
});

test('no import cycles', () => {
  expect(cyclesOf(imports)).toEqual([]);
});

test('the scan of imports sees a breach of each kind', () => {
  const breach = (from: string, name: string, to: string | null) => wrongWith({ from, name, to });
  expect(breach('engine/detect/run.ts', '@zhijian/platform', 'platform/index.ts')).toContain('stands alone');
  expect(breach('engine/detect/run.ts', 'node:http', null)).toContain('network');
  expect(breach('engine/detect/run.ts', 'node:net', null)).toContain('network');
  expect(breach('contract/errors.ts', 'node:fs', null)).toContain('words only');
  expect(breach('web/src/main.tsx', '@zhijian/engine', 'engine/index.ts')).toContain('the page knows');
  expect(breach('platform/src/readers/csv.ts', '../detection/index.ts', 'platform/src/detection/index.ts')).toContain('stands before');
  expect(breach('platform/src/detection/run.ts', '../readers/csv.ts', 'platform/src/readers/csv.ts')).toContain('only door');
  expect(breach('platform/src/detection/run.ts', '../../../engine/index/keys.ts', 'engine/index/keys.ts')).toContain('package name');
  expect(breach('platform/src/detection/run.ts', '../readers/index.ts', 'platform/src/readers/index.ts')).toBeNull();
  expect(breach('platform/src/people/a.ts', '../kernel/testing.ts', 'platform/src/kernel/testing.ts')).toContain('only door');
  expect(breach('platform/src/people/a.test.ts', '../kernel/testing.ts', 'platform/src/kernel/testing.ts')).toBeNull();
  expect(
    cyclesOf([
      { from: 'a', name: 'b', to: 'b' },
      { from: 'b', name: 'a', to: 'a' },
    ]),
  ).toEqual(['a -> b -> a']);
});

test('platform/src/order.ts lists the folders that exist, each with its door', () => {
  const folders = readdirSync(`${ROOT}/platform/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const filled = folders.map((entry) => entry.name).filter((name) => code.some((file) => file.startsWith(`platform/src/${name}/`)));
  expect(filled.sort()).toEqual([...ORDER].sort());
  // entry binds the doors of the others and has none itself.
  for (const folder of ORDER) if (folder !== 'entry') expect(code).toContain(`platform/src/${folder}/index.ts`);
});

test('the product needs no package that only developers install', () => {
  const allowed = new Set(
    ['contract', 'engine', 'platform'].flatMap((part) => {
      const { dependencies = {} } = JSON.parse(read(`${part}/package.json`)) as { dependencies?: Record<string, string> };
      return Object.keys(dependencies);
    }),
  );
  const product = reachable(['platform/src/entry/cli.ts', 'engine/index.ts', 'contract/index.ts'], imports);
  const packageOf = (name: string) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
  const foreign = imports.filter(
    ({ from, to, name }) => product.has(from) && to === null && !name.startsWith('node:') && !allowed.has(packageOf(name)),
  );
  expect(foreign.map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
  expect(product.size).toBeGreaterThan(5);
});

test('the engine has no clock, chance, network or environment', () => {
  const engine = code.filter((file) => file.startsWith('engine/') && !isTest(file));
  expect(engine.length).toBeGreaterThan(5);
  expect(engine.flatMap((file) => impurities(file, read(file)))).toEqual([]);
});

test('the scan for impurity sees each kind and is not misled by comments and strings', () => {
  const dirty = ['Date.now()', 'new Date()', 'Date()', 'Math.random()', "fetch('x')", 'process.env.X', 'performance.now()', 'setTimeout(f, 1)'];
  for (const words of dirty) expect(impurities('x.ts', `const y = ${words};`)).toHaveLength(1);
  expect(impurities('x.ts', "// Date.now()\nconst a = 'Math.random()'; const b = new Date('2026-01-01');")).toEqual([]);
});

test('no source file has grown past 400 lines', () => {
  const long = code.map((file) => ({ file, lines: read(file).split('\n').length })).filter(({ lines }) => lines > 400);
  expect(long, 'there is a second idea in it that wants its own name').toEqual([]);
});

// Damaged on purpose; everything else that ends in .json, .csv or .tsv is a table that someone relies on.
const DAMAGED = /\/hostile\//;

test('every table in the tree parses', () => {
  const tables = sourceFiles().filter((file) => /\.(json|csv)$/.test(file) && !DAMAGED.test(file) && file !== 'package-lock.json');
  const broken = tables.flatMap((file) => {
    try {
      if (file.endsWith('.json')) JSON.parse(read(file));
      else parse(read(file), { bom: true, comment: '#', comment_no_infix: true });
      return [];
    } catch (error) {
      return [`${file}: ${error instanceof Error ? error.message : error}`];
    }
  });
  expect(broken).toEqual([]);
  expect(tables.length).toBeGreaterThan(5);
});
