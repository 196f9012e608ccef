import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginOf, endOf } from '../detect/report.ts';
import { damagedSample, missing } from './attempt.ts';
import { GROUPS } from './sample.ts';
import { allSamples } from './samples.ts';
import { watched } from './watch.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhijian-fuzz-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const README = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');

test('the quick bench writes the table of a group between its markers and nothing else', () => {
  const readme = join(dir, 'README.md');
  writeFileSync(readme, README);
  const words = ['--quick', '--mutations', '3', '--only', 'trademarks', '--readme', readme, '--keep', join(dir, 'kept')];
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...words], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const written = readFileSync(readme, 'utf8');
  const around = (text: string) =>
    ['machine', 'trademarks'].reduce((left, part) => left.replace(new RegExp(`${beginOf(part)}.*${endOf(part)}`, 's'), part), text);
  expect(around(written)).toBe(around(README));
  const measured = written.slice(written.indexOf(beginOf('trademarks')), written.indexOf(endOf('trademarks')));
  expect(measured).toMatch(/\*\*合计 \/ all\*\* \| [\d.,]+ \| 30 \|/);
  expect(measured).not.toMatch(/NaN|undefined|Infinity|否 no/);
}, 120_000);

test('what is no group and no sample is refused before anything is read', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), '--only', 'half'], { encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('half');
});

test('every sample has a name of its own, and its damage is the same at every call', async () => {
  const samples = await allSamples();
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  expect(new Set(samples.map(({ group }) => group))).toEqual(new Set(GROUPS));
  let changed = 0;
  for (const sample of samples) {
    for (let attempt = 0; attempt < 8; attempt++) {
      const { bytes } = damagedSample(sample, 1, attempt);
      expect(damagedSample(sample, 1, attempt).bytes.equals(bytes), sample.name).toBe(true);
      if (!bytes.equals(sample.bytes)) changed++;
    }
  }
  expect(changed).toBeGreaterThan(samples.length * 7);
});

test('a record that is not there is missed, as often as it stands there', () => {
  expect(missing(['a', 'a', 'b'], ['b', 'a', 'c'])).toEqual(['a']);
});

test('a process that hangs, and one that dies, cost their try and the others go on', async () => {
  const script = join(dir, 'tries.mjs');
  writeFileSync(
    script,
    `const [, , , , from, to] = process.argv;
    const { writeSync } = await import('node:fs');
    writeSync(1, 'ready\\n');
    for (let attempt = Number(from); attempt < Number(to); attempt++) {
      if (attempt === 2) for (;;);
      if (attempt === 4) process.exit(3);
      writeSync(1, JSON.stringify({ attempt, outcome: attempt === 5 ? 'lost' : 'read', ms: 1, detail: 'x' }) + '\\n');
    }`,
  );
  const tally = await watched('x', 1, 7, script, 500);
  expect(tally).toMatchObject({ tried: 7, hangs: 1, deaths: 1, counts: { read: 4, lost: 1 } });
  expect(tally.faults.map(({ attempt, what }) => [attempt, what])).toEqual([
    [2, 'hang'],
    [4, 'death'],
    [5, 'lost'],
  ]);
});
