// `./zhijian up` where people put it: a checkout below a folder that only root may enter, and one of an ordinary user with an empty HOME.
// Root tries both, the second by setpriv; anybody else is the ordinary user.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, sourceFiles } from './tree.ts';

const isRoot = process.geteuid?.() === 0;
const NOBODY = 65534;
const base = mkdtempSync(join(tmpdir(), 'zhijian-places-'));
const checkout = join(base, 'checkout');
const running: ChildProcess[] = [];

beforeAll(() => {
  chmodSync(base, 0o755);
  for (const file of sourceFiles()) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    cpSync(join(ROOT, file), join(checkout, file));
  }
  // Whole, with the note of what is installed: the script finds everything there and fetches nothing.
  expect(spawnSync('cp', ['-a', join(ROOT, 'node_modules'), join(checkout, 'node_modules')]).status).toBe(0);
  // The node that runs this may lie where only root may enter.
  mkdirSync(join(base, 'bin'));
  cpSync(process.execPath, join(base, 'bin/node'));
  mkdirSync(join(base, 'home'));
}, 240_000);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(base, { recursive: true, force: true });
});

interface Up {
  child: ChildProcess;
  address: string;
  out: string;
  ended: Promise<number | null>;
}

const up = async (prefix: readonly string[], ...words: string[]): Promise<Up> => {
  const [file, ...rest] = [...prefix, join(checkout, 'zhijian'), 'up', '--port', '0', '--no-open', ...words];
  const env = { PATH: `${join(base, 'bin')}:/usr/local/bin:/usr/bin:/bin`, HOME: join(base, 'home') };
  const child = spawn(file!, rest, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  for (;;) {
    const address = /^ready (http:\S+)$/m.exec(out)?.[1];
    if (address !== undefined) return { child, address, out, ended };
    if (child.exitCode !== null) throw new Error(err);
    await pause(50);
  }
};

/** Starts, answers, ends, and starts again on the same data. */
const works = async (prefix: readonly string[], account: number): Promise<void> => {
  const first = await up(prefix, '--empty');
  expect(await (await fetch(`${first.address}/health`)).json()).toEqual({ ok: true });
  expect(first.out.trim().split('\n').at(-1)).toBe(`ready ${first.address}`);
  // `exec` keeps the process: whoever runs the script runs the house.
  expect(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${first.child.pid}/status`, 'utf8'))?.[1]).toBe(`${account}`);
  expect(statSync(join(checkout, 'data/postgres/data')).uid).toBe(account);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const second = await up(prefix, '--empty');
  expect((await fetch(second.address)).status).toBe(200);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
};

test('an ordinary user with an empty HOME reaches the ready line, and again', async () => {
  const prefix = isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'] : [];
  if (isRoot) expect(spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, checkout, join(base, 'home')]).status).toBe(0);
  await works(prefix, process.geteuid?.() || NOBODY);
}, 300_000);

test.skipIf(!isRoot)(
  'root reaches the ready line in a checkout below a folder that only root may enter, and again',
  async () => {
    expect(spawnSync('chown', ['-R', '0:0', checkout, join(base, 'home')]).status).toBe(0);
    rmSync(join(checkout, 'data'), { recursive: true, force: true });
    chmodSync(base, 0o700);
    await works([], 0);
  },
  300_000,
);
