// A stretch of a text that could be a name, with what is asked of it once however many marks it is compared with.
import { DIGIT, foldedText, HAN, LETTER, NONE, rawSpan, type Units } from '../../text/units.ts';
import { isEnglishWord } from '../../text/words.ts';
import { type Segmented, standsAlone } from './borders.ts';
import { isNegated } from './context.ts';

export class Window {
  readonly units: Units;
  readonly s: number;
  readonly e: number;
  /** The whole field. */
  readonly whole: boolean;
  readonly #segmented: Segmented;
  #folded: string | null = null;
  #readsAsHanName: boolean | null = null;
  #hasLatinBorders: boolean | null = null;
  #negated: boolean | null = null;
  #words: string[] | null = null;
  #allOrdinary: boolean | null = null;

  constructor(units: Units, segmented: Segmented, s: number, e: number) {
    this.units = units;
    this.#segmented = segmented;
    this.s = s;
    this.e = e;
    this.whole = s === 0 && e === units.length;
  }

  /** As written. */
  get text(): string {
    return this.units.raw.slice(...rawSpan(this.units, this.s, this.e));
  }

  /** In normal form. */
  get folded(): string {
    this.#folded ??= foldedText(this.units, this.s, this.e);
    return this.#folded;
  }

  get readsAsHanName(): boolean {
    this.#readsAsHanName ??= this.whole || standsAlone(this.units, this.#segmented, this.s, this.e);
    return this.#readsAsHanName;
  }

  /** iphone|4 ends a word at its number; pine|apple and 3|m do not. */
  get hasLatinBorders(): boolean {
    const { gap, kind, length } = this.units;
    const free = (i: number) => i <= 0 || i >= length || gap[i] !== NONE || kind[i] === HAN || kind[i - 1] === HAN;
    this.#hasLatinBorders ??= free(this.s) && (free(this.e) || (kind[this.e - 1] === LETTER && kind[this.e] === DIGIT));
    return this.#hasLatinBorders;
  }

  get negated(): boolean {
    this.#negated ??= isNegated(this.units.raw, rawSpan(this.units, this.s, this.e));
    return this.#negated;
  }

  /** Its Latin words in normal form. */
  get words(): string[] {
    if (this.#words === null) {
      this.#words = [];
      let from = this.s;
      for (let i = this.s + 1; i <= this.e; i += 1)
        if (i === this.e || this.units.gap[i] !== NONE) {
          this.#words.push(foldedText(this.units, from, i));
          from = i;
        }
    }
    return this.#words;
  }

  /** Nothing but ordinary words of English. */
  get allOrdinary(): boolean {
    this.#allOrdinary ??= this.words.every((word) => (word.length === 1 ? this.words.length === 1 : isEnglishWord(word)));
    return this.#allOrdinary;
  }

  /** "home base" are two words, not HOMEBASE taken apart; h o m e b a s e is, and i phone. */
  get splitsOrdinaryWords(): boolean {
    const { words } = this;
    if (this.units.kind[this.s] === HAN || words.length < 2 || /^[ie]$/.test(words[0]!)) return false;
    return words.some((word) => word.length > 1) && words.every((word) => word.length === 1 || isEnglishWord(word) || /^\d+$/.test(word));
  }
}
