// Where a record ends, by its own tags: each byte is looked at once, whatever stands in it.
import { endsName, nextTag, standsAt, type XmlWindow } from './xml-window.ts';

const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');
const DECLARATION = Buffer.from('<?xml');

/** What is not looked into for tags: a comment, CDATA, a processing instruction, each with what closes it. */
const CLOSE = { comment: Buffer.from('--'), cdata: Buffer.from(']]'), instruction: Buffer.from('?') };

export type RecordEnd =
  /** It ends before this offset. */
  | { found: 'end'; at: number }
  /** Another record or document begins at this offset, or the file ends there. */
  | { found: 'next' | 'file_end'; at: number }
  /** All bytes are looked at and it goes on. */
  | { found: 'more' };

/** Looks for the end of one record. Offsets are counted from the record's first byte, so that the window may move. */
export class RecordEndFinder {
  private readonly name: Buffer;
  /** How far it has looked. */
  looked: number;
  private within: keyof typeof CLOSE | null = null;
  private contentStart = 0;
  /** The first end tag and the first start tag of such a record inside a comment or the like, which may have been left open by mistake. */
  private endInside = -1;
  private startInside = -1;

  constructor(name: string, from: number) {
    this.name = Buffer.from(name, 'latin1');
    this.looked = from;
  }

  /** Looks on. `whole` false: the record is too long and has been dropped in part, comments no longer count. */
  look(window: XmlWindow, whole: boolean): RecordEnd {
    const { bytes, start, ended } = window;
    const { name } = this;
    const needed = Math.max(name.length + 3, CDATA.length + 1);
    if (!whole) this.within = null;
    for (;;) {
      if (this.within !== null) this.passClosed(bytes, start);
      const at = this.within !== null ? start + this.looked : nextTag(bytes, start + this.looked);
      this.looked = (at < 0 ? bytes.length : at) - start;
      if (at < 0 || at >= bytes.length) break;
      if (bytes.length - at < needed && !ended) return { found: 'more' };
      const found = this.within === null ? this.atTag(window, at) : this.atHiddenTag(bytes, start, at);
      if (found !== null) return found;
    }
    if (!ended) return { found: 'more' };
    return (this.within === null ? null : this.leftOpen(start)) ?? { found: 'file_end', at: bytes.length };
  }

  private atTag({ bytes, start, ended }: XmlWindow, at: number): RecordEnd | null {
    const second = bytes[at + 1];
    if (second === 0x2f) {
      if (standsAt(bytes, at + 2, this.name) && endsName(bytes[at + 2 + this.name.length])) {
        const end = this.tagEnd(bytes, at);
        return end === bytes.length && bytes[end - 1] !== 0x3e && !ended ? { found: 'more' } : { found: 'end', at: end };
      }
    } else if (second === 0x21) {
      if (standsAt(bytes, at, COMMENT)) this.enter('comment', at - start + COMMENT.length);
      else if (standsAt(bytes, at, CDATA)) this.enter('cdata', at - start + CDATA.length);
    } else if (second === 0x3f) {
      if (this.isDeclaration(bytes, at)) return { found: 'next', at };
      this.enter('instruction', at - start + 2);
    } else if (this.isStart(bytes, at)) {
      return { found: 'next', at };
    }
    if (this.within === null) this.looked = at - start + 1;
    return null;
  }

  /** A tag of such a record in a comment: the comment is over, where a whole record and the next one's beginning have gone by in it. */
  private atHiddenTag(bytes: Buffer, start: number, at: number): RecordEnd | null {
    this.looked = at - start + 1;
    if (bytes[at + 1] === 0x2f) {
      if (this.endInside < 0 && standsAt(bytes, at + 2, this.name) && endsName(bytes[at + 2 + this.name.length])) {
        this.endInside = this.tagEnd(bytes, at) - start;
      }
    } else if (this.isStart(bytes, at) || this.isDeclaration(bytes, at)) {
      // An instruction left open would take the end of another document's declaration, `?>`, for its own.
      const over = this.endInside >= 0 || (this.within === 'instruction' && this.isDeclaration(bytes, at));
      if (this.startInside < 0) this.startInside = at - start;
      if (over) return this.leftOpen(start);
    }
    return null;
  }

  private leftOpen(start: number): RecordEnd | null {
    const { endInside, startInside } = this;
    if (endInside >= 0 && (startInside < 0 || endInside <= startInside)) return { found: 'end', at: start + endInside };
    return startInside >= 0 ? { found: 'next', at: start + startInside } : null;
  }

  private isStart(bytes: Buffer, at: number): boolean {
    return bytes[at + 1] === this.name[0] && standsAt(bytes, at + 1, this.name) && endsName(bytes[at + 1 + this.name.length]);
  }

  private isDeclaration(bytes: Buffer, at: number): boolean {
    const behind = bytes[at + DECLARATION.length];
    return standsAt(bytes, at, DECLARATION) && behind !== 0x3e && behind !== 0x2f && endsName(behind);
  }

  /** Behind the `>` of the end tag at `at`, or where something else stands in its place. */
  private tagEnd(bytes: Buffer, at: number): number {
    let end = at + 2 + this.name.length;
    while (end < bytes.length && bytes[end] !== 0x3e && bytes[end] !== 0x2f && endsName(bytes[end])) end++;
    return bytes[end] === 0x3e ? end + 1 : end;
  }

  private enter(within: keyof typeof CLOSE, contentStart: number): void {
    this.within = within;
    this.contentStart = contentStart;
    this.looked = contentStart;
    this.endInside = -1;
    this.startInside = -1;
  }

  /** Looks for what closes the present comment; stops before a `<` in it or at the end of what is read. */
  private passClosed(bytes: Buffer, start: number): void {
    const close = CLOSE[this.within!];
    const from = start + this.contentStart;
    let i = start + this.looked;
    for (; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === 0x3c) break;
      if (byte === 0x3e && i - close.length >= from && standsAt(bytes, i - close.length, close)) {
        this.within = null;
        i++;
        break;
      }
    }
    this.looked = i - start;
  }
}
