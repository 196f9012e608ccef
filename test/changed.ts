// Which files differ from the last commit, and what that means for the tests.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT, sourceFiles } from './tree.ts';

/** Changed and new files against HEAD, relative to the root; a deleted file counts as changed. */
export const changedFiles = (root = ROOT): string[] => {
  // safe.directory: a checkout of another user (root in a container) is still ours to test.
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', ...words], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  return [...new Set([...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')])].sort();
};

// They read the whole tree, so any change can break them.
const READ_EVERYTHING = ['house-rules', 'words', 'documents', 'plan-doc', 'faults', 'readme'].map((name) => `test/${name}.test.ts`);
// What every test stands on.
const GROUND = new Set(['package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts']);

/**
 * The files that vitest follows to the tests that they can break. Code is followed by its imports. A table is read at run
 * time and has no import: it stands for the code of its folder, or of the nearest folder above that has any.
 */
export const seedsOf = (changed: readonly string[], root = ROOT): string[] => {
  if (changed.length === 0) return [];
  const code = sourceFiles(root).filter((file) => file.endsWith('.ts'));
  if (changed.some((file) => GROUND.has(file))) return code;
  const seeds = new Set(READ_EVERYTHING);
  for (const file of changed) {
    if (file.endsWith('.ts')) {
      if (existsSync(`${root}/${file}`)) seeds.add(file);
    } else if (file === 'zhijian') seeds.add('test/door.test.ts');
    else for (const path of codeNear(file, code)) seeds.add(path);
  }
  return [...seeds].sort();
};

const codeNear = (table: string, code: readonly string[]): string[] => {
  for (let folder = dirname(table); folder !== '.'; folder = dirname(folder)) {
    const beside = code.filter((path) => dirname(path) === folder);
    if (beside.length > 0) return beside;
  }
  return [];
};
