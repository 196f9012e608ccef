import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarks } from './marks.ts';
import { seeded } from './random.ts';
import { BEGIN, END } from './report.ts';
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
});

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
  const before = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  expect(written.slice(0, written.indexOf(BEGIN))).toBe(before.slice(0, before.indexOf(BEGIN)));
  expect(written.slice(written.indexOf(END))).toBe(before.slice(before.indexOf(END)));
  const measured = written.slice(written.indexOf(BEGIN), written.indexOf(END));
  expect(measured).toContain('bench/detect/sample');
  expect(measured).toContain(`Node.js ${process.version}`);
  expect(measured).not.toMatch(/NaN|undefined|Infinity/);
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
