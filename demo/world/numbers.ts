// Numbers that are well formed and belong to nobody: serials 9999xxx are beyond any year's filings, 99 is no province.

const PATENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Check character of 8 or 12 digits: weighted sum modulo 11, 10 written X (domain.md 1.1). */
export const patentCheck = (body: string): string => {
  const rest = [...body].reduce((sum, digit, i) => sum + Number(digit) * PATENT_WEIGHTS[i]!, 0) % 11;
  return rest === 10 ? 'X' : String(rest);
};

/** A patent number with its check character: `type` 1 invention, 2 utility model, 3 design; serial 9999nnn, or 999nn before October 2003. */
export const patentNumber = (year: number, type: 1 | 2 | 3, nth: number): string => {
  const body = year < 2003 ? `${year % 100}${type}999${two(nth)}` : `${year}${type}9999${three(nth)}`;
  return `${body}.${patentCheck(body)}`;
};

/** The same number with a check character that is not its own. */
export const withWrongCheck = (number: string): string => {
  const [body = '', check = ''] = number.split('.');
  return `${body}.${check === '9' || check === 'X' ? '1' : Number(check) + 1}`;
};

/** The same number with the digit at `position` (from 1) written one higher: nothing else is touched, the check character neither. */
export const withWrongDigit = (number: string, position: number): string =>
  [...number].map((digit, i) => (i === position - 1 ? String((Number(digit) + 1) % 10) : digit)).join('');

const two = (n: number) => String(n).padStart(2, '0');
const three = (n: number) => String(n).padStart(3, '0');

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A unified social credit code with both of its check characters (domain.md 1.9), in a division that does not exist. */
export const creditCode = (nth: number): string => {
  const organisation = `9999${String(nth).padStart(4, '0')}`;
  const rest = 11 - ([...organisation].reduce((sum, digit, i) => sum + Number(digit) * ORGANISATION_WEIGHTS[i]!, 0) % 11);
  const body = `91990000${organisation}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  const sum = [...body].reduce((total, character, i) => total + CODE_ALPHABET.indexOf(character) * CODE_WEIGHTS[i]!, 0);
  return `${body}${CODE_ALPHABET[(31 - (sum % 31)) % 31]}`;
};
