// Every place in an offer where a mark, or something like it, stands; with how it differs. Accidental pieces of ordinary words are left out here.
import type { Offer, Right, TextField, Variant } from '@zhijian/contract';
import { findNames } from '../../index/find-names.ts';
import { type RegisterIndex, SIGN_COMMON, SIGN_HAN, SIGN_PART, SIGN_SPACED } from '../../index/register-index.ts';
import { ALTERED_LOOK_ALIKE, ALTERED_TRADITIONAL, DIGIT, foldedText, HAN, LETTER, NONE, rawSpan, type Units, unitsOf } from '../../text/units.ts';
import { isEnglishWord, isOrdinaryChineseWord } from '../../text/words.ts';
import { readsAsOtherWords, Segmented, standsAlone } from './borders.ts';
import { isNegated } from './context.ts';
import { compareHan, compareLatin, type Likeness } from './compare-signs.ts';

export interface SignUse {
  right: Right;
  rightId: number;
  field: TextField;
  units: Units;
  s: number;
  e: number;
  span: [number, number];
  text: string;
  likeness: Likeness;
  /** No basic visual difference (domain.md 3.2): only case, width or spacing differ. */
  identical: boolean;
  part: boolean;
  common: boolean;
  /** The window is the whole field. */
  whole: boolean;
}

/** The fields in which a sign can stand, in the order of their weight. */
export const SIGN_FIELDS = ['brand', 'title', 'marking', 'shop', 'description'] as const satisfies readonly TextField[];

/** Places of one right in one field that are kept, the first ones. */
const MOST_USES = 32;

export interface SignSearch {
  uses: SignUse[];
  /** Signs compared. */
  compared: number;
}

export function findSigns(index: RegisterIndex, offer: Offer): SignSearch {
  const uses: SignUse[] = [];
  let compared = 0;
  for (const field of SIGN_FIELDS) {
    const raw = offer[field];
    if (raw === null) continue;
    const units = unitsOf(raw);
    const candidates = findNames(index, units);
    if (candidates.length === 0) continue;
    compared += candidates.length;
    const segmented = new Segmented(units);
    // Units that an exact sign covers, and how often each right was found: a page that repeats a name ten thousand times says it once.
    const exact = new Uint8Array(units.length);
    const times = new Map<number, number>();
    const enough = (rightId: number): boolean => {
      const before = times.get(rightId) ?? 0;
      times.set(rightId, before + 1);
      return before >= MOST_USES;
    };
    const near: (() => SignUse | null)[] = [];
    for (const { sign, s, e } of candidates) {
      const flags = index.data.signFlags[sign]!;
      const han = (flags & SIGN_HAN) !== 0;
      const mark = index.signText(sign);
      const folded = foldedText(units, s, e);
      const whole = s === 0 && e === units.length;
      if (isNegated(raw, rawSpan(units, s, e))) continue;
      if (!(han ? whole || standsAlone(units, segmented, s, e) : wordBorders(units, s, e))) continue;
      const use = (likeness: Likeness, identical: boolean): SignUse => ({
        right: index.right(index.data.signRight[sign]!),
        rightId: index.data.signRight[sign]!,
        field,
        units,
        s,
        e,
        span: rawSpan(units, s, e),
        text: raw.slice(...rawSpan(units, s, e)),
        likeness,
        identical,
        part: (flags & SIGN_PART) !== 0,
        common: (flags & SIGN_COMMON) !== 0,
        whole,
      });
      if (mark === folded) {
        const right = index.right(index.data.signRight[sign]!);
        const variant = sameSignVariant(units, s, e, right.name ?? '', (flags & SIGN_PART) !== 0);
        if (variant === 'separator' && !whole && splitsOrdinaryWords(units, s, e)) continue;
        exact.fill(1, s, e);
        if (enough(index.data.signRight[sign]!)) continue;
        uses.push(
          use(
            { variant, shape: variant === 'look_alike' ? 0.97 : 1, sound: 1, first: 1, edits: 0, word: 0, length: mark.length },
            variant !== 'traditional' && variant !== 'look_alike',
          ),
        );
        continue;
      }
      near.push(() => {
        // At the head of a text, before a break, even an ordinary word within stands where a brand stands (周大幅 项链).
        const atHead = s === 0 && (e === units.length || units.gap[e] !== NONE) && !isOrdinaryChineseWord(folded);
        if (
          han
            ? !whole && !atHead && readsAsOtherWords(units, segmented, s, e, mark)
            : !nearLatinMakesSense(units, s, e, whole, (flags & SIGN_SPACED) !== 0)
        )
          return null;
        const likeness = han ? compareHan(mark, folded) : compareLatin(mark, folded);
        if (likeness === null) return null;
        if (!han && likeness.edits > 0 && /\d/.test(folded)) return null;
        // Two characters in running text are no memory of a mark of three.
        if (han && !whole && folded.length === 2 && mark.length === 3) return null;
        return use(likeness, false);
      });
    }
    for (const make of near) {
      const use = make();
      // A sign that is itself somebody's registered mark is that mark, not a spelling of another; and a window that only adds
      // a neighbour to it (耐克鞋 beside 耐克) says nothing new. COOK inside Tqomas Cook leaves the longer sign standing.
      if (use !== null && coveredUnits(exact, use) < use.e - use.s - 1 && !enough(use.rightId)) uses.push(use);
    }
  }
  return { uses, compared };
}

