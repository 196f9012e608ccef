// Where things stand in the bytes of a JSON document, without parsing it: an object's end, and the list of records in a feed.
// GB 18030 writes { } [ ] \ as second bytes of characters too, so those are passed over.

const QUOTE = 0x22;
const ESCAPE = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const LINE = 0x0a;
export const OBJECT = 0x7b;
export const OBJECT_END = 0x7d;
export const LIST = 0x5b;
export const LIST_END = 0x5d;

/** Deeper than any record; what was never closed is soon deeper. */
const DEEPEST = 64;

export const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Offset behind the string that begins at `at`; -1 where the bytes end within it. */
const stringEnd = (bytes: Buffer, at: number, gb: boolean): number => {
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (gb && byte >= 0x81) i++;
    else if (byte === ESCAPE) i++;
    else if (byte === QUOTE) return i + 1;
  }
  return -1;
};

/** Offset behind the object that begins at `start`; -1 where the bytes end within it, -2 where it nests deeper than any record. */
export const objectEnd = (bytes: Buffer, start: number, gb: boolean): number => {
  let depth = 0;
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      const end = stringEnd(bytes, i, gb);
      if (end < 0) return -1;
      i = end - 1;
    } else if (gb && byte >= 0x81) i++;
    else if (byte === OBJECT) {
      if (++depth > DEEPEST) return -2;
    } else if (byte === OBJECT_END && --depth === 0) return i + 1;
  }
  return -1;
};

/** Names under which feeds keep their records. */
const LISTS = new Set(
  `products product items item data list results result records record goods entries entry rows offers listings listing auctions docs hits
   content contents @graph itemlistelement rights licences licenses decisions traders companies`.split(/\s+/),
);
/** An object with one of these is a record itself, and its offers are no records. */
const OWN = new Set(['name', 'title', '@type']);

export type FoundList =
  /** `at`: behind the bracket of the list; `open`: objects and lists around it. */
  { found: 'list'; at: number; open: number } | { found: 'end'; at: number } | { found: 'more' };

/**
 * The next list of records. From a document's `{` (open 0) or from within it; 'end' where the document closes without one.
 * @param open how many objects and lists are open at `start`
 */
export const findList = (bytes: Buffer, start: number, open: number, gb: boolean): FoundList => {
  const own: boolean[] = [];
  let depth = open;
  let key = '';
  let last = '';
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      const end = stringEnd(bytes, i, gb);
      if (end < 0) return { found: 'more' };
      last = end - i > 40 ? '' : bytes.toString('latin1', i + 1, end - 1).toLowerCase();
      i = end - 1;
    } else if (gb && byte >= 0x81) i++;
    else if (byte === COLON) {
      key = last;
      if (OWN.has(key)) own[depth] = true;
    } else if (byte === COMMA) key = '';
    else if (byte === OBJECT || byte === LIST) {
      if (byte === LIST && LISTS.has(key) && depth <= 4 && !(key === 'offers' && own[depth] === true)) {
        let next = i + 1;
        while (isSpace(bytes[next])) next++;
        if (next === bytes.length) return { found: 'more' };
        if (bytes[next] === OBJECT) return { found: 'list', at: i + 1, open: depth };
      }
      own[++depth] = false;
      key = '';
    } else if (byte === OBJECT_END || byte === LIST_END) {
      if (--depth <= 0) return { found: 'end', at: i + 1 };
    }
  }
  return { found: 'more' };
};

/** Offset of the next object of a list after `from` that begins with this key; -1 where there is none. */
export const nextObject = (bytes: Buffer, from: number, key: string): number => {
  const wanted = Buffer.from(JSON.stringify(key));
  for (let at = bytes.indexOf(wanted, from); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    let begin = at - 1;
    while (begin > from && isSpace(bytes[begin])) begin--;
    if (begin <= from || bytes[begin] !== OBJECT) continue;
    let before = begin - 1;
    while (before > from && isSpace(bytes[before])) before--;
    // What stands behind a colon is a part of its record.
    if (bytes[before] === COMMA || bytes[before] === LIST || bytes[before] === OBJECT) return begin;
  }
  return -1;
};

/** Offset of the next object that begins a line after `from`, with a key behind its brace; -1 where there is none. */
export const objectOnLine = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(LINE, from); at >= 0; at = bytes.indexOf(LINE, at + 1)) {
    let begin = at + 1;
    while (isSpace(bytes[begin])) begin++;
    if (bytes[begin] !== OBJECT) continue;
    let key = begin + 1;
    while (isSpace(bytes[key])) key++;
    if (bytes[key] === QUOTE) return begin;
  }
  return -1;
};

/** Offset behind a value that is no object, and behind what is no JSON at all: the next comma, object or bracket. */
export const valueEnd = (bytes: Buffer, start: number, gb: boolean): number => {
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      const end = stringEnd(bytes, i, gb);
      if (end < 0) return -1;
      i = end - 1;
    } else if (gb && byte >= 0x81) i++;
    else if (i > start && (byte === COMMA || byte === OBJECT || byte === LIST_END)) return i;
  }
  return -1;
};
