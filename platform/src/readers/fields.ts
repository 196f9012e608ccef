// What a cell says: days, lists, classes, yes or no, counts. Each reader gives null for what it cannot read; a blank cell
// never comes here. Full-width characters are read as their narrow form.
import type { Day } from '@zhijian/contract';

/** What exports write where they have nothing. For days, numbers and codes only: a brand may be called 无 or NULL. */
const NOTHING = new Set(['-', '--', '—', '——', '/', '\\n', 'null', 'none', 'n/a', 'na', 'nan', 'undefined', '无', '暂无', '空', '0000-00-00']);
export const saysNothing = (text: string): boolean => NOTHING.has(text.trim().toLowerCase());

/** A cell may hold megabytes; what is longer than any day or number is none, and costs no pattern its time. */
const compact = (text: string, longest = 100): string => (text.length > longest ? '' : text.normalize('NFKC').trim());

const DAYS: readonly RegExp[] = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]\s*\d{1,2}:\d{2}.*)?$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?:\s*\d{1,2}[:时]\d{2}.*)?$/,
  /^(\d{4})(\d{2})(\d{2})(?:[T ]?\d{2}:?\d{2}.*)$/,
];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 〇 to 九, and 十 for tens: 二〇二三年十二月三十一日. */
const HAN_DAY = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?$/;

const hanDay = (text: string): string => {
  if (text.charCodeAt(0) < 0x3000 && text[0] !== '○') return text;
  const [, year = '', month = '', day = ''] = HAN_DAY.exec(text) ?? [];
  if (year === '') return text;
  const digits = [...year].map((one) => Math.max(0, HAN_DIGITS.indexOf(one))).join('');
  return `${digits}-${hanNumber(month)}-${hanNumber(day)}`;
};

/** The day of a spreadsheet that shows its number: 36526 is 2000-01-01 (system of 1900). Five digits are no other form of a day. */
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/;

/**
 * A day in one of the forms of domain.md 8.1, or the calendar day that a date-time is written with (no change of zone:
 * the law turns at midnight of the place, and the file's times are taken to be local), or the number that a spreadsheet keeps a day
 * as. Null for anything else: a month without a day, and days that no calendar has.
 */
export const parseDay = (text: string): Day | null => {
  const known = DAYS_READ.get(text);
  if (known !== undefined) return known;
  const day = readDay(text);
  if (DAYS_READ.size === MOST_DAYS) DAYS_READ.clear();
  if (text.length <= LONGEST_DAY) DAYS_READ.set(text, day);
  return day;
};

/** A column has a few thousand days, and reading them was a sixth of the time of reading a register: they are kept as they were read. */
const DAYS_READ = new Map<string, Day | null>();
const MOST_DAYS = 16_384;
const LONGEST_DAY = 32;

const readDay = (text: string): Day | null => {
  const given = hanDay(compact(text));
  if (SERIAL.test(given)) return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(given)) * 86_400_000).toISOString().slice(0, 10);
  for (const form of DAYS) {
    const found = form.exec(given);
    if (!found) continue;
    const [year = '', month = '', day = ''] = found.slice(1).filter((part) => /^\d+$/.test(part ?? ''));
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
    const longest = m === 2 && leap ? 29 : (DAYS_IN_MONTH[m - 1] ?? 0);
    if (y < 1800 || y > 2199 || d < 1 || d > longest) return null;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return null;
};

/** What stands between the ends of a term; a hyphen only where it is no part of a day. */
const BETWEEN = /\s*(?:至|到|~|～|—+|–|\s-+\s|(?<=\d{8})-(?=\d{8})|(?<=日)-(?=\d))\s*/;

/** A term that is written from day to day: 2016年1月7日至2026年1月6日, 2013-01-01至2022-12-31. Null for anything else, and for an end before its beginning. */
export const parseTerm = (text: string): { from: Day; to: Day } | null => {
  if (text.length > 100) return null;
  const ends = text.trim().split(BETWEEN);
  if (ends.length !== 2) return null;
  const [from, to] = ends.map((part) => parseDay(part.replace(/^自|止$/g, '')));
  return from && to && from <= to ? { from, to } : null;
};

