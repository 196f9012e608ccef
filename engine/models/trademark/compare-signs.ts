// How near is a sign to a mark? Domain.md 3.2: same first, then look (shape), sound and the first character, apart from any goods.
// Method: weighted edit distance; the price of a replaced character is how unlike the two look (or sound).
import type { Variant } from '@zhijian/contract';
import { lookAlikeCost, soundDistance } from '../../text/characters.ts';
import { isEnglishWord, isOrdinaryChineseWord } from '../../text/words.ts';
import { latinSkeleton } from '../../index/keys.ts';

export interface Likeness {
  variant: Variant;
  /** 0..1, 1 = looks the same. */
  shape: number;
  /** 0..1, 1 = sounds the same. */
  sound: number;
  /** 1 when the first character is the same or near in look or sound, else 0. */
  first: number;
  /** Whole characters inserted, deleted, replaced or swapped. */
  edits: number;
  /** 1 when the sign is an ordinary word of its own, so that its meaning tells it from the mark (R2, R4), else 0. */
  word: number;
  length: number;
}

const NEAR_LOOK = 0.45;
const NEAR_SOUND = 0.2;

/** Likeness of two different Han names in normal form; null when they are more than one edit apart and neither look nor sound bridges it. */
export function compareHan(mark: string, sign: string): Likeness | null {
  const shapeCost = alignment(mark, sign, (a, b) => lookAlikeCost(a, b));
  const soundCost = alignment(mark, sign, (a, b) => Math.min(1, soundDistance(a, b)));
  const edits = alignment(mark, sign, (a, b) => (a === b ? 0 : 1));
  const length = Math.max(mark.length, sign.length);
  const shape = 1 - shapeCost / length;
  const sound = 1 - soundCost / length;
  const a = mark.charCodeAt(0);
  const b = sign.charCodeAt(0);
  const first = lookAlikeCost(a, b) <= NEAR_LOOK || soundDistance(a, b) <= NEAR_SOUND ? 1 : 0;
  // Two characters must sound the same: 恒大 is no 芬达, though f/h and en/eng are often confused.
  const nearSound = mark.length === 2 ? 0 : NEAR_SOUND;
  const looks = mark.length === sign.length && everyPair(mark, sign, (x, y) => lookAlikeCost(x, y) <= NEAR_LOOK);
  const sounds = mark.length === sign.length && everyPair(mark, sign, (x, y) => soundDistance(x, y) <= nearSound);
  let variant: Variant;
  if (mark.length >= 3 && edits > 0 && sorted(mark) === sorted(sign))
    return {
      variant: 'transpose',
      shape: 1 - 0.7 / length,
      sound: 1 - 0.7 / length,
      first,
      edits: 1,
      word: Number(isOrdinaryChineseWord(sign)),
      length,
    };
  if (looks) variant = 'look_alike';
  else if (sounds) variant = 'homophone';
  else if (edits > 1 || Math.min(mark.length, sign.length) < 2 || mark.length < 3) {
    // Each change may be bridged in its own way: one by look, one by sound (溜溜梅 / 溜遛梅 is both).
    if (mark.length !== sign.length || !everyPair(mark, sign, (x, y) => lookAlikeCost(x, y) <= NEAR_LOOK || soundDistance(x, y) <= nearSound))
      return null;
    variant = shape >= sound ? 'look_alike' : 'homophone';
  } else variant = mark.length === sign.length ? 'substitute' : mark.length < sign.length ? 'insert' : 'delete';
  return { variant, shape, sound, first, edits, word: Number(isOrdinaryChineseWord(sign)), length };
}

const sorted = (text: string): string => [...text].sort().join('');

const everyPair = (a: string, b: string, test: (x: number, y: number) => boolean): boolean => {
  for (let i = 0; i < a.length; i += 1) if (!test(a.charCodeAt(i), b.charCodeAt(i))) return false;
  return true;
};

