// Marks of the United States, USPTO (domain.md 1.8).
import { compactNumber, figures } from './compact.ts';

export interface UsTrademarkNumber {
  office: 'US';
  /** Figures alone: `75181334`, `2564831`. */
  canonical: string;
  /** The serial number is the application and stays the name of the mark; the registration number comes with the grant. */
  sort: 'serial' | 'registration';
}

const NAMED = /^(?:USPTO|U\.?S\.?A?\.?|美国)(?:商标|TRADEMARK|TM)?/;
const SERIAL = /^(?:SERIAL|SER\.?|SN|APPLICATION|APPL?\.?|申请)(?:NO\.?|NUMBER|号)?[:.]?/;
/** Nobody else writes a serial number so. */
const SLASHED = /^(?:SERIAL|SER\.?|SN)?(?:NO\.?|NUMBER)?[:.]?\d\d\/\d{3},?\d{3}$/;
const REGISTRATION = /^(?:REGISTRATION|REG\.?|注册)(?:NO\.?|NUMBER|号)?[:.]?/;

/**
 * `Serial No. 75/181,334` -> `75181334` (series of two figures and six more); `US Reg. No. 2,564,831` -> `2564831` (seven, noughts filled up behind
 * the word Reg.). Null for bare figures without a stroke, which a Chinese mark has too, and where the word and the length contradict.
 * @param known the office column says USPTO: bare figures are one too. Source: domain.md 1.8.
 */
export const parseUsTrademarkNumber = (text: string, known = false): UsTrademarkNumber | null => {
  const compact = compactNumber(text);
  const behind = compact.replace(NAMED, '');
  if (!known && behind === compact && !SLASHED.test(compact)) return null;
  const serial = behind.replace(SERIAL, '');
  const registration = behind.replace(REGISTRATION, '');
  const said = serial !== behind ? 'serial' : registration !== behind ? 'registration' : null;
  const bare = said === 'registration' ? registration : serial;
  const number = figures(
    bare
      .replace(/^NO\.?/, '')
      .replace(/^(\d\d)\//, '$1')
      .replace(/[,.]/g, ''),
  );
  if (/^0*$/.test(number)) return null;
  if (said !== 'registration' && /^\d{8}$/.test(number)) return { office: 'US', canonical: number, sort: 'serial' };
  if (said === 'registration' && /^\d{5,7}$/.test(number)) return { office: 'US', canonical: number.padStart(7, '0'), sort: 'registration' };
  return said === null && /^\d{7}$/.test(number) ? { office: 'US', canonical: number, sort: 'registration' } : null;
};
