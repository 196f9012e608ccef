// Two bodies in two regions, so that the demo shows what one body sees of the other: nothing.
import { DEMO_BODY } from '@zhijian/contract';
import { hashPassword, type Queryable } from '../kernel/index.ts';
import { addAccount, addBody, demoPeople, setPasswordHash } from './people-store.ts';
import type { Person } from './person.ts';
import { newPassword } from './token.ts';

export interface DemoLogin {
  person: Person;
  password: string;
}

/**
 * The demo's people, made where they are missing, each with a new password; nothing secret stands in the code.
 * Runs within the caller's transaction.
 */
export const demoAccounts = async (db: Queryable): Promise<DemoLogin[]> => {
  if ((await demoPeople(db)).length === 0) {
    for (const { name, region, kind, login, person } of DEMO_BODY) {
      const bodyId = await addBody(db, { kind, name, region, demo: true });
      // Replaced below in the same transaction.
      await addAccount(db, { bodyId, login, name: person, role: 'administrator', passwordHash: '-' });
    }
  }
  const logins: DemoLogin[] = [];
  for (const person of await demoPeople(db)) {
    const password = newPassword();
    await setPasswordHash(db, person.account_id, await hashPassword(password));
    logins.push({ person, password });
  }
  return logins;
};
