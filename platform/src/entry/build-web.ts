// The pages out of their sources, when they are missing or older: built beside their place and then put there, so that a server never shows half.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ZhijianError } from '@zhijian/contract';

const SOURCES = ['web/src', 'web/public', 'web/index.html', 'web/package.json', 'web/vite.config.ts', 'contract', 'package-lock.json'];

const newest = (path: string): number => {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true }).map((entry) => (entry.name === 'node_modules' ? 0 : newest(join(path, entry.name)))),
  );
};

/** Whether the built pages are missing or older than what they are made of. */
export const webIsStale = (root: string): boolean => {
  const built = join(root, 'web/dist/index.html');
  if (!existsSync(join(root, 'web/index.html'))) return false;
  return !existsSync(built) || statSync(built).mtimeMs < Math.max(...SOURCES.map((source) => newest(join(root, source))));
};

/** Throws ZhijianError `web_build_failed` where there is no older build to fall back on. */
export const buildWeb = async (root: string): Promise<void> => {
  const [dist, fresh, old] = ['dist', `dist.${process.pid}.new.tmp`, `dist.${process.pid}.old.tmp`].map((name) => join(root, 'web', name)) as [
    string,
    string,
    string,
  ];
  try {
    const vite = join(dirname(createRequire(join(root, 'web/package.json')).resolve('vite/package.json')), 'bin/vite.js');
    await run(process.execPath, [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], join(root, 'web'));
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!existsSync(dist)) throw new ZhijianError('web_build_failed', { detail: error instanceof Error ? error.message : String(error) });
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
};

const run = (command: string, words: readonly string[], cwd: string): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(command, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(output.trim().slice(-2000)))));
  });
