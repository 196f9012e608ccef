/** Finds the words of trade in a raw field, and the marks between them. */
import { hanMarkAt, latinMarkOf, MARK_INITIALS, type Mark } from './goods-marks.ts';
import { asProperty, tailAt } from './goods-properties.ts';
import { type GoodsEntry, type Spelling, singleAt, spellingsAt } from './goods-table.ts';

export interface Piece {
  entry: GoodsEntry | null;
  mark: Mark | null;
  start: number;
  end: number;
  clause: number;
  /** Inside brackets. */
  aside: boolean;
}

const SPACE = 0x20;
const SLASH = 0x2f;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const isDigit = (u: number) => u >= 0x30 && u <= 0x39;
const isHan = (u: number) => u >= 0x3400 && u <= 0x9fff;
/** Part of a word of a script that writes borders: ASCII letters and digits, Latin with accents, Greek, Cyrillic. */
const isWord = (u: number) => (u >= 0x61 && u <= 0x7a) || isDigit(u) || (u >= 0xc0 && u <= 0x52f);
const COUNTS = new Set([...'0123456789一二两三四五六七八九十百几每多'].map((c) => c.charCodeAt(0)));
const CLAUSE_END = new Set([...',;!?|<>{}\n。；！？，《》'].map((c) => c.charCodeAt(0)));
const OPEN = new Set([...'([【「『〔'].map((c) => c.charCodeAt(0)));
const CLOSE = new Set([...')]】」』〕'].map((c) => c.charCodeAt(0)));

/** Longer texts give their buffer back. */
const LONG = 0x10000;
let norm = new Uint16Array(1024);

/** Case, width, spaces and joining hyphens made equal; one unit for each unit of `raw`. */
function normalise(raw: string): void {
  const size = raw.length;
  if (norm.length < size + 2) norm = new Uint16Array(size + 1024);
  for (let at = 0; at < size; at++) {
    let u = raw.charCodeAt(at);
    if (u >= 0xff01 && u <= 0xff5e) u -= 0xfee0;
    if (u >= 0x41 && u <= 0x5a) u += 0x20;
    else if (u === 0x3000 || u === 0xa0 || u === 0x9 || u === 0x5f || u === 0x5c || (u >= 0x2000 && u <= 0x200b)) u = SPACE;
    else if (u >= 0x2010 && u <= 0x2015) u = HYPHEN;
    else if (u === 0xd) u = 0xa;
    norm[at] = u;
  }
  norm[size] = 0;
  for (let at = 0; at < size; at++) {
    if (norm[at] === HYPHEN && !(at > 0 && norm[at - 1] === SPACE && norm[at + 1] === SPACE)) norm[at] = SPACE;
  }
}

/** End of the spelling if it stands at `at`, else -1. */
function matchEnd(units: Uint16Array, at: number): number {
  let j = at;
  for (let i = 0; i < units.length; i++) {
    const want = units[i]!;
    if (want === SPACE) {
      if (norm[j] !== SPACE && norm[j] !== SLASH) return -1;
      while (norm[j] === SPACE || norm[j] === SLASH) j++;
    } else if (norm[j++] !== want) return -1;
  }
  return isWord(units[units.length - 1]!) && isWord(norm[j]!) ? -1 : j;
}

let foundEnd = -1;

/** The longest word of trade that starts at `at`; its end is left in `foundEnd`. */
function goodsAt(at: number): GoodsEntry | undefined {
  const unit = norm[at]!;
  const spelling = longestAt(at);
  // 鞋 and 茶 close a run of characters (or stand before 多少钱); after a number they measure (奶粉 2罐)
  if (spelling || !isHan(unit) || (at > 0 && COUNTS.has(norm[at - 1]!))) return spelling?.entry;
  if (isHan(norm[at + 1]!) && !tailAt(norm, at + 1)) return undefined;
  foundEnd = at + 1;
  return singleAt(unit)?.entry;
}

function longestAt(at: number): Spelling | undefined {
  for (const spelling of spellingsAt(norm, at) ?? []) {
    foundEnd = matchEnd(spelling.units, at);
    if (foundEnd >= 0) return spelling;
  }
  return undefined;
}

/** "32gb": a unit word may follow digits that stand alone; "x2tv" is a model code. */
function startsAfterNumber(at: number): boolean {
  if (!isDigit(norm[at - 1]!) || isDigit(norm[at]!)) return false;
  let back = at - 1;
  while (back >= 0 && isDigit(norm[back]!)) back--;
  return back < 0 || !isWord(norm[back]!);
}

