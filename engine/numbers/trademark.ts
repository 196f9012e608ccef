// Trademark numbers of the Chinese register: national ones and designations of China (domain.md 1.4).
import { compactNumber, figures } from './compact.ts';
import { parseMadridNumber } from './madrid.ts';

export interface TrademarkNumber {
  /** `6320249`, `6320249A`, `G1516387`: no leading zeros, suffix kept (a divided application is another one). */
  canonical: string;
  system: 'national' | 'madrid';
  suffix: string | null;
}

/**
 * A Chinese registration (= application) number or an international registration: `第6320249号`, `商标注册号：6320249A`, `国际注册第1516387号`.
 * Null where it is none: nine figures with a nought in front are EUIPO's, names of other offices stay unread. Source: domain.md 1.4.
 */
export const parseTrademarkNumber = (text: string): TrademarkNumber | null => {
  const madrid = parseMadridNumber(text);
  if (madrid) return { canonical: madrid.canonical, system: 'madrid', suffix: madrid.suffix };
  const compact = compactNumber(text)
    .replace(/[.,\-:®]/g, '')
    .replace(/^(?:中国|国家)?(?:商标)?(?:注册|申请)?(?:商标|证)?号?(?:NO)?第?/, '')
    .replace(/号?(?:商标)?$/, '')
    .replace(/^CN(?=\d)/, '');
  // At the end O is a nought; I and L are letters of a divided application.
  const read = /^([\dOIL]{0,7}[\dO])([A-Z]?)$/.exec(compact);
  const number = read && figures(read[1]!).replace(/^0+/, '');
  if (!read || !number || !/^\d+$/.test(number)) return null;
  return { canonical: `${number}${read[2]}`, system: 'national', suffix: read[2] || null };
};
