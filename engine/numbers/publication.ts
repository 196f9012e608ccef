// Publication and grant numbers (domain.md 1.2). They are not patent numbers: one application has several.
import type { RightKind } from '@zhijian/contract';
import { foldSpelling } from './spelling.ts';

export interface PublicationNumber {
  /** `CN106844774A`; without the kind letters where none were given. */
  canonical: string;
  office: 'CN';
  type_digit: '1' | '2' | '3';
  kind: RightKind;
  serial: string;
  /** `A`, `B`, `U`, `S`, `C1` …; null for bare digits. */
  kind_code: string | null;
  /** A: only an application was published. Null where the letter is missing or was used in both senses (before 1993). */
  granted: boolean | null;
}

const KIND = { 1: 'invention', 2: 'utility_model', 3: 'design' } as const;
const LETTERS: Record<string, string> = { 1: 'ABC', 2: 'UY', 3: 'SD' };

/** Reads `CN106844774A`, `CN 100123456 C`, `公告号 CN209123456U`, or nine bare digits; null where it is none. Source: domain.md 1.2. */
export const parsePublicationNumber = (text: string): PublicationNumber | null => {
  const compact = foldSpelling(text)
    .text.replace(/[\s.\-:]/g, '')
    .replace(/^(?:专利)?(?:申请|授权)?(?:公开|公告|公布)号?/, '');
  const read = /^(?:CN)?([123])(\d{6,8})([A-Z][1-9]?)?$/.exec(compact);
  if (!read) return null;
  const type = read[1] as '1' | '2' | '3';
  const letters = read[3] ?? null;
  // Without CN and letter only the nine-digit form is unmistakable.
  if (!compact.startsWith('CN') && letters === null && read[2]!.length !== 8) return null;
  if (letters !== null && !LETTERS[type]!.includes(letters[0]!)) return null;
  // B, U and S stood for examined or announced applications before 1993, with seven digits in all.
  const before1993 = read[2]!.length < 8 && letters !== null && 'BUS'.includes(letters[0]!);
  return {
    canonical: `CN${type}${read[2]}${letters ?? ''}`,
    office: 'CN',
    type_digit: type,
    kind: KIND[type],
    serial: read[2]!,
    kind_code: letters,
    granted: letters === null || before1993 ? null : letters[0] !== 'A',
  };
};
