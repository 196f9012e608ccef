// Argon2id with the package's parameters (19 MiB, two passes), 0.06-0.3 s on a small machine: two at once, or a burst of sign-ins takes
// every core and the memory with it.
import { hash, verify } from '@node-rs/argon2';
import { turns } from './turns.ts';

const inTurn = turns(2);

/** A salted hash in PHC form; the same password gives another one each time. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

/** Whether the password made the hash; false also for a text that is no hash. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, password).catch(() => false));