/** A day, or the last day of a term. */
export const parseTermEnd = (text: string): Day | null => parseDay(text) ?? parseTerm(text)?.to ?? null;

/** Codes and names of a list: any of ; , 、 | and line breaks stands between them. */
export const splitList = (text: string): string[] => parts(text, /[;；,，、|\n]/);

/** Goods and services: a comma belongs to the name of the goods (鞋（脚上的穿着物），运动鞋 stay one only where ; or 、 is missing). */
export const splitGoods = (text: string): string[] => parts(text, /[;；、\n]/);

/** Addresses of pictures. A comma or ; inside an address stays; before the next address it divides. */
export const splitImages = (text: string): string[] =>
  text.includes('://') ? parts(text, /[\s|]+|[,;，；、]\s*(?=[a-z]+:\/\/|\/\/)/i) : splitList(text);

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const HAN_DIGITS = '零一二三四五六七八九';
const hanNumber = (text: string): number => {
  const [, tens, ones] = /^(?:([二三四]?)十)?([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (ones === undefined || text === '') return Number.NaN;
  return (text.includes('十') ? (tens ? HAN_DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? HAN_DIGITS.indexOf(ones) : 0);
};

/** Nice classes 1 to 45, sorted, each once: `9`, `第9类`, `09,25`, `Class 9; Class 25`, `第二十五类`. */
export const parseClasses = (text: string): number[] | null => {
  const classes = new Set<number>();
  for (const part of compact(text, 2000)
    .replace(/\b(?:international|int|nice)\b\.?/gi, '')
    .split(/[;,、|\s]+|(?<=类)(?=第)/)) {
    const number = /^(?:第|class|cl\.?)?(\d{1,2}|[一二三四五六七八九十]{1,3})类?$/i.exec(part)?.[1];
    if (part === '' || /^(?:class|classes|cl\.?|类|第)$/i.test(part)) continue;
    if (number === undefined) return null;
    const nice = /^\d/.test(number) ? Number(number) : hanNumber(number);
    if (!(nice >= 1 && nice <= 45)) return null;
    classes.add(nice);
  }
  return classes.size === 0 ? null : [...classes].sort((a, b) => a - b);
};

const YES = new Set(['是', '有', '同意', '已同意', '允许', '√', '✓', 'yes', 'y', 'true', 't', '1']);
const NO = new Set(['否', '无', '不', '没有', '不同意', '未同意', '不允许', '×', '✗', 'no', 'n', 'false', 'f', '0']);
export const parseYesNo = (text: string): boolean | null => {
  const word = compact(text).toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
};

const UNIT: Record<string, number> = { '': 1, 千: 1e3, k: 1e3, 万: 1e4, w: 1e4, m: 1e6, 亿: 1e8 };
const COUNT =
  /^(?:累计|总|月|已){0,2}(?:销量|销售|成交|销|售|拼|sold)?(?:量|额)?[:\s]*(?:超|近)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([千万亿kwm]?)\+?\s*(?:以上|多)?\s*(?:件|个|条|台|双|套|笔|人|单|次|sold)?(?:付款|收货|购买|成交|已买)?\+?$/i;

/** A count as shops print it: `1200+`, `1.2万`, `月销 1,200`, `10万+人付款`. Rounded down to a whole number. */
export const parseCount = (text: string): number | null => {
  const found = COUNT.exec(compact(text));
  if (!found) return null;
  const [, whole = '', fraction = '', unit = ''] = found;
  const count = Math.floor(Number((Number(`${whole.replaceAll(',', '')}${fraction}`) * UNIT[unit.toLowerCase()]!).toPrecision(15)));
  return Number.isSafeInteger(count) ? count : null;
};
