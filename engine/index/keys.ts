// Keys under which names are found: 32-bit hashes of short unit sequences. A collision costs one comparison, never a wrong match,
// since every candidate is compared letter by letter afterwards.
import { glyphClass, lookAlikes, softSyllable } from '../text/characters.ts';

/** Salts keep the kinds of key apart in one table. */
export const KEY = { exact: 1, wild: 2, without: 3, sound: 4, glyph: 5, skeleton: 6, skeletonWithout: 7, number: 8, order: 9, words: 10 } as const;

/** Longer names are not searched as text and are counted as such. */
export const LONGEST_NAME = 60;
export const LONGEST_NEAR_HAN = 8;
export const LONGEST_NEAR_LATIN = 18;

const BASE = 0x01000193;
const WILD = 0xfffd;
const POWER = new Int32Array(256);
POWER[0] = 1;
for (let i = 1; i < 256; i += 1) POWER[i] = Math.imul(POWER[i - 1]!, BASE);

/** Final mix (murmur3 fmix32) of a polynomial hash with its length and salt. */
export const finish = (hash: number, length: number, salt: number): number => {
  let h = hash ^ Math.imul(length, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Prefix hashes: `prefix[i]` covers codes[0..i). */
export const prefixes = (codes: ArrayLike<number>, length: number, into: Int32Array): void => {
  into[0] = 0;
  for (let i = 0; i < length; i += 1) into[i + 1] = (Math.imul(into[i]!, BASE) + codes[i]!) | 0;
};
export const slice = (prefix: Int32Array, s: number, e: number): number => (prefix[e]! - Math.imul(prefix[s]!, POWER[e - s]!)) | 0;
/** Hash of the window with unit k replaced by a wildcard. */
export const withWild = (whole: number, code: number, k: number, e: number): number => (whole + Math.imul(WILD - code, POWER[e - 1 - k]!)) | 0;
/** Hash of the window with unit k left out. */
export const withoutUnit = (prefix: Int32Array, s: number, k: number, e: number): number =>
  (Math.imul(slice(prefix, s, k), POWER[e - k - 1]!) + slice(prefix, k + 1, e)) | 0;

export const hashText = (text: string, salt: number): number => {
  let h = 0;
  for (let i = 0; i < text.length; i += 1) h = (Math.imul(h, BASE) + text.charCodeAt(i)) | 0;
  return finish(h, text.length, salt);
};

/** Order-free hash of words. */
const wordsKey = (words: readonly string[]): number => words.reduce((sum, word) => (sum + hashText(word, KEY.words)) | 0, 0);

const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (c) => c.charCodeAt(0));

/** Order-free share of one unit in the key under which the same characters in another order meet (domain.md 3.2 R1). */
export const unordered = (code: number): number => finish(code, 1, KEY.order) | 0;

/** All keys of a Han name: itself, its sound and glyph class, and for three or more characters every one-character change. */
export function hanKeys(name: string, add: (key: number) => void): void {
  const codes = codesOf(name);
  const n = codes.length;
  const prefix = new Int32Array(n + 1);
  prefixes(codes, n, prefix);
  const whole = prefix[n]!;
  add(finish(whole, n, KEY.exact));
  if (n > LONGEST_NEAR_HAN) return;
  add(mapped(codes, softSyllable, KEY.sound));
  if (n === 2) {
    // Two characters leave no room for an edit: only a look-alike in one place is near.
    for (let k = 0; k < 2; k += 1)
      for (const alike of lookAlikes(codes[k]!)) {
        const other = Uint16Array.from(codes);
        other[k] = alike;
        add(mapped(other, (c) => c, KEY.glyph));
      }
    return;
  }
  add(mapped(codes, glyphClass, KEY.glyph));
  add(
    finish(
      codes.reduce((sum, code) => (sum + unordered(code)) | 0, 0),
      n,
      KEY.order,
    ),
  );
  for (let k = 0; k < n; k += 1) {
    add(finish(withWild(whole, codes[k]!, k, n), n, KEY.wild));
    add(finish(withoutUnit(prefix, 0, k, n), n - 1, KEY.without));
  }
}

const mapped = (codes: Uint16Array, map: (code: number) => number, salt: number): number => {
  let h = 0;
  for (const code of codes) h = (Math.imul(h, BASE) + map(code)) | 0;
  return finish(h, codes.length, salt);
};

/** All keys of a Latin name. `skeleton` is `latinSkeleton(name)`; near keys only from four letters on (domain.md 3.2 R4). */
export function latinKeys(name: string, skeleton: string, near: boolean, words: readonly string[], add: (key: number) => void): void {
  add(hashText(name, KEY.exact));
  // R3: the same words in another order (SILVER FINCH, FINCH SILVER).
  if (words.length > 1) add(finish(wordsKey(words), name.length, KEY.words));
  if (!near) return;
  add(hashText(skeleton, KEY.skeleton));
  add(hashText(skeleton, KEY.skeletonWithout));
  if (skeleton.length > LONGEST_NEAR_LATIN) return;
  const codes = codesOf(skeleton);
  const prefix = new Int32Array(codes.length + 1);
  prefixes(codes, codes.length, prefix);
  for (let k = 0; k < codes.length; k += 1) add(finish(withoutUnit(prefix, 0, k, codes.length), codes.length - 1, KEY.skeletonWithout));
}

const LATIN_LOOK = new Uint16Array(128).map((_, code) => code);
for (const [from, to] of ['li', '1i', '0o', '5s', '3e', '4a', '8b']) LATIN_LOOK[from!.charCodeAt(0)] = to!.charCodeAt(0);
const [R, N, M, V, W] = [...'rnmvw'].map((c) => c.charCodeAt(0)) as [number, number, number, number, number];

/**
 * Folds what looks alike in Latin letters and digits to one form: rn=m, vv=w, 1=l=I, 0=O, 5=s, 3=e, 4=a, 8=b. Only for comparing skeletons with skeletons.
 * Writes the skeleton of codes[s..e) into `into` and returns its length.
 */
export function writeSkeleton(codes: ArrayLike<number>, s: number, e: number, into: Uint16Array): number {
  let n = 0;
  for (let i = s; i < e; i += 1) {
    const code = codes[i]!;
    if (code === R && i + 1 < e && codes[i + 1] === N) {
      into[n++] = M;
      i += 1;
    } else if (code === V && i + 1 < e && codes[i + 1] === V) {
      into[n++] = W;
      i += 1;
    } else into[n++] = LATIN_LOOK[code] ?? code;
  }
  return n;
}

/** Skeletons already made: the same marks and words are compared again and again (a fifth of the time at 33,000 marks). */
const skeletons = new Map<string, string>();
const MOST_SKELETONS = 50_000;

/** The skeleton of a folded Latin text as a string. */
export const latinSkeleton = (folded: string): string => {
  let skeleton = skeletons.get(folded);
  if (skeleton === undefined) {
    const into = new Uint16Array(folded.length);
    skeleton = String.fromCharCode(...into.subarray(0, writeSkeleton(codesOf(folded), 0, folded.length, into)));
    if (skeletons.size >= MOST_SKELETONS) skeletons.clear();
    skeletons.set(folded, skeleton);
  }
  return skeleton;
};

const letters = (text: string): number => text.replace(/[^a-z]/g, '').length;
/** Near search needs four letters; digits alone never make a name near. */
export const takesNear = (folded: string): boolean => folded.length >= 4 && letters(folded) >= 3 && letters(latinSkeleton(folded)) >= 4;
