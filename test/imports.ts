// Who imports whom, read by the compiler's own scanner, so that multi-line, type-only and late imports are all seen.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';
import { ROOT, sourceFiles } from './tree.ts';

export interface Import {
  from: string;
  /** As written. */
  name: string;
  /** The file in this tree that it means; null for a package of others or of Node.js. */
  to: string | null;
}

export const codeFiles = (root = ROOT): string[] => sourceFiles(root).filter((file) => /\.tsx?$/.test(file));

export const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.startsWith('test/') || file.includes('/test/');

const WORKSPACE: Readonly<Record<string, string>> = {
  '@zhijian/contract': 'contract/index.ts',
  '@zhijian/engine': 'engine/index.ts',
  '@zhijian/platform': 'platform/index.ts',
};

const resolve = (from: string, name: string): string | null => {
  if (name.startsWith('.')) return normalize(join(dirname(from), name));
  return WORKSPACE[name] ?? null;
};

/** Every import, export-from, import() and new URL(…, import.meta.url) of the given files. */
export const importsOf = (files: readonly string[], root = ROOT): Import[] =>
  files.flatMap((from) => {
    const text = readFileSync(`${root}/${from}`, 'utf8');
    const written = ts.preProcessFile(text, true, false).importedFiles.map((found) => found.fileName);
    // Worker threads are named by URL; they are code that the file starts, as much as an import.
    const workers = [...text.matchAll(/new URL\(\s*'(\.[^']+\.ts)'\s*,\s*import\.meta\.url/g)].map((found) => found[1] ?? '');
    return [...written, ...workers].map((name) => ({ from, name, to: resolve(from, name) }));
  });

/** The cycles of a graph, each once, as the files along it. */
export const cyclesOf = (imports: readonly Import[]): string[] => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'closed'>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string) => {
    if (state.get(file) === 'closed') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    path.pop();
    state.set(file, 'closed');
  };
  for (const file of [...next.keys()].sort()) visit(file);
  return cycles;
};

/** The files that are loaded when the given ones are. */
export const reachable = (starts: readonly string[], imports: readonly Import[]): Set<string> => {
  const seen = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { from, to } of imports) if (from === file && to !== null) open.push(to);
  }
  return seen;
};
