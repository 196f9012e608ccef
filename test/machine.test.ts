import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeFiles, importsOf } from './imports.ts';
import { comesTo, testsThatLoad } from './machine.ts';
import { ROOT } from './tree.ts';

const imports = importsOf(codeFiles());

test('the tests that use a database or a browser are found by what they load', () => {
  const database = testsThatLoad('platform/src/kernel/testing.ts', imports);
  for (const file of ['platform/src/kernel/pool.test.ts', 'platform/src/entry/journey.test.ts', 'web/e2e/browser.test.ts'])
    expect(database).toContain(file);
  expect(database.every((file) => existsSync(`${ROOT}/${file}`))).toBe(true);
  expect(database.filter((file) => file.startsWith('engine/') || file.startsWith('contract/'))).toEqual([]);
  // It starts the embedded server itself, whatever DATABASE_URL says.
  expect(database).not.toContain('platform/src/kernel/postgres.test.ts');
  expect(testsThatLoad('web/e2e/browser.ts', imports)).toEqual(['web/e2e/browser.test.ts']);
});

test('a browser is wanted for everything, for its folder and for its file, and for nothing else', () => {
  const wanted = (...paths: string[]) =>
    comesTo(
      ['web/e2e/browser.test.ts'],
      paths.map((path) => `${ROOT}${path}`),
      ROOT,
    );
  expect([wanted(), wanted('web/e2e/browser.test.ts'), wanted('engine/', 'web/'), wanted('')]).toEqual([true, true, true, true]);
  expect([wanted('engine/'), wanted('web/e2'), wanted('web/e2e/browser.test.tsx'), wanted('test/run.test.ts')]).not.toContain(true);
});
