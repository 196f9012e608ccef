/** Where a word of trade tells a property and names no goods: 奶油风, 燕麦色, 少油烟, 不沾杯, chocolate flavour; and what may follow the goods in a question. */

const unitOf = (c: string) => c.charCodeAt(0);

/** Style, colour, taste, look, line, feel, type after the word, and what may follow it so that it is none (色号, 系列, 感应). */
const AFTER = new Map<number, ReadonlySet<number>>(
  (
    [
      ['风', '扇机挡口管铃筝衣'],
      ['色', '号盘料素带卡浆'],
      ['味', '精'],
      ['款', '式'],
      ['系', '列统绳'],
      ['感', '应冒'],
      ['型', '号材'],
    ] as const
  ).map(([suffix, unless]) => [unitOf(suffix), new Set([...unless].map(unitOf))]),
);

/** Not, less, none, against, free of: what follows is absent. 少 of age (少女装) is none of them. */
const BEFORE = new Set([...'不少无防免零'].map(unitOf));
const YOUNG = new Set([...'女年儿'].map(unitOf));
const LESS = unitOf('少');
const NOT = unitOf('不');
const STICKS = new Set([...'沾粘掉伤'].map(unitOf));
const BODY = '机身';
const LATIN_AFTER = ['flavor', 'flavour', 'flavored', 'flavoured', 'scent', 'scented', 'color', 'colour', 'colored', 'coloured'];
const LATIN_INITIALS = new Set([...'fsc'].map(unitOf));
const SPACE = 0x20;

function startsWith(norm: Uint16Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (norm[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

const isLetter = (u: number | undefined) => u !== undefined && u >= 0x61 && u <= 0x7a;
const isWordAt = (norm: Uint16Array, at: number, word: string) => startsWith(norm, at, word) && !isLetter(norm[at + word.length]);

/** Whether the word at [start, end) of the normalised text tells a property. */
export function asProperty(norm: Uint16Array, start: number, end: number): boolean {
  const unless = AFTER.get(norm[end]!);
  if (unless && !unless.has(norm[end + 1]!)) return true;
  if (startsWith(norm, end, BODY)) return true;
  if (norm[end] === SPACE && LATIN_INITIALS.has(norm[end + 1]!) && LATIN_AFTER.some((word) => isWordAt(norm, end + 1, word))) return true;
  if (start === 0) return false;
  const before = norm[start - 1]!;
  if (BEFORE.has(before)) return !(before === LESS && YOUNG.has(norm[start]!));
  return start > 1 && norm[start - 2] === NOT && STICKS.has(before);
}

/** Ends of a question or an order after the goods: 茅台酒多少钱. */
const TAILS = [
  '多少钱',
  '怎么样',
  '怎么卖',
  '哪里',
  '哪个',
  '什么牌',
  '价格',
  '报价',
  '批发',
  '好不好',
  '好吗',
  '好喝吗',
  '正品',
  '专卖',
  '礼盒',
  '盒装',
  '整箱',
  '散装',
  '团购',
];
const TAIL_INITIALS = new Set(TAILS.map(unitOf));

/** Whether a question tail or a way of selling begins at `at`: it closes the run of characters that the goods stand in. */
export function tailAt(norm: Uint16Array, at: number): boolean {
  return TAIL_INITIALS.has(norm[at]!) && TAILS.some((tail) => startsWith(norm, at, tail));
}
