// postmaster.pid, the server's own note of who serves a data folder.
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PidFile {
  pid: number;
  socketDir: string;
  ready: boolean;
}

export const readPidFile = (pgdata: string): PidFile | undefined => {
  let lines: string[];
  try {
    lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { pid: Number(lines[0]), socketDir: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' };
};

/** Whether that process is a server of this data folder. A number that another program got meanwhile, or a zombie, is not. */
export const serves = (pid: number, pgdata: string): boolean => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words[words.indexOf('-D') + 1] === pgdata && words[0]!.endsWith('/postgres');
  } catch {
    return false;
  }
};

/** A server that outlived its owner, if there is one. A note whose process is gone or is something else is removed: PostgreSQL would refuse to start. */
export const findOrphan = (pgdata: string): PidFile | undefined => {
  const file = readPidFile(pgdata);
  if (file === undefined || serves(file.pid, pgdata)) return file;
  rmSync(join(pgdata, 'postmaster.pid'), { force: true });
  dropSocketDir(file.socketDir);
  return undefined;
};

export const SOCKET_PREFIX = 'zj-';
/** Removes a socket folder of ours; anything else stays. */
export const dropSocketDir = (dir: string): void => {
  if (dir.startsWith('/') && dir.slice(dirname(dir).length + 1).startsWith(SOCKET_PREFIX)) rmSync(dir, { recursive: true, force: true });
};
