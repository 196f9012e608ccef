// Reads damaged files in a process of its own, one after the other, and prints a line for each: `node bench/fuzz/tries.ts NAME SEED FROM TO`.
// The process that watches it ends it where a line is too long in coming.
import { mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damagedSample, missing, type Read, readFileAsImport } from './attempt.ts';
import { allSamples } from './samples.ts';

/** read: records and no reject; aside: records or warnings beside rejects; refused: nothing read, and said why; silent: nothing read and nothing said. */
export type Outcome = 'read' | 'aside' | 'refused' | 'silent' | 'lost' | 'crash';

export interface Line {
  attempt: number;
  outcome: Outcome;
  ms: number;
  /** What was thrown, or the neighbour that is not there. */
  detail?: string;
}

const outcomeOf = (read: Read): Outcome => {
  if (read.good.length > 0) return read.rejected === 0 ? 'read' : 'aside';
  return read.rejected > 0 || read.warnings > 0 || read.kinds === 0 ? 'refused' : 'silent';
};

const [, , name = '', seed = '', from = '', to = ''] = process.argv;
const sample = (await allSamples()).find((one) => one.name === name);
if (sample === undefined) throw new RangeError(`no sample ${name}`);
const folder = mkdtempSync(join(tmpdir(), 'zhijian-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'sample');
const readBytes = async (bytes: Buffer): Promise<Read> => {
  writeFileSync(path, bytes);
  return await readFileAsImport(path);
};
const neighbours = new Map<number, string[]>();
const neighboursOf = async (record: number): Promise<string[]> => {
  const known = neighbours.get(record) ?? (await readBytes(sample.without(record))).good;
  neighbours.set(record, known);
  return known;
};

const tried = async (attempt: number): Promise<Line> => {
  const { bytes, record } = damagedSample(sample, Number(seed), attempt);
  const expected = record === null ? [] : await neighboursOf(record);
  const began = performance.now();
  try {
    const read = await readBytes(bytes);
    const ms = performance.now() - began;
    const [lost] = missing(expected, read.good);
    return lost === undefined ? { attempt, outcome: outcomeOf(read), ms } : { attempt, outcome: 'lost', ms, detail: lost.slice(0, 300) };
  } catch (error) {
    return { attempt, outcome: 'crash', ms: performance.now() - began, detail: (error as Error).stack ?? String(error) };
  }
};

writeSync(1, 'ready\n');
for (let attempt = Number(from); attempt < Number(to); attempt++) writeSync(1, `${JSON.stringify(await tried(attempt))}\n`);
