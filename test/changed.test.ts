import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { changedFiles, seedsOf } from './changed.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'zhijian-changed-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...words: string[]) => execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], { cwd: root });

test('changed, new and deleted files are found, and unchanged and ignored ones are not', () => {
  for (const file of ['a/one.ts', 'a/two.ts', 'a/gone.ts', 'a/data/表.csv', 'package.json']) write(file, '1');
  write('.gitignore', 'made/\n');
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  expect(changedFiles(root)).toEqual([]);
  expect(seedsOf([], root)).toEqual([]);
  write('a/one.ts', '2');
  write('a/data/表.csv', '2');
  write('b/three.ts', '1');
  write('made/x.ts', '1');
  rmSync(join(root, 'a/gone.ts'));
  expect(changedFiles(root)).toEqual(['a/data/表.csv', 'a/gone.ts', 'a/one.ts', 'b/three.ts']);
});

test('code stands for itself, a table for the code above it, the ground for everything', () => {
  const own = (changed: string[]) => seedsOf(changed, root).filter((file) => !file.startsWith('test/'));
  expect(own(['b/three.ts', 'a/gone.ts'])).toEqual(['b/three.ts']);
  expect(own(['a/data/表.csv'])).toEqual(['a/one.ts', 'a/two.ts']);
  expect(own(['package.json'])).toEqual(['a/one.ts', 'a/two.ts', 'b/three.ts', 'made/x.ts']);
  expect(seedsOf(['README.md'], root)).toContain('test/documents.test.ts');
  expect(seedsOf(['zhijian'], root)).toContain('test/door.test.ts');
});