const coveredUnits = (exact: Uint8Array, { s, e }: SignUse): number => {
  let covered = 0;
  for (let i = s; i < e; i += 1) covered += exact[i]!;
  return covered;
};

const sameSignVariant = (units: Units, s: number, e: number, name: string, part: boolean): Variant => {
  const typed = units.raw.slice(...rawSpan(units, s, e));
  if (typed === name) return 'exact';
  let altered = 0;
  let apart = false;
  for (let i = s; i < e; i += 1) {
    altered |= units.altered[i]!;
    if (i > s && units.gap[i] !== NONE) apart = true;
  }
  if (altered & ALTERED_LOOK_ALIKE) return 'look_alike';
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();
  const asNamed = name.split(/[/;|；｜]/).some((alternative) => plain(alternative) === plain(typed));
  if (altered & ALTERED_TRADITIONAL && !asNamed) return 'traditional';
  if (asNamed || (part && !apart)) return 'width';
  return 'separator';
};

/** iphone|4 ends a word at its number; pine|apple and 3|m do not. */
const wordBorders = (units: Units, s: number, e: number): boolean => {
  const free = (i: number) => i <= 0 || i >= units.length || units.gap[i] !== NONE || units.kind[i] === HAN || units.kind[i - 1] === HAN;
  if (!free(s)) return false;
  return free(e) || (units.kind[e - 1] === LETTER && units.kind[e] === DIGIT);
};

const wordsIn = (units: Units, s: number, e: number): string[] => {
  const words: string[] = [];
  let from = s;
  for (let i = s + 1; i <= e; i += 1)
    if (i === e || units.gap[i] !== NONE) {
      words.push(foldedText(units, from, i));
      from = i;
    }
  return words;
};

/** "home base" are two words, not HOMEBASE taken apart; h o m e b a s e is. */
const splitsOrdinaryWords = (units: Units, s: number, e: number): boolean => {
  if (units.kind[s] === HAN) return false;
  const words = wordsIn(units, s, e);
  // i phone, e bay: a prefix that is set apart.
  if (/^[ie]$/.test(words[0]!)) return false;
  return (
    words.length > 1 && words.some((word) => word.length > 1) && words.every((word) => word.length === 1 || isEnglishWord(word) || /^\d+$/.test(word))
  );
};

/** A near Latin window: one word, or several where the mark has several; and not just ordinary words of the language. */
const nearLatinMakesSense = (units: Units, s: number, e: number, whole: boolean, spaced: boolean): boolean => {
  if (whole) return true;
  const words = wordsIn(units, s, e);
  if (words.length > 1 && !spaced && words.some((word) => word.length > 1)) return false;
  return !words.every((word) => (word.length === 1 ? words.length === 1 : isEnglishWord(word)));
};
