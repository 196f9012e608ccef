// What a name is doing in its text: pointing at a device (N4), claiming an origin, describing the goods (N1).
// Text only; the decision is in decide.ts.
import { HAN, HARD, NONE, type Units } from '../../text/units.ts';
import { isEnglishWord } from '../../text/words.ts';
import phrases from './phrases.json' with { type: 'json' };

const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
const PURPOSE = new RegExp(`(?:${anyOf(phrases.purpose_zh)})|(?<![a-z0-9])(?:${anyOf(phrases.purpose_en)})(?![a-z0-9])`, 'giu');
const AFTER = anyOf(phrases.purpose_after_zh);
/** iPhone15|专用, 绀泉|净水器专用, QOVARIS|手机壳 X8 X9 专用: goods and models may stand between. */
const PURPOSE_AFTER = new RegExp(
  `^[\\s\\-/()（）a-z0-9.+]{0,24}(?!(?:${anyOf(phrases.origin_zh)}))[\\u4e00-\\u9fff]{0,4}?[\\s\\-/()（）a-z0-9.+]{0,24}(?:${AFTER})|^[\\s\\-]{0,2}(?:${anyOf(phrases.purpose_after_en)})(?![a-z0-9])`,
  'iu',
);
const ORIGIN_ZH = anyOf(phrases.origin_zh);
const ORIGIN_BEFORE = new RegExp(
  `(?:(?:${ORIGIN_ZH})[\\s·\\-]{0,2}(?:[\\u4e00-\\u9fff]{0,2})|(?<![a-z0-9])(?:${anyOf(phrases.origin_en)})\\s+(?:[a-z0-9]+\\s+)?)$`,
  'iu',
);
const ORIGIN_AFTER = new RegExp(
  `^[\\s·\\-（(【\\[]{0,3}(?:[a-z0-9.]{1,8}\\s+){0,2}(?:(?:${ORIGIN_ZH})|(?:${anyOf(phrases.origin_en)})(?![a-z0-9])(?!\\s+(?:${anyOf(phrases.origin_not_en)})))`,
  'iu',
);
const DESCRIPTIVE_AFTER = new RegExp(`^(?:${anyOf(phrases.descriptive_after_zh)})`, 'u');
/** One character that also begins other words (红|葡萄酒, 香|烟): a description only where the text breaks after it. */
const DESCRIPTIVE_END = new RegExp(`^(?:${anyOf(phrases.descriptive_end_zh)})(?![\\u4e00-\\u9fff])`, 'u');
const ORIGIN_ANYWHERE = new RegExp(
  `(?:${ORIGIN_ZH})|(?<![a-z0-9])(?:${anyOf(phrases.origin_en)})(?![a-z0-9])(?!\\s+(?:${anyOf(phrases.origin_not_en)}))`,
  'iu',
);
const NEGATED = /(?:并非|不是|非)$/u;
const NO_BRAND = new Set(phrases.no_brand);
const BETWEEN_EN = new Set(phrases.between_en);
const BETWEEN_ZH = new RegExp(anyOf(phrases.between_zh), 'gu');

const MEANING = new Map<string, number[]>(Object.entries(phrases.meaning));
/** Nice classes of what a word means that the goods table leaves out because it is better known as a mark (苹果, 小米). */
export const meaningOf = (word: string): number[] | undefined => MEANING.get(word);

export const isNoBrand = (brand: string | null): boolean => brand === null || NO_BRAND.has(brand.normalize('NFKC').trim().toLowerCase());

/** A purpose phrase that governs the raw span: its own span, or null. Between the cue and the name only other devices may stand. */
export function purposePhrase(
  raw: string,
  span: readonly [number, number],
  otherNames: readonly (readonly [number, number])[],
): [number, number] | null {
  let found: [number, number] | null = null;
  for (const cue of raw.matchAll(PURPOSE)) {
    const end = cue.index + cue[0].length;
    if (end > span[0]) break;
    if (onlyDevices(raw, end, span[0], otherNames)) found = [cue.index, end];
  }
  if (found) return found;
  const after = PURPOSE_AFTER.exec(raw.slice(span[1], span[1] + 40));
  return after ? [span[1], span[1] + after[0].length] : null;
}

/** 适用于 | 苹果/ | iPhone and "for | ipod touch and | iphone" name devices; 适用于 | 各种脚型 | NIKE and "for | men | nike" name wearers. */
function onlyDevices(raw: string, s: number, e: number, otherNames: readonly (readonly [number, number])[]): boolean {
  let rest = raw.slice(s, e);
  // Names of other marks, laid out as blanks.
  for (const [ns, ne] of otherNames) if (ns >= s && ne <= e) rest = rest.slice(0, ns - s) + ' '.repeat(ne - ns) + rest.slice(ne - s);
  rest = rest.replace(BETWEEN_ZH, ' ').normalize('NFKC').toLowerCase();
  if (/[\u4e00-\u9fff]/u.test(rest) || /[.;。；!！?？|]\s/u.test(rest)) return false;
  const words = rest.match(/[a-z]+/g) ?? [];
  return words.length <= 10 && words.every((word) => BETWEEN_EN.has(word) || !isEnglishWord(word));
}

/** 正品, 原装, genuine … right beside the name: an assertion of origin, not of purpose. The span of the assertion, or null. */
export function originClaim(raw: string, span: readonly [number, number]): [number, number] | null {
  const before = ORIGIN_BEFORE.exec(raw.slice(Math.max(0, span[0] - 24), span[0]));
  if (before) return trimmed(raw, span[0] - before[0].length, span[0]);
  const after = ORIGIN_AFTER.exec(raw.slice(span[1], span[1] + 32));
  return after ? trimmed(raw, span[1], span[1] + after[0].length) : null;
}

const trimmed = (raw: string, s: number, e: number): [number, number] => {
  const text = raw.slice(s, e);
  return [s + (text.length - text.replace(/^[\s·\-（(【[]+/u, '').length), e - (text.length - text.trimEnd().length)];
};

/** 苹果|味, 小米|色: the word right after an ordinary word makes it a description. */
export const describes = (raw: string, span: readonly [number, number]): boolean =>
  DESCRIPTIVE_AFTER.test(raw.slice(span[1], span[1] + 4)) || DESCRIPTIVE_END.test(raw.slice(span[1], span[1] + 4));

/** 非鲸屿品牌 says that it is not. */
export const isNegated = (raw: string, span: readonly [number, number]): boolean => NEGATED.test(raw.slice(Math.max(0, span[0] - 3), span[0]));

/** A claim of origin anywhere in the text. */
export const originAnywhere = (raw: string): [number, number] | null => {
  const found = ORIGIN_ANYWHERE.exec(raw);
  return found ? [found.index, found.index + found[0].length] : null;
};

/** True when the window is the first thing said in the text, or stands alone between breaks: where a brand stands. */
export const leads = (units: Units, s: number, e: number): boolean =>
  s === 0 || (units.gap[s] === HARD && (e === units.length || units.gap[e] !== NONE || (units.kind[e - 1] === HAN) !== (units.kind[e] === HAN)));
