// Marks of the United Kingdom, UKIPO (domain.md 1.8).
import { compactNumber, figures } from './compact.ts';

export interface UkTrademarkNumber {
  office: 'GB';
  /** `UK00003123456`: UK and eleven figures. */
  canonical: string;
}

/**
 * A British mark: `UK00003123456`, `UK 3 123 456`, `UKIPO 3123456`, `GB00003123456`. Dropped noughts are filled up to eleven figures. Null for bare
 * figures, and for the patents and designs that GB and UK also stand before (`GB2345678A`).
 * @param known the office column says UKIPO: bare figures are one too. Source: domain.md 1.8.
 */
export const parseUkTrademarkNumber = (text: string, known = false): UkTrademarkNumber | null => {
  const compact = compactNumber(text).replace(/[,-]/g, '').replace(/号$/, '');
  const bare = compact.replace(/^(?:(?:UKIPO|UKTM|UK|GB|英国)(?:商标)?(?:注册|申请)?号?(?:NO\.?)?[:.]?第?)+/, '');
  const number = figures(bare);
  if ((!known && bare === compact) || !/^\d{7,11}$/.test(number) || /^0+$/.test(number)) return null;
  return { office: 'GB', canonical: `UK${number.padStart(11, '0')}` };
};
