// Planted faults: proof that the tests notice what they are there for.
// One fault at a time is written into a copy of the tree, never into the product, and only the tests named for it run.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runVitest } from './processes.ts';
import { sourceFiles } from './tree.ts';

export interface Fault {
  name: string;
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** Test files of which each must fail. */
  must_fail: string[];
}

export const readFaults = (path: string): Fault[] => JSON.parse(readFileSync(path, 'utf8')) as Fault[];

/** Why a fault cannot be planted, or null. */
export const misfit = (root: string, fault: Fault): string | null => {
  const files = new Set(sourceFiles(root));
  for (const file of [fault.file, ...fault.must_fail]) if (!files.has(file)) return `no such file: ${file}`;
  if (fault.must_fail.length === 0) return 'names no test';
  if (fault.find === fault.replace) return 'changes nothing';
  const times = readFileSync(join(root, fault.file), 'utf8').split(fault.find).length - 1;
  return times === 1 ? null : `stands ${times} times in ${fault.file}: ${fault.find}`;
};

/**
 * Plants each fault in a copy of the tree and runs the tests named for it. A fault passes when each of its test files
 * fails on an assertion of its own; before that, the same files pass without any fault.
 */
export const sabotage = async (
  root: string,
  list: string,
  print: (line: string) => void = console.log,
): Promise<{ passed: number; failed: number; skipped: number }> => {
  const faults = readFaults(list);
  const copy = copyTree(root);
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const report = (name: string, wrong: string[]) => {
    tally[wrong.length === 0 ? 'passed' : 'failed'] += 1;
    print([`${wrong.length === 0 ? 'noticed' : 'NOT NOTICED'}: ${name}`, ...wrong].join('\n    '));
  };
  try {
    const sound = await resultsOf(copy, [...new Set(faults.filter((fault) => !misfit(copy, fault)).flatMap((fault) => fault.must_fail))]);
    for (const fault of faults) report(fault.name, await tryFault(copy, fault, sound));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return tally;
};

type State = 'passes' | 'fails' | 'does not load';

const tryFault = async (copy: string, fault: Fault, sound: ReadonlyMap<string, State>): Promise<string[]> => {
  const reason = misfit(copy, fault);
  if (reason) return [reason];
  const ill = fault.must_fail.filter((file) => sound.get(file) !== 'passes');
  if (ill.length > 0) return ill.map((file) => `${file} ${sound.get(file) ?? 'does not run'} without the fault`);
  const path = join(copy, fault.file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.split(fault.find).join(fault.replace));
  try {
    const results = await resultsOf(copy, fault.must_fail);
    return fault.must_fail.flatMap((file) => (results.get(file) === 'fails' ? [] : [`${file} ${results.get(file) ?? 'does not run'}`]));
  } finally {
    writeFileSync(path, before);
  }
};

const resultsOf = async (copy: string, files: readonly string[]): Promise<Map<string, State>> => {
  if (files.length === 0) return new Map();
  const { files: found } = await runVitest(copy, ['run', ...files], false);
  return new Map(
    found.map(({ file, failed, broken, passed }) => [
      file,
      broken ? 'does not load' : failed > 0 ? 'fails' : passed > 0 ? 'passes' : 'does not load',
    ]),
  );
};

// Packages are linked one by one; the workspaces' own links are copied as they are, so that they lead into the copy.
const copyTree = (root: string): string => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'zhijian-sabotage-')));
  for (const file of sourceFiles(root)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@zhijian') cpSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    else if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  return copy;
};
