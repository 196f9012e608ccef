// Other programs, run from the root of a tree with the node that runs this.
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Outcome {
  code: number;
  output: string;
}

const running = new Set<ChildProcess>();

/** Tells what runs to end; for a run that is told to end itself. */
export const endAll = (): void => {
  for (const child of running) child.kill('SIGTERM');
};

/** Runs node with the given words; `live` passes its output on as it comes, else it is kept; `env` comes on top of our own environment. */
export const runNode = (root: string, words: readonly string[], live = false, env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  new Promise((done, fail) => {
    const stdio: StdioOptions = ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'];
    const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...env }, stdio });
    running.add(child);
    child.on('close', () => running.delete(child));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

/** What vitest found in one file. A file that could not be loaded has `broken` set and no counts. */
export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  broken: boolean;
}

interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/**
 * Runs vitest in a tree and counts its tests by file.
 * @param words e.g. ['run', 'engine/numbers/shape.test.ts'] or ['related', '--run', …]
 */
export const runVitest = async (
  root: string,
  words: readonly string[],
  live: boolean,
  env: NodeJS.ProcessEnv = {},
): Promise<{ outcome: Outcome; files: FileResult[] }> => {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `report-${process.pid}.json`);
  rmSync(report, { force: true });
  const reporters = [...(live ? ['--reporter=default'] : []), '--reporter=json', `--outputFile.json=${report}`];
  const outcome = await runNode(root, ['node_modules/vitest/vitest.mjs', ...words, ...reporters], live, env);
  return { outcome, files: readReport(root, report) };
};

const readReport = (root: string, path: string): FileResult[] => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return []; // vitest did not come so far; its exit code says that it failed
  }
  rmSync(path);
  return (JSON.parse(text) as Report).testResults.map(({ name, status, assertionResults }) => {
    const count = (...states: string[]) => assertionResults.filter((test) => states.includes(test.status)).length;
    const failed = count('failed');
    return {
      file: relative(root, name),
      passed: count('passed'),
      failed,
      skipped: count('skipped', 'pending', 'todo', 'disabled'),
      broken: status === 'failed' && failed === 0,
    };
  });
};