/** Likeness of two different Latin names in normal form (a-z, 0-9); null when they are more than one edit apart after folding look-alikes. */
export function compareLatin(mark: string, sign: string): Likeness | null {
  const a = latinSkeleton(mark);
  const b = latinSkeleton(sign);
  // R4 begins at four letters: KFC and KFG are two names.
  if (Math.min(a.length, mark.length) < 4) return null;
  const length = Math.max(mark.length, sign.length);
  // Most candidates end here, before anything costly is weighed.
  const turned = mark.length >= 6 && mark.length === sign.length && a !== b && `${mark}${mark}`.includes(sign);
  if (a !== b && !turned && !withinOneEdit(a, b)) return null;
  const x = latinSound(mark);
  const y = latinSound(sign);
  const sound = soundLikeness(x, y);
  const first = mark[0] === sign[0] || a[0] === b[0] || x[0] === y[0] ? 1 : 0;
  if (a === b) {
    // A small price for each look-alike letter, so that the identical sign stays ahead.
    const changed = Math.max(
      1,
      alignment(mark, sign, (x, y) => (x === y ? 0 : 1)),
    );
    return {
      variant: 'look_alike',
      shape: 1 - (0.1 * Math.min(changed, 3)) / length,
      sound,
      first,
      edits: 0,
      word: Number(isEnglishWord(sign)),
      length,
    };
  }
  // R3: whole words in another order (SILVER FINCH, FINCH SILVER); a proposed window holds whole words.
  if (turned) return { variant: 'transpose', shape: 1 - 0.7 / length, sound: 1 - 0.7 / length, first: 1, edits: 1, word: 0, length };
  const edits = 1;
  const variant: Variant = a.length === b.length ? (isSwap(a, b) ? 'transpose' : 'substitute') : a.length < b.length ? 'insert' : 'delete';
  return { variant, shape: 1 - (variant === 'transpose' ? 0.7 : 1) / length, sound, first, edits, word: Number(isEnglishWord(sign)), length };
}

const isSwap = (a: string, b: string): boolean => {
  let i = 0;
  while (a[i] === b[i]) i += 1;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
};

/** Optimal string alignment: insert and delete 1, replace by price, swap of neighbours 1. */
function alignment(a: string, b: string, price: (x: number, y: number) => number): number {
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  for (let j = 1; j < width; j += 1) cost[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    cost[i * width] = i;
    for (let j = 1; j < width; j += 1) {
      const x = a.charCodeAt(i - 1);
      const y = b.charCodeAt(j - 1);
      let best = Math.min(cost[(i - 1) * width + j]! + 1, cost[i * width + j - 1]! + 1, cost[(i - 1) * width + j - 1]! + (x === y ? 0 : price(x, y)));
      if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && y === a.charCodeAt(i - 2)) best = Math.min(best, cost[(i - 2) * width + j - 2]! + 1);
      cost[i * width + j] = best;
    }
  }
  return cost[a.length * width + b.length]!;
}

/** A rough sound of a Latin word: US practice knows no "correct" pronunciation (domain.md 3.2), so letters that are often read alike fall together. */
const latinSound = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/ght/g, 't')
    .replace(/tion/g, 'shn')
    .replace(/^x/, 's')
    .replace(/x/g, 'ks')
    .replace(/ck|q|c(?![eiyh])/g, 'k')
    .replace(/ch/g, 'j')
    .replace(/c/g, 's')
    .replace(/z/g, 's')
    .replace(/ll(?=a)/g, 'y')
    .replace(/w/g, 'v')
    .replace(/[aeiouy]+/g, (run) => (/[iye]/.test(run) ? 'i' : 'o'))
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');

const soundLikeness = (x: string, y: string): number => 1 - alignment(x, y, (p, q) => (p === q ? 0 : 1)) / Math.max(x.length, y.length, 1);

/** One insertion, deletion, replacement or swap of neighbours apart: linear, by the common head and tail. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const left = a.length - head - tail;
  const right = b.length - head - tail;
  return (left <= 1 && right <= 1) || (left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]);
}
