// Numbers of cases and decisions in one spelling (domain.md 8.6), so that the same case in two files is found by either.

const TAIL = '(?:之[一二三四五六七八九十0-9]{1,3})?';
/** Of a court: `(2017)最高法民再234号`, `（2015）民提字第23号`. */
const COURT = new RegExp(String.raw`\(((?:19|20)\d{2})\)([^号()]{2,20}?\d{1,8}${TAIL})号(${TAIL})`, 'g');
/** Of an authority: `杭市监罚〔2021〕12号`, `商评字[2019]第0000012345号`. */
const PAPER = /^([^〔[(【\d]{1,30})[〔[(【]((?:19|20)\d{2})[〕\])】](第?[\d-]{1,20}(?:号|$))$/;
/** Of the patent office: a decision `第29147号`, `WX29147`, and the file of its case, `5W109912`, `1F234567`. */
const OFFICE = /^(?:决定号[:：]?)?(?:WX|FS)?第?0*(\d{1,7})号?(?:决定)?$/;
const INTERNAL = /^(?:案件编号|委内编号)?[:：]?([1-9][WF]\d{5,8})$/;

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

export interface CaseNumber {
  number: string;
  form: 'court' | 'paper' | 'office' | 'internal' | 'other';
  /** Further numbers of courts in the same text: cases decided together. */
  others: string[];
}

/**
 * A case or decision number in its one spelling; null for a text that is none: empty, without a digit, or longer than 80 characters where no
 * number of a court stands in it. Brackets, widths and spaces may be written any way.
 */
export const parseCaseNumber = (text: string): CaseNumber | null => {
  if (text.length > 2000) return null;
  const given = compact(text);
  const courts = [...given.matchAll(COURT)].map(([, year, body, tail]) => `（${year}）${body}号${tail ?? ''}`);
  const [first, ...others] = [...new Set(courts)];
  if (first !== undefined) return { number: first, form: 'court', others };
  const plain = (number: string, form: CaseNumber['form']): CaseNumber => ({ number, form, others: [] });
  const paper = PAPER.exec(given);
  if (paper) return plain(`${paper[1]}〔${paper[2]}〕${paper[3]!.replace(/号$/, '')}号`, 'paper');
  const internal = INTERNAL.exec(given);
  if (internal) return plain(internal[1]!, 'internal');
  const office = OFFICE.exec(given);
  if (office) return plain(`第${office[1]}号`, 'office');
  return given.length <= 80 && /\d/.test(given) && !/[\p{C}]/u.test(given) ? plain(given, 'other') : null;
};
