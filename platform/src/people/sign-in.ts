// In and out. A session is a row, so that it can be revoked; the cookie holds nothing but a number nobody can guess.
import { ZhijianError } from '@zhijian/contract';
import { hashPassword, type Queryable, verifyPassword } from '../kernel/index.ts';
import { accountByLogin, addSession, personBySession, removeSession } from './people-store.ts';
import type { Person } from './person.ts';
import { hashOf, newPassword, newToken } from './token.ts';

/** A working day: domain.md 9, identity, "session timeout". */
export const SESSION_HOURS = 12;

let stranger: Promise<string> | undefined;

/**
 * A session for the right password.
 * @returns the person and the token that the cookie carries
 * @throws ZhijianError `sign_in_failed`, the same and after the same work whether the login or the password is wrong
 */
export const signIn = async (db: Queryable, login: string, password: string): Promise<{ person: Person; token: string }> => {
  const found = await accountByLogin(db, login);
  // An unknown login is checked against a password that nobody has: the time of the answer does not tell which logins exist.
  stranger ??= hashPassword(newPassword());
  const right = await verifyPassword(found?.password_hash ?? (await stranger), password);
  if (found === null || !right) throw new ZhijianError('sign_in_failed');
  const { password_hash: _, ...person } = found;
  const token = newToken();
  await addSession(db, hashOf(token), person.account_id, SESSION_HOURS);
  return { person, token };
};

export const signOut = (db: Queryable, token: string): Promise<void> => removeSession(db, hashOf(token));

/** Who holds this session; null where it is unknown, over, or its account disabled. */
export const whoIs = (db: Queryable, token: string): Promise<Person | null> => personBySession(db, hashOf(token));
