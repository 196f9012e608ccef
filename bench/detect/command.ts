// The whole command over files: threads, memory, and an offers file far larger than memory allows.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Offer } from '@zhijian/contract';
import { buildIndex } from '@zhijian/engine';
import { offerRow, rightRows, writeOffers } from './files.ts';
import { type Mark, rightsOf } from './marks.ts';
import { repeatOffers } from './offers.ts';
import { bytesOf, JUDGED_ON } from './scans.ts';
import { seeded } from './random.ts';

export interface CommandRun {
  what: string;
  threads: number;
  offers: number;
  file_mb: number;
  seconds: number;
  register_seconds: number;
  /** While offers are read and judged; the register and the merging of leads apart. */
  offers_per_second: number;
  /** CPU time of the whole run over its wall time: below the number of threads where other processes had the cores. */
  cores_used: number;
  peak_mb: number;
  index_mb: number;
  leads: number;
}

const CLI = join(import.meta.dirname, '../../platform/src/entry/cli.ts');
const GIGABYTE = 1_000_000_000;

/** A file of `offers` titles with one and with two threads; with `large` also a file of 1 GB. Everything lies in a temporary folder that is deleted. */
export function runCommand(marks: readonly Mark[], real: readonly Offer[], offers: number, large: boolean): CommandRun[] {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-bench-'));
  try {
    const rights = join(dir, 'rights.jsonl');
    writeFileSync(rights, rightRows(marks));
    const index_mb = Math.round(bytesOf(buildIndex(rightsOf(marks), [])) / 1_048_576);
    const file = join(dir, 'offers.jsonl');
    writeOffers(file, repeatOffers(real, offers));
    const run = (what: string, threads: number, count: number) =>
      detect({ what, threads, rights, file, offers: count, index_mb, out: join(dir, 'out') });
    const runs = [run(TITLES, 1, offers), run(TITLES, 2, offers)];
    if (!large) return runs;
    const count = writeLarge(file, real, GIGABYTE);
    return [...runs, run(PAGES, 1, count), run(PAGES, 2, count)];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export const TITLES = 'titles';
export const PAGES = 'titles with their pages';

interface Job {
  what: string;
  offers: number;
  threads: number;
  rights: string;
  file: string;
  index_mb: number;
  out: string;
}

function detect({ what, threads, rights, file, offers, index_mb, out }: Job): CommandRun {
  const words = [CLI, 'detect', '--rights', rights, '--offers', file, '--judged-on', JUDGED_ON, '--threads', String(threads), '--out', out];
  // bash tells the CPU time of its child, which Node.js does not.
  const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bench', process.execPath, ...words];
  const { status, stderr } = spawnSync('bash', timed, { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: 'C' } });
  if (status !== 0) throw new Error(`detect ended with ${status}: ${stderr.slice(-2000)}`);
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Record<string, unknown>;
  const timing = read('timing.json') as Record<'seconds' | 'register_seconds' | 'offers_per_second' | 'peak_memory_mb', number>;
  const leads = linesOf(join(out, 'leads.jsonl'));
  rmSync(out, { recursive: true, force: true });
  return {
    what,
    threads,
    offers,
    file_mb: statSync(file).size / 1e6,
    seconds: timing.seconds,
    register_seconds: timing.register_seconds,
    offers_per_second: timing.offers_per_second,
    cores_used: (user + system) / timing.seconds,
    peak_mb: timing.peak_memory_mb,
    index_mb,
    leads,
  };
}

/** Counted in pieces: the file may not fit in a string. */
function linesOf(file: string): number {
  const from = openSync(file, 'r');
  const piece = Buffer.alloc(1 << 20);
  let lines = 0;
  for (let size = readSync(from, piece); size > 0; size = readSync(from, piece)) for (let i = 0; i < size; i += 1) if (piece[i] === 10) lines += 1;
  closeSync(from);
  return lines;
}

const PAGE_TITLES = 120;
const CHUNK = 200;

/** Offers as a crawler exports them, each with its page (about 10 KB of HTML) in a column that detection only keeps, until the file has `bytes`; how many offers that makes. */
function writeLarge(file: string, real: readonly Offer[], bytes: number): number {
  const random = seeded(1_000_000_000);
  const to = openSync(file, 'w');
  let n = 0;
  for (let written = 0; written < bytes; ) {
    let text = '';
    for (const last = n + CHUNK; n < last; n += 1) {
      const offer = random.pick(real);
      const page = Array.from({ length: PAGE_TITLES }, () => `<li class="item">${random.pick(real).title ?? ''}</li>`).join('');
      text += offerRow({ ...offer, item_id: `${offer.item_id}-${n}` }, `<html><body><ul>${page}</ul></body></html>`);
    }
    written += writeSync(to, text);
  }
  closeSync(to);
  return n;
}
