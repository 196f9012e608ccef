// What is read: a file, or a file within a ZIP, under the name that the person knows it by.
import { open, stat } from 'node:fs/promises';
import { ZhijianError } from '@zhijian/contract';

export interface ByteReader {
  /** Reads up to `target.length - at` bytes into `target`; 0 at the end. */
  read(target: Buffer, at: number): Promise<number>;
  close(): Promise<void>;
}

export interface Input {
  /** For messages: `sales.csv`, `weekly.zip/apc240914.xml`. */
  name: string;
  /** Bytes when read; null where it is not known before. */
  size: number | null;
  /** A reader from the beginning; may be asked for again, so that a sample can be looked at first. Throws ZhijianError `file_missing` or `file_unreadable`. */
  open(): Promise<ByteReader>;
}

/** A file on disk. `name` is what messages call it; its path where not given. */
export const fileInput = async (path: string, name: string = path): Promise<Input> => {
  const unreadable = (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT'
      ? new ZhijianError('file_missing', { file: name })
      : new ZhijianError('file_unreadable', { file: name, detail: error.message });
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error);
  });
  return {
    name,
    // A pipe says 0 and gives more.
    size: found.isFile() ? found.size : null,
    open: async () => {
      const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
        throw unreadable(error);
      });
      return { read: async (target, at) => (await handle.read(target, at, target.length - at, null)).bytesRead, close: () => handle.close() };
    },
  };
};
