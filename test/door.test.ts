// The script `zhijian` against a stand-in node and npm: what it asks for, where it writes, and what it says when it cannot.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './tree.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'zhijian-door-')));
afterAll(() => rmSync(base, { recursive: true, force: true }));

// Only what the script may count on: the shell's own tools, and the node and npm that a case brings.
const TOOLS = ['bash', 'readlink', 'dirname', 'uname', 'cksum', 'mkdir', 'rm', 'mv', 'ln', 'sha256sum', 'flock', 'env', 'cat', 'sleep'];

interface Machine {
  checkout: string;
  path: string;
  log: () => string[];
}

const executable = (path: string, text: string) => {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
};

// npm: writes down its words, is slow enough to be met by a second run, and leaves node_modules behind.
const npm = (log: string) => `#!/bin/bash
[[ $1 == config ]] && { echo /none/npmrc; exit; }
echo "$*" >>${log}
sleep 0.3
[[ -z \${NPM_FAILS-} ]] || { echo 'npm error: no network'; exit 1; }
[[ "$*" == *--prefix* ]] || mkdir -p node_modules
`;

const machine = (name: string, version: string | null, withNpm = true): Machine => {
  const checkout = join(base, name, 'checkout');
  const path = join(base, name, 'bin');
  const log = join(base, name, 'npm.log');
  for (const folder of [path, join(checkout, 'platform/src/entry')]) mkdirSync(folder, { recursive: true });
  for (const tool of TOOLS) {
    const real = ['/usr/bin', '/bin'].map((folder) => join(folder, tool)).find((place) => existsSync(place));
    if (real) symlinkSync(real, join(path, tool));
  }
  copyFileSync(`${ROOT}/zhijian`, join(checkout, 'zhijian'));
  writeFileSync(join(checkout, 'package-lock.json'), '{}');
  if (version) executable(join(path, 'node'), `#!/bin/bash\n[[ $1 == --version ]] && echo ${version} || echo "ran $*"\n`);
  if (withNpm) executable(join(path, 'npm'), npm(log));
  return { checkout, path, log: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
};

const start = (on: Machine, words: string[], extra: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    // No HOME at all: an empty one is the case that a clean machine has.
    const child = spawn(join(on.checkout, 'zhijian'), words, { cwd: base, env: { PATH: on.path, ...extra } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => done({ code, out, err }));
  });

test('the first run installs once, the second not at all, and words pass on unchanged', async () => {
  const on = machine('plain', 'v24.5.0');
  const first = await start(on, ['detect', '--rights', 'a b.csv']);
  expect(first).toMatchObject({ code: 0, err: '正在安装依赖…… / installing packages …\n' });
  expect(first.out).toBe(`ran --disable-warning=ExperimentalWarning ${on.checkout}/platform/src/entry/cli.ts detect --rights a b.csv\n`);
  expect(on.log()).toEqual([expect.stringMatching(/^ci --omit=dev --ignore-scripts/)]);
  expect((await start(on, ['help'])).err).toBe('');
  expect(on.log()).toHaveLength(1);
});

test('tests need the full set, which then serves every command; a new lockfile installs again', async () => {
  const on = machine('full', 'v24.5.0');
  expect((await start(on, ['test', '--changed'])).out).toContain(`${on.checkout}/test/run.ts --changed`);
  await start(on, ['help']);
  expect(on.log()).toEqual([expect.stringContaining('ci --include=dev')]);
  writeFileSync(join(on.checkout, 'package-lock.json'), '{ }');
  await start(on, ['help']);
  expect(on.log()[1]).toContain('--omit=dev');
});

test('two first runs at once install once', async () => {
  const on = machine('twice', 'v24.5.0');
  const both = await Promise.all([start(on, ['help']), start(on, ['help'])]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(on.log()).toHaveLength(1);
});

test('a failed installation shows why, leaves no stamp and is tried again', async () => {
  const on = machine('fails', 'v24.5.0');
  const failed = await start(on, ['help'], { NPM_FAILS: '1' });
  expect(failed).toMatchObject({ code: 3, out: '' });
  expect(failed.err).toContain('no network');
  expect(failed.err).toContain('安装失败');
  expect((await start(on, ['help'])).code).toBe(0);
});

test('an older Node.js is passed over: 24 is asked for, and a binary with another hash is not run', async () => {
  const on = machine('older', 'v20.1.0');
  executable(
    join(on.path, 'npm'),
    `${npm(join(base, 'older/npm.log'))}
    for ((i = 1; i <= $#; i++)); do [[ \${!i} == --prefix ]] && { i=$((i + 1)); at=\${!i}; }; done
    for arch in x64 arm64; do mkdir -p "$at/node_modules/node-linux-$arch/bin"; echo 'echo never' >"$at/node_modules/node-linux-$arch/bin/node"; done\n`,
  );
  const run = await start(on, ['help']);
  expect(run).toMatchObject({ code: 3, out: '' });
  expect(run.err).toContain('does not have the recorded hash');
  expect(on.log()).toEqual([
    expect.stringMatching(/^install --prefix .*\.tmp node-linux-(x64|arm64)@24\.\d+\.\d+ --ignore-scripts --no-audit --no-fund/),
  ]);
  expect(existsSync(join(on.checkout, '.runtime'))).toBe(true);
  expect(readdirSync(join(on.checkout, '.runtime')).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
});

test('no Node.js, too old a one, or no npm: a message in both languages and exit code 3', async () => {
  const cases = [machine('none', null), machine('ancient', 'v18.20.0'), machine('no-npm', 'v24.5.0', false)];
  for (const on of cases) {
    const { code, out, err } = await start(on, ['help']);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(err).toMatch(/needed|not found/);
    expect(on.log()).toEqual([]);
  }
});

test('nothing is written outside the checkout, from any folder and through a link', async () => {
  const on = machine('outside', 'v24.5.0');
  symlinkSync(join(on.checkout, 'zhijian'), join(base, 'outside/link'));
  await start(on, ['help'], { HOME: '/nonexistent' });
  expect(readdirSync(join(base, 'outside')).sort()).toEqual(['bin', 'checkout', 'link', 'npm.log']);
  expect(readdirSync(base).every((name) => existsSync(join(base, name, 'checkout')))).toBe(true);
});
