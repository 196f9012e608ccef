// ./zhijian test: types, style, tests; ends with the plain line `N passed, N failed, N skipped`.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { ERROR, OPTION, ZhijianError } from '@zhijian/contract';
import { changedFiles, seedsOf } from './changed.ts';
import { runNode, runVitest } from './processes.ts';
import { sabotage } from './sabotage.ts';
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
  return ['run', ...words.map(testFile)];
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

const tests = async (words: readonly string[] | null): Promise<Tally> => {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  if (words === null) return tally;
  const { outcome, files } = await runVitest(ROOT, words, true);
  for (const file of files) {
    tally.passed += file.passed;
    tally.failed += file.failed + (file.broken ? 1 : 0);
    tally.skipped += file.skipped;
  }
  // An error outside a test, a crash or an empty selection fails the run although no test did.
  if (outcome.code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
};

const suite = async (words: readonly string[]): Promise<Tally> => {
  const selected = vitestWords(words);
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
  return failed > 0 || passed + skipped === 0 ? 1 : 0;
};

const complain = (error: unknown): number => {
  if (!(error instanceof ZhijianError)) throw error;
  process.stderr.write(`${error.in('zh')}\n${error.in('en')}\n`);
  return ERROR[error.code].exit;
};

process.exitCode = await run(process.argv.slice(2)).catch(complain);
