// Unified social credit code, GB 32100 (domain.md 1.9).
import { compactNumber } from './compact.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with a code: its form, one character of it, or a check character that is not the expected one. */
export type CreditCodeFault =
  | { check: 'form' }
  | { check: 'character'; place: number; found: string }
  | { check: 'organisation' | 'total'; place: 17 | 18; expected: string; found: string };

/** Positions 9-17 are an organisation code with a check character of its own (GB 11714). */
const organisationCheck = (code: string): string => {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number.parseInt(code[8 + i]!, 36) * BODY_WEIGHTS[i]!;
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
};

const totalCheck = (code: string): string => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(code[i]!) * WEIGHTS[i]!;
  return ALPHABET[(31 - (sum % 31)) % 31]!;
};

/**
 * What does not hold of a code, in the order of its characters; none for a whole one. Exact spelling: 18 characters, upper case, no spaces.
 * The expected last character is computed of the other seventeen as they are given. Source: domain.md 1.9.
 */
export const creditCodeFaults = (code: string): CreditCodeFault[] => {
  if (!/^[0-9A-Z]{18}$/.test(code)) return [{ check: 'form' }];
  const strange = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) return [{ check: 'character', place: strange + 1, found: code[strange]! }];
  const faults: CreditCodeFault[] = [];
  const organisation = organisationCheck(code);
  if (code[16] !== organisation) faults.push({ check: 'organisation', place: 17, expected: organisation, found: code[16]! });
  const total = totalCheck(code);
  if (code[17] !== total) faults.push({ check: 'total', place: 18, expected: total, found: code[17]! });
  return faults;
};

/** True for 18 characters whose two check characters both hold. Exact spelling: upper case, no spaces. Source: domain.md 1.9. */
export const isUnifiedSocialCreditCode = (code: string): boolean => creditCodeFaults(code).length === 0;

/** A code in its one spelling, with what is wrong with it. */
export interface CreditCode {
  /** Eighteen characters where there are as many. */
  canonical: string;
  faults: CreditCodeFault[];
}

/**
 * A code in any spelling: full width, small letters, blanks, hyphens, 统一社会信用代码 before it. O is read as 0 and I as 1: the alphabet has neither
 * letter, and the check characters tell whether that was meant. Never throws. Source: domain.md 1.9.
 */
export const parseCreditCode = (text: string): CreditCode => {
  const canonical = compactNumber(text)
    .replace(/^(?:统一)?(?:社会)?信用代码(?:号|证)?[:.]?/, '')
    .replace(/-/g, '')
    .replace(/O/g, '0')
    .replace(/I/g, '1');
  return { canonical, faults: creditCodeFaults(canonical) };
};
