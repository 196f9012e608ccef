// Watches over a process that reads damaged files: one that hangs or dies costs its file, and the tries go on behind it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Line, Outcome } from './tries.ts';

/** No file may take longer. */
export const HANG_MS = 5_000;
const START_MS = 60_000;

export interface Fault {
  attempt: number;
  what: Outcome | 'hang' | 'death';
  detail: string;
}

export interface Tally {
  tried: number;
  counts: Record<Outcome, number>;
  hangs: number;
  deaths: number;
  slowest: number;
  seconds: number;
  faults: Fault[];
}

const FAULTS: readonly Outcome[] = ['crash', 'lost', 'silent'];

/** Tries a sample `most` times; `script` is the process that reads. */
export const watched = async (name: string, seed: number, most: number, script = 'tries.ts', hangMs = HANG_MS): Promise<Tally> => {
  const counts = { read: 0, aside: 0, refused: 0, silent: 0, lost: 0, crash: 0 };
  const tally: Tally = { tried: 0, counts, hangs: 0, deaths: 0, slowest: 0, seconds: 0, faults: [] };
  const began = performance.now();
  for (let from = 0; from < most; ) {
    from = await watchOne(name, seed, from, most, script, hangMs, tally);
  }
  tally.seconds = (performance.now() - began) / 1000;
  return tally;
};

/** Watches one process to its end; the try to go on with. Throws Error where it does not even begin. */
const watchOne = async (name: string, seed: number, from: number, to: number, script: string, hangMs: number, tally: Tally): Promise<number> => {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script), name, String(seed), String(from), String(to)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = `${said}${piece}`.slice(-2000)));
  let begun = false;
  let hung = false;
  let next = from;
  let timer = setTimeout(() => {}, 0);
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
    }, ms);
  };
  wait(START_MS);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    wait(hangMs);
    if (!begun) {
      begun = true;
      return;
    }
    const { attempt, outcome, ms, detail = '' } = JSON.parse(text) as Line;
    next = attempt + 1;
    tally.tried++;
    tally.counts[outcome]++;
    tally.slowest = Math.max(tally.slowest, ms);
    if (FAULTS.includes(outcome)) tally.faults.push({ attempt, what: outcome, detail });
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  if (!begun) throw new Error(`${name}: the process that reads did not begin (${code ?? signal}): ${said}`);
  if (next >= to) return to;
  tally.tried++;
  if (hung) tally.hangs++;
  else tally.deaths++;
  tally.faults.push({ attempt: next, what: hung ? 'hang' : 'death', detail: hung ? `> ${hangMs} ms` : `${code ?? signal}: ${said}` });
  return next + 1;
};
