// A detection thread over stored offers: batches in, findings out.
import { parentPort, workerData } from 'node:worker_threads';
import type { StoredOffer } from '../offers/index.ts';
import { detectStored, type StoredSetup } from './stored-batch.ts';

const run = detectStored(workerData as StoredSetup);
parentPort!.on('message', ({ sequence, batch }: { sequence: number; batch: StoredOffer[] }) =>
  parentPort!.postMessage({ sequence, result: run(batch) }),
);
