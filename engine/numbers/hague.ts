// International designs, the Hague system (domain.md 1.8).
import { compactNumber, figures } from './compact.ts';

export interface HagueNumber {
  office: 'WO';
  /** `DM/201234`: six figures. */
  canonical: string;
}

/**
 * `DM/201234`, `DM 201234`, `海牙国际外观设计 DM/069123`; `DM/69123` is filled up to six figures. Null without DM and for another length.
 * @param known the office column says WIPO: six bare figures are one too. Source: domain.md 1.8.
 */
export const parseHagueNumber = (text: string, known = false): HagueNumber | null => {
  const compact = compactNumber(text).replace(/号$/, '');
  const [, named, rest = ''] = /^(?:海牙|国际|外观设计|注册|号|第|HAGUE|WIPO|NO\.?|[:.])*(DM[/.-]?)?(.*)$/.exec(compact)!;
  const number = figures(rest);
  if (/^0+$/.test(number) || !(named !== undefined ? /^\d{5,6}$/.test(number) : known && /^\d{6}$/.test(number))) return null;
  return { office: 'WO', canonical: `DM/${number.padStart(6, '0')}` };
};
