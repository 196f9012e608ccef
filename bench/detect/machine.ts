// What the figures were taken on.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { INDEX_RELEASE, MODELS } from '@zhijian/engine';

const PACKAGES = ['@monyone/aho-corasick', 'fastest-levenshtein', '@node-rs/jieba', 'opencc-js', 'pinyin-pro'] as const;

const versionOf = (name: string): string => {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    }
  }
  throw new Error(`${name} is not installed beside ${dirname(import.meta.dirname)}`);
};

/** Rows of name and value. */
export const machine = (packages: readonly string[] = PACKAGES): [string, string][] => [
  ['CPU', `${cpus()[0]?.model.trim()}, ${cpus().length} cores`],
  ['memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
  ['system', `${type()} ${process.arch}, Node.js ${process.version}`],
  ['engine', [INDEX_RELEASE, ...MODELS.map(({ release }) => release)].join(', ')],
  ['packages', packages.map((name) => `${name} ${versionOf(name)}`).join(', ')],
];
