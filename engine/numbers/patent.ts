// Chinese application and patent numbers (domain.md 1.1).
import type { Day, RightKind } from '@zhijian/contract';
import { foldSpelling } from './spelling.ts';

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Type digit -> kind; 8 and 9 are PCT applications in their national phase. */
const KIND_OF_TYPE: Record<string, RightKind> = {
  1: 'invention',
  2: 'utility_model',
  3: 'design',
  8: 'invention',
  9: 'utility_model',
};

export interface PatentNumber {
  /** `201829999002.7` or `97101765.4`; the check character is computed where it was not given. */
  canonical: string;
  body: string;
  check_given: string | null;
  check_expected: string;
  /** Never false here: a wrong character makes a reject, an absent one is computed. */
  check_ok: true;
  /** False where the check character was not given. */
  complete: boolean;
  /** Year in which the number was given out; of a PCT or divisional application not the year of filing. */
  year: number;
  type_digit: string;
  kind: RightKind;
  serial: number;
  era: '8' | '12';
}

export type PatentRejectCode = 'shape' | 'check_digit' | 'type_digit' | 'year' | 'future_date';

export interface PatentReject {
  reject: PatentRejectCode;
  /** What was read, in canonical spelling; for `shape` the characters that were left after cleaning. */
  canonical: string;
  body: string | null;
  check_given: string | null;
  check_expected: string | null;
  year: number | null;
  kind: RightKind | null;
}

/**
 * The check character of a Chinese patent number: weighted digits mod 11, remainder 10 written X.
 * @param body 8 or 12 ASCII digits. @throws RangeError for anything else.
 * Source: domain.md 1.1 (recomputed there on 47 real numbers).
 */
export const patentCheckCharacter = (body: string): string => {
  if (!/^(\d{8}|\d{12})$/.test(body)) throw new RangeError(`a number body has 8 or 12 digits, got ${JSON.stringify(body)}`);
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[i]) * WEIGHTS[i]!;
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
};

/** Old numbers carry two digits of the year: 85-99 and 00-03, so they never meet publication numbers 1-3 + 8 digits. */
const yearOf = (body: string): number => {
  if (body.length === 12) return Number(body.slice(0, 4));
  const two = Number(body.slice(0, 2));
  return two <= 3 ? 2000 + two : 1900 + two;
};

const LEADING = /^(?:(?:中国)?(?:发明|实用新型|外观设计|外观)?(?:专利)?(?:申请|授权)?(?:公告)?号码?|PATENT(?:NO\.?|NUMBER)?)*[.#]?/;

/**
 * Reads one Chinese patent or application number in any spelling.
 * @param today the day of judging; without it no number is in the future (this library has no clock).
 * A number without check character is `complete: false`, never false. Method: domain.md 1.1.
 */
export const parsePatentNumber = (text: string, today?: Day): PatentNumber | PatentReject => {
  const compact = foldSpelling(text)
    .text.replace(/,/g, '.')
    .replace(/[\s\-:()#]/g, '')
    .replace(LEADING, '')
    .replace(/^(?:ZL|CN)\.?/, '')
    .replace(/\.$/, '');
  // O typed for 0, I and L for 1: in a cell that is one number, no other reading is left, and the check character tells. On a page a person reads it.
  const typed = /^\d[\dOIL]{7,11}(?:\.?[\dXO])?$/.test(compact) ? compact.replace(/O/g, '0').replace(/[IL]/g, '1') : compact;
  return parseCompact(typed, today);
};

/** As parsePatentNumber, of cleaned characters: digits, a dot, an X. */
export const parseCompact = (compact: string, today?: Day): PatentNumber | PatentReject => {
  const read = /^(\d{12}|\d{8})\.?([0-9X])?$/.exec(compact);
  const rejected = (
    reject: PatentRejectCode,
    canonical: string,
    body: string | null,
    given: string | null,
    kind: RightKind | null,
  ): PatentReject => ({
    reject,
    canonical,
    body,
    check_given: given,
    check_expected: body === null ? null : patentCheckCharacter(body),
    year: body === null ? null : yearOf(body),
    kind,
  });
  // Nine bare digits that begin with 1, 2 or 3 are a publication number since 2007.
  if (!read || /^[123]\d{8}$/.test(compact)) return rejected('shape', compact.slice(0, 40), null, null, null);
  const body = read[1]!;
  const given = read[2] ?? null;
  const expected = patentCheckCharacter(body);
  const type = body.length === 12 ? body[4]! : body[2]!;
  const kind = KIND_OF_TYPE[type] ?? null;
  const canonical = `${body}.${given ?? expected}`;
  const year = yearOf(body);
  const oldest = body.length === 12 ? 2003 : 1985;
  if (year < oldest) return rejected('year', canonical, body, given, kind);
  if (today !== undefined && year > Number(today.slice(0, 4))) return rejected('future_date', canonical, body, given, kind);
  if (kind === null) return rejected('type_digit', canonical, body, given, null);
  if (given !== null && given !== expected) return rejected('check_digit', canonical, body, given, kind);
  return {
    canonical,
    body,
    check_given: given,
    check_expected: expected,
    check_ok: true,
    complete: given !== null,
    year,
    type_digit: type,
    kind,
    serial: Number(body.slice(body.length === 12 ? 5 : 3)),
    era: body.length === 12 ? '12' : '8',
  };
};

export const isReject = (parsed: object): parsed is PatentReject => 'reject' in parsed;

/**
 * Numbers that one slip of the hand away from `canonical` could have been meant: one character replaced, or two
 * neighbours swapped, over body and check character. All returned numbers have a right check character.
 */
export const nearNumbers = (canonical: string): string[] => {
  const plain = canonical.replace('.', '');
  const found = new Set<string>();
  const keep = (changed: string) => {
    const body = changed.slice(0, -1);
    if (changed !== plain && /^\d+$/.test(body) && patentCheckCharacter(body) === changed.at(-1)) found.add(`${body}.${changed.at(-1)}`);
  };
  if (!/^(\d{8}|\d{12})[0-9X]$/.test(plain)) return [];
  for (let i = 0; i < plain.length; i++) {
    for (const character of i === plain.length - 1 ? '0123456789X' : '0123456789') keep(plain.slice(0, i) + character + plain.slice(i + 1));
    if (i > 0) keep(plain.slice(0, i - 1) + plain[i] + plain[i - 1] + plain.slice(i + 1));
  }
  return [...found].sort();
};
