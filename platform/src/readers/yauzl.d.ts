// The part of yauzl 3.4.0 that is used here; the package brings no types.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export class Entry {
    fileNameRaw: Buffer;
    fileName: string | Buffer;
    extraFields: { id: number; data: Buffer }[];
    versionMadeBy: number;
    generalPurposeBitFlag: number;
    compressionMethod: number;
    crc32: number;
    compressedSize: number;
    uncompressedSize: number;
    externalFileAttributes: number;
    relativeOffsetOfLocalHeader: number;
  }
  export interface ZipFile {
    entryCount: number;
    close(): void;
    on(event: 'error', listener: (error: Error) => void): void;
    eachEntry(): AsyncIterableIterator<Entry>;
    openReadStreamPromise(entry: Entry, options: { decodeFileData: false }): Promise<Readable>;
  }
  export interface Options {
    autoClose: boolean;
    decodeStrings: boolean;
    validateEntrySizes: boolean;
  }
  export const openPromise: (path: string, options: Options) => Promise<ZipFile>;
  export const getFileNameLowLevel: (flags: number, raw: Buffer, extraFields: Entry['extraFields'], strict: boolean) => string;
}
