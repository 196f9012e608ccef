// International registrations of marks, the Madrid system (domain.md 1.4, 1.8).
import { compactNumber, figures } from './compact.ts';

export interface MadridNumber {
  /** `G1516387`, `G1516387A`: as the Chinese register writes it, whoever wrote it here. */
  canonical: string;
  /** Letter of a partial assignment: another registration than the one without it. */
  suffix: string | null;
  /** `CN`: written as the Chinese register does (G, 国际注册), so that its designation of China is meant; `WO`: as WIPO and others do. */
  office: 'CN' | 'WO';
}

const CHINESE = /^(?:(?:马德里)?(?:商标)?国际(?:商标)?注册(?:商标)?(?:证?号)?码?[:.]?第?G?|G第?)(.+)$/;
const OTHERS = /^(?:(?:WIPO|MADRID|INT(?:ERNATIONAL|L)?\.?)+REG(?:ISTRATION|N|D)?\.?|WIPO|MADRID|IR)(?:NO\.?|NUMBER)?[:.]?(.+)$/;

/**
 * An international registration: `G1516387`, `国际注册第1516387号`, `IR 1516387`, `Int. Reg. No. 1 516 387 A`. Noughts in front are dropped, six or
 * seven figures remain. Null for bare figures, which may be a national number of any country, and for another length.
 * @param known the office column says WIPO: bare figures are one too. Source: domain.md 1.4, 1.8.
 */
export const parseMadridNumber = (text: string, known = false): MadridNumber | null => {
  const compact = compactNumber(text)
    .replace(/-/g, '')
    .replace(/号(?:商标)?$/, '');
  const chinese = CHINESE.exec(compact);
  const rest = chinese?.[1] ?? OTHERS.exec(compact)?.[1] ?? (known ? compact : null);
  const read = rest === null ? null : /^([\dOIL.,]+?)([A-Z]?)$/.exec(rest);
  if (!read) return null;
  const base = figures(read[1]!.replace(/[.,]/g, '')).replace(/^0+/, '');
  if (!/^\d{6,7}$/.test(base)) return null;
  return { canonical: `G${base}${read[2]}`, suffix: read[2] || null, office: chinese ? 'CN' : 'WO' };
};
