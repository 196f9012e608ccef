// The searchable signs of a mark: the whole name, and for a mark of Han and Latin parts each part that can stand alone.
import { LONGEST_NAME } from './keys.ts';
import { isEnglishWord, isOrdinaryChineseWord } from '../text/words.ts';
import { DIGIT, foldedText, HAN, LETTER, NONE, OTHER, type Units, unitsOf } from '../text/units.ts';

export interface Sign {
  text: string;
  han: boolean;
  /** A part of a mark of several parts: a user of the part alone does not use the identical mark. */
  part: boolean;
  /** An ordinary word of the language: weighs little in running text. */
  common: boolean;
  /** The words it is written in. */
  words: string[];
}

const SMALLEST_HAN = 2;
const SMALLEST_MIXED = 3;
const SMALLEST_LATIN = 2;
const SMALLEST_LATIN_PART = 4;

/** Signs of a mark's name; alternatives are divided by `/`, `;` or `|`. Empty when nothing in it can be searched as text. */
export function signsOf(name: string): Sign[] {
  const signs = new Map<string, Sign>();
  const add = (text: string, part: boolean, words: string[]) => {
    if (signs.has(text)) return;
    // 361度 and 7喜 are searched like Han names: with a digit or letter beside it one character is enough.
    const characters = [...text].filter((c) => c >= '\u4e00' && c <= '\u9fff').length;
    const han = characters >= SMALLEST_HAN || (characters === 1 && text.length >= SMALLEST_MIXED);
    if (!han && (text.length < SMALLEST_LATIN || !/^[a-z0-9]+$/.test(text) || (!/[a-z]/.test(text) && text.length < 3))) return;
    const common = han ? isOrdinaryChineseWord(text) : isCommonLatin(text, words);
    // 银行 in 三菱UFJ银行 and 咖啡 in Costa咖啡 say what is sold, not who sells it.
    if (part && common) return;
    signs.set(text, { text, han, part, common, words });
  };
  for (const alternative of name.split(/[/;|；｜]/)) {
    const units = unitsOf(alternative);
    if (units.length === 0 || units.length > LONGEST_NAME || units.kind.subarray(0, units.length).includes(OTHER)) continue;
    add(foldedText(units, 0, units.length), false, wordsOf(units, 0, units.length));
    for (const [s, e] of runs(units.kind, units.length)) {
      if (s === 0 && e === units.length) continue;
      const text = foldedText(units, s, e);
      if (units.kind[s] === HAN ? text.length >= SMALLEST_HAN : text.replace(/\d/g, '').length >= SMALLEST_LATIN_PART)
        add(text, true, wordsOf(units, s, e));
    }
  }
  return [...signs.values()];
}

const wordsOf = (units: Units, s: number, e: number): string[] => {
  const words: string[] = [];
  for (let i = s; i < e; i += 1) {
    if (i === s || units.gap[i] !== NONE) words.push('');
    words[words.length - 1] += String.fromCharCode(units.code[i]!);
  }
  return words;
};

// Units, sizes and trade abbreviations that stand in every third title.
const ABBREVIATIONS = new Set([
  'usb',
  'dvd',
  'led',
  'lcd',
  'gps',
  'mp3',
  'mp4',
  'ssd',
  'hdd',
  'rgb',
  'uhd',
  'aaa',
  'oem',
  'pcs',
  'set',
  'atx',
  'vga',
  'dvi',
  'ram',
  'cpu',
  'gpu',
  'diy',
  'xxl',
  'xxs',
  'pro',
  'max',
  'abs',
  'pvc',
  'spf',
  'sod',
  'bpa',
  'kit',
  'inc',
  'ltd',
  'com',
  'www',
  'net',
]);

/** Best Buy is made of ordinary words, TV and XL are everywhere: only a brand field or the place of a brand makes such a name a mark. */
const isCommonLatin = (text: string, words: string[]): boolean =>
  text.length <= 2 || ABBREVIATIONS.has(text) || isEnglishWord(text) || words.every((word) => isEnglishWord(word) || /^\d+$/.test(word));

/** Runs of Han units and of Latin-or-digit units. */
function* runs(kind: Uint8Array, length: number): Generator<[number, number]> {
  let s = 0;
  for (let i = 1; i <= length; i += 1) {
    if (i < length && (kind[i] === HAN) === (kind[s] === HAN)) continue;
    if (kind[s] === HAN || kind[s] === LETTER || kind[s] === DIGIT) yield [s, i];
    s = i;
  }
}
