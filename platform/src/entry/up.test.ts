// `up` as a process: what it prints, who holds the data, what is left when it is told to end or is killed.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FirstAccount, type LeadList, type Me, PATH, type Problem } from '@zhijian/contract';
import { afterAll, expect, test } from 'vitest';
import { addressOf, type Command, descendants, gone, post, startUp, wordsOf } from './testing-up.ts';
import { upArguments } from './up-arguments.ts';

const base = mkdtempSync(join(tmpdir(), 'zhijian-up-'));
const running: Command[] = [];
afterAll(async () => {
  for (const up of running) up.child.kill('SIGTERM');
  await Promise.all(running.map((up) => up.ended));
  rmSync(base, { recursive: true, force: true });
});

const start = (data: string, ...words: string[]): Command => {
  const up = startUp(data, ...words);
  running.push(up);
  return up;
};

test('the first start loads the demo world; one owner of the data; a killed one leaves nothing behind, and the next start keeps the data', async () => {
  const data = join(base, 'demo');
  const first = start(data);
  const address = await addressOf(first);
  expect(await (await fetch(`${address}/health`)).json()).toEqual({ ok: true });
  expect(first.out().trim().split('\n').at(-1)).toBe(`ready ${address}`);
  const logins = JSON.parse(readFileSync(join(data, 'demo-logins.json'), 'utf8')) as { login: string; password: string }[];
  expect(statSync(join(data, 'demo-logins.json')).mode & 0o777).toBe(0o600);
  for (const { login, password } of logins) expect(first.out()).toContain(`${login}  密码 ${password}`);

  const second = start(data);
  expect(await second.ended).toBe(3);
  expect(second.err()).toContain(String(first.child.pid));

  const all = descendants(first.child.pid!);
  expect(all.length).toBeGreaterThan(3);
  first.child.kill('SIGKILL');
  expect(await gone(all)).toEqual([]);

  const began = Date.now();
  const third = start(data);
  const again = await addressOf(third);
  expect((await fetch(again)).status).toBe(200);
  // The wanted figure is 5 s on an idle machine; the suite shares its two cores.
  expect(Date.now() - began).toBeLessThan(15_000);
  const signedIn = await post(`${again}${PATH.session}`, logins[0]!);
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const leads = (await (await fetch(`${again}${PATH.leads}`, { headers: { cookie } })).json()) as LeadList;
  expect(leads.total).toBeGreaterThan(10);

  const rest = descendants(third.child.pid!);
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  expect(await gone(rest)).toEqual([]);
}, 180_000);

test('an empty house prints a link that makes the first account once; a killed server comes back', async () => {
  const up = start(join(base, 'empty'), '--empty');
  const address = await addressOf(up);
  const token = /\/first-account\?token=(\S+)/.exec(up.out())?.[1] ?? '';
  const words: FirstAccount = {
    token,
    body: { name: '某市知识产权局', region: '3302', kind: 'local_office' },
    login: 'chief',
    name: '某人',
    password: 'short',
  };
  const make = async (changed: Partial<FirstAccount>) => {
    const answer = await post(`${address}${PATH.first_account}`, { ...words, ...changed });
    return (await answer.json()) as Me & Problem;
  };
  expect((await make({})).code).toBe('password_weak');
  expect((await make({ token: 'x'.repeat(43), password: 'long enough to do' })).code).toBe('invitation_unknown');
  expect(await make({ password: 'long enough to do' })).toMatchObject({ account: { login: 'chief', role: 'administrator' }, demo: false });
  expect((await make({ password: 'long enough to do', login: 'other' })).code).toBe('invitation_unknown');
  // The log names paths, never what stands behind the question mark.
  await fetch(`${address}/first-account?token=${token}`);
  await pause(200);
  expect(readFileSync(join(base, 'empty/log/server.log'), 'utf8')).not.toContain(token);

  const server = descendants(up.child.pid!).find((pid) => wordsOf(pid).includes('serve.ts'))!;
  process.kill(server, 'SIGKILL');
  const health = async () => (await fetch(`${address}/health`)).ok;
  for (let answered = false; !answered; ) {
    await pause(100);
    answered = await health().catch(() => false);
  }
  expect((await post(`${address}${PATH.session}`, { login: 'chief', password: 'long enough to do' })).status).toBe(200);
  up.child.kill('SIGTERM');
  expect(await up.ended).toBe(0);
}, 180_000);

test('the options of up, and what is refused', () => {
  const options = (line: string, env = {}) => upArguments(line === '' ? [] : line.split(' '), env, '/srv/zhijian');
  expect(options('')).toEqual({ port: 8080, dataDir: '/srv/zhijian/data', empty: false, open: true });
  expect(options('--port=0 --data /x --empty --no-open', { DATABASE_URL: 'postgres://h/d' })).toEqual({
    port: 0,
    dataDir: '/x',
    databaseUrl: 'postgres://h/d',
    empty: true,
    open: false,
  });
  const refusal = (line: string) => {
    try {
      return options(line);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(['--port x', '--port 70000', '--port', '--port --empty', '--empty=1', '--wrong', 'here', '--empty --empty'].map(refusal)).toEqual([
    'port_invalid',
    'port_invalid',
    'option_needs_value',
    'option_needs_value',
    'argument_unexpected',
    'option_unknown',
    'argument_unexpected',
    'option_twice',
  ]);
});
