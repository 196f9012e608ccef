// A file as UTF-8 or GB 18030 bytes, read piece by piece: byte order marks taken off, UTF-16 rewritten, other things refused.
import { type FileHandle, open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { ZhijianError } from '@zhijian/contract';
import { decide, type Encoding, enough, type Evidence, weigh } from './encoding.ts';

const HEAD = 64 << 10;
const SAMPLE = 1 << 20;

/** Files that people hand in as tables and that are not text. */
const SIGNATURES: readonly [signature: number[], name: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'XLSX / ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0xff, 0xfe, 0x00, 0x00], 'UTF-32'],
];

export interface Source {
  encoding: Encoding;
  /** What the file is instead of a text table; null for text. */
  refused: string | null;
  /** Reads up to `target.length - at` bytes into `target`; 0 at the end of the file. */
  read(target: Buffer, at: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a file for reading. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const openSource = async (file: string): Promise<Source> => {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new ZhijianError('file_missing', { file }) : new ZhijianError('file_unreadable', { file, detail: error.message });
  });
  try {
    return await begin(handle);
  } catch (error) {
    await handle.close();
    throw new ZhijianError('file_unreadable', { file, detail: (error as Error).message });
  }
};

const begin = async (handle: FileHandle): Promise<Source> => {
  const head = Buffer.alloc(HEAD);
  let length = 0;
  for (let got = -1; got !== 0 && length < HEAD; length += got) ({ bytesRead: got } = await handle.read(head, length, HEAD - length, null));
  const bytes = head.subarray(0, length);
  const order = mark(bytes, [0xff, 0xfe]) ? 'utf-16le' : mark(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  const skip = order ? 2 : mark(bytes, [0xef, 0xbb, 0xbf]) ? 3 : mark(bytes, [0x84, 0x31, 0x95, 0x33]) ? 4 : 0;
  const raw = rawReader(handle, bytes.subarray(skip));
  return {
    encoding: skip === 4 ? 'gb18030' : skip > 0 ? 'utf-8' : await encodingOf(handle, bytes),
    refused: refusal(bytes, order !== null),
    read: order ? rewrite(raw, order) : raw,
    close: () => handle.close(),
  };
};

const mark = (bytes: Buffer, expected: readonly number[]): boolean => expected.every((byte, i) => bytes[i] === byte);

/** A NUL in every tenth byte or more is UTF-16 without a mark, or no text at all; a single one is just a character. */
const refusal = (bytes: Buffer, utf16: boolean): string | null => {
  for (const [signature, name] of SIGNATURES) if (mark(bytes, signature)) return name;
  if (utf16) return null;
  let nul = 0;
  for (const byte of bytes.subarray(0, 4096)) if (byte === 0) nul++;
  return nul * 10 > Math.min(bytes.length, 4096) ? 'UTF-16 / binary' : null;
};

const rawReader = (handle: FileHandle, head: Buffer): Source['read'] => {
  let rest = head;
  return async (target, at) => {
    if (rest.length > 0) {
      const copied = rest.copy(target, at);
      rest = rest.subarray(copied);
      return copied;
    }
    return (await handle.read(target, at, target.length - at, null)).bytesRead;
  };
};

/**
 * A file may be plain ASCII for gigabytes before its first Chinese word, so the sample goes on to where that stands (about
 * 2 GB/s over ASCII) and ends when the evidence is plain. A pipe cannot be read twice: its first 64 KiB decide.
 */
const encodingOf = async (handle: FileHandle, head: Buffer): Promise<Encoding> => {
  const evidence: Evidence = { utf8: 0, broken: 0, gb: 0, notGb: 0 };
  weigh(head, evidence, false);
  if (head.length === HEAD && (await handle.stat()).isFile()) {
    const sample = Buffer.allocUnsafe(SAMPLE);
    for (let position = HEAD; !enough(evidence); ) {
      const { bytesRead } = await handle.read(sample, 0, SAMPLE, position);
      if (bytesRead === 0) break;
      weigh(sample.subarray(0, bytesRead), evidence, true);
      position += bytesRead;
    }
  }
  return decide(evidence);
};

/** UTF-16 as UTF-8. Half of a surrogate pair has no UTF-8: it becomes a broken byte, so its row is set aside and named. */
export const rewrite = (raw: Source['read'], order: 'utf-16le' | 'utf-16be'): Source['read'] => {
  const decoder = new StringDecoder('utf16le');
  const piece = Buffer.alloc(HEAD);
  let odd: Buffer = Buffer.alloc(0);
  let rest: Buffer = Buffer.alloc(0);
  let ended = false;
  return async (target, at) => {
    while (rest.length === 0 && !ended) {
      const got = await raw(piece, 0);
      ended = got === 0;
      const joined = Buffer.concat([odd, piece.subarray(0, got)]);
      const even = joined.subarray(0, joined.length & ~1);
      odd = joined.subarray(even.length);
      if (order === 'utf-16be') even.swap16();
      rest = utf8Of(ended ? decoder.end() : decoder.write(even));
      if (ended && odd.length > 0) rest = Buffer.concat([rest, BROKEN]);
    }
    const copied = rest.copy(target, at);
    rest = rest.subarray(copied);
    return copied;
  };
};

const BROKEN = Buffer.from([0xff]);

const utf8Of = (text: string): Buffer => {
  if (text.isWellFormed()) return Buffer.from(text);
  return Buffer.concat(text.split(/\p{Surrogate}/u).flatMap((part, i) => (i === 0 ? [Buffer.from(part)] : [BROKEN, Buffer.from(part)])));
};
