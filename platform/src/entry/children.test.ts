// Processes that are kept alive: one that cannot start is given up with all that belongs to it, one that had worked comes back.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { keepAlive, type Orders } from './children.ts';
import { descendants, gone } from './testing-up.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-children-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const orders: Orders = { connection: {}, embedded: true, dataDir: dir, root: dir, port: 0 };
const script = (name: string, text: string): URL => {
  writeFileSync(join(dir, name), text);
  return pathToFileURL(join(dir, name));
};
const starts = (name: string) => readFileSync(join(dir, 'log', `${name}.log`), 'utf8').split('started').length - 1;

test('a process that ends as soon as it is started is started so often and no more, and it is said where its reason stands', async () => {
  let told = 0;
  const child = keepAlive('broken', script('broken.mjs', `console.log('started'); process.exit(7);`), orders, () => told++, 3);
  await expect(child.lost).rejects.toMatchObject({ code: 'child_failed', facts: { name: 'broken', count: 3, file: join(dir, 'log/broken.log') } });
  expect([starts('broken'), told]).toEqual([3, 2]);
  await child.stop();
}, 30_000);

test('one that says it is ready and ends at once is given up too; one that had worked for a while is started again however often', async () => {
  const ready = (ms: number) => `console.log('started'); process.send({ ready: { port: 0 } }); setTimeout(() => process.exit(1), ${ms});`;
  const quick = keepAlive('quick', script('quick.mjs', ready(50)), orders, () => {}, 2);
  const slow = keepAlive('slow', script('slow.mjs', ready(5500)), orders, () => {}, 1);
  let lost = false;
  slow.lost.catch(() => (lost = true));
  await expect(quick.lost).rejects.toMatchObject({ code: 'child_failed', facts: { count: 2 } });
  for (const until = Date.now() + 40_000; starts('slow') < 3 && Date.now() < until; ) await new Promise((go) => setTimeout(go, 100));
  expect([starts('slow') >= 3, lost]).toEqual([true, false]);
  await Promise.all([quick.stop(), slow.stop()]);
}, 60_000);

test('up whose worker cannot start ends by itself with a message and exit code 3, and leaves no process behind', async () => {
  const breaks = join(dir, 'breaks.cjs');
  writeFileSync(breaks, `if ((process.argv[1] ?? '').endsWith('work.ts')) { console.error('the reason'); process.exit(9); }`);
  const data = join(dir, 'data');
  const { DATABASE_URL: _, ...env } = process.env;
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  const up = spawn(process.execPath, [cli, 'up', '--port', '0', '--data', data, '--no-open', '--empty'], {
    env: { ...env, NODE_OPTIONS: `--require ${breaks}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  up.stdout.on('data', (text) => (out += text));
  const seen = new Set<number>();
  up.stderr.on('data', (text) => {
    err += text;
    for (const pid of descendants(up.pid!)) seen.add(pid);
  });
  const code = await new Promise((done) => up.on('close', done));
  expect({ code, ready: out.includes('ready ') }).toEqual({ code: 3, ready: false });
  expect(err).toContain('worker 进程连续 8 次一启动就结束');
  expect(err).toContain('the worker process ended 8 times in a row as soon as it was started');
  expect(readFileSync(join(data, 'log/worker.log'), 'utf8')).toContain('the reason');
  expect(seen.size).toBeGreaterThan(1);
  expect(await gone([...seen])).toEqual([]);
  expect(existsSync(join(data, 'connection.json'))).toBe(false);
}, 240_000);
