// A part of the bench in a process of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

const run = <T>(words: string[]): T => {
  const [command = '', ...rest] = words;
  const { status, signal, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status ?? signal}: ${stderr.slice(-1500)}`);
  return JSON.parse(stdout) as T;
};

/** What a script of this folder prints. Throws Error where it fails. */
export const inChild = <T>(script: string, ...words: string[]): T => run<T>([process.execPath, join(import.meta.dirname, script), ...words]);

/** The same, held to one core where the system can. */
export const onOneCore = <T>(script: string, ...words: string[]): T =>
  run<T>([...(hasTaskset ? ['taskset', '-c', '0'] : []), process.execPath, join(import.meta.dirname, script), ...words]);
