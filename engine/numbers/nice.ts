// Numbers of the Nice classification and of the Chinese table of similar goods (domain.md 1.5).
import { compactNumber } from './compact.ts';

/** Goods are the classes 1 to 34, services 35 to 45. Editions move groups and items: numbers of two editions never compare. */
const LAST_CLASS = 45;
const classOf = (digits: string): number | null => (Number(digits) >= 1 && Number(digits) <= LAST_CLASS ? Number(digits) : null);
const plain = (text: string): string => compactNumber(text.replace(/[（(]([一二三四五六七八九十]{1,3})[）)]/, '~$1')).replace(/O/g, '0');

export interface NiceItem {
  /** `250045`, `C120008`. */
  canonical: string;
  class: number;
  /** An item of the Chinese table alone, not of the Nice list. */
  chinese_only: boolean;
}

/** An item of the table: class (2) and item (4), `250045`; C before it for items of China alone. Null where there is no such class. Source: domain.md 1.5. */
export const parseNiceItem = (text: string): NiceItem | null => {
  const read = /^(C?)(\d{2})(\d{4})$/.exec(plain(text));
  const nice = read && classOf(read[2]!);
  return read && nice ? { canonical: read[0], class: nice, chinese_only: read[1] === 'C' } : null;
};

export interface SimilarGroup {
  /** `2501`, `0304（二）`: the parts of a group are in principle not similar to each other. */
  canonical: string;
  /** Four figures: a nought in front belongs to it. */
  group: string;
  class: number;
  /** `二`; null for the whole group. */
  part: string | null;
}

/**
 * A similar group (类似群): class (2) and group (2), `2501`, `0304(二)`, `第3006组`. Three figures are one whose nought a spreadsheet dropped: `304`.
 * Null where there is no such class or group 00. Source: domain.md 1.5.
 */
export const parseSimilarGroup = (text: string): SimilarGroup | null => {
  const read = /^(?:类似群组?|群组)?:?第?(\d{3,4})(?:类似群|群?组)?(?:~([一二三四五六七八九十]{1,3}))?$/.exec(plain(text));
  if (!read) return null;
  const group = read[1]!.padStart(4, '0');
  const nice = classOf(group.slice(0, 2));
  if (!nice || group.endsWith('00')) return null;
  const part = read[2] ?? null;
  return { canonical: part === null ? group : `${group}（${part}）`, group, class: nice, part };
};
