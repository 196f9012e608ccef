// All SQL of people. Runs as the system: who asks is not known before this has answered.
import type { Queryable } from '../kernel/index.ts';
import type { AccountRole, BodyKind, Person } from './person.ts';

const PERSON = `a.id AS account_id, a.login, a.name, a.role, b.id AS body_id, b.name AS body_name, b.region, b.kind AS body_kind, b.demo`;

export const accountByLogin = async (db: Queryable, login: string): Promise<(Person & { password_hash: string }) | null> => {
  const { rows } = await db.query<Person & { password_hash: string }>(
    `SELECT ${PERSON}, a.password_hash FROM people.account a JOIN people.body b ON b.id = a.body_id WHERE a.login = lower($1) AND a.disabled_at IS NULL`,
    [login],
  );
  return rows[0] ?? null;
};

export const personBySession = async (db: Queryable, tokenHash: Buffer): Promise<Person | null> => {
  // Named: asked at every request, and planned once for each connection.
  const { rows } = await db.query<Person>({
    name: 'person_by_session',
    text: `SELECT ${PERSON} FROM people.session s JOIN people.account a ON a.id = s.account_id JOIN people.body b ON b.id = a.body_id
     WHERE s.token_hash = $1 AND s.expires_at > now() AND a.disabled_at IS NULL`,
    values: [tokenHash],
  });
  return rows[0] ?? null;
};

export const addSession = async (db: Queryable, tokenHash: Buffer, accountId: string, hours: number): Promise<void> => {
  await db.query('DELETE FROM people.session WHERE expires_at < now()');
  await db.query(`INSERT INTO people.session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))`, [
    tokenHash,
    accountId,
    hours,
  ]);
};

export const removeSession = async (db: Queryable, tokenHash: Buffer): Promise<void> => {
  await db.query('DELETE FROM people.session WHERE token_hash = $1', [tokenHash]);
};

export const hasAccounts = async (db: Queryable): Promise<boolean> =>
  (await db.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM people.account) AS any')).rows[0]?.any === true;

export const addInvitation = async (db: Queryable, tokenHash: Buffer, hours: number): Promise<void> => {
  // One open link at a time: an older printed one is void.
  await db.query('DELETE FROM people.invitation WHERE used_at IS NULL');
  await db.query(`INSERT INTO people.invitation (token_hash, expires_at) VALUES ($1, now() + make_interval(hours => $2))`, [tokenHash, hours]);
};

export const hasInvitation = async (db: Queryable, tokenHash: Buffer): Promise<boolean> =>
  (
    await db.query<{ any: boolean }>(
      'SELECT EXISTS (SELECT FROM people.invitation WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()) AS any',
      [tokenHash],
    )
  ).rows[0]?.any === true;

/** True once for a link that is open; the row stays as the record that it was used. */
export const useInvitation = async (db: Queryable, tokenHash: Buffer): Promise<boolean> =>
  (await db.query('UPDATE people.invitation SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()', [tokenHash]))
    .rowCount === 1;

export interface NewBody {
  kind: BodyKind;
  name: string;
  region: string;
  demo: boolean;
}

export const addBody = async (db: Queryable, { kind, name, region, demo }: NewBody): Promise<string> =>
  (
    await db.query<{ id: string }>('INSERT INTO people.body (kind, name, region, demo) VALUES ($1, $2, $3, $4) RETURNING id', [
      kind,
      name,
      region,
      demo,
    ])
  ).rows[0]!.id;

/** All bodies, by region and name. */
export const listBodies = async (db: Queryable): Promise<(NewBody & { id: string })[]> =>
  (await db.query<NewBody & { id: string }>('SELECT id, kind, name, region, demo FROM people.body ORDER BY region, name COLLATE "C"')).rows;

export interface NewAccount {
  bodyId: string;
  login: string;
  name: string;
  role: AccountRole;
  passwordHash: string;
}

/** Id of the new account, null where the login is taken. */
export const addAccount = async (db: Queryable, { bodyId, login, name, role, passwordHash }: NewAccount): Promise<string | null> =>
  (
    await db.query<{ id: string }>(
      `INSERT INTO people.account (body_id, login, name, role, password_hash) VALUES ($1, lower($2), $3, $4, $5)
       ON CONFLICT (login) DO NOTHING RETURNING id`,
      [bodyId, login, name, role, passwordHash],
    )
  ).rows[0]?.id ?? null;

export const demoPeople = async (db: Queryable): Promise<Person[]> =>
  (await db.query<Person>(`SELECT ${PERSON} FROM people.account a JOIN people.body b ON b.id = a.body_id WHERE b.demo ORDER BY b.region, a.login`))
    .rows;

export const setPasswordHash = async (db: Queryable, accountId: string, passwordHash: string): Promise<void> => {
  await db.query('UPDATE people.account SET password_hash = $2 WHERE id = $1', [accountId, passwordHash]);
};
