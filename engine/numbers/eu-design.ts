// Registered Community designs, EUIPO (domain.md 1.8).
import { compactNumber } from './compact.ts';

export interface EuDesignNumber {
  office: 'EM';
  /** `009012345-0001`: application and design within it, since one application holds several designs. */
  canonical: string;
  application: string;
  design: string;
}

const NAMED = /^(?:(?:EUIPO|RCD|REUD|EM|EU|欧盟|共同体)(?:注册)?(?:外观设计|外观|设计)?(?:专利)?(?:注册|登记)?号?码?(?:NO\.?)?[:.]?第?)+/;

/**
 * A Community design: `009012345-0001`, `RCD 9012345-1`, `欧盟外观设计 009012345-0001`. Noughts in front are filled up behind a name of the office or
 * where the column names it; else all nine and four figures must stand. Null without the number of the design: it would name several.
 * @param known the office column says EUIPO. Source: domain.md 1.8.
 */
export const parseEuDesignNumber = (text: string, known = false): EuDesignNumber | null => {
  const compact = compactNumber(text).replace(/号$/, '');
  const bare = compact.replace(NAMED, '');
  const [application = '', design = '', ...more] = bare
    .split(/[-/]/)
    .map((part) => (/^[\dOIL]+$/.test(part) ? part.replace(/O/g, '0').replace(/[IL]/g, '1') : part));
  const named = known || bare !== compact;
  if (more.length > 0 || !/^\d{4,9}$/.test(application) || !/^\d{1,4}$/.test(design) || !Number(application) || !Number(design)) return null;
  if (!named && (!/^0\d{8}$/.test(application) || design.length !== 4)) return null;
  const [whole, part] = [application.padStart(9, '0'), design.padStart(4, '0')];
  return { office: 'EM', canonical: `${whole}-${part}`, application: whole, design: part };
};
