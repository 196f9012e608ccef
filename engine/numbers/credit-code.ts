// Unified social credit code, GB 32100 (domain.md 1.9).
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Positions 9-17 are an organisation code with a check character of its own (GB 11714). */
const organisationHolds = (code: string): boolean => {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number.parseInt(code[i]!, 36) * BODY_WEIGHTS[i]!;
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
};

/** True for 18 characters whose two check characters both hold. Exact spelling: upper case, no spaces. Source: domain.md 1.9. */
export const isUnifiedSocialCreditCode = (code: string): boolean => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) || !organisationHolds(code.slice(8, 17))) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(code[i]!) * WEIGHTS[i]!;
  return code[17] === ALPHABET[(31 - (sum % 31)) % 31];
};
