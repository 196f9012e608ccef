// One owner of a data folder. PostgreSQL notices a second server on one machine, but not one in another container on the same
// volume, so the lock carries a heartbeat: who cannot see the process of another machine watches its clock instead.
import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

interface Holder {
  token: string;
  pid: number;
  /** When the process began, as the kernel counts: a number that is given again is another process. */
  started: string;
  /** Which machine since which boot, and which view of its processes. */
  world: string;
}

export interface Lock {
  release(): void;
}

const BEAT_MS = 2_000;
/** Ten missed beats: the other machine or container is gone. */
export const STALE_MS = 20_000;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const world = (): string => {
  let processes = '';
  try {
    processes = readlinkSync('/proc/self/ns/pid');
  } catch {}
  return `${hostname()} ${read('/proc/sys/kernel/random/boot_id').trim()} ${processes}`;
};

const startOf = (pid: number): string => {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
};

const holderOf = (path: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

/** Writes the same bytes again: the file system sets the time, and its clock is the one that all who share it share. */
const touch = (path: string): void => {
  const bytes = readFileSync(path);
  const fd = openSync(path, 'r+');
  writeSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
};

const ageOf = (path: string, mine: string): number => {
  touch(mine);
  const beat = statSync(path, { throwIfNoEntry: false });
  return beat === undefined ? Number.POSITIVE_INFINITY : statSync(mine).mtimeMs - beat.mtimeMs;
};

const isAlive = async (path: string, holder: Holder, mine: string): Promise<boolean> => {
  if (holder.world === world()) return startOf(holder.pid) === holder.started;
  const beat = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  while (ageOf(path, mine) < STALE_MS) {
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs !== beat) return true;
    await pause(BEAT_MS / 4);
  }
  return false;
};

/** The process that holds the folder, if one does and lives; a dead one's lock is left for `takeLock`. */
export const takeLock = async (home: string): Promise<Lock | { heldBy: number }> => {
  const path = join(home, 'lock');
  const holder: Holder = { token: randomUUID(), pid: process.pid, started: startOf(process.pid), world: world() };
  const mine = `${path}.${holder.token}`;
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link, unlike a created file, appears with its content.
        linkSync(mine, path);
        return beating(path, holder);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = holderOf(path);
      if (other !== undefined && (await isAlive(path, other, mine))) return { heldBy: other.pid };
      removeStale(path, other?.token, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
};

/** Two may find the same dead lock: the second must not remove the lock that the first has taken meanwhile. */
const removeStale = (path: string, token: string | undefined, aside: string): void => {
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (holderOf(aside)?.token !== token) {
    try {
      linkSync(aside, path);
    } catch {}
  }
  rmSync(aside, { force: true });
};

const beating = (path: string, holder: Holder): Lock => {
  const timer = setInterval(() => {
    try {
      if (holderOf(path)?.token === holder.token) touch(path);
    } catch {}
  }, BEAT_MS);
  timer.unref();
  return {
    release: () => {
      clearInterval(timer);
      if (holderOf(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
};
