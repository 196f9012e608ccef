// Marks of the European Union, EUIPO (domain.md 1.8).
import { compactNumber, figures } from './compact.ts';

export interface EuTrademarkNumber {
  office: 'EM';
  /** `018123456`: nine figures, the first a nought. */
  canonical: string;
}

const NAMED = /^(?:(?:EUIPO|EUTM|OHIM|CTM|EM|EU|欧盟|欧洲)(?:商标)?(?:注册|申请)?号?码?(?:NO)?:?第?)+/;

/**
 * An EU mark: `018123456`, `EUTM 018123456`, `欧盟商标第 18123456 号`. A spreadsheet drops the nought in front: behind a name of the office, or
 * where the column names it, up to eight figures are filled up to nine. Without either only nine figures with the nought are one: eight are a
 * Chinese number. @param known the office column says EUIPO. Null where it is none. Source: domain.md 1.8.
 */
export const parseEuTrademarkNumber = (text: string, known = false): EuTrademarkNumber | null => {
  const compact = compactNumber(text).replace(/[,.-]/g, '').replace(/号$/, '');
  const bare = compact.replace(NAMED, '');
  const number = figures(bare);
  if (!/^\d+$/.test(number) || /^0+$/.test(number)) return null;
  const named = known || bare !== compact;
  if (!(named ? /^(?:\d{4,8}|0\d{8})$/ : /^0\d{8}$/).test(number)) return null;
  return { office: 'EM', canonical: number.padStart(9, '0') };
};
