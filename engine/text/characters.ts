/** What a single character is, sounds like and looks like: flat tables by UTF-16 code unit, read once at load. */
import { readFileSync } from 'node:fs';
import { numberSyllables } from './syllables.ts';

const UNITS = 0x10000;
const NONE: readonly number[] = Object.freeze([]);

function rows(file: string): string[] {
  return readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const simplifiedOf = new Uint16Array(UNITS);
const groupOf = new Uint16Array(UNITS);
/** Places in the lists below; characters with the same readings share one list, 0 is the empty one. */
const soundsOf = new Uint16Array(UNITS);
const alikeOf = new Uint16Array(UNITS);
const soundLists: (readonly number[])[] = [NONE];
const alikeLists: (readonly number[])[] = [NONE];
const alikeCosts: (readonly number[])[] = [NONE];
for (let unit = 0; unit < UNITS; unit++) {
  simplifiedOf[unit] = unit;
  groupOf[unit] = unit;
}

// a line is cut at fixed places, not split: two thirds of the lines have no look-alikes (the import took 80 ms split, 54 ms cut)
const lists = new Map<string, number[]>();
for (const line of rows('han.tsv')) {
  const unit = line.charCodeAt(0);
  simplifiedOf[unit] = line.charCodeAt(2);
  const end = line.indexOf('\t', 4);
  if (end > 4) {
    const readings = line.slice(4, end);
    const list = lists.get(readings);
    if (list) list.push(unit);
    else lists.set(readings, [unit]);
  }
  const last = line.indexOf('\t', end + 1);
  if (last === end + 1) continue;
  const pairs = line.slice(end + 1, last).split(' ');
  alikeOf[unit] = alikeLists.push(Object.freeze(pairs.map((pair) => pair.charCodeAt(0)))) - 1;
  alikeCosts.push(Object.freeze(pairs.map((pair) => Number(pair.slice(2)))));
  if (last + 1 < line.length) groupOf[unit] = line.charCodeAt(last + 1);
}
const sounds = numberSyllables([...lists.keys()].flatMap((readings) => readings.split(' ')));
for (const [readings, units] of lists) {
  const list = soundLists.push(Object.freeze(readings.split(' ').map(sounds.id))) - 1;
  for (const unit of units) soundsOf[unit] = list;
}

const latinUnits = new Uint8Array(UNITS);
const latinBeyond = new Map<number, number>();
for (let i = 0; i < 26; i++) latinUnits[65 + i] = latinUnits[97 + i] = 97 + i;
for (let i = 0; i < 10; i++) latinUnits[48 + i] = 48 + i;
for (const line of rows('latin.tsv')) {
  const [from = '', to = ''] = line.split('\t');
  const code = from.codePointAt(0) ?? 0;
  if (code < UNITS) latinUnits[code] = to.charCodeAt(0);
  else latinBeyond.set(code, to.charCodeAt(0));
}

/** Whether a code unit is a Han character of the basic plane (also 〇 and 々). Surrogates are not. */
export function isHan(codeUnit: number): boolean {
  return (
    (codeUnit >= 0x4e00 && codeUnit <= 0x9fff) ||
    (codeUnit >= 0x3400 && codeUnit <= 0x4dbf) ||
    (codeUnit >= 0xf900 && codeUnit <= 0xfaff) ||
    codeUnit === 0x3007 ||
    codeUnit === 0x3005
  );
}

/** The simplified form of a traditional character (OpenCC, character by character); any other code unit is given back. */
export function simplify(codeUnit: number): number {
  return simplifiedOf[codeUnit] ?? codeUnit;
}

/** Number of the main reading without its tone, from 1; 0 where there is none. Equal numbers mean equal pinyin. */
export function syllable(codeUnit: number): number {
  return syllables(codeUnit)[0] ?? 0;
}

/** Numbers of all readings, at most four, main reading first; empty where there is none. */
export function syllables(codeUnit: number): readonly number[] {
  return soundLists[soundsOf[codeUnit] ?? 0] ?? NONE;
}

/** Number of the main reading's class when zh/z, ch/c, sh/s, n/l, h/f, in/ing, en/eng, an/ang are one; 0 where there is none. */
export function softSyllable(codeUnit: number): number {
  return sounds.soft[syllable(codeUnit)] ?? 0;
}

/** Numbers of the classes of all readings (see softSyllable), main reading first. */
export function softSyllables(codeUnit: number): readonly number[] {
  return syllables(codeUnit).map((id) => sounds.soft[id] ?? 0);
}

/**
 * How far two characters sound apart, 0 (a common reading) .. 1 (nothing alike or a reading unknown): the least over all
 * readings of initial .4 + final .5, of which a pair that speakers merge costs a fifth; tones do not count (domain 3.2).
 */
export function soundDistance(a: number, b: number): number {
  if (a === b) return 0;
  const [first, second] = [syllables(a), syllables(b)];
  let least = 100;
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < second.length; j++) {
      const distance = sounds.distances[(first[i] as number) * sounds.count + (second[j] as number)] as number;
      if (distance < least) least = distance;
    }
  }
  return least / 100;
}

/**
 * How easily two characters are told apart by eye: 0 the same (traditional and simplified are), 0.10 hardly .. 0.45 alike
 * at a glance, 1 not known as alike. Symmetric. Measured on drawn glyphs and their build, see data/measure-likeness.ts.
 */
export function lookAlikeCost(a: number, b: number): number {
  const [from, to] = [simplify(a), simplify(b)];
  if (from === to) return 0;
  const list = alikeOf[from] ?? 0;
  const at = list === 0 ? -1 : (alikeLists[list] ?? NONE).indexOf(to);
  return at < 0 ? 1 : (alikeCosts[list]?.[at] ?? 1);
}

/** The characters that look like this one, nearest first. */
export function lookAlikes(codeUnit: number): readonly number[] {
  return alikeLists[alikeOf[simplify(codeUnit)] ?? 0] ?? NONE;
}

/** First member of the character's group of at most eight strongly alike ones (cost up to .2), itself where it has none. */
export function glyphClass(codeUnit: number): number {
  const simple = simplify(codeUnit);
  return groupOf[simple] ?? simple;
}

/**
 * The lower-case ASCII letter or digit (as its code) that a code unit or code point is or is taken for: Ａ, Á, Cyrillic А,
 * 𝐀, Ⓐ -> a; 0 for everything else, Han and kana included.
 */
export function latinOf(codePoint: number): number {
  return codePoint < UNITS ? (latinUnits[codePoint] ?? 0) : (latinBeyond.get(codePoint) ?? 0);
}
