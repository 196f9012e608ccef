// Which files differ from the last commit, and what that means for the tests.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT, sourceFiles } from './tree.ts';

/** Changed and new files against HEAD, relative to the root; a deleted file counts as changed. */
export const changedFiles = (): string[] => {
  // safe.directory: a checkout of another user (root in a container) is still ours to test.
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'safe.directory=*', '-c', 'core.quotePath=false', ...words], { cwd: ROOT, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  return [...new Set([...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')])].sort();
};

/**
 * The files that vitest follows to the tests that they can break. Code is followed by its imports. A table is read at run
 * time and has no import: it stands for the code of its folder, or of the nearest folder above that has any.
 */
export const seedsOf = (changed: readonly string[]): string[] => {
  const code = sourceFiles().filter((file) => file.endsWith('.ts'));
  const seeds = new Set<string>();
  for (const file of changed) {
    if (file.endsWith('.ts')) {
      if (existsSync(`${ROOT}/${file}`)) seeds.add(file);
      continue;
    }
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      const beside = code.filter((path) => dirname(path) === folder);
      for (const path of beside) seeds.add(path);
      if (beside.length > 0) break;
    }
  }
  // The house rules read every file, so any change can break them.
  for (const path of code) if (path.startsWith('test/') && path.endsWith('.test.ts') && changed.length > 0) seeds.add(path);
  return [...seeds].sort();
};
