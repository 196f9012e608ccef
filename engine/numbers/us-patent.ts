// Patents, designs and published applications of the United States as they are printed (domain.md 1.8).
import type { RightKind } from '@zhijian/contract';
import { compactNumber } from './compact.ts';

export interface UsPatentNumber {
  office: 'US';
  /** `US10123456B2`, `USD812345S1`, `US20010000044A1`; without the kind letters where none were given. */
  canonical: string;
  kind: RightKind;
  kind_code: string | null;
  /** False for the publication of an application. */
  granted: boolean;
}

const FORMS: [form: RegExp, kind: RightKind, granted: boolean][] = [
  [/^(D\d{6,7})(S1?)?$/, 'design', true],
  [/^((?:200[1-9]|20[1-9]\d)\d{7})(A[129])?$/, 'invention', false],
  [/^(\d{7,8})(B[12])?$/, 'invention', true],
  // Until 2001 the kind of a granted patent was A; its numbers had not reached 6,200,000.
  [/^([1-6]\d{6})(A)$/, 'invention', true],
];

/**
 * `US 10,123,456 B2`, `USD812,345 S1`, `US 2001/0000044 A1`, `U.S. Patent No. 9,123,456`. Null without US or 美国 (seven and eight figures are many
 * things), for another length and for letters that are no kind of document; `USD 812,345` without S is an amount of money.
 * @param known the office column says USPTO: US need not stand there. Source: domain.md 1.8.
 */
export const parseUsPatentNumber = (text: string, known = false): UsPatentNumber | null => {
  const written = compactNumber(text);
  // 09/703,574 is the number of an application, which tells nothing of the patent.
  if (/(?<!\d)\d\d\/\d{3},?\d{3}$/.test(written)) return null;
  const compact = written.replace(/[,.\-/]/g, '');
  const bare = compact.replace(/^(?:USA?(?=\D?\d|PAT|DES)|美国)/, '');
  if (!known && bare === compact) return null;
  const number = bare.replace(/^(?:DESIGN)?(?:PATENT|PAT|发明专利|外观设计专利|专利)(?:号|NO)?/, '').replace(/^(D?)0+(?=\d{6})/, '$1');
  for (const [form, kind, granted] of FORMS) {
    const read = form.exec(number);
    if (!read) continue;
    if (kind === 'design' && read[2] === undefined && /^USD/.test(compact) && !/PAT|专利/.test(compact)) return null;
    return { office: 'US', canonical: `US${read[1]}${read[2] ?? ''}`, kind, kind_code: read[2] ?? null, granted };
  }
  return null;
};
