import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginOf, endOf } from '../detect/report.ts';
import { chineseRow, writeCsv, writeDaily } from './files.ts';
import { encodeGb } from './gb18030.ts';
import { PARTS } from './report.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-import-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const readme = join(dir, 'README.md');
let written = '';

beforeAll(() => {
  writeFileSync(readme, readFileSync(join(import.meta.dirname, 'README.md')));
  const words = ['--quick', '--only', 'xml', '--only', 'xlsx', '--readme', readme];
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...words], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  written = readFileSync(readme, 'utf8');
}, 120_000);

const measured = (part: string) => written.slice(written.indexOf(beginOf(part)), written.indexOf(endOf(part)));
/** Cells of a row of a part's table under a heading that begins so. */
const row = (part: string, heading: string, first: string): string[] =>
  measured(part)
    .slice(measured(part).indexOf(`| ${heading}`))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1))
    .find(([cell]) => cell === first)!;

test('the quick bench writes what it measured between the markers and leaves the text around them', () => {
  const around = (text: string) => PARTS.reduce((left, part) => left.replace(new RegExp(`${beginOf(part)}.*${endOf(part)}`, 's'), part), text);
  expect(around(written)).toBe(around(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')));
  expect(measured('machine')).toContain(`Node.js ${process.version}`);
  for (const part of ['xml', 'xlsx']) expect(measured(part)).not.toMatch(/NaN|undefined|Infinity/);
  // Twenty genuine records of the office: 36 rows of facts and history for each ten.
  expect(row('xml', 'read and stored', 'USPTO daily XML').slice(1, 4)).toEqual(['20', '72', '20']);
  expect(row('xlsx', 'read and stored', 'XLSX').slice(1, 4)).toEqual(['500', '500', '0']);
});

test('a part that cannot be measured is refused before anything is', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), '--only', 'half', '--readme', readme], {
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('half');
  expect(readFileSync(readme, 'utf8')).toBe(written);
});

test('made files are the same at every call, and GB 18030 reads back', () => {
  const [one, two] = [writeDaily(join(dir, 'one.xml'), 200_000), writeDaily(join(dir, 'two.xml'), 200_000)];
  expect(readFileSync(one.file).equals(readFileSync(two.file))).toBe(true);
  const serials = readFileSync(one.file, 'utf8').match(/<serial-number>\d{8}/g)!;
  expect(new Set(serials).size).toBe(one.records);
  const { file } = writeCsv(join(dir, 'gb.csv'), 50, 'gb18030');
  const lines = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(file)).trim().split('\r\n');
  expect(lines[50]).toBe(chineseRow(49).join(','));
  expect(() => encodeGb('\u{20000}')).toThrow(RangeError);
});
