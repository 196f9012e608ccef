// Threads that run the models. Results come back in the order in which batches were given, so the output does not depend on their number.
import { Worker } from 'node:worker_threads';
import type { Offer } from '@zhijian/contract';
import { type BatchResult, detectBatch, type WorkerSetup } from './batch.ts';

export interface Detector<Batch = Offer[]> {
  /** Queues a batch; waits while too many are under way. `emit` gets the results in order. */
  push(batch: Batch): Promise<void>;
  finish(): Promise<void>;
  /** Ends the threads, done or not: one that is left alive keeps the process from ending. */
  stop(): Promise<void>;
}

/** Batches under way per thread: enough to keep it busy, few enough to bound memory. */
const AHEAD = 3;
/** Short-lived objects of a thread: 8 MB costs a tenth of the speed and saves a third of the memory against V8's own choice (bench/detect). */
const YOUNG_MB = 8;

export function startDetector(setup: WorkerSetup, threads: number, emit: (result: BatchResult) => Promise<void>): Detector {
  if (threads <= 1) return here(setup, emit);
  const script = new URL('./worker.ts', import.meta.url);
  return inThreads(
    Array.from({ length: threads }, () => startThread(script, setup)),
    emit,
  );
}

export const startThread = (script: URL, setup?: unknown): Worker =>
  new Worker(script, { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });

const here = (setup: WorkerSetup, emit: (result: BatchResult) => Promise<void>): Detector => {
  const run = detectBatch(setup);
  return { push: async (offers) => emit(run(offers)), finish: async () => {}, stop: async () => {} };
};

const terminate = async (worker: Worker): Promise<void> => void (await worker.terminate());

/** Batches through threads that answer each `{sequence, batch}` with `{sequence, result}`. When all is done each goes to `release`; after a failure they end. */
export function inThreads<Batch, Result>(
  workers: readonly Worker[],
  emit: (result: Result) => Promise<void>,
  release: (worker: Worker) => Promise<void> = terminate,
): Detector<Batch> {
  const threads = workers.length;
  const live = [...workers];
  const done = new Map<number, Result>();
  let given = 0;
  let emitted = 0;
  let emitting = Promise.resolve();
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  const wakeUp = () => {
    wake?.();
    wake = null;
  };
  const wait = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const fail = (error: Error) => {
    failure ??= error;
    wakeUp();
  };
  const drain = async () => {
    for (let next = done.get(emitted); next !== undefined; next = done.get(emitted)) {
      done.delete(emitted);
      await emit(next);
      // Counted when it is written, so that whoever waits for all of them waits for the last one's end.
      emitted += 1;
      wakeUp();
    }
  };
  for (const worker of workers) {
    worker.on('message', ({ sequence, result }: { sequence: number; result: Result }) => {
      done.set(sequence, result);
      emitting = emitting.then(drain).catch(fail);
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => {
      if (code !== 0) fail(new Error(`a detection thread ended with code ${code}`));
    });
  }
  const stop = async () => {
    await Promise.all(live.splice(0).map(terminate));
  };
  const settle = async (most: number) => {
    while (failure === null && given - emitted > most) await wait();
    if (failure !== null) {
      await stop();
      throw failure;
    }
  };
  return {
    async push(batch) {
      await settle(threads * AHEAD - 1);
      workers[given % threads]!.postMessage({ sequence: given, batch });
      given += 1;
    },
    async finish() {
      await settle(0);
      await Promise.all(live.splice(0).map(release));
    },
    stop,
  };
}
