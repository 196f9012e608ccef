// What the documents tell a stranger to type is typed here, and what they show is what comes out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agrees, blocksIn } from './excerpts.ts';
import { ROOT, sourceFiles } from './tree.ts';

const base = mkdtempSync(join(tmpdir(), 'zhijian-readme-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const done = new Map<string, { code: number | null; printed: string }>();
const run = (command: string) => {
  const known = done.get(command);
  if (known) return known;
  const here = command.replace('./zhijian', `"${process.execPath}" platform/src/entry/cli.ts`).replace(/(?<![-\w])out(?=\d*(\W|$))/g, `${base}/out`);
  const { status, stdout, stderr } = spawnSync('bash', ['-c', here], { cwd: ROOT, encoding: 'utf8' });
  const result = { code: status, printed: `${stdout}${stderr}`.replaceAll(`${base}/`, '') };
  done.set(command, result);
  return result;
};

const promises = (file: string) => blocksIn(read(file)).some(({ note, commands }) => note !== '' || commands.length > 0);
const documents = sourceFiles().filter((file) => /^(README.*|docs\/.*)\.md$/.test(file) && promises(file));
test.each(documents)('%s: its commands run and its excerpts are true', { timeout: 180_000 }, (file) => {
  let printed = '';
  for (const { note, kind, text, commands } of blocksIn(read(file))) {
    for (const command of commands) {
      const result = run(command);
      expect(result.code, `${command}\n${result.printed}`).toBe(Number(/exits (\d)/.exec(note)?.[1] ?? 0));
      printed = result.printed;
    }
    if (note === 'printed') for (const line of text.trim().split('\n')) expect(printed.split('\n')).toContain(line);
    if (kind !== 'json' || note === '') continue;
    const [name = '', word] = note.split(' ');
    const content = readFileSync(join(base, name), 'utf8');
    const line = word === undefined ? content : content.split('\n').find((one) => one.includes(`"${word}"`));
    expect(agrees(JSON.parse(text), JSON.parse(line ?? 'null')), `${file}: ${note} is\n${line}`).toBe(true);
  }
});

test('both languages show the same commands and the same excerpts, and a false excerpt is seen', () => {
  const outline = (file: string) => blocksIn(read(file)).flatMap(({ note, commands }) => [note, ...commands]);
  expect(outline('README.en.md')).toEqual(outline('README.md'));
  expect(outline('README.md').filter((part) => part.startsWith('out')).length).toBeGreaterThan(4);
  expect(agrees({ a: ['y…', '…'], '…': '…' }, { a: ['x', 'yz'], b: 1 })).toBe(true);
  expect([agrees({ a: 1 }, { a: 1, b: 2 }), agrees(['x', '…'], ['y']), agrees({ a: 1, '…': '…' }, { a: 2 }), agrees('a…', 'ba')]).not.toContain(true);
});

test('every dependency has its line of reason', () => {
  const named = ['.', 'contract', 'engine', 'platform', 'web', 'bench'].flatMap((part) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${part}/package.json`)) as Record<string, Record<string, string>>;
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) => !name.startsWith('@zhijian/'));
  });
  const reasons = read('docs/decisions/0009-dependencies.md');
  expect(named.filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
});
