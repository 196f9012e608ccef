import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarks } from './marks.ts';
import { seeded } from './random.ts';
import { beginOf, endOf, PARTS } from './report.ts';
import { findSources } from './sources.ts';
import { KINDS } from './variants.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-bench-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const readme = join(dir, 'README.md');
let written = '';

beforeAll(() => {
  writeFileSync(readme, readFileSync(join(import.meta.dirname, 'README.md')));
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), '--quick', '--readme', readme], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  written = readFileSync(readme, 'utf8');
}, 300_000);

/** Cells of the first row that begins so. */
const row = (...start: string[]) =>
  written
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .find((cells) => start.every((cell, i) => cells[i] === cell)) ?? [];

test('the quick bench writes its tables between the markers and leaves the text around them', () => {
  const around = (text: string) => PARTS.reduce((left, part) => left.replace(new RegExp(`${beginOf(part)}.*${endOf(part)}`, 's'), part), text);
  expect(around(written)).toBe(around(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')));
  expect(around(written)).not.toContain('| --- |');
  for (const part of PARTS) {
    const measured = written.slice(written.indexOf(beginOf(part)), written.indexOf(endOf(part)));
    expect(measured).toContain('bench/detect/sample');
    expect(measured).toContain(`Node.js ${process.version}`);
    expect(measured).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('one part is written by itself: a part that cannot be measured is refused before anything is', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), '--only', 'half', '--readme', readme], {
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('half');
  expect(readFileSync(readme, 'utf8')).toBe(written);
});

test('the stored path: every offer is in, the leads are those of detect, durable settings, and no question about its health was left unanswered', () => {
  expect(row('offers', '1,200')).not.toEqual([]);
  // leads, screened, held, planted, share of those that became leads, the same bytes as detect.
  const [leads, , , planted, recalled, equal] = written
    .slice(written.indexOf('same bytes as detect'))
    .split('\n')[2]!
    .split('|')
    .map((cell) => cell.trim())
    .slice(1, -1);
  expect(Number(leads)).toBeGreaterThanOrEqual(6);
  expect([planted, recalled, equal]).toEqual(['6', '100.0%', '是 yes']);
  expect(row('database')[1]).toMatch(/PostgreSQL 1\d\.\d+, fsync on, synchronous_commit on, full_page_writes on/);
  const [, asked, failed] = written
    .slice(written.indexOf('/health, while'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1))
    .find(([phase]) => phase === 'offers')!;
  expect(Number(asked)).toBeGreaterThan(20);
  expect(failed).toBe('0');
  for (const name of ['PostgreSQL', 'server', 'worker']) expect(Number(row(name)[1])).toBeGreaterThan(10);
});

test('speed, recall, the IPHONE case and the command are measured', () => {
  for (const scan of ['engine', 'aho-corasick', 'edit-distance']) expect(Number(row(scan, '400')[3]?.replaceAll(',', ''))).toBeGreaterThan(0);
  // Every title of the sample that says iphone comes out in one of the four ways, and none is passed over.
  const [titles, ...ways] = row('25').map(Number);
  expect(titles).toBe(25);
  expect(ways.slice(0, 3).reduce((sum, n) => sum + n, 0)).toBe(25);
  // The identical sign in the brand field for goods of its class is what the engine must never miss on this sample.
  expect(row('han', 'exact')[3]).toBe('100.0%');
  expect(row('han', 'exact')[2]).toBe('10');
  expect(row('titles', '2')[2]).toBe('500');
});

test('the register of the bench is the same at every call, and a smaller one is a part of a larger one', () => {
  const sources = findSources(true);
  const marks = readMarks(sources, 350);
  expect(marks).toEqual(readMarks(sources, 350));
  expect(readMarks(sources, 100)).toEqual(marks.slice(0, 100));
  expect(marks.filter(({ real }) => !real)).toHaveLength(50);
  expect(new Set(marks.map(({ name }) => name)).size).toBe(350);
});

test('a planted spelling differs from the mark and keeps its first character where the rules demand it', () => {
  for (const { name, script, change } of KINDS) {
    const mark = script === 'han' ? '万师傅酒' : 'Nespresso';
    const sign = change(mark, seeded(1));
    expect(sign, `${script} ${name}`).not.toBeNull();
    if (name !== 'exact') expect(sign, `${script} ${name}`).not.toBe(mark);
    if (['substitute', 'insert', 'delete', 'transpose'].includes(name)) expect([...sign!][0]).toBe([...mark][0]);
  }
});
