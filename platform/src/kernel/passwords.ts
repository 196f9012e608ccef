// Argon2id with the package's parameters (19 MiB, two passes), about 0.3 s on a small machine: two at once, or a burst of sign-ins takes
// every core and the memory with it.
import { hash, verify } from '@node-rs/argon2';

const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** A salted hash in PHC form; the same password gives another one each time. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

/** Whether the password made the hash; false also for a text that is no hash. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, password).catch(() => false));
