// What stands between records: wrappers, declarations, comments, document types. Read past, with a limit on what has no end.
import { endsName, nextTag, type XmlWindow } from './xml-window.ts';

/** A comment, document type or the like that has not ended by then has been left open: what stands behind it is read all the same. */
const LONGEST = 1 << 20;
const LONGEST_NAME = 256;

export interface TagFound {
  found: 'start' | 'end';
  name: string;
  /** Without its prefix. */
  local: string;
  /** Offset behind the name. */
  nameEnd: number;
}

export type Outside = TagFound | { found: 'declaration'; text: string } | { found: 'open'; what: string } | { found: 'more' | 'nothing' };

type Block = 'comment' | 'cdata' | 'instruction' | 'doctype';

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Goes from tag to tag. `window.start` stands at the tag that was found, or behind what was passed. */
export class OutsideScanner {
  /** Up to there nothing closes a block of that kind: many that are left open must not be looked through again and again. */
  private readonly openUntil: Record<Block, number> = { comment: 0, cdata: 0, instruction: 0, doctype: 0 };

  next(window: XmlWindow): Outside {
    for (;;) {
      const at = nextTag(window.bytes, window.start);
      window.take(at < 0 ? window.bytes.length : at);
      const { bytes, start, ended } = window;
      if (at < 0) return { found: ended ? 'nothing' : 'more' };
      if (bytes.length - at < LONGEST_NAME + 4 && !ended) return { found: 'more' };
      const second = bytes[at + 1];
      const block = blockAt(bytes, at);
      if (block !== null) {
        const end = this.blockEnd(window, block);
        if (end === 'more') return { found: 'more' };
        const declaration = block.kind === 'instruction' && /^<\?xml\s/.test(bytes.toString('latin1', at, at + 6));
        if (end < 0) {
          const known = window.taken < this.openUntil[block.kind];
          if (!known) this.openUntil[block.kind] = window.taken + bytes.length - start;
          window.take(at + block.opening);
          if (!known) return { found: 'open', what: bytes.toString('latin1', at, at + block.opening) };
          continue;
        }
        const text = declaration ? bytes.toString('latin1', at, Math.min(end, at + 1024)) : '';
        window.take(end);
        if (declaration) return { found: 'declaration', text };
        continue;
      }
      const from = second === 0x2f ? at + 2 : at + 1;
      let nameEnd = from;
      while (nameEnd < from + LONGEST_NAME && nameEnd < bytes.length && isNameByte(bytes[nameEnd]!)) nameEnd++;
      if (nameEnd > from && endsName(bytes[nameEnd])) {
        const name = bytes.toString('latin1', from, nameEnd);
        return { found: second === 0x2f ? 'end' : 'start', name, local: localOf(name), nameEnd };
      }
      window.take(at + 1);
    }
  }

  /** Offset behind the block at `window.start`, -1 where it has been left open. */
  private blockEnd(window: XmlWindow, { kind, opening, close }: BlockStart): number | 'more' {
    const { bytes, start, ended } = window;
    const from = start + opening;
    if (window.taken < this.openUntil[kind]) return -1;
    const end = kind === 'doctype' ? doctypeEnd(bytes, from) : kind === 'comment' ? commentEnd(bytes, from) : closeAt(bytes, from, close);
    if (end !== null) return end;
    return !ended && bytes.length - start < LONGEST ? 'more' : -1;
  }
}

interface BlockStart {
  kind: Block;
  opening: number;
  close: string;
}
const BLOCKS: [begins: string, BlockStart][] = [
  ['<!--', { kind: 'comment', opening: 4, close: '-->' }],
  ['<![CDATA[', { kind: 'cdata', opening: 9, close: ']]>' }],
  ['<!DOCTYPE', { kind: 'doctype', opening: 9, close: '>' }],
  ['<?', { kind: 'instruction', opening: 2, close: '?>' }],
];
const blockAt = (bytes: Buffer, at: number): BlockStart | null => {
  const second = bytes[at + 1];
  if (second !== 0x21 && second !== 0x3f) return null;
  const begins = bytes.toString('latin1', at, at + 9);
  return BLOCKS.find(([word]) => begins.startsWith(word))?.[1] ?? null;
};

const closeAt = (bytes: Buffer, from: number, close: string): number | null => {
  const at = bytes.indexOf(close, from, 'latin1');
  return at < 0 ? null : at + close.length;
};

/** A comment has no `--` in it, so one that was left open is seen at the next comment's beginning. */
const commentEnd = (bytes: Buffer, from: number): number | null => {
  const at = bytes.indexOf('--', from, 'latin1');
  if (at < 0 || at + 2 >= bytes.length) return null;
  return bytes[at + 2] === 0x3e ? at + 3 : -1;
};

/** Behind a document type with its internal subset; -1 where a tag stands in it; null where it goes on. */
const doctypeEnd = (bytes: Buffer, from: number): number | null => {
  let inside = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5b) inside = true;
    else if (byte === 0x5d) inside = false;
    else if (byte === 0x3e && !inside) return at + 1;
    else if (byte === 0x22 || byte === 0x27) {
      at = bytes.indexOf(byte, at + 1);
      if (at < 0) return null;
    } else if (byte === 0x3c) {
      const begins = bytes.toString('latin1', at, at + 4);
      const close = begins === '<!--' ? closeAt(bytes, at + 4, '-->') : begins.startsWith('<?') ? closeAt(bytes, at + 2, '?>') : at + 1;
      if (close === null) return null;
      if (!begins.startsWith('<!') && !begins.startsWith('<?') && begins.length === 4) return -1;
      at = close - 1;
    }
  }
  return null;
};

const isNameByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x2d && byte <= 0x3a && byte !== 0x2f) ||
  byte === 0x5f ||
  byte >= 0x80;
