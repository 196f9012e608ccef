// For tests: `up` and the other commands as processes on the embedded database, and what one does to them from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { REQUEST_HEADER } from '@zhijian/contract';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

export interface Command {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | null>;
}

/** Starts a command. The embedded database is what is tried here, whatever the rest of the suite runs on. */
export const startCommand = (...words: string[]): Command => {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return { child, out: () => out, err: () => err, ended: new Promise<number | null>((done) => child.on('close', (code) => done(code))) };
};

/** A command that ends by itself. */
export const command = async (...words: string[]): Promise<{ code: number | null; out: string; err: string }> => {
  const { ended, out, err } = startCommand(...words);
  const code = await ended;
  return { code, out: out(), err: err() };
};

export const startUp = (data: string, ...words: string[]): Command => startCommand('up', '--port', '0', '--data', data, '--no-open', ...words);

export const addressOf = async (up: Command): Promise<string> => {
  for (;;) {
    const found = /^ready (http:\S+)$/m.exec(up.out())?.[1];
    if (found !== undefined) return found;
    if (up.child.exitCode !== null || up.child.signalCode !== null) throw new Error(`up ended: ${up.err()}`);
    await pause(50);
  }
};

export const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { [REQUEST_HEADER]: '1', 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** What stands behind the name of a process in /proc: its state first, then its parent. */
const statOf = (pid: number): string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

/** Process numbers of all that descend from one. */
export const descendants = (pid: number): number[] => {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))[1]) === pid);
  return children.flatMap((name) => [Number(name), ...descendants(Number(name))]);
};

/** The words with which a process was started, with spaces between them; empty for one that is gone. */
export const wordsOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

export const isAlive = (pid: number): boolean => !['Z', undefined].includes(statOf(pid)[0]);

/** Those that live on after eight seconds. */
export const gone = async (pids: readonly number[]): Promise<number[]> => {
  for (const until = Date.now() + 8000; pids.some(isAlive) && Date.now() < until; ) await pause(50);
  return pids.filter(isAlive);
};
