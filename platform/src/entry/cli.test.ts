import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND, OPTION, ZhijianError } from '@zhijian/contract';
import { expect, test } from 'vitest';
import { zipOf } from '../readers/testing-zip.ts';
import { detectArguments } from './detect-arguments.ts';
import { help } from './help.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const run = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [CLI, ...words], (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });
const parse = (line: string) =>
  detectArguments(
    line.split(' ').filter((word) => word !== ''),
    '2026-11-24',
    4,
  );
const refusal = (line: string) => {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof ZhijianError) return [error.code, ...Object.values(error.facts)].join(' ');
    throw error;
  }
  return 'accepted';
};

test('help lists every command with an example, in Chinese and English', async () => {
  const { code, out } = await run('help');
  expect(code).toBe(0);
  for (const { synopsis, zh, en, example } of Object.values(COMMAND)) for (const words of [synopsis, zh, en, example]) expect(out).toContain(words);
  expect(await run()).toMatchObject({ code: 0, out });
  for (const option of Object.keys(OPTION.detect)) expect(help(['detect'])).toContain(option);
});

test('who asks for help with --help or -h gets it and no error, of the whole and of every command, whatever else stands there', async () => {
  const whole = help([]);
  for (const words of [['--help'], ['-h'], ['help', '--help']])
    expect(await run(...words), words.join(' ')).toMatchObject({ code: 0, out: whole, err: '' });
  for (const command of Object.keys(COMMAND).filter((name) => name !== 'help'))
    expect(await run(command, '--help'), command).toMatchObject({ code: 0, out: help([command]), err: '' });
  for (const words of [
    ['import', '-h'],
    ['import', 'a.csv', '--as', 'rights', '--help'],
    ['--help', 'import'],
  ])
    expect(await run(...words), words.join(' ')).toMatchObject({ code: 0, out: help(['import']), err: '' });
  expect(await run('right', 'show', '--help')).toMatchObject({ code: 0, out: help(['right']) });
  expect(await run('frobnicate', '--help')).toMatchObject({ code: 2, out: '' });
}, 60_000);

test('a file that is not read says so, with advice where there is any; what is read is counted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhijian-cli-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const read = (path: string) => run('import', '--dry-run', '--data', folder, path);
  try {
    // A sentence with commas, two of its words the names of fields.
    const prose = file(
      'SOURCE.txt',
      '来源说明\n39 files: real documents, biblio, abstract, claims, description, full cycle, images, search, family.\nNo table.\n',
    );
    expect(await read(prose)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('cannot tell whether') });
    const binary = file(
      'c.xlsb',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
    );
    const refused = await read(binary);
    expect(refused).toMatchObject({ code: 2, out: '' });
    for (const words of ['请另存为 .xlsx', 'save it as .xlsx']) expect(refused.err).toContain(words);
    const table = file(
      'offers.csv',
      '平台,商品编号,商品标题,采集时间\n甲,1,鲸屿耳机,2026-10-01\n甲,2,鲸屿耳机,2026-13-01\n甲,3,鲸屿耳机,2026-10-01\n',
    );
    const counted = await read(table);
    expect(counted.code).toBe(4);
    expect(counted.err).toContain('读取 3，可读入 2，将退回 1');
    expect(counted.err).toContain('2 can be read, 1 would be set aside, of 3 records');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test('an unknown command or option is refused in both languages, with exit code 2', async () => {
  expect(await run('frobnicate')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('没有这个命令：frobnicate\nno such command: frobnicate'),
  });
  expect(await run('help', 'frobnicate')).toMatchObject({ code: 2, out: '' });
  expect(await run('help', 'toString')).toMatchObject({ code: 2, out: '' });
  expect(await run('detect', '--wrong')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no such option: --wrong') });
});

test('a flag takes several files, may be repeated, and may be joined to its value', () => {
  const expected = {
    rights: ['a', 'b', 'c'],
    licences: [],
    offers: ['d'],
    covers: ['CN:design:2010-2026'],
    judgedOn: '2026-11-24',
    threads: 4,
    out: 'o',
  };
  expect(parse('--rights a b --offers d --rights c --covers CN:design:2010-2026 --out o')).toEqual(expected);
  expect(parse('--out=o --rights=a --rights b c --offers=d --covers=CN:design:2010-2026')).toEqual(expected);
  expect(parse('--rights a=b --offers d --out o --judged-on 2024-02-29 --threads 1')).toMatchObject({
    rights: ['a=b'],
    judgedOn: '2024-02-29',
    threads: 1,
  });
});

test('what is missing, doubled, left over or out of range is named', () => {
  const whole = '--rights a --offers d --out o';
  expect(refusal('--offers d --out o')).toBe('option_required --rights');
  expect(refusal('--rights a --out o')).toBe('option_required --offers');
  expect(refusal('--rights a --offers d')).toBe('option_required --out');
  expect(refusal('--rights --offers d --out o')).toBe('option_needs_value --rights');
  expect(refusal('--rights a --offers d --out')).toBe('option_needs_value --out');
  expect(refusal('--rights= --offers d --out o')).toBe('option_needs_value --rights');
  expect(refusal(`${whole} p`)).toBe('argument_unexpected p');
  expect(refusal(`x ${whole}`)).toBe('argument_unexpected x');
  expect(refusal(`${whole} --out p`)).toBe('option_twice --out');
  expect(refusal(`${whole} -v`)).toBe('option_unknown -v');
  for (const day of ['2026-02-30', '2026-2-3', 'today', '2026-11-24T00:00:00Z'])
    expect(refusal(`${whole} --judged-on ${day}`)).toBe(`day_invalid ${day}`);
  for (const threads of ['0', '1.5', 'many', '257', '1e2']) expect(refusal(`${whole} --threads ${threads}`)).toBe(`threads_invalid ${threads} 256`);
  expect(refusal(`${whole} --threads=-1`)).toBe('threads_invalid -1 256');
});
