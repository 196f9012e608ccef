// The application's role. Row-level security holds for it alone: a database on which it cannot be taken is not used at all.
import { ZhijianError } from '@zhijian/contract';
import type pg from 'pg';

/** No such role; not permitted to take it. */
const NOT_TAKEN = new Set(['22023', '42501']);

const canTake = async (client: pg.Client): Promise<boolean> => {
  try {
    await client.query('BEGIN; SET LOCAL ROLE zhijian_app');
    return true;
  } catch (error) {
    if (NOT_TAKEN.has((error as pg.DatabaseError).code ?? '')) return false;
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
};

const attempt = (client: pg.Client, sql: string): Promise<string> =>
  client.query(sql).then(
    () => '',
    (error: Error) => error.message,
  );

/**
 * Sees to it that the login can take the role zhijian_app: makes it and grants it where the login may, which a superuser and a login with
 * CREATEROLE may; else an administrator has done it before.
 * @throws ZhijianError `database_rights` with what the administrator has to run
 */
export const ensureRole = async (client: pg.Client): Promise<void> => {
  if (await canTake(client)) return;
  const { rows } = await client.query<{ login: string; name: string; there: boolean }>(
    `SELECT current_user AS name, quote_ident(current_user) AS login, EXISTS (SELECT FROM pg_roles WHERE rolname = 'zhijian_app') AS there`,
  );
  const { login, name, there } = rows[0]!;
  const make = 'CREATE ROLE zhijian_app NOLOGIN NOBYPASSRLS;';
  const grant = `GRANT zhijian_app TO ${login};`;
  // Another server may make it at the same moment: what counts is whether it can be taken in the end.
  const refused = [there ? '' : await attempt(client, make), await attempt(client, grant)].find((words) => words !== '') ?? '';
  if (!(await canTake(client))) throw new ZhijianError('database_rights', { login: name, detail: refused, sql: there ? grant : `${make} ${grant}` });
};

/**
 * Proves that row-level security binds the role on every table that a body owns rows of.
 * @throws ZhijianError `database_role_bypasses` where an administrator made it a superuser or gave it BYPASSRLS
 */
export const proveRole = async (client: pg.Client): Promise<void> => {
  await client.query('BEGIN; SET LOCAL ROLE zhijian_app');
  try {
    const open = `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polname = 'own_body' AND NOT row_security_active(polrelid) LIMIT 1`;
    const { rows } = await client.query<{ name: string }>(open);
    if (rows[0] !== undefined) throw new ZhijianError('database_role_bypasses', { table: rows[0].name });
  } finally {
    await client.query('ROLLBACK');
  }
};
