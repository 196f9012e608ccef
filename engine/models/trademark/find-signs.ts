// Every place in an offer where a mark, or something like it, stands; with how it differs. Accidental pieces of ordinary words are left out here.
import type { Offer, Right, TextField, Variant } from '@zhijian/contract';
import { type Candidate, findNames } from '../../index/find-names.ts';
import { SIGN_COMMON, SIGN_HAN, SIGN_PART, SIGN_SPACED } from '../../index/index-builder.ts';
import type { RegisterIndex } from '../../index/register-index.ts';
import { plainText } from '../../text/markup.ts';
import { ALTERED_LOOK_ALIKE, ALTERED_TRADITIONAL, NONE, rawSpan, type Units, unitsOf } from '../../text/units.ts';
import { isOrdinaryChineseWord } from '../../text/words.ts';
import { readsAsOtherWords, Segmented } from './borders.ts';
import { compareHan, compareLatin, type Likeness } from './compare-signs.ts';
import { Window } from './window.ts';

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
  const search: SignSearch = { uses: [], compared: 0 };
  for (const field of SIGN_FIELDS) {
    const raw = offer[field];
    if (raw === null) continue;
    const units = /[<&]/.test(raw) ? unitsOfMarkup(raw) : unitsOf(raw);
    const candidates = findNames(index, units);
    if (candidates.length === 0) continue;
    search.compared += candidates.length;
    search.uses.push(...signsIn(index, field, units, candidates));
  }
  return search;
}

/** 鲸<b>屿</b> and 鲸&#23679; read as a person reads them; the spans stay in the raw field. */
function unitsOfMarkup(raw: string): Units {
  const plain = plainText(raw);
  const units = unitsOf(plain.text);
  for (let i = 0; i < units.length; i += 1) [units.start[i], units.end[i]] = plain.span(units.start[i]!, units.end[i]!);
  return { ...units, raw };
}

function signsIn(index: RegisterIndex, field: SignUse['field'], units: Units, candidates: readonly Candidate[]): SignUse[] {
  const { signFlags, signRight } = index.data;
  const segmented = new Segmented(units);
  const found: SignUse[] = [];
  const near: SignUse[] = [];
  // Units that an exact sign covers, and how often each right was found: a page that repeats a name ten thousand times says it once.
  const exact = new Uint8Array(units.length);
  const times = new Map<number, number>();
  const enough = (rightId: number): boolean => {
    const before = times.get(rightId) ?? 0;
    times.set(rightId, before + 1);
    return before >= MOST_USES;
  };
  // Candidates come in order of their windows, and many share one.
  let window = new Window(units, segmented, 0, 0);
  for (const { sign, s, e } of candidates) {
    if (window.s !== s || window.e !== e) window = new Window(units, segmented, s, e);
    const flags = signFlags[sign]!;
    const han = (flags & SIGN_HAN) !== 0;
    if (!(han ? window.readsAsHanName : window.hasLatinBorders) || window.negated) continue;
    const mark = index.signText(sign);
    const rightId = signRight[sign]!;
    const part = (flags & SIGN_PART) !== 0;
    const use = (likeness: Likeness, identical: boolean): SignUse => ({
      right: index.right(rightId),
      rightId,
      field,
      units,
      s,
      e,
      span: rawSpan(units, s, e),
      text: window.text,
      likeness,
      identical,
      part,
      common: (flags & SIGN_COMMON) !== 0,
      whole: window.whole,
    });
    if (mark === window.folded) {
      const variant = sameSignVariant(units, s, e, index.right(rightId).name ?? '', part);
      if (variant === 'separator' && !window.whole && window.splitsOrdinaryWords) continue;
      exact.fill(1, s, e);
      if (enough(rightId)) continue;
      const shape = variant === 'look_alike' ? 0.97 : 1;
      found.push(
        use({ variant, shape, sound: 1, first: 1, edits: 0, word: 0, length: mark.length }, variant !== 'traditional' && variant !== 'look_alike'),
      );
      continue;
    }
    const likeness = han ? nearHan(window, segmented, mark) : nearLatin(window, mark, (flags & SIGN_SPACED) !== 0);
    if (likeness !== null) near.push(use(likeness, false));
  }
  for (const use of near) {
    // A sign that is itself somebody's registered mark is that mark, not a spelling of another; and a window that only adds
    // a neighbour to it (耐克鞋 beside 耐克) says nothing new. COOK inside Tqomas Cook leaves the longer sign standing.
    if (coveredUnits(exact, use) < use.e - use.s - 1 && !enough(use.rightId)) found.push(use);
  }
  return found;
}

function nearHan(window: Window, segmented: Segmented, mark: string): Likeness | null {
  const { units, s, e, folded, whole } = window;
  // Two characters in running text are no memory of a mark of three.
  if (!whole && folded.length === 2 && mark.length === 3) return null;
  // At the head of a text, before a break, even an ordinary word within stands where a brand stands (周大幅 项链).
  const atHead = s === 0 && (e === units.length || units.gap[e] !== NONE) && !isOrdinaryChineseWord(folded);
  if (!whole && !atHead && readsAsOtherWords(units, segmented, s, e, mark)) return null;
  return compareHan(mark, folded);
}

/** A near Latin window: one word, or several where the mark has several; and not just ordinary words of the language. */
function nearLatin(window: Window, mark: string, spaced: boolean): Likeness | null {
  if (!window.whole) {
    if (window.words.length > 1 && !spaced && window.words.some((word) => word.length > 1)) return null;
    if (window.allOrdinary) return null;
  }
  const likeness = compareLatin(mark, window.folded);
  return likeness !== null && likeness.edits > 0 && /\d/.test(window.folded) ? null : likeness;
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
