// N1 of domain.md 3.4 and plain chance: is a word of the language used as the mark here, as a description of the goods, or as just a word?
import { goodsOf } from '../../text/goods.ts';
import { DIGIT, HAN, HARD, LETTER, NONE } from '../../text/units.ts';
import { isChineseWord, isEnglishWord } from '../../text/words.ts';
import { describes, leads, meaningOf } from './context.ts';
import type { SignUse } from './find-signs.ts';
import { otherBrand, type UseContext } from './nominative.ts';

export type Sense = 'mark' | 'descriptive' | 'ordinary';

/**
 * `mark`: it stands as a brand stands, for goods that the word does not describe. `descriptive`: it says something of the goods.
 * `ordinary`: just a word in the text. A coined name is always the mark, but for what describes by its ending (青柠|味, 白鹭|图案).
 */
export function senseOfName(use: SignUse, context: UseContext): Sense {
  if (use.field === 'brand' && use.whole) return 'mark';
  const { raw } = use.units;
  const close = context.relation.relation === 'same' || context.relation.relation === 'similar';
  const han = /[\u4e00-\u9fff]/.test(use.text);
  // 长城牌: the word 牌 says that it is a brand.
  if (raw.startsWith('牌', use.span[1])) return 'mark';
  if (han && describes(raw, use.span)) return close ? 'descriptive' : 'ordinary';
  if (han && close && namesIngredient(use, context)) return 'descriptive';
  if (!use.common) return han && inASentence(use, context) ? 'ordinary' : 'mark';
  const meaning = meaningOf(use.text) ?? goodsOf({ title: use.text, category: null }).classes;
  if (meaning.some((nice) => context.goods.classes.some((other) => kin(nice, other)))) return close ? 'descriptive' : 'ordinary';
  if (!close) return 'ordinary';
  return han ? hanSense(use, context) : latinSense(use);
}

/** 统一|发货, 联想|到春天, 好孩子|要早睡: the sentence goes on; 苹果|手机, 小米|14, 旺旺|: the name stands before its goods, a model or a break. */
function hanSense(use: SignUse, { goods }: UseContext): Sense {
  const { units, e, s } = use;
  const { main } = goods;
  const beforeGoods =
    main !== null &&
    main.field === use.field &&
    /^[\sA-Za-z0-9+.-]{0,14}[红白黑黄干]?$/.test(units.raw.slice(use.span[1], Math.max(use.span[1], main.span[0]))) &&
    main.span[0] >= use.span[1];
  const apart = e === units.length || units.gap[e] !== NONE || units.kind[e] === DIGIT || units.kind[e] === LETTER;
  const free = s === 0 || units.gap[s] !== NONE || units.kind[s - 1] !== HAN;
  return beforeGoods || (apart && free && leads(units, s, e)) ? 'mark' : 'ordinary';
}

/** An English word is a mark at the head of a title and before something that is no English word: apple macbook, not only one. */
function latinSense(use: SignUse): Sense {
  const { units, e, s } = use;
  if (!leads(units, s, e)) return 'ordinary';
  if (e === units.length || units.gap[e] === HARD || units.kind[e] !== LETTER) return 'mark';
  let end = e + 1;
  while (end < units.length && units.kind[end] === LETTER && units.gap[end] === NONE) end += 1;
  const next = String.fromCharCode(...units.code.subarray(e, end));
  return isEnglishWord(next) && goodsOf({ title: next, category: null }).main === null ? 'ordinary' : 'mark';
}

/** 一行|白鹭|上青天: a dictionary word inside a run of text, on goods that carry another brand. */
const inASentence = (use: SignUse, context: UseContext): boolean => {
  const { units, s, e } = use;
  const touches = s > 0 && e < units.length && units.kind[s - 1] === HAN && units.gap[s] === NONE && units.kind[e] === HAN && units.gap[e] === NONE;
  return touches && isChineseWord(use.text) && otherBrand(use, context) !== null;
};

/**
 * 果漾坊 青柠蜂蜜茶: on food under a brand of its own that opens the title, a name of two characters that runs on into the goods is read as an
 * ingredient, listed word or not. Three characters and more (穗禾师面条) are too many to be one by chance.
 */
function namesIngredient(use: SignUse, context: UseContext): boolean {
  const { units, e, text, field } = use;
  const runsOn = e < units.length && units.kind[e] === HAN && units.gap[e] === NONE;
  if (field !== 'title' || [...text].length !== 2 || !runsOn || !use.right.classes.some((nice) => FOOD.has(nice))) return false;
  const { brand } = context.offer;
  return brand !== null && otherBrand(use, context) === brand && units.raw.startsWith(brand);
}

/** Food and drink describe each other: an apple is an ingredient of vinegar, juice and cake. */
const FOOD = new Set([5, 29, 30, 31, 32, 33]);
const kin = (a: number, b: number): boolean => a === b || (FOOD.has(a) && FOOD.has(b));
