// Copies a file to where the workers find it until its import is done.
import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { ZhijianError } from '@zhijian/contract';
import { UPLOADS } from './run-import.ts';

/** Path for a new file below the data folder; its name says nothing but the ending. */
export const uploadPath = (dataDir: string, fileName: string): string => {
  const folder = join(dataDir, UPLOADS);
  mkdirSync(folder, { recursive: true });
  const ending = extname(fileName).toLowerCase();
  return join(folder, `${randomUUID()}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ''}`);
};

/** Copies a file into the data folder and returns its new path. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const keepFile = (dataDir: string, file: string): string => {
  const kept = uploadPath(dataDir, file);
  try {
    copyFileSync(file, kept, constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ZhijianError('file_missing', { file });
    throw new ZhijianError('file_unreadable', { file, detail: (error as Error).message });
  }
  return kept;
};

/** A kept file under one more name, which may be taken away without the other. Until an import has it, it goes with unused uploads. */
export const sameFile = (kept: string): string => {
  const other = join(dirname(kept), `${randomUUID()}${extname(kept)}`);
  try {
    linkSync(kept, other);
  } catch {
    // Not every disk has links.
    copyFileSync(kept, other, constants.COPYFILE_FICLONE);
  }
  return other;
};
