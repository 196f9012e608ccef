// A detection thread: batches in, lines out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Offer } from '@zhijian/contract';
import { detectBatch, type WorkerSetup } from './batch.ts';

const run = detectBatch(workerData as WorkerSetup);
parentPort!.on('message', ({ sequence, batch }: { sequence: number; batch: Offer[] }) => parentPort!.postMessage({ sequence, result: run(batch) }));
