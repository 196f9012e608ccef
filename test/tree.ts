// The files of the project, without git: a copy or an unpacked archive is checked in the same way.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const NOT_SOURCE = new Set(['node_modules', '.git', '.runtime', '.cache', 'out', 'dist', 'coverage']);
// ./data at the root is the operator's state; a folder named data further down is part of the source.
const NOT_SOURCE_AT_ROOT = new Set(['data']);

/** Every source file below root, as sorted paths with forward slashes relative to it. */
export const sourceFiles = (root = ROOT): string[] => {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (NOT_SOURCE.has(entry.name) || (folder === '' && NOT_SOURCE_AT_ROOT.has(entry.name)) || entry.name.endsWith('.tmp')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  visit('');
  return found.sort();
};
