// Files are asked for before the register is built: a wrong name is told at once, and no folder is touched.
import { statSync } from 'node:fs';
import { ZhijianError } from '@zhijian/contract';

/** @throws ZhijianError `file_missing`, `file_is_folder` or `file_unreadable` */
export const checkFiles = (files: readonly string[]): void => {
  for (const file of files) {
    if (isFolder(file)) throw new ZhijianError('file_is_folder', { file });
  }
};

const isFolder = (file: string): boolean => {
  try {
    return statSync(file).isDirectory();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new ZhijianError('file_missing', { file }) : new ZhijianError('file_unreadable', { file, detail: message });
  }
};
