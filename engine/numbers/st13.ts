// Numbers by WIPO ST.13: one form for applications of every office (domain.md 1.8).
import type { Day, RightKind } from '@zhijian/contract';
import { compactNumber } from './compact.ts';
import { parseOfficeCode } from './office.ts';

export interface St13Number {
  /** `US502025099551004`. */
  canonical: string;
  office: string;
  /** Two figures, `50` for marks. */
  type: string;
  /** Known of marks; the codes of the other rights are the office's own affair here. */
  kind: RightKind | null;
  /** Null where the office does not tell: `0000`. */
  year: number | null;
  /** Nine figures; of EUIPO up to eleven. */
  serial: string;
}

/**
 * Office code, type of right (two figures), year (four, `0000` where there is none) and number (nine). Only EUIPO's may have up to eleven. Null for
 * another form, an office that ST.3 does not have, and a year that cannot be. @param today as in parsePctNumber. Source: domain.md 1.8.
 */
export const parseSt13Number = (text: string, today?: Day): St13Number | null => {
  const compact = compactNumber(text)
    .replace(/^ST\.?13[:.]?/, '')
    .replace(/[/-]/g, '');
  const read = /^([A-Z]{2})([\dO]{15,17})$/.exec(compact);
  const office = read && parseOfficeCode(read[1]!);
  if (!read || !office || (read[2]!.length > 15 && office !== 'EM')) return null;
  const digits = read[2]!.replace(/O/g, '0');
  const [type, year, serial] = [digits.slice(0, 2), Number(digits.slice(2, 6)), digits.slice(6)];
  if (type[0] === '0' || /^0+$/.test(serial)) return null;
  if (year !== 0 && (year < 1800 || (today !== undefined && year > Number(today.slice(0, 4))))) return null;
  return { canonical: `${office}${digits}`, office, type, kind: type === '50' ? 'trademark' : null, year: year || null, serial };
};
