// Every route from outside: nobody without a session, nobody without the permission, nothing without its entry in the table.
import { PATH, type Problem, REQUEST_HEADER } from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../kernel/index.ts';
import { MAY, OPERATION, type Operation, type Permission } from './permissions.ts';
import { type TestHouse, testHouse } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const operations: [string, Operation][] = Object.entries(OPERATION);
const closed = operations.filter(([, { permission }]) => permission !== 'public');
const address = (path: string) => path.replace(/:\w+/g, '0123456789abcdef');

test('every route but sign-in, health and the pages answers 401 without a session [G2.information-security]', async () => {
  expect(closed.length).toBeGreaterThan(12);
  expect(operations.filter(([, { permission }]) => permission === 'public').map(([name]) => name)).toEqual([
    'health',
    'openapi',
    'docs',
    'page',
    'sign_in',
    'check_first_link',
    'first_account',
  ]);
  for (const [name, { method, path }] of closed) {
    if (method === 'GET') expect((await house.app.inject({ method: 'HEAD', url: address(path) })).statusCode, name).toBe(401);
    for (const cookie of ['', 'zhijian_session=', 'zhijian_session=AAAA', `zhijian_session=${'A'.repeat(43)}`]) {
      const answer = await house.app.inject({ method, url: address(path), headers: { cookie, [REQUEST_HEADER]: '1' } });
      expect({ name, cookie, status: answer.statusCode, code: answer.json<Problem>().code }).toEqual({
        name,
        cookie,
        status: 401,
        code: 'sign_in_needed',
      });
    }
  }
});

test('a change without the header of our own pages is refused, signed in or not', async () => {
  for (const [name, { method, path }] of operations.filter(([, operation]) => operation.method !== 'GET')) {
    const answer = await house.app.inject({ method, url: address(path) });
    expect({ name, status: answer.statusCode, code: answer.json<Problem>().code }).toEqual({ name, status: 403, code: 'request_foreign' });
  }
});

test('each operation has one route of its own, and its permission is held by someone', () => {
  const routes = operations.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(routes).size).toBe(routes.length);
  for (const [name, { method, path, permission }] of operations) {
    expect(house.app.hasRoute({ method, url: path }), name).toBe(true);
    if (permission !== 'public')
      expect(
        Object.values(MAY).some((may) => may.has(permission)),
        name,
      ).toBe(true);
  }
});

test('a route that is not in the table keeps the server from starting', async () => {
  const { default: Fastify } = await import('fastify');
  const { guard } = await import('./session.ts');
  const app = Fastify();
  guard(app, house.pool);
  expect(() => app.get('/api/secret', async () => 'x')).toThrow(/not in permissions.ts/);
  // Nor may a route borrow the entry of another.
  expect(() => app.get('/api/secret', { config: { operation: 'health' } }, async () => 'x')).toThrow(/not in permissions.ts/);
});

test('a role without the permission is refused', async () => {
  const browser = await house.signedIn(house.logins[0]!);
  const may = MAY.administrator as Set<Permission>;
  may.delete('lead.read');
  try {
    expect((await browser.get<Problem>(PATH.leads)).body.code).toBe('not_permitted');
  } finally {
    may.add('lead.read');
  }
  expect((await browser.get(PATH.leads)).status).toBe(200);
});

test('a session ends at once: by signing out, by its term, by disabling the account', async () => {
  const login = house.logins[1]!;
  const out = await house.signedIn(login);
  expect((await out.change('DELETE', PATH.session)).status).toBe(204);
  expect((await out.get(PATH.me)).status).toBe(401);
  for (const sql of [
    `UPDATE people.session SET expires_at = now() - interval '1 second'`,
    `UPDATE people.account SET disabled_at = now() WHERE login = 'foshan'`,
  ]) {
    const browser = await house.signedIn(login);
    expect((await browser.get(PATH.me)).status).toBe(200);
    await asSystem(house.pool, (tx) => tx.query(sql));
    expect((await browser.get(PATH.me)).status).toBe(401);
  }
  expect((await house.browser().change('POST', PATH.session, { login: 'foshan', password: login.password })).status).toBe(401);
});

test('the cookie is closed to scripts and to other sites, and the database holds only its hash', async () => {
  const { person, password } = house.logins[0]!;
  const answer = await house.browser().change('POST', PATH.session, { login: person.login, password });
  const set = String(answer.headers['set-cookie']);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  const token = /=([^;]+)/.exec(set)?.[1] ?? '';
  const { rows } = await asSystem(house.pool, (tx) => tx.query<{ all: string }>(`SELECT json_agg(s)::text AS all FROM people.session s`));
  expect(token.length).toBeGreaterThan(40);
  expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
});

test('guessing a password is slowed down, for that login alone', async () => {
  const browser = house.browser();
  const attempt = (login: string) => browser.change<Problem>('POST', PATH.session, { login, password: 'guess' });
  const codes: string[] = [];
  for (let i = 0; i < 12; i += 1) codes.push((await attempt(i % 2 === 0 ? 'victim' : 'Victim')).body.code);
  expect(codes).toEqual([...Array(10).fill('sign_in_failed'), 'too_many_requests', 'too_many_requests']);
  expect((await attempt('other')).body.code).toBe('sign_in_failed');
});

test('what is not expected is told as such, with an id and without what went wrong', async () => {
  const browser = await house.signedIn(house.logins[0]!);
  await asSystem(house.pool, (tx) => tx.query('ALTER TABLE detection.lead RENAME TO lead_away'));
  try {
    const { status, body, headers } = await browser.get<Problem>(PATH.leads);
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
    expect(JSON.stringify(body)).not.toMatch(/lead_away|relation|select/i);
    expect(body.request_id).toBe(headers['x-request-id']);
  } finally {
    await asSystem(house.pool, (tx) => tx.query('ALTER TABLE detection.lead_away RENAME TO lead'));
  }
});

test('hostile input is refused in words, never with a crash', async () => {
  const browser = await house.signedIn(house.logins[0]!);
  const judge = (payload: object) => browser.change<Problem>('POST', `${PATH.leads}/x/judgment`, payload);
  const bad: [string, object][] = [
    ['verdict', { verdict: 'x', reason_code: 'patent_ended', note: null }],
    ['reason_code', { verdict: 'needs_evidence', note: null }],
    ['note', { verdict: 'needs_evidence', reason_code: 'goods_to_see', note: '\0' }],
    ['note', { verdict: 'needs_evidence', reason_code: 'goods_to_see', note: '\ud800' }],
    ['note', { verdict: 'needs_evidence', reason_code: 'goods_to_see', note: 'x'.repeat(2001) }],
  ];
  for (const [field, payload] of bad) {
    const { status, body } = await judge(payload);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request_invalid' });
    expect(body.en).toContain(field);
  }
  for (const url of [`${PATH.leads}?q=%00`, `${PATH.leads}?limit=1e9`, `${PATH.leads}/%2e%2e%2f`, `${PATH.imports}/'--`])
    expect((await browser.get(url)).status, url).toBeGreaterThanOrEqual(400);
  // Never a file from beside the pages.
  for (const url of ['/../package.json', '/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json', '/%2fetc/passwd', '/.git/config'])
    expect(JSON.stringify((await browser.get(url)).body), url).not.toMatch(/workspaces|root:|\[core\]/);
  const broken = await house.app.inject({
    method: 'POST',
    url: PATH.session,
    headers: { [REQUEST_HEADER]: '1', 'content-type': 'application/json' },
    payload: '{"login":',
  });
  expect(broken.json<Problem>().code).toBe('request_invalid');
});
