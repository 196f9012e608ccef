// The jobs of imports and of detection, for whoever runs a worker.
import type { Day } from '@zhijian/contract';
import { type ImportJob, runImport } from '../imports/index.ts';
import type { Handlers, Pool } from '../kernel/index.ts';
import type { DetectProgress } from './finding-store.ts';
import { runDetect } from './run-detect.ts';

export interface JobsSettings {
  /** Called when a detection starts: the day of judging where a body has none of its own. */
  today: () => Day;
  threads?: number;
  onImport?: (importId: string, records: number) => void;
  onDetect?: (importId: string, progress: DetectProgress) => void;
}

/** Handlers of `import` and `detect`. */
export const detectionJobs = (pool: Pool, { today, threads, onImport, onDetect }: JobsSettings): Handlers => ({
  import: (job: ImportJob, { signal }) =>
    runImport(pool, job, (records) => {
      onImport?.(job.import_id, records);
      signal.throwIfAborted();
    }),
  detect: (job: ImportJob, { signal }) =>
    runDetect(pool, job, {
      today: today(),
      signal,
      ...(threads === undefined ? {} : { threads }),
      onProgress: (progress) => onDetect?.(job.import_id, progress),
    }),
});
