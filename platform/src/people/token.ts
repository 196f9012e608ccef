// Opaque tokens: the bearer holds 256 random bits, the database only their hash, so a stolen dump opens no door.
import { createHash, randomBytes } from 'node:crypto';

export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Without the characters that are mistaken for one another when read from paper; 16 of 31 signs are 79 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
export const newPassword = (): string => {
  let password = '';
  // Bytes past the last whole multiple of the alphabet are passed over, or the first signs would come more often.
  while (password.length < 16) for (const byte of randomBytes(32)) if (byte < 248 && password.length < 16) password += SIGNS[byte % SIGNS.length];
  return password;
};
