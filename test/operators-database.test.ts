// `DATABASE_URL`: what the operator's login may be, what it is told when it may too little, and several houses on one database.
// On Debian's PostgreSQL 15, where roles are granted by older rules, and on the newest, which the house brings.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ZhijianError } from '@zhijian/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asBody, migrate, openDatabase, openPool } from '../platform/src/kernel/index.ts';
import { debianPostgres, startOperatorsServer } from './debian-postgres.ts';
import { ROOT } from './tree.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-operator-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Server {
  /** Address for a login and a database. */
  urlOf(login: string, database: string): string;
  admin: string;
  stop(): Promise<void>;
}
const debian = debianPostgres();
const SERVERS: [string, boolean, () => Promise<Server>][] = [
  [
    'the PostgreSQL of Debian',
    debian !== null,
    async () => {
      const { url, urlOf, stop } = await startOperatorsServer(debian!);
      return { admin: url, urlOf, stop };
    },
  ],
  [
    'the newest PostgreSQL',
    true,
    async () => {
      const own = await openDatabase({ dataDir: join(dir, 'own') });
      const { host, user, password } = own.connection;
      const address = (login: string, secret: string, database: string) =>
        `postgresql://${login}:${encodeURIComponent(secret)}@/${database}?host=${encodeURIComponent(host!)}`;
      return {
        admin: address(user!, String(password), 'postgres'),
        urlOf: (login, database) => address(login, 'secret', database),
        stop: own.stop,
      };
    },
  ],
];

