/** The small words that say what a noun does in a title: what the goods are for, and what comes along with them. */

/**
 * for: opens a purpose phrase. for_before: what stands right before is a purpose (手机通用). with: gifts and parts to the end of the
 * clause. with_one: the next noun is a part (带拉链). of: what stands right before is a container. with_before: "charger included".
 * stop: a purpose phrase ends here.
 */
export type Mark = 'for' | 'for_before' | 'with' | 'with_one' | 'with_before' | 'of' | 'stop';

const LATIN_MARKS: Record<string, Mark> = {
  for: 'for',
  fits: 'for',
  fit: 'for',
  with: 'with',
  w: 'with',
  without: 'with',
  includes: 'with',
  including: 'with',
  include: 'with',
  featuring: 'with',
  plus: 'with',
  free: 'with',
  included: 'with_before',
  of: 'of',
};
/** Words that turn a following "with" into a purpose. */
const WITH_AS_FOR = new Set(['compatible', 'work', 'works', 'use', 'used']);

/** First letters of the words above, of those in WITH_AS_FOR and of "and": other words are not even cut out (5 us of 20). */
export const MARK_INITIALS = new Set([...Object.keys(LATIN_MARKS), ...WITH_AS_FOR, 'and'].map((word) => word.charCodeAt(0)));

const HAN_MARKS: readonly (readonly [words: string, mark: Mark])[] = [
  ['适用于', 'for'],
  ['适用', 'for'],
  ['适配', 'for'],
  ['适合', 'for'],
  ['兼容', 'for'],
  ['通用', 'for_before'],
  ['专用', 'for_before'],
  ['加送', 'with'],
  ['加赠', 'with'],
  ['赠送', 'with'],
  ['附赠', 'with'],
  ['附送', 'with'],
  ['配送', 'with'],
  ['附带', 'with'],
  ['内含', 'with'],
  ['送', 'with'],
  ['赠', 'with'],
  ['附', 'with'],
  ['搭配', 'with_one'],
  ['含', 'with_one'],
  ['带', 'with_one'],
  ['配', 'with_one'],
  ['的', 'stop'],
];
const hanMarks = new Map<number, (readonly [string, Mark])[]>();
for (const [words, mark] of HAN_MARKS) {
  const first = words.charCodeAt(0);
  hanMarks.set(first, [...(hanMarks.get(first) ?? []), [words, mark]]);
}
/** 送女友, 送礼, 送货: to give or to deliver, no gift with the goods; 配件, 附近, 带货 likewise. */
const NOT_A_MARK: Record<string, string> = {
  送: '货礼给女男老父妈爸长领客朋人友儿孩宝闺员达到检餐爱恋情生母姐妹哥弟',
  配: '件置色方饰货合',
  附: '近加魔件属着',
  带: '货头走动领',
  含: '义',
  赠: '险',
};

/** The Chinese mark that begins at `at`, or undefined. */
export function hanMarkAt(raw: string, at: number): readonly [words: string, mark: Mark] | undefined {
  return hanMarks
    .get(raw.charCodeAt(at))
    ?.find(([words]) => raw.startsWith(words, at) && !(words.length === 1 && NOT_A_MARK[words]?.includes(raw[at + 1] ?? '')));
}

/**
 * What an English word does: the word in lower case, the word before it, whether goods stand right before it, whether a slash follows
 * ("w/"), and whether it is a number's unit ("14.1 w").
 */
export function latinMarkOf(text: string, before: string, afterGoods: boolean, slashed: boolean, afterNumber: boolean): Mark | null {
  const mark = Object.hasOwn(LATIN_MARKS, text) ? LATIN_MARKS[text] : undefined;
  if (!mark) return null;
  if (text === 'with' && WITH_AS_FOR.has(before)) return 'for';
  // "iphone 6 plus case": a model name; a bundle names goods first
  if (text === 'plus') return afterGoods ? mark : null;
  // "sugar free gum" and "hands-free" are properties; "and free case" is a gift
  if (text === 'free') return before === 'and' ? mark : null;
  // "14.1 w widescreen", "36 w x 20 d": a width
  if (text === 'w' && afterNumber && !slashed) return null;
  return mark;
}
