import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { DEMO_WORLD } from './demo.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const SUM = '48/48 as expected, 0 unexpected leads in 2,352 lawful offers';
const run = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [CLI, 'demo', ...words], (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** A copy of the world in which one file reads otherwise. */
const worldWith = (name: string, change: (text: string) => string): string => {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-world-'));
  made.push(dir);
  for (const file of ['rights.csv', 'licences.csv', 'offers.csv', 'expected.csv']) cpSync(join(DEMO_WORLD, file), join(dir, file));
  const before = readFileSync(join(dir, name), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(dir, name), after);
  return dir;
};

test('demo check: all 48 planted offers as the law expects, and no lead in the lawful ones', async () => {
  const { code, out, err } = await run('check');
  expect(out.split('\n').at(-2), out.slice(0, 3000)).toBe(SUM);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('demo check: a tampered expectation is listed with offer, story, expected, got and reason, and ends with 1', async () => {
  const dir = worldWith('expected.csv', (text) => text.replace(/^(D\d+,99990102,)screened,licensed/m, '$1lead,2'));
  const { code, out } = await run('check', '--world', dir);
  expect(code).toBe(1);
  expect(out).toContain('47/48 as expected, 0 unexpected leads in 2,352 lawful offers');
  expect(out).toMatch(/^D\d+ \(2 许可\): expected lead 2, got screened licensed \(99990102\)\. .*(?:holds|has) a licence/m);
});

test('demo check: a licence that is taken away, an offer that is gone and a record that cannot be read are seen', async () => {
  const licences = await run('check', `--world=${worldWith('licences.csv', (text) => text.replace(/^商标,99990107,.*\n/m, ''))}`);
  expect(licences.code).toBe(1);
  expect(licences.out).toMatch(/^D\d+ \(lawful offer\): expected none, got lead 2 \(99990107\)/m);
  const planted = /^(D\d+),/m.exec(readFileSync(join(DEMO_WORLD, 'expected.csv'), 'utf8'))![1]!;
  const gone = await run(
    'check',
    '--world',
    worldWith('offers.csv', (text) => text.replace(new RegExp(`^.*,${planted},.*\n`, 'm'), '')),
  );
  expect(gone).toMatchObject({ code: 1, out: expect.stringContaining(`${planted} (1 专利终止): expected lead 12, got —`) });
  const broken = await run(
    'check',
    '--world',
    worldWith('rights.csv', (text) => text.replace('201829999012.0', '201829999012.5')),
  );
  expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/rights\.csv line \d+ could not be read/) });
});

test('demo check: a table that expects nothing does not pass', async () => {
  const dir = worldWith('expected.csv', (text) => text.split('\n').slice(0, 2).join('\n'));
  expect(await run('check', '--world', dir)).toMatchObject({ code: 1, out: expect.stringContaining('0/0 as expected') });
});

test('demo: bad usage is named', async () => {
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('./zhijian demo check [--world DIR]') });
  expect(await run('frobnicate')).toMatchObject({ code: 2 });
  expect(await run('check', '--wrong')).toMatchObject({ code: 2, err: expect.stringContaining('no such option: --wrong') });
  expect(await run('check', '--world')).toMatchObject({ code: 2, err: expect.stringContaining('--world needs a value') });
  expect(await run('check', '--world', 'a', 'b')).toMatchObject({ code: 2, err: expect.stringContaining('unexpected argument: b') });
  expect(await run('check', 'a')).toMatchObject({ code: 2, err: expect.stringContaining('unexpected argument: a') });
  expect(await run('check', '--world', join(tmpdir(), 'zhijian-no-such-world'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('no such file'),
  });
  const dayless = worldWith('expected.csv', (text) => text.replace(/^# judged_on.*\n/, ''));
  expect(await run('check', '--world', dayless)).toMatchObject({ code: 2, err: expect.stringContaining('judged_on') });
});
