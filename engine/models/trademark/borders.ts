// Is a window of a Chinese text a name of its own, or a piece of ordinary words? 苹果 in 苹果醋, 小米 in 小米粥, 师 in 师傅 are not marks.
// Method: the segmentation without the name (jieba, HMM off: dictionary words only) against the one in which the name is a word.
import { isChineseWord, isOrdinaryChineseWord, segment } from '../../text/words.ts';
import { foldedText, HAN, NONE, type Units } from '../../text/units.ts';

/** Runs of touching Han units, segmented when first asked. */
export class Segmented {
  readonly #units: Units;
  /** For every unit: 1 where a word starts. Filled run by run. */
  readonly #starts: Uint8Array;
  readonly #known: Uint8Array;

  constructor(units: Units) {
    this.#units = units;
    this.#starts = new Uint8Array(units.length + 1);
    this.#known = new Uint8Array(units.length + 1);
  }

  /** True where a word starts before unit i (always at the ends of a run). */
  startsAt(i: number): boolean {
    const { kind, gap, length } = this.#units;
    if (i <= 0 || i >= length || kind[i] !== HAN || kind[i - 1] !== HAN || gap[i] !== NONE) return true;
    if (this.#known[i] === 0) this.#segmentAround(i);
    return this.#starts[i] === 1;
  }

  /** The word that covers unit i: [start, end). */
  wordAt(i: number): [number, number] {
    let s = i;
    while (!this.startsAt(s)) s -= 1;
    let e = i + 1;
    while (!this.startsAt(e)) e += 1;
    return [s, e];
  }

  #runAround(i: number): [number, number] {
    const { kind, gap, length } = this.#units;
    let s = i;
    while (s > 0 && kind[s - 1] === HAN && gap[s] === NONE) s -= 1;
    let e = i;
    while (e < length && kind[e] === HAN && (e === s || gap[e] === NONE)) e += 1;
    return [s, e];
  }

  #segmentAround(i: number): void {
    const [s, e] = this.#runAround(i);
    for (const end of segment(foldedText(this.#units, s, e))) this.#starts[s + end] = 1;
    this.#known.fill(1, s, e);
  }
}

/**
 * True when the window [s, e) can be read as a name: its borders are word borders, or taking it as a name explains the text in fewer
 * words and leaves only whole words beside it (安踏|实体店 against 安|踏实|体|店, but not 穗禾师|傅).
 */
export function standsAlone(units: Units, segmented: Segmented, s: number, e: number): boolean {
  if (segmented.startsAt(s) && segmented.startsAt(e)) return true;
  const [left] = segmented.wordAt(s);
  const [, right] = segmented.wordAt(e - 1);
  // 长城|牌: whatever the dictionary joins, the word 牌 ends a name.
  if (segmented.startsAt(s) && units.code[e] === BRAND_WORD) return true;
  // The dictionary has 耐克鞋 and 耐克: a word that begins with a listed name is that name and its goods. 苹果醋 begins with a fruit.
  if (left === s) {
    const name = foldedText(units, s, e);
    if (isChineseWord(name) && !isOrdinaryChineseWord(name)) return true;
  }
  const before = foldedText(units, left, s);
  let runEnd = e;
  while (runEnd < units.length && runEnd < e + FAR_ENOUGH && units.kind[runEnd] === HAN && units.gap[runEnd] === NONE) runEnd += 1;
  // Read on to the end of the run: the cut word's rest may join what follows it.
  const after = foldedText(units, e, runEnd);
  const afterWords = segment(after);
  if (right > e && (afterWords[0] ?? 0) < 2) return false;
  if (left < s && before.length < 2) return false;
  if (left < s && !isOrdinaryChineseWord(before)) return false;
  const free = countWords(segmented, left, runEnd);
  const named = (before.length > 0 ? segment(before).length : 0) + 1 + afterWords.length;
  return named < free;
}

const BRAND_WORD = '牌'.charCodeAt(0);

/** Characters read on after a window: enough for the cut word's rest to find its place, and a bound on hostile text. */
const FAR_ENOUGH = 16;

const countWords = (segmented: Segmented, s: number, e: number): number => {
  let words = 0;
  for (let i = s; i < e; i += 1) if (segmented.startsAt(i)) words += 1;
  return words;
};

/**
 * For a window that differs from the mark: true when the difference is simply another ordinary word (公示 for 公式, 大师傅 for 康师傅),
 * so that nothing points at the mark. `mark` is in normal form.
 */
export function readsAsOtherWords(units: Units, segmented: Segmented, s: number, e: number, mark: string): boolean {
  const window = foldedText(units, s, e);
  if (isOrdinaryChineseWord(window)) return true;
  if (window.length > mark.length) {
    // 穗禾|师傅 is no 穗禾师 with a character more: in a short name the added character must not complete a word.
    if (mark.length > 3) return false;
    for (let k = 0; k < window.length; k += 1) {
      if (window.slice(0, k) + window.slice(k + 1) !== mark) continue;
      const [ws, we] = segmented.wordAt(s + k);
      if (we - ws > 1) return true;
    }
    return false;
  }
  if (window.length < mark.length) return false;
  // 便宜|好 for 便宜坊: what is left of a name of three says something ordinary, its telling character is gone.
  if (window.length === 3) {
    const same = [...window].map((c, i) => (c === mark[i] ? '1' : '0')).join('');
    if ((same === '110' && isOrdinaryChineseWord(window.slice(0, 2))) || (same === '011' && isOrdinaryChineseWord(window.slice(1)))) return true;
  }
  for (let i = s; i < e; i += 1) {
    if (units.kind[i] !== HAN || mark[i - s] === window[i - s]) continue;
    const [ws, we] = segmented.wordAt(i);
    if (we - ws < 2 || ws < s || we > e) continue;
    // The changed character belongs to a whole word; the rest must carry the mark's memory by more than an ordinary word.
    const rest = window.slice(0, ws - s) + window.slice(we - s);
    if (rest.length < 2 || isOrdinaryChineseWord(rest)) return true;
  }
  return false;
}
