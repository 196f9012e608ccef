// The part of an XML file that is in memory: from the first byte not yet taken to the last one read.
import { ReadFault } from './input.ts';
import type { XmlSource } from './xml-source.ts';

const PIECE = 1 << 20;
const LF = 0x0a;

export class XmlWindow {
  bytes: Buffer = Buffer.alloc(0);
  /** Offset in `bytes` of the first byte not yet taken. */
  start = 0;
  ended = false;
  /** Line of `start`, from 1. */
  line = 1;
  /** Offset of `start` in the file. */
  taken: number;
  /** Why the file could not be read to its end. */
  fault: ReadFault | null = null;
  private readonly source: XmlSource;
  private storage: Buffer = Buffer.allocUnsafe(PIECE);

  constructor(source: XmlSource) {
    this.source = source;
    this.taken = source.skipped;
  }

  /** Reads on. Afterwards there is at least one more byte, or `ended` is true. */
  async fill(): Promise<void> {
    const rest = this.bytes.length - this.start;
    if (this.storage.length - rest < PIECE / 2) {
      const larger = Buffer.allocUnsafe(this.storage.length + Math.max(PIECE, Math.min(this.storage.length, 16 * PIECE)));
      this.bytes.copy(larger, 0, this.start);
      this.storage = larger;
    } else if (rest === 0 && this.storage.length > 4 * PIECE) {
      // A long record has gone by.
      this.storage = Buffer.allocUnsafe(PIECE);
    } else {
      this.storage.copyWithin(0, this.start, this.bytes.length);
    }
    this.start = 0;
    const got = await this.source.read(this.storage, rest).catch((error: unknown) => {
      if (!(error instanceof ReadFault)) throw error;
      this.fault = error;
      return 0;
    });
    this.ended = got === 0;
    this.bytes = this.storage.subarray(0, rest + got);
  }

  /** Takes the bytes up to `next`. */
  take(next: number): void {
    this.line += this.lines(this.start, next);
    this.taken += next - this.start;
    this.start = next;
  }

  /** Line breaks from `from` to `to`. */
  lines(from: number, to: number): number {
    const { bytes } = this;
    if (to - from > 4096 && bytes.subarray(from, to).indexOf(LF) < 0) return 0;
    // Lines of a register are short: a call for each would cost more than a look at every byte.
    let lines = 0;
    for (let at = from; at < to; at++) if (bytes[at] === LF) lines++;
    return lines;
  }
}

/** Offset of the next `<` from `from` on, -1 where there is none. */
export const nextTag = (bytes: Buffer, from: number): number => {
  const near = Math.min(from + 64, bytes.length);
  for (let at = from; at < near; at++) if (bytes[at] === 0x3c) return at;
  return near === bytes.length ? -1 : bytes.indexOf(0x3c, near);
};

/** White space, `>`, `/` or the end of the file: what may stand behind the name of a tag. */
export const endsName = (byte: number | undefined): boolean =>
  byte === undefined || byte === 0x3e || byte === 0x2f || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Whether `word` stands at `at`. */
export const standsAt = (bytes: Buffer, at: number, word: Buffer): boolean => {
  if (at + word.length > bytes.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
};