/** 女装风衣: the character after the word opens the next word and is no 风 of style. */
function startsWord(at: number): boolean {
  const end = foundEnd;
  const starts = isHan(norm[at]!) && longestAt(at) !== undefined;
  foundEnd = end;
  return starts;
}

const isClauseEnd = (u: number) => u === HYPHEN || CLAUSE_END.has(u) || OPEN.has(u) || CLOSE.has(u);

/** End of the word or number at `at`; a number ends before its unit, so that the unit in "32gb" is seen. */
function wordEnd(at: number): number {
  const number = isDigit(norm[at]!);
  let end = at + 1;
  while (isWord(norm[end]!) && (!number || isDigit(norm[end]!))) end++;
  return end;
}

/** The word in lower case if it can be a mark, else ''. */
function markText(start: number, end: number): string {
  if (end - start > 10 || !MARK_INITIALS.has(norm[start]!) || (start > 0 && isWord(norm[start - 1]!))) return '';
  return String.fromCharCode(...norm.subarray(start, end));
}

/**
 * The words of trade and the marks of a raw text, in order, never overlapping; at each place the longest word wins. Offsets are UTF-16
 * units of `raw`. Time is linear in the text: one look into a table by the first units at each word start.
 */
export function scanGoods(raw: string): Piece[] {
  normalise(raw);
  const size = raw.length;
  const pieces: Piece[] = [];
  let clause = 0;
  let depth = 0;
  /** Chinese purpose phrase under way: 1 opened, 2 has named something and ends at the next space. */
  let purpose = 0;
  /** 带, 配 or 含 is open; a word that is no goods ends it at the next space (带森 吸尘器). */
  let part = 0;
  let lastEnd = -1;
  let wordBefore = '';
  const push = (entry: GoodsEntry | null, mark: Mark | null, start: number, end: number) => {
    pieces.push({ entry, mark, start, end, clause, aside: depth > 0 });
    if (entry) lastEnd = end;
  };
  const rightAfterGoods = (at: number) => {
    let back = at;
    while (back > 0 && norm[back - 1] === SPACE) back--;
    return lastEnd === back;
  };
  for (let at = 0, next = 0; at < size; at = next) {
    next = at + 1;
    const u = norm[at]!;
    if (u === SPACE) {
      if ((purpose === 2 && isHan(norm[at - 1]!)) || part === 2) {
        push(null, 'stop', at, next);
        purpose = 0;
      }
      part = 0;
    } else if (isClauseEnd(u)) {
      clause++;
      purpose = 0;
      part = 0;
      if (OPEN.has(u)) depth++;
      else if (CLOSE.has(u) && depth > 0) depth--;
    } else if (u === PLUS) {
      if (rightAfterGoods(at)) push(null, 'with', at, next);
    } else if (isHan(u) || (isWord(u) && (at === 0 || !isWord(norm[at - 1]!) || startsAfterNumber(at)))) {
      const entry = goodsAt(at);
      if (entry) {
        next = foundEnd;
        const property = asProperty(norm, at, next) && !startsWord(next);
        if (entry.rows.length > 0 && !property) push(entry, null, at, next);
        if (purpose === 1) purpose = 2;
        part = property && part > 0 ? 2 : 0;
        wordBefore = '';
      } else if (isHan(u)) {
        const found = hanMarkAt(raw, at);
        if (found) {
          next = at + found[0].length;
          if (found[1] === 'for' && rightAfterGoods(at)) push(null, 'for_before', at, next);
          push(null, found[1], at, next);
          if (found[1] === 'for') purpose = 1;
          else if (found[1] === 'stop') purpose = 0;
          part = found[1] === 'with_one' ? 1 : 0;
        } else {
          if (purpose === 1) purpose = 2;
          if (part === 1) part = 2;
        }
      } else {
        next = wordEnd(at);
        const text = markText(at, next);
        const mark = text && latinMarkOf(text, wordBefore, rightAfterGoods(at), norm[next] === SLASH, at > 1 && isDigit(norm[at - 2]!));
        if (mark) push(null, mark, at, next);
        wordBefore = text;
      }
    }
  }
  if (size > LONG) norm = new Uint16Array(1024);
  return pieces;
}
