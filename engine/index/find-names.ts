// Candidate search: which signs could stand where in a text. Every window that could be a name asks the key table;
// nothing here decides, it only proposes (sign, window) pairs for engine/models/trademark/compare-signs.ts.
import { glyphClass, softSyllable } from '../text/characters.ts';
import { HAN, HARD, isPieceStart, LETTER, NONE, OTHER, SPACE, type Units } from '../text/units.ts';
import {
  finish,
  KEY,
  LONGEST_NAME,
  LONGEST_NEAR_HAN,
  LONGEST_NEAR_LATIN,
  prefixes,
  slice,
  unordered,
  withoutUnit,
  withWild,
  writeSkeleton,
} from './keys.ts';
import { SIGN_HAN } from './index-builder.ts';
import type { RegisterIndex } from './register-index.ts';

export interface Candidate {
  sign: number;
  /** Units of the window, end exclusive. */
  s: number;
  e: number;
}

/** A one-word name may have been taken apart into this many words. */
const FEWEST_WORDS = 4;

/** All candidates in a text, each once, in order of start, end and sign. */
export function findNames(index: RegisterIndex, units: Units): Candidate[] {
  const found = new Map<number, Candidate>();
  const { signFlags } = index.data;
  const propose = (key: number, s: number, e: number, han: boolean) =>
    index.eachEntry(index.data.names, key, (sign) => {
      if (((signFlags[sign]! & SIGN_HAN) !== 0) !== han) return;
      const id = (sign * 4_194_304 + s) * 64 + (e - s);
      if (!found.has(id)) found.set(id, { sign, s, e });
    });
  if (units.length >= 2) {
    // A misspelt name may be one unit longer than the name.
    hanWindows(units, index.data.longest.han + 1, propose);
    latinWindows(units, index.data.longest.latin + 1, Math.max(FEWEST_WORDS, index.data.longest.words), propose);
  }
  return [...found.values()].sort((a, b) => a.s - b.s || a.e - b.e || a.sign - b.sign);
}

type Propose = (key: number, s: number, e: number, han: boolean) => void;

/**
 * Windows that hold at least two Han units. Light separators may stand anywhere inside (康师·傅), spaces and hard marks only when
 * every unit is set apart (耐 克, 耐/克): else 好 大宝 贝 would read as 大宝贝.
 */
function hanWindows(units: Units, longest: number, propose: Propose): void {
  const n = units.length;
  const prefix = new Int32Array(n + 1);
  const sound = new Int32Array(n + 1);
  const glyph = new Int32Array(n + 1);
  prefixes(units.code, n, prefix);
  const mapped = new Int32Array(n);
  for (let i = 0; i < n; i += 1) mapped[i] = units.kind[i] === HAN ? softSyllable(units.code[i]!) : units.code[i]!;
  prefixes(mapped, n, sound);
  for (let i = 0; i < n; i += 1) mapped[i] = units.kind[i] === HAN ? glyphClass(units.code[i]!) : units.code[i]!;
  prefixes(mapped, n, glyph);

  const order = new Int32Array(n + 1);
  for (let i = 0; i < n; i += 1) order[i + 1] = (order[i]! + unordered(units.code[i]!)) | 0;

  for (let s = 0; s < n - 1; s += 1) {
    if (units.kind[s] !== HAN && !isPieceStart(units, s)) continue;
    let han = units.kind[s] === HAN ? 1 : 0;
    let apart = 0;
    let wide = 0;
    const last = Math.min(n, s + longest);
    for (let e = s + 2; e <= last; e += 1) {
      const i = e - 1;
      if (units.kind[i] === OTHER) break;
      if (units.kind[i] === HAN) han += 1;
      const gap = units.gap[i]!;
      if (gap !== NONE) apart += 1;
      if (gap >= SPACE) wide += 1;
      const length = e - s;
      const spread = apart === length - 1;
      // Once a wide gap stands in a window that is not spread out, no longer window can become right again.
      if (wide > 0 && !spread) break;
      if (han === 0 || (han === 1 && length < 3)) continue;
      if (units.kind[i] !== HAN && i + 1 < n && !isPieceStart(units, i + 1)) continue;
      const whole = slice(prefix, s, e);
      propose(finish(whole, length, KEY.exact), s, e, true);
      if (han < 2) continue;
      if (length > LONGEST_NEAR_HAN + 1) continue;
      if (length > 2) {
        // One unit too many in the text: the window without it is a name.
        for (let k = s; k < e; k += 1) if (length - 1 >= 3) propose(finish(withoutUnit(prefix, s, k, e), length - 1, KEY.exact), s, e, true);
      }
      if (length > LONGEST_NEAR_HAN) continue;
      propose(finish(slice(sound, s, e), length, KEY.sound), s, e, true);
      if (length === 2) {
        propose(finish(whole, length, KEY.glyph), s, e, true);
        propose(finish(whole, length, KEY.without), s, e, true);
        continue;
      }
      propose(finish(slice(glyph, s, e), length, KEY.glyph), s, e, true);
      propose(finish((order[e]! - order[s]!) | 0, length, KEY.order), s, e, true);
      propose(finish(whole, length, KEY.without), s, e, true);
      for (let k = s; k < e; k += 1) propose(finish(withWild(whole, units.code[k]!, k, e), length, KEY.wild), s, e, true);
    }
  }
}

