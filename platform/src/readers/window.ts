// The part of a file that is in memory: from the first byte not yet taken to the last one read.
import { isAscii, isUtf8 } from 'node:buffer';
import { decodeGb } from './encoding.ts';
import type { Source } from './source.ts';

const PIECE = 1 << 20;

/** Memory is bounded by the longest allowed record and one piece, whatever the file holds. */
export class Window {
  bytes: Buffer = Buffer.alloc(0);
  /** Offset in `bytes` of the first byte not yet taken. */
  start = 0;
  ended = false;
  /** Physical line of `start`, from 1. */
  line = 1;
  /** Bytes of the file taken so far. */
  taken = 0;
  eol = 0x0a;
  readonly source: Source;
  readonly limit: number;
  private storage: Buffer = Buffer.allocUnsafe(PIECE);
  private known: 'ascii' | 'utf-8' | 'mixed' = 'mixed';
  private knownTo = 0;

  constructor(source: Source, limit: number) {
    this.source = source;
    this.limit = limit;
  }

  /** Reads on. Afterwards there is at least one more byte, or `ended` is true. */
  async fill(): Promise<void> {
    const rest = this.bytes.length - this.start;
    if (this.storage.length - rest < PIECE / 2) {
      const larger = Buffer.allocUnsafe(Math.min(this.storage.length * 2, this.limit + 2 * PIECE));
      this.bytes.copy(larger, 0, this.start);
      this.storage = larger;
    } else {
      this.storage.copyWithin(0, this.start, this.bytes.length);
    }
    this.start = 0;
    const got = await this.source.read(this.storage, rest);
    this.ended = got === 0;
    this.bytes = this.storage.subarray(0, rest + got);
    this.judge();
  }

  /** Validates all whole lines at once: one native pass over a piece costs a tenth of one call a line. */
  private judge(): void {
    this.knownTo = this.ended ? this.bytes.length : this.bytes.lastIndexOf(this.eol) + 1;
    const whole = this.bytes.subarray(0, this.knownTo);
    this.known = isAscii(whole) ? 'ascii' : this.source.encoding === 'utf-8' && isUtf8(whole) ? 'utf-8' : 'mixed';
  }

  /** The text from `from` to `to`; null where the bytes do not fit the file's encoding. */
  text(from: number, to: number): string | null {
    const known = to <= this.knownTo ? this.known : 'mixed';
    if (known === 'ascii') return this.bytes.toString('latin1', from, to);
    if (known === 'utf-8') return this.bytes.toString('utf8', from, to);
    const part = this.bytes.subarray(from, to);
    if (this.source.encoding === 'gb18030') return decodeGb(part);
    return isUtf8(part) ? part.toString() : null;
  }

  /** Takes the bytes up to `next`, which end `lines` physical lines. */
  take(next: number, lines: number): void {
    this.taken += next - this.start;
    this.start = next;
    this.line += lines;
  }

  /** Physical lines from `start` to `end`; the line that `end` stands in counts. */
  linesTo(end: number): number {
    let lines = 1;
    for (let at = this.bytes.indexOf(this.eol, this.start); at >= 0 && at < end; at = this.bytes.indexOf(this.eol, at + 1)) lines++;
    return lines;
  }

  /** Lets the rest of the present line go by, however long, without keeping it. Gives its length in bytes. */
  async skipLine(): Promise<number> {
    const before = this.taken;
    for (;;) {
      const end = this.bytes.indexOf(this.eol, this.start);
      if (end >= 0) {
        this.take(end + 1, 1);
        return this.taken - before - 1;
      }
      this.take(this.bytes.length, 0);
      if (this.ended) {
        this.line++;
        return this.taken - before;
      }
      await this.fill();
    }
  }
}
