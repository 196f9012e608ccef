// Numbers under which rights are recorded with customs (海关备案号, domain.md 1.7).
import type { Day } from '@zhijian/contract';
import { compactNumber, figures } from './compact.ts';

export interface CustomsNumber {
  /** `T2010-20153`. */
  canonical: string;
  right: 'trademark' | 'patent' | 'copyright';
  year: number;
  serial: string;
}

const RIGHT = { T: 'trademark', P: 'patent', C: 'copyright' } as const;
/** The customs protection of intellectual property began on 1995-10-01. */
const FIRST_YEAR = 1995;

/**
 * `T2010-20153`, `海关备案号：t 2010 — 20153`; the hyphen may be missing. Null without T, P or C, for a year before 1995, and for `T2010-0`.
 * Noughts at the head of the serial stay: no source tells how many figures it has. A record is valid for ten years and ends with its right:
 * neither follows from the number alone. @param today as in parsePctNumber. Source: domain.md 1.7.
 */
export const parseCustomsNumber = (text: string, today?: Day): CustomsNumber | null => {
  const compact = compactNumber(text)
    .replace(/^(?:知识产权)?(?:中国)?(?:海关)?(?:总署)?(?:知识产权)?(?:保护)?(?:备案)?(?:登记)?号?码?[:.]?(?=[TPC])/, '')
    .replace(/号$/, '');
  const read = /^([TPC])([\dOIL]{4})-{0,2}([\dOIL]{1,6})$/.exec(compact);
  if (!read) return null;
  const digits = figures(`${read[2]}${read[3]}`);
  const [year, serial] = [Number(digits.slice(0, 4)), digits.slice(4)];
  if (!/^\d+$/.test(digits) || year < FIRST_YEAR || (today !== undefined && year > Number(today.slice(0, 4))) || !Number(serial)) return null;
  return { canonical: `${read[1]}${year}-${serial}`, right: RIGHT[read[1] as keyof typeof RIGHT], year, serial };
};
