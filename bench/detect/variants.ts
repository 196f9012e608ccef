// Changed spellings of a mark as counterfeiters write them, made without any table of the engine: OpenCC, pinyin-pro and short lists by hand.
import * as OpenCC from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { Random } from './random.ts';

export interface Kind {
  name: string;
  script: 'han' | 'latin';
  /** The changed spelling, or null where this mark has none of this kind. */
  change(mark: string, random: Random): string | null;
}

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

// The 3,755 characters of GB 2312 level 1, in everyday use.
const COMMON: string[] = [];
const gb = new TextDecoder('gb18030');
for (let row = 0xb0; row <= 0xd7; row += 1)
  for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) COMMON.push(gb.decode(Uint8Array.of(row, cell)));
const sound = (character: string) => pinyin(character, { toneType: 'none' });
const bySound = Map.groupBy(COMMON, sound);

/** Pairs that differ in a stroke or a part, by hand. */
const ALIKE_PAIRS = `
  师帅 未末 土士 己已 大太 天夫 日曰 人入 千干 贝见 兔免 辛幸 折拆 拔拨 侯候 冶治 鸟乌 今令 刀刁 王玉 木本 田由 白百 牛午 住往 晴睛 清请 情晴 园圆 阳阴 明朋 风凤
  斯期 康唐 华毕 宝室 万方 兴关 家冢 金全 星量 美羊 力刀 小少 心必 又叉 广厂 东车 中申 口囗 米来 利和 休体 瓜爪 代伐 老考 亨享 味昧 采彩 扬杨 海悔 酒洒 茶荼 雅稚 鲁鱼
  洋样 佳住 福辐 伊尹 良食 安按 高亮 新亲 爱受 客容 港巷 永水 泉帛 泰秦 春舂 香杳 奇寄 香查 松忪 山出 石右 名各 可司 叶吐 尔你 龙尤 优忧 林材 乐东 周同 旺汪 丽两 丰半
`
  .trim()
  .split(/\s+/);
const ALIKE = new Map<string, string[]>();
for (const [a, b] of ALIKE_PAIRS as Iterable<string>)
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as [string, string][])
    ALIKE.set(x, [...(ALIKE.get(x) ?? []), y]);

const CYRILLIC: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  j: 'ј',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  S: 'Ѕ',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};
const DIGIT: Record<string, string> = { o: '0', O: '0', l: '1', I: '1', m: 'rn', s: '5', e: '3' };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const EMOJI = ['🔥', '✨', '💯', '❤️', '⭐'];

const chars = (mark: string) => [...mark];
const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
const replaceAt = (all: readonly string[], at: number, by: string) => all.map((one, i) => (i === at ? by : one)).join('');

/** Places where a letter may be edited: never the first, which decides most (domain.md 3.2 R2, R4), and never beside a space. */
const innerLetters = (all: readonly string[]) => all.flatMap((one, i) => (i > 0 && isLetter(one) && isLetter(all[i - 1]) ? [i] : []));

const between = (put: (random: Random) => string) => (mark: string, random: Random) => {
  const all = chars(mark);
  const places = innerLetters(all);
  if (places.length === 0) return null;
  const at = random.pick(places);
  return all.slice(0, at).join('') + put(random) + all.slice(at).join('');
};
const spaced = (mark: string) => (mark.includes(' ') ? null : chars(mark).join(' '));

/** Replaces every character that `by` knows (`all`), or one of them. */
const swapped = (by: (character: string, random: Random) => string | undefined, which: 'all' | 'one') => (mark: string, random: Random) => {
  const all = chars(mark);
  const places = all.flatMap((one, i) => (by(one, random) === undefined ? [] : [i]));
  if (places.length === 0) return null;
  const one = random.pick(places);
  return all.map((character, i) => (places.includes(i) && (which === 'all' || i === one) ? by(character, random)! : character)).join('');
};

const edit = (shortest: number, change: (all: string[], at: number, random: Random) => string) => (mark: string, random: Random) => {
  const all = chars(mark);
  const places = innerLetters(all);
  if (all.filter(isLetter).length < shortest || places.length === 0) return null;
  return change(all, random.pick(places), random);
};
const substitute = (letters: readonly string[], shortest: number) =>
  edit(shortest, (all, at, random) => replaceAt(all, at, random.pick(letters.filter((letter) => letter !== all[at]!.toLowerCase()))));
const insert = (letters: readonly string[], shortest: number) =>
  edit(shortest, (all, at, random) => replaceAt(all, at, random.pick(letters) + all[at]));
const remove = (shortest: number) => edit(shortest, (all, at) => replaceAt(all, at, ''));
/** Neighbours behind the first character change places. */
const transpose = (shortest: number) => (mark: string, random: Random) => {
  const all = chars(mark);
  const places = innerLetters(all).filter((i) => i > 1 && innerLetters(all).includes(i - 1) && all[i] !== all[i - 1]);
  if (all.filter(isLetter).length < shortest || places.length === 0) return null;
  const at = random.pick(places);
  return [...all.slice(0, at - 1), all[at], all[at - 1], ...all.slice(at + 1)].join('');
};

const fullWidth = (mark: string) => mark.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const latin = [...LETTERS];

export const KINDS: readonly Kind[] = [
  { name: 'exact', script: 'han', change: (mark) => mark },
  { name: 'traditional', script: 'han', change: (mark) => toTraditional(mark) },
  { name: 'separator', script: 'han', change: between((random) => random.pick(['·', '-', '.', '*', '_'])) },
  { name: 'emoji', script: 'han', change: between((random) => random.pick(EMOJI)) },
  { name: 'spaced', script: 'han', change: spaced },
  { name: 'look_alike', script: 'han', change: swapped((one, random) => (ALIKE.has(one) ? random.pick(ALIKE.get(one)!) : undefined), 'one') },
  { name: 'homophone', script: 'han', change: swapped((one, random) => homophone(one, random), 'one') },
  { name: 'substitute', script: 'han', change: substitute(COMMON, 3) },
  { name: 'insert', script: 'han', change: insert(COMMON, 3) },
  { name: 'delete', script: 'han', change: remove(3) },
  { name: 'transpose', script: 'han', change: transpose(3) },
  { name: 'exact', script: 'latin', change: (mark) => mark },
  { name: 'width', script: 'latin', change: fullWidth },
  { name: 'separator', script: 'latin', change: between((random) => random.pick(['·', '-', '.', '*', '_'])) },
  { name: 'emoji', script: 'latin', change: between((random) => random.pick(EMOJI)) },
  { name: 'spaced', script: 'latin', change: spaced },
  { name: 'digit_for_letter', script: 'latin', change: swapped((one) => DIGIT[one], 'one') },
  { name: 'cyrillic', script: 'latin', change: swapped((one) => CYRILLIC[one], 'all') },
  { name: 'substitute', script: 'latin', change: substitute(latin, 4) },
  { name: 'insert', script: 'latin', change: insert(latin, 4) },
  { name: 'delete', script: 'latin', change: remove(4) },
  { name: 'transpose', script: 'latin', change: transpose(4) },
];

function homophone(character: string, random: Random): string | undefined {
  const others = (bySound.get(sound(character)) ?? []).filter((one) => one !== character && toTraditional(one) !== character);
  return others.length === 0 ? undefined : random.pick(others);
}
