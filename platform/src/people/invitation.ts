// The one-time link: on an empty house it makes the first body and its administrator, then never again.
import { type FirstAccount, ZhijianError } from '@zhijian/contract';
import { hashPassword, type Queryable } from '../kernel/index.ts';
import { addAccount, addBody, addInvitation, hasInvitation, useInvitation } from './people-store.ts';
import type { BodyKind } from './person.ts';
import { hashOf, newToken } from './token.ts';

export const INVITATION_HOURS = 24;
export const LEAST_PASSWORD = 12;

/** The token of a new link; links printed earlier are void. */
export const invite = async (db: Queryable): Promise<string> => {
  const token = newToken();
  await addInvitation(db, hashOf(token), INVITATION_HOURS);
  return token;
};

/** Whether the link still makes an account. */
export const isOpenInvitation = (db: Queryable, token: string): Promise<boolean> => hasInvitation(db, hashOf(token));

/**
 * Makes the first body and account. Runs within the caller's transaction: a refused login leaves the link open.
 * @throws ZhijianError `password_weak`, `invitation_unknown`, `login_taken`
 */
export const acceptInvitation = async (db: Queryable, { token, body, login, name, password }: FirstAccount): Promise<string> => {
  if (password.length < LEAST_PASSWORD) throw new ZhijianError('password_weak', { least: LEAST_PASSWORD });
  if (!(await useInvitation(db, hashOf(token)))) throw new ZhijianError('invitation_unknown');
  const passwordHash = await hashPassword(password);
  const bodyId = await addBody(db, { kind: body.kind as BodyKind, name: body.name, region: body.region, demo: false });
  const accountId = await addAccount(db, { bodyId, login, name, role: 'administrator', passwordHash });
  if (accountId === null) throw new ZhijianError('login_taken');
  return accountId;
};
