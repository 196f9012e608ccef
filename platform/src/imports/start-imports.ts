// One file, an import for each kind of record in it: rights first, then what is matched against them.
import { rmSync } from 'node:fs';
import { type Day, IMPORT_KIND, type ImportKind } from '@zhijian/contract';
import type { Asker, Tx } from '../kernel/index.ts';
import { sameFile } from './keep-file.ts';
import type { Mapped } from './mapping-store.ts';
import { createImport } from './run-import.ts';

export interface NewImports {
  file_name: string;
  /** A kept file. */
  file_path: string;
  kinds: readonly ImportKind[];
  /** What the rights in it hold completely. */
  covers: readonly string[];
  /** Of which day the data are, where the file does not say it. */
  known_on?: Day | null;
  /** What is told of headings now, by kind. */
  mapping?: Mapped;
}

/** Kinds in the order in which they are imported. */
export const inImportOrder = (kinds: Iterable<ImportKind>): ImportKind[] => {
  const found = new Set(kinds);
  return (Object.keys(IMPORT_KIND) as ImportKind[]).filter((kind) => found.has(kind));
};

/**
 * Notes an import for each kind, in the caller's transaction: all of them or none. Returns their ids in the order in which they are done.
 * Each has the file under a name of its own, since each takes it away when it is done.
 * Throws ZhijianError `coverage_invalid` or `request_invalid` as `createImport` does.
 */
export const createImports = async (
  tx: Tx,
  asker: Asker,
  { file_name, file_path, kinds, covers, known_on = null, mapping = {} }: NewImports,
): Promise<string[]> => {
  const ids: string[] = [];
  const made: string[] = [];
  try {
    for (const kind of inImportOrder(kinds)) {
      const path = ids.length === 0 ? file_path : sameFile(file_path);
      if (path !== file_path) made.push(path);
      const told = mapping[kind];
      const own = { kind, covers: kind === 'rights' ? covers : [], ...(told === undefined ? {} : { mapping: told }) };
      const given = { file_name, file_path: path, known_on, ...own };
      ids.push(await createImport(tx, asker, given));
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
  return ids;
};
