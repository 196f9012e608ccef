// What is read: a file, or a file within a ZIP, under the name that the person knows it by.
import { open, stat } from 'node:fs/promises';
import { type Label, type RejectCode, ZhijianError } from '@zhijian/contract';

export interface ByteReader {
  /**
   * Reads up to `target.length - at` bytes into `target`; 0 at the end. Throws ReadFault where what is packed cannot be unpacked any
   * further: what came before it counts.
   */
  read(target: Buffer, at: number): Promise<number>;
  close(): Promise<void>;
}

export interface Input {
  /** For messages: `sales.csv`, `weekly.zip/apc240914.xml`. */
  name: string;
  /** Bytes when read; null where it is not known before. */
  size: number | null;
  /** Where it lies on disk as it stands; not there where it is unpacked while it is read. */
  path?: string;
  /** A pipe: what was read is gone, so nothing of it is looked at beforehand. */
  once?: boolean;
  /** A reader from the beginning; may be asked for again, so that a sample can be looked at first. Throws ZhijianError `file_missing` or `file_unreadable`. */
  open(): Promise<ByteReader>;
}

/** Why a file cannot be read on from here: damaged, over a limit, of a form that is not read. */
export class ReadFault extends Error {
  readonly code: RejectCode;
  readonly allowed: Label;
  constructor(code: RejectCode, allowed: Label) {
    super(allowed.en);
    this.code = code;
    this.allowed = allowed;
  }
}

/** A file on disk. `name` is what messages call it; its path where not given. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const fileInput = async (path: string, name: string = path): Promise<Input> => {
  const unreadable = (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT'
      ? new ZhijianError('file_missing', { file: name })
      : new ZhijianError('file_unreadable', { file: name, detail: error.message });
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error);
  });
  const opened = async (): Promise<ByteReader> => {
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      throw unreadable(error);
    });
    return {
      read: async (target, at) => {
        const { bytesRead } = await handle.read(target, at, target.length - at, null).catch((error: NodeJS.ErrnoException) => {
          throw unreadable(error);
        });
        return bytesRead;
      },
      close: () => handle.close(),
    };
  };
  // A pipe says 0 and gives more.
  return found.isFile() ? { name, size: found.size, path, open: opened } : { name, size: null, once: true, open: opened };
};

/** An input as it is, or the file of a path. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const inputOf = async (source: string | Input): Promise<Input> => (typeof source === 'string' ? await fileInput(source) : source);

/** The first `length` bytes, or all where there are fewer or the rest cannot be unpacked. */
export const headOf = async (input: Input, length: number): Promise<Buffer> => {
  const reader = await input.open();
  try {
    return (await fillFrom(reader, Buffer.alloc(length))).bytes;
  } finally {
    await reader.close();
  }
};

/** Fills a buffer as far as the file goes; `fault` where it cannot be unpacked to its end. */
export const fillFrom = async (reader: ByteReader, target: Buffer): Promise<{ bytes: Buffer; fault: ReadFault | null }> => {
  let length = 0;
  try {
    for (let got = -1; got !== 0 && length < target.length; length += got) got = await reader.read(target, length);
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    return { bytes: target.subarray(0, length), fault: error };
  }
  return { bytes: target.subarray(0, length), fault: null };
};
