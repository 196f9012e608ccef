// Peak memory of the processes that descend from one, out of /proc.
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: number): number => {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

const descendants = (of: number): number[] => {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(parentOf(Number(name)), [...(parents.get(parentOf(Number(name))) ?? []), Number(name)]);
  const below = (pid: number): number[] => (parents.get(pid) ?? []).flatMap((one) => [one, ...below(one)]);
  return below(of);
};

const NAMES: readonly [string, RegExp][] = [
  ['PostgreSQL', /postgres/],
  ['server', /serve\.ts/],
  ['worker', /work\.ts/],
];
const nameOf = (pid: number): string | null => {
  const words = read(`/proc/${pid}/cmdline`);
  return NAMES.find(([, form]) => form.test(words))?.[0] ?? null;
};

const megabytes = (pid: number, file: 'status' | 'smaps_rollup', field: 'VmHWM' | 'Pss'): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/${file}`))?.[1] ?? 0) / 1024;

/** The kernel's own peak of this process, in MB. */
export const ownMemory = (): number => megabytes(process.pid, 'status', 'VmHWM');

/**
 * Peaks in MB by name, of all looks so far. Node.js processes: the kernel's own peak of resident memory. PostgreSQL: the sum over its processes
 * at one moment, pages that several share counted once; what happens between two looks is not seen.
 */
export class PeakMemory {
  readonly peaks = new Map<string, number>();

  look(of: number): void {
    const now = new Map<string, number>();
    for (const pid of descendants(of)) {
      const name = nameOf(pid);
      if (name === null) continue;
      const used = name === 'PostgreSQL' ? megabytes(pid, 'smaps_rollup', 'Pss') : megabytes(pid, 'status', 'VmHWM');
      now.set(name, (now.get(name) ?? 0) + used);
    }
    for (const [name, used] of now) this.peaks.set(name, Math.max(used, this.peaks.get(name) ?? 0));
  }
}