describe.each(SERVERS)('on %s', (name, there, start) => {
  let server: Server;
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    if (there) server = await start();
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await server?.stop();
  });

  const asAdmin = async (sql: string): Promise<void> => {
    const client = new pg.Client(server.admin);
    await client.connect();
    try {
      // One by one: a database is made outside any transaction.
      for (const one of sql.split(';').filter((words) => words.trim() !== '')) await client.query(one);
    } finally {
      await client.end();
    }
  };
  /** A login with a database of its own. */
  const login = async (name: string, rights: string, owner = name): Promise<string> => {
    await asAdmin(`CREATE ROLE "${name}" LOGIN PASSWORD 'secret' ${rights}; CREATE DATABASE "${name}" OWNER "${owner}"`);
    return server.urlOf(name, name);
  };
  const open = async (databaseUrl: string): Promise<string[]> => migrate(await openDatabase({ dataDir: '/nowhere', databaseUrl }));
  const refusal = async (databaseUrl: string): Promise<ZhijianError> =>
    open(databaseUrl).then(
      () => expect.unreachable('was let in'),
      (error: ZhijianError) => error,
    );
  const freeRole = async (...databases: string[]): Promise<void> => {
    for (const name of databases) await asAdmin(`DROP DATABASE "${name}"`);
    await asAdmin('DROP ROLE zhijian_app');
  };

  test.skipIf(!there)('a login that may make no role is told what an administrator runs, and then comes in', async () => {
    const url = await login('lin-1', 'NOCREATEROLE');
    const refused = await refusal(url);
    expect(refused).toMatchObject({ code: 'database_rights', facts: { login: 'lin-1', detail: expect.stringContaining('permission denied') } });
    expect(refused.in('zh')).toContain('GRANT zhijian_app TO "lin-1";');
    expect(refused.in('en')).toContain('GRANT zhijian_app TO "lin-1";');
    await asAdmin(String(refused.facts['sql']));
    expect((await open(url)).length).toBeGreaterThan(1);
    expect(await open(url)).toEqual([]);
    // The role is there now, and the next login lacks the grant alone.
    const next = await login('lin2', '');
    const lacking = await refusal(next);
    expect(lacking.facts['sql']).toBe('GRANT zhijian_app TO lin2;');
    await asAdmin(String(lacking.facts['sql']));
    expect((await open(next)).length).toBeGreaterThan(1);
    await freeRole('lin-1', 'lin2');
  });

  test.skipIf(!there)('a superuser and an owner with CREATEROLE need no administrator; who owns no database does', async () => {
    expect((await open(await login('chief', 'CREATEROLE'))).length).toBeGreaterThan(1);
    expect((await open(await login('root', 'SUPERUSER'))).length).toBeGreaterThan(1);
    const guest = await login('guest', '', 'chief');
    await asAdmin('GRANT zhijian_app TO guest');
    const refused = await refusal(guest);
    expect(refused).toMatchObject({ code: 'database_rights', facts: { sql: 'ALTER DATABASE guest OWNER TO guest;' } });
    await asAdmin(String(refused.facts['sql']));
    expect((await open(guest)).length).toBeGreaterThan(1);
  });

  test.skipIf(!there)('a role that row-level security does not bind, and a database that cannot hold Chinese, are refused', async () => {
    const url = server.urlOf('root', 'root');
    await asAdmin('ALTER ROLE zhijian_app BYPASSRLS');
    expect(await refusal(url)).toMatchObject({ code: 'database_role_bypasses' });
    await asAdmin('ALTER ROLE zhijian_app NOBYPASSRLS');
    expect(await open(url)).toEqual([]);
    await asAdmin(`CREATE DATABASE ascii OWNER chief ENCODING SQL_ASCII LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`);
    expect(await refusal(server.urlOf('chief', 'ascii'))).toMatchObject({ code: 'database_encoding', facts: { have: 'SQL_ASCII' } });
  });

  /** Starts `up` and waits for its address; `ended` gives its exit code. */
  const up = async (databaseUrl: string, data: string) => {
    const words = ['platform/src/entry/cli.ts', 'up', '--port', '0', '--data', join(dir, data), '--no-open'];
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<number | null>((done) => child.on('close', done));
    for (;;) {
      const address = /^ready (http:\S+)$/m.exec(out)?.[1];
      if (address !== undefined) return { child, address, ended };
      if (child.exitCode !== null) throw new Error(err);
      await pause(50);
    }
  };

  // Once, on the oldest release that is here: it loads the whole demo world.
  if (name !== SERVERS.find(([, there]) => there)?.[0]) return;
  test('two houses that start at once on one empty database both serve it, and each body sees its own rows', async () => {
    const url = await login('plain', 'NOCREATEROLE');
    await asAdmin('GRANT zhijian_app TO plain');
    const houses = await Promise.all([up(url, 'one'), up(url, 'two')]);
    expect(new Set(houses.map(({ address }) => address)).size).toBe(2);
    for (const { address } of houses) expect(await (await fetch(`${address}/health`)).json()).toEqual({ ok: true });
    const pool = openPool({ connection: { connectionString: url } }, { max: 2 });
    const { rows: bodies } = await pool.query<{ body_id: string; region: string }>('SELECT id AS body_id, region FROM people.body ORDER BY id');
    expect(bodies).toHaveLength(2);
    const { rows: imports } = await pool.query('SELECT kind FROM imports.import ORDER BY kind');
    expect(imports.map(({ kind }) => kind)).toEqual(['licences', 'offers', 'rights']);
    const seen = async (asker: { body_id: string; region: string }) =>
      asBody(pool, asker, async (tx) => (await tx.query('SELECT body_id FROM detection.lead')).rows.map(({ body_id }) => body_id as string));
    const [first, second] = [await seen(bodies[0]!), await seen(bodies[1]!)];
    expect([first.length, second.length].filter((count) => count > 10)).toHaveLength(1);
    expect([...new Set(first)].concat([...new Set(second)])).toHaveLength(1);
    const { rows: all } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM detection.lead');
    expect(first.length + second.length).toBe(all[0]!.n);
    await pool.end();
    // One ends, the other goes on.
    houses[0]!.child.kill('SIGTERM');
    expect(await houses[0]!.ended).toBe(0);
    expect((await fetch(houses[1]!.address)).status).toBe(200);
    houses[1]!.child.kill('SIGTERM');
    expect(await houses[1]!.ended).toBe(0);
  }, 600_000);
});
