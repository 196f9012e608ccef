// A file as UTF-8 or GB 18030 bytes, read piece by piece: byte order marks taken off, UTF-16 rewritten, other things refused.
import { StringDecoder } from 'node:string_decoder';
import { decide, type Encoding, enough, type Evidence, weigh } from './encoding.ts';
import { type ByteReader, fillFrom, type Input, ReadFault } from './input.ts';

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
  read: ByteReader['read'];
  close(): Promise<void>;
}

/** Opens an input as text. Throws ZhijianError `file_missing` or `file_unreadable`. */
export const openSource = async (input: Input): Promise<Source> => {
  const reader = await input.open();
  try {
    return await begin(input, reader);
  } catch (error) {
    await reader.close();
    throw error;
  }
};

const begin = async (input: Input, reader: ByteReader): Promise<Source> => {
  const { bytes, fault } = await fillFrom(reader, Buffer.alloc(HEAD));
  const order = mark(bytes, [0xff, 0xfe]) ? 'utf-16le' : mark(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  const skip = order ? 2 : mark(bytes, [0xef, 0xbb, 0xbf]) ? 3 : mark(bytes, [0x84, 0x31, 0x95, 0x33]) ? 4 : 0;
  const raw = rawReader(reader, bytes.subarray(skip), fault);
  return {
    encoding: skip === 4 ? 'gb18030' : skip > 0 ? 'utf-8' : await encodingOf(input, bytes),
    refused: refusal(bytes, order !== null),
    read: order ? rewrite(raw, order) : raw,
    close: () => reader.close(),
  };
};

const LINE_FEED = 0x0a;
const mark = (bytes: Buffer, expected: readonly number[]): boolean => expected.every((byte, i) => bytes[i] === byte);

/**
 * NULs again and again, one for every ten bytes or more and in most of the lines, are UTF-16 without a mark, or no text at all. A run of them
 * counts as one: it is what a disk leaves of a record, and the rows beside it are text.
 */
const refusal = (bytes: Buffer, utf16: boolean): string | null => {
  for (const [signature, name] of SIGNATURES) if (mark(bytes, signature)) return name;
  if (utf16) return null;
  let nul = 0;
  let before = 1;
  let lines = 1;
  let broken = 0;
  let inLine = false;
  for (const byte of bytes.subarray(0, 4096)) {
    if (byte === 0 && before !== 0) {
      nul++;
      if (!inLine) broken++;
      inLine = true;
    } else if (byte === LINE_FEED) {
      lines++;
      inLine = false;
    }
    before = byte;
  }
  return nul * 10 > Math.min(bytes.length, 4096) && broken * 2 > lines ? 'UTF-16 / binary' : null;
};

const rawReader = (reader: ByteReader, head: Buffer, fault: ReadFault | null): Source['read'] => {
  let rest = head;
  return async (target, at) => {
    if (rest.length > 0) {
      const copied = rest.copy(target, at);
      rest = rest.subarray(copied);
      return copied;
    }
    if (fault !== null) throw fault;
    return await reader.read(target, at);
  };
};

/**
 * A file may be plain ASCII for gigabytes before its first Chinese word, so the sample goes on to where that stands (about
 * 2 GB/s over ASCII) and ends when the evidence is plain. A pipe cannot be read twice: its first 64 KiB decide.
 */
const encodingOf = async (input: Input, head: Buffer): Promise<Encoding> => {
  const evidence: Evidence = { utf8: 0, broken: 0, gb: 0, notGb: 0 };
  weigh(head, evidence, false);
  if (head.length < HEAD || input.once || enough(evidence)) return decide(evidence);
  const reader = await input.open();
  try {
    const sample = Buffer.allocUnsafe(SAMPLE);
    for (let seen = 0; !enough(evidence); ) {
      const got = await reader.read(sample, 0);
      if (got === 0) break;
      weigh(sample.subarray(Math.min(got, Math.max(0, HEAD - seen)), got), evidence, true);
      seen += got;
    }
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
  } finally {
    await reader.close();
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
