// Raw text as a row of comparable units with the way back: every unit knows where in the raw field it came from.
// Dropped on the way (and remembered as the gap before the next unit): separators, spaces, emoji, zero-width characters.
import { isHan, latinOf, simplify } from './characters.ts';

export const HAN = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** A letter of another script: keeps words apart, never equals a Latin letter. */
export const OTHER = 4;

/** What stands between two units. Names hide behind NONE, LIGHT and SPACE; HARD ends a phrase. */
export const NONE = 0;
export const LIGHT = 1;
export const SPACE = 2;
export const HARD = 3;

export const ALTERED_CASE_WIDTH = 1;
export const ALTERED_TRADITIONAL = 2;
export const ALTERED_LOOK_ALIKE = 4;

export interface Units {
  raw: string;
  length: number;
  /** Simplified Han, a-z, 0-9, or the lower-cased letter of another script. */
  code: Uint16Array;
  kind: Uint8Array;
  start: Int32Array;
  end: Int32Array;
  /** Gap before the unit; HARD before the first. */
  gap: Uint8Array;
  /** How the unit was changed on the way (ALTERED_ bits). */
  altered: Uint8Array;
}

const LIGHT_MARKS = new Set([..."·•‧∙・･*-‐‑–—_.~^'’‘`´&°™®©+"].map((c) => c.codePointAt(0)!));
const isSpace = (c: number) => c === 0x20 || c === 0xa0 || c === 0x3000 || (c >= 0x2000 && c <= 0x200a) || c === 0x9;
const isInvisible = (c: number) =>
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x2060 && c <= 0x2064) ||
  c === 0xfeff ||
  c === 0xad ||
  (c >= 0xfe00 && c <= 0xfe0f) ||
  (c >= 0x300 && c <= 0x36f);
const isPicture = (c: number) =>
  (c >= 0x1f000 && c <= 0x1faff) ||
  (c >= 0x2600 && c <= 0x27bf) ||
  (c >= 0x2b00 && c <= 0x2bff) ||
  (c >= 0x2190 && c <= 0x21ff) ||
  (c >= 0x25a0 && c <= 0x25ff) ||
  (c >= 0xe0000 && c <= 0xe007f);
const OTHER_LETTER = /\p{L}/u;

/**
 * Splits raw text into units. Time is linear, offsets are UTF-16 units of `raw`.
 * Lone surrogates and unknown characters become HARD gaps; nothing throws.
 */
export function unitsOf(raw: string): Units {
  const size = raw.length;
  const units: Units = {
    raw,
    length: 0,
    code: new Uint16Array(size),
    kind: new Uint8Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    gap: new Uint8Array(size),
    altered: new Uint8Array(size),
  };
  let gap = HARD;
  let n = 0;
  for (let at = 0; at < size; ) {
    const c = raw.codePointAt(at)!;
    const next = at + (c > 0xffff ? 2 : 1);
    let code = 0;
    let kind = 0;
    let altered = 0;
    if (c < 0x80) {
      if (c >= 0x61 && c <= 0x7a) {
        code = c;
        kind = LETTER;
      } else if (c >= 0x41 && c <= 0x5a) {
        code = c | 0x20;
        kind = LETTER;
        altered = ALTERED_CASE_WIDTH;
      } else if (c >= 0x30 && c <= 0x39) {
        code = c;
        kind = DIGIT;
      }
    } else if (c <= 0xffff && isHan(c)) {
      code = simplify(c);
      kind = HAN;
      if (code !== c) altered = ALTERED_TRADITIONAL;
    } else {
      const latin = latinOf(c);
      if (latin !== 0) {
        code = latin;
        kind = latin <= 0x39 ? DIGIT : LETTER;
        // Full-width, bold or circled: the same letter in another dress. Cyrillic: another letter.
        const plain = String.fromCodePoint(c).normalize('NFKC').toLowerCase();
        altered = plain.length === 1 && plain.charCodeAt(0) === latin ? ALTERED_CASE_WIDTH : ALTERED_LOOK_ALIKE;
      } else if (c <= 0xffff && !isInvisible(c) && OTHER_LETTER.test(String.fromCharCode(c))) {
        code = String.fromCharCode(c).toLowerCase().charCodeAt(0);
        kind = OTHER;
      }
    }
    if (kind === 0) {
      // An invisible character or a combining accent leaves no gap: NI\u200bKE reads as one word.
      const plain = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
      const kindOfGap = isInvisible(c) ? NONE : isSpace(c) ? SPACE : LIGHT_MARKS.has(plain) || isPicture(c) ? LIGHT : HARD;
      if (kindOfGap > gap) gap = kindOfGap;
    } else {
      units.code[n] = code;
      units.kind[n] = kind;
      units.start[n] = at;
      units.end[n] = next;
      units.gap[n] = gap;
      units.altered[n] = altered;
      n += 1;
      gap = NONE;
    }
    at = next;
  }
  units.length = n;
  return units;
}

/** The units from s (inclusive) to e (exclusive) as a string of their normal forms. */
export const foldedText = (units: Units, s: number, e: number): string => {
  let out = '';
  for (let i = s; i < e; i += 1) out += String.fromCharCode(units.code[i]!);
  return out;
};

/** Raw span of units s (inclusive) to e (exclusive), UTF-16. */
export const rawSpan = (units: Units, s: number, e: number): [number, number] => [units.start[s]!, units.end[e - 1]!];

/** True where a Latin or digit run is cut: a word border, or the change from letters to digits (iphone|4). */
export const isPieceStart = (units: Units, i: number): boolean => {
  if (i === 0 || units.gap[i] !== NONE) return true;
  return units.kind[i] !== units.kind[i - 1];
};