/** Windows of whole Latin pieces: a run of letters or of digits. As many words as a mark has, or single letters set apart (n i k e, N*I*K*E). */
function latinWindows(units: Units, longest: number, mostWords: number, propose: Propose): void {
  const n = units.length;
  const prefix = new Int32Array(n + 1);
  prefixes(units.code, n, prefix);
  for (let s = 0; s < n; s += 1) {
    if (units.kind[s] === HAN || units.kind[s] === OTHER || !isPieceStart(units, s)) continue;
    let words = 1;
    let single = true;
    let letters = 0;
    let wordStart = s;
    let earlierWords = 0;
    for (let e = s + 1; e <= n && e - s <= longest; e += 1) {
      const i = e - 1;
      if (units.kind[i] === HAN || units.kind[i] === OTHER) break;
      if (i > s) {
        if (!isPieceStart(units, i)) single = false;
        if (units.gap[i] !== NONE) {
          words += 1;
          earlierWords = (earlierWords + finish(slice(prefix, wordStart, i), i - wordStart, KEY.words)) | 0;
          wordStart = i;
        }
        if (units.gap[i] === HARD && !(single && (i + 1 === n || isPieceStart(units, i + 1)))) break;
        if (words > mostWords && !single) break;
      }
      if (units.kind[i] === LETTER) letters += 1;
      if ((e < n && !isPieceStart(units, e)) || e - s < 2) continue;
      propose(finish(slice(prefix, s, e), e - s, KEY.exact), s, e, false);
      if (words === 2 || words === 3) {
        const allWords = (earlierWords + finish(slice(prefix, wordStart, e), e - wordStart, KEY.words)) | 0;
        propose(finish(allWords, e - s, KEY.words), s, e, false);
      }
      if (letters < 3 || e - s < 4) continue;
      // Half a word plus half another is no sign, nor are single letters with one wrong: an edit is looked for in whole words.
      const wholeWords = !single && (units.gap[s] !== NONE || units.kind[s - 1] === HAN);
      nearLatin(units, s, e, wholeWords, propose);
    }
  }
}

// One thread, one call at a time: the buffers serve every window.
const skeleton = new Uint16Array(LONGEST_NAME + 1);
const skeletonPrefix = new Int32Array(LONGEST_NAME + 2);

/** The window's skeleton as it is; as a deletion of a name, a name as a deletion of it, or both one deletion apart (a replaced or swapped letter). */
function nearLatin(units: Units, s: number, e: number, edits: boolean, propose: Propose): void {
  const n = writeSkeleton(units.code, s, e, skeleton);
  let letters = 0;
  for (let i = 0; i < n; i += 1) if (skeleton[i]! > 0x39) letters += 1;
  if (letters < 4) return;
  prefixes(skeleton, n, skeletonPrefix);
  const whole = skeletonPrefix[n]!;
  if (!edits || n > LONGEST_NEAR_LATIN + 1) {
    propose(finish(whole, n, KEY.skeleton), s, e, false);
    return;
  }
  // Names and their deletions lie under one key: one look finds the same skeleton and a name with a letter more …
  propose(finish(whole, n, KEY.skeletonWithout), s, e, false);
  // … and one look a deletion of the window finds a name with a letter less, a replaced letter or two swapped ones.
  for (let k = 0; k < n; k += 1) {
    if (k > 0 && skeleton[k] === skeleton[k - 1]) continue;
    propose(finish(withoutUnit(skeletonPrefix, 0, k, n), n - 1, KEY.skeletonWithout), s, e, false);
  }
}
