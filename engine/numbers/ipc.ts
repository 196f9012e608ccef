// Symbols of the International and the Cooperative Patent Classification (domain.md 1.6).
import { compactNumber } from './compact.ts';

export interface PatentClass {
  /** `F24H3/04`: without blanks. */
  canonical: string;
  /** A section Y, and more than six figures behind the stroke, are the CPC's alone; other symbols stand in both. */
  cpc_only: boolean;
  section: string;
  /** Year of the version stated with it: `(2006.01)`. */
  version: string | null;
}

/**
 * `F24H3/04`, `F24H 3/04`, `Int. Cl. A45D 20/04 (2006.01) I`. Section A-H (CPC: also Y), class, subclass, group and subgroup; noughts before the
 * group go (`G06F 0003/041`), those behind the stroke stay. Null for less than a subgroup. Source: domain.md 1.6.
 */
export const parsePatentClass = (text: string): PatentClass | null => {
  const version = /[(（]\s*((?:19|20)\d{2}\.\d{2})\s*[)）]/.exec(text.slice(0, 100));
  const compact = compactNumber(version ? text.replace(version[0], '~') : text)
    .replace(/^(?:INT\.?CL\.?\d?|IPC|CPC|分类号|主分类号)[:.]?(?=[A-HY])/, '')
    .replace(/~.*$/, '');
  const read = /^([A-HY])([\dOIL]{2})([A-Z])(?:-)?([\dOIL]{1,4})\/([\dOIL]{2,7})$/.exec(compact);
  if (!read) return null;
  const [section, subclass] = [read[1]!, read[3]!];
  const [main, group, sub] = [read[2]!, read[4]!, read[5]!].map((piece) => piece.replace(/O/g, '0').replace(/[IL]/g, '1')) as [
    string,
    string,
    string,
  ];
  const trimmed = group.replace(/^0+/, '');
  if (trimmed === '' || !Number(main)) return null;
  return {
    canonical: `${section}${main}${subclass}${trimmed}/${sub}`,
    cpc_only: section === 'Y' || sub.length > 6,
    section,
    version: version?.[1] ?? null,
  };
};
