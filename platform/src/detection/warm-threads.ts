// Threads over what is stored, kept for the next detection: starting one costs half a second of loading tables, more than a small import takes.
import type { Worker } from 'node:worker_threads';
import type { StoredMessage } from './stored-worker.ts';
import { startThread } from './workers.ts';

const SCRIPT = new URL('./stored-worker.ts', import.meta.url);
const KEPT = 2;
const KEPT_MS = 60_000;

const idle = new Map<Worker, NodeJS.Timeout>();

/** Ours alone: Node.js listens itself for listeners that come and go, and delivers no message without that. */
export const unhear = (worker: Worker): void => {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
};

/** A thread that runs stored-worker.ts, fresh or kept. */
export const takeThread = (): Worker => {
  const [kept] = idle;
  if (kept === undefined) return startThread(SCRIPT);
  const [worker, timer] = kept;
  idle.delete(worker);
  clearTimeout(timer);
  unhear(worker);
  worker.ref();
  return worker;
};

/** Has threads start while the register is still read, so that none waits for another's tables: up to `count`, and no more than are kept. */
export const warmThreads = async (count: number): Promise<void> => {
  while (idle.size < Math.min(count, KEPT)) await giveBack(startThread(SCRIPT));
};

/** Takes a thread back that has answered all it was asked; it forgets what it knew and holds no process open. */
export const giveBack = async (worker: Worker): Promise<void> => {
  unhear(worker);
  if (idle.size >= KEPT) {
    await worker.terminate();
    return;
  }
  const drop = () => {
    idle.delete(worker);
    void worker.terminate();
  };
  worker.on('error', drop);
  worker.on('exit', () => idle.delete(worker));
  worker.postMessage({ forget: true } satisfies StoredMessage);
  worker.unref();
  idle.set(worker, setTimeout(drop, KEPT_MS).unref());
};
