// What the tests want of the machine beside its packages: Debian's Chromium and PostgreSQL, fetched where root may and they are missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fill, TEST_SENTENCE } from '@zhijian/contract';
import { type Import, isTest, reachable } from './imports.ts';

const APT = '/usr/bin/apt-get';
const MINUTES = 15;

const say = (sentence: { zh: string; en: string }, facts: Record<string, string>): void => {
  process.stderr.write(`${fill(sentence.zh, facts)} / ${fill(sentence.en, facts)}\n`);
};

const apt = (...words: string[]): string | null => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  // Another apt at work (unattended upgrades) is waited for.
  const { status, error, stdout, stderr } = spawnSync(APT, ['-y', '-q', '-o', 'DPkg::Lock::Timeout=120', ...words], {
    env,
    encoding: 'utf8',
    timeout: MINUTES * 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return status === 0 ? null : (error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-3).join(' '));
};

/** Installs a package of Debian where we are root and apt is there. A failure is told and ends nothing: what needs the package skips, visibly. */
export const fetchFromDebian = (name: string): void => {
  if (process.geteuid?.() !== 0 || !existsSync(APT)) return;
  say(TEST_SENTENCE.fetching, { name });
  // A fresh machine has no lists of packages yet, an old one outdated lists.
  const failure = apt('update') ?? apt('install', '--no-install-recommends', name);
  if (failure !== null) say(TEST_SENTENCE.not_fetched, { name, detail: failure });
};

/** The test files that load `file`, by their imports. */
export const testsThatLoad = (file: string, imports: readonly Import[]): string[] => {
  const tests = new Set(imports.map(({ from }) => from).filter((from) => from.endsWith('.test.ts') && isTest(from)));
  return [...tests].filter((test) => reachable([test], imports).has(file)).sort();
};

/** Whether a run of the given files and folders (all, when none is given) comes to one of the tests. */
export const comesTo = (tests: readonly string[], selected: readonly string[], root: string): boolean =>
  selected.length === 0 ||
  selected.map((path) => relative(root, path)).some((path) => tests.some((test) => path === '' || test === path || test.startsWith(`${path}/`)));
