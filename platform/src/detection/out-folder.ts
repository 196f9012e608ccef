// The folder that a run writes into: held by one run at a time, filled under .work, moved into place when all is done.
// A run that was killed leaves its .work and its lock behind; the next run clears both.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ZhijianError } from '@zhijian/contract';

export class OutFolder {
  readonly dir: string;
  readonly work: string;
  readonly #lock: string;

  constructor(dir: string) {
    this.dir = dir;
    this.work = join(dir, '.work');
    this.#lock = join(dir, '.lock');
    this.#attempt(() => {
      makeFolder(dir);
      this.#take();
    });
    this.#attempt(() => {
      try {
        rmSync(this.work, { recursive: true, force: true });
        mkdirSync(this.work);
      } catch (error) {
        rmSync(this.#lock, { force: true });
        throw error;
      }
    });
  }

  #attempt(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (error instanceof ZhijianError) throw error;
      throw new ZhijianError('out_not_writable', { dir: this.dir, detail: (error as Error).message });
    }
  }

  #take(): void {
    for (let tries = 0; ; tries += 1) {
      try {
        writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 0) throw error;
        const pid = Number(readFileSync(this.#lock, 'utf8'));
        if (pid !== process.pid && isAlive(pid)) throw new ZhijianError('out_in_use', { dir: this.dir, pid });
        rmSync(this.#lock, { force: true });
      }
    }
  }

  /** Moves finished files into place; the last one named is the sign that the run is complete. */
  publish(names: readonly string[]): void {
    this.#attempt(() => {
      // An old last file must not vouch for new first ones.
      rmSync(join(this.dir, names.at(-1)!), { force: true });
      for (const name of names) renameSync(join(this.work, name), join(this.dir, name));
    });
  }

  release(): void {
    rmSync(this.work, { recursive: true, force: true });
    rmSync(this.#lock, { force: true });
  }
}

// mkdir of Node.js with `recursive` never ends where a folder that is there says it is not (/proc/x).
const makeFolder = (dir: string): void => {
  const missing: string[] = [];
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.push(at);
  for (const one of missing.reverse()) {
    try {
      mkdirSync(one);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
