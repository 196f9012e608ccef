// Trademark numbers of China and of the Madrid system (domain.md 1.4).
import { foldSpelling } from './spelling.ts';

export interface TrademarkNumber {
  /** `6320249`, `6320249A`, `G1516387`: no leading zeros, suffix kept (a divided application is another one). */
  canonical: string;
  system: 'national' | 'madrid';
  suffix: string | null;
}

/** Reads a Chinese registration (= application) number or an international registration; null where it is none. Source: domain.md 1.4. */
export const parseTrademarkNumber = (text: string): TrademarkNumber | null => {
  const compact = foldSpelling(text)
    .text.replace(/[\s.\-:®()]/g, '')
    .replace(/^(?:国际)?(?:商标)?(?:注册|申请)?(?:商标|证)?号?第?/, '')
    .replace(/号?(?:商标)?$/, '');
  const read = /^(G?)0*([1-9]\d{0,7})([A-Z]?)$/.exec(compact);
  if (!read) return null;
  if (read[1] === 'G' && !/^\d{6,7}$/.test(read[2]!)) return null;
  return { canonical: `${read[1]}${read[2]}${read[3]}`, system: read[1] === 'G' ? 'madrid' : 'national', suffix: read[3] || null };
};
