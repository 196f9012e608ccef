// ./zhijian test: types, style, tests; ends with the plain line `N passed, N failed, N skipped`.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { ERROR, fill, OPTION, TEST_SENTENCE, ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import { changedFiles, seedsOf } from './changed.ts';
import { debianPostgres, startOperatorsServer } from './debian-postgres.ts';
import { codeFiles, importsOf } from './imports.ts';
import { comesTo, fetchFromDebian, testsThatLoad } from './machine.ts';
import { endAll, runNode, runVitest } from './processes.ts';
import { sabotage } from './sabotage.ts';
import { chromiumPath } from '../web/e2e/chromium.ts';
import { ROOT } from './tree.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The words of vitest for what was asked; null when no test can be concerned. */
const vitestWords = (words: readonly string[]): string[] | null => {
  if (words.includes('--changed')) {
    const seeds = seedsOf(changedFiles());
    return seeds.length === 0 ? null : ['related', '--run', '--passWithNoTests', ...seeds];
  }
  return ['run', ...words.filter((word) => word !== '--ci').map(testFile)];
};

const testFile = (given: string): string => {
  const path = resolve(given);
  const inside = relative(ROOT, path);
  if (!existsSync(path) || inside.startsWith('..') || isAbsolute(inside)) throw new ZhijianError('file_missing', { file: given });
  // vitest takes any part of a path; the whole one names a single file, and the slash a single folder.
  return statSync(path).isDirectory() ? join(path, '/') : path;
};

const check = async (name: string, words: readonly string[]): Promise<Tally> => {
  const { code, output } = await runNode(ROOT, words);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'failed'}\n`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

const both = ({ zh, en }: { zh: string; en: string }, facts: Record<string, string | number> = {}): string =>
  `${fill(zh, facts)} / ${fill(en, facts)}\n`;

const tests = async (words: readonly string[] | null, env: NodeJS.ProcessEnv = {}): Promise<Tally> => {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  if (words === null) return tally;
  const { outcome, files } = await runVitest(ROOT, words, true, env);
  for (const file of files) {
    if (file.skipped > 0) process.stdout.write(both(TEST_SENTENCE.skipped, { file: file.file, count: file.skipped }));
    tally.passed += file.passed;
    tally.failed += file.failed + (file.broken ? 1 : 0);
    tally.skipped += file.skipped;
  }
  // An error outside a test, a crash or an empty selection fails the run although no test did.
  if (outcome.code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
};

/** Chromium, where a test is asked for that needs it. What merely changed is tested with what the machine has. */
const prepare = async (words: readonly string[]): Promise<void> => {
  if (words.includes('--ci') && debianPostgres() === null) fetchFromDebian('postgresql');
  if (words.includes('--changed')) return;
  const files = words.filter((word) => !word.startsWith('-')).map(testFile);
  if (!comesTo(testsThatLoad('web/e2e/browser.ts', importsOf(codeFiles())), files, ROOT)) return;
  if (chromiumPath() === null) fetchFromDebian('chromium');
};

/** The suite again, as far as it uses a database, on an operator's: as an ordinary login that may make databases and roles. */
const again = async (): Promise<Tally> => {
  process.stdout.write(both(TEST_SENTENCE.again));
  const bin = debianPostgres();
  if (bin === null) {
    process.stdout.write(both(TEST_SENTENCE.no_postgres));
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const server = await startOperatorsServer(bin);
  try {
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query('CREATE ROLE house LOGIN CREATEDB CREATEROLE');
    await client.end();
    const files = testsThatLoad('platform/src/kernel/testing.ts', importsOf(codeFiles()));
    return await tests(['run', ...files], { DATABASE_URL: server.urlOf('house', 'postgres') });
  } finally {
    await server.stop();
  }
};

const suite = async (words: readonly string[]): Promise<Tally> => {
  const selected = vitestWords(words);
  await prepare(words);
  const typesOf = (project: string, name: string) => {
    const kept = `.cache/${name}.tsbuildinfo`;
    return ['node_modules/typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', kept];
  };
  const style = [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '.',
    '--colors=off',
    '--max-diagnostics=30',
    '--error-on-warnings',
    '--diagnostic-level=warn',
  ];
  const parts = [
    await check('style', style),
    ...(await Promise.all([check('types', typesOf('.', 'types')), check('types of the page', typesOf('web', 'types-web')), tests(selected)])),
    ...(words.includes('--ci') ? [await again()] : []),
  ];
  const sum = (key: keyof Tally) => parts.reduce((total, part) => total + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};

const run = async (words: readonly string[]): Promise<number> => {
  for (const word of words) {
    if (!word.startsWith('-')) continue;
    if (!Object.hasOwn(OPTION.test, word)) throw new ZhijianError('option_unknown', { given: word });
    if (words.length > 1) throw new ZhijianError('argument_unexpected', { given: words.find((other) => other !== word) ?? word });
  }
  const { passed, failed, skipped } = words[0] === '--sabotage' ? await sabotage(ROOT, join(ROOT, 'test/sabotage.json')) : await suite(words);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || passed + skipped === 0 || (skipped > 0 && words.includes('--ci')) ? 1 : 0;
};

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll();
    // The database of a second run ends with this process, and its folder goes.
    process.exit(1);
  });
}

const complain = (error: unknown): number => {
  if (!(error instanceof ZhijianError)) throw error;
  process.stderr.write(`${error.in('zh')}\n${error.in('en')}\n`);
  return ERROR[error.code].exit;
};

process.exitCode = await run(process.argv.slice(2)).catch(complain);
