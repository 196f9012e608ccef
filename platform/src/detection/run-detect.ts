// The job `detect`: what an import touches, through the engine and into the stores, batch by batch. Killed at any moment it goes on where it
// was; whatever happens in between, the findings are those of `detect` over the same files.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Day } from '@zhijian/contract';
import { DEFAULT_STALE_DAYS } from '@zhijian/engine';
import { endImport, type ImportJob, importById, type StoredImport } from '../imports/index.ts';
import { asBody, type Pool, settingOf } from '../kernel/index.ts';
import { countOffers, offersAfter, type StoredOffer } from '../offers/index.ts';
import { registerVersion } from '../rights/index.ts';
import type { ChangedRight } from './build-register.ts';
import { advanceProgress, type DetectProgress, lockFindings, progressOf, replaceFindings, startProgress } from './finding-store.ts';
import { type LoadedRegister, loadRegister } from './load-register.ts';
import { type Cause, settleLeads } from './settle-leads.ts';
import type { StoredResult } from './stored-batch.ts';
import type { StoredMessage } from './stored-worker.ts';
import { touchLeads, touchLeadsOn } from './stored-leads.ts';
import { giveBack, takeThread, warmThreads } from './warm-threads.ts';
import { inThreads } from './workers.ts';

const BATCH = 256;
const LEADS = 500;
/** New leads are shown each time so many more offers are looked at. */
const SHOW = 2_048;

export interface DetectRun {
  /** The day of judging where the body has none of its own. */
  today: Day;
  signal?: AbortSignal;
  threads?: number;
  onProgress?: (progress: DetectProgress) => void;
}

/** The register moved on while we detected. */
class Outdated extends Error {}
/** Another worker has this detection and was faster. */
class Taken extends Error {}

/** Detects what an import touches and ends it. A second delivery of a finished one does nothing. */
export const runDetect = async (pool: Pool, job: ImportJob, run: DetectRun): Promise<void> => {
  for (;;) {
    const imported = await asBody(pool, job, (tx) => importById(tx, job.import_id));
    if (imported === null || imported.state !== 'detecting') return;
    try {
      await detectOnce(pool, job, imported, run);
      return;
    } catch (error) {
      if (error instanceof Taken) return;
      if (!(error instanceof Outdated)) throw error;
    }
  }
};

const detectOnce = async (pool: Pool, job: ImportJob, imported: StoredImport, run: DetectRun): Promise<void> => {
  // An import of offers touches its own; one of rights or licences may touch any.
  const scope = imported.kind === 'offers' ? imported.id : null;
  const offers = await asBody(pool, job, (tx) => countOffers(tx, scope));
  const changed = offers === 0 ? [] : await detectTouched(pool, job, imported, scope, offers, run);
  await settleAll(pool, job, { import_id: imported.id, kind: imported.kind, changed }, run, false);
  await asBody(pool, job, (tx) => endImport(tx, imported.id));
};

/** Brings the touched leads up to date, all or those that are new, a few hundred in a transaction. */
const settleAll = async (pool: Pool, job: ImportJob, cause: Cause, run: DetectRun, onlyNew: boolean): Promise<void> => {
  for (let settled = LEADS; settled === LEADS; ) {
    run.signal?.throwIfAborted();
    settled = await asBody(pool, job, async (tx) => {
      await lockFindings(tx);
      return settleLeads(tx, cause, { limit: LEADS, onlyNew });
    });
  }
};

/** Stores what the offers in scope now say, as far as the import touches them; returns the rights that it changed. */
const detectTouched = async (
  pool: Pool,
  job: ImportJob,
  imported: StoredImport,
  scope: string | null,
  offers: number,
  run: DetectRun,
): Promise<readonly ChangedRight[]> => {
  const most = run.threads ?? availableParallelism();
  await warmThreads(Math.min(most, Math.ceil(offers / BATCH)));
  const register = await loadRegister(pool, job, imported);
  try {
    const changed = register.touched?.changed ?? [];
    const nothing = register.touched !== null && changed.length === 0 && !register.touched.coverage;
    const { judged_on, progress } = await asBody(pool, job, async (tx) => {
      const first = await startProgress(tx, imported.id, nothing ? 0 : offers);
      if (first && (imported.kind === 'rights' || imported.kind === 'decisions')) await touchLeadsOn(tx, imported.id, changed);
      return { judged_on: (await settingOf(tx, 'judged_on')) ?? run.today, progress: (await progressOf(tx, imported.id))! };
    });
    run.onProgress?.(progress);
    if (nothing) await giveBack(register.builder);
    else await detectOffers(pool, job, register, { scope, judged_on, progress, run });
    return changed;
  } catch (error) {
    await register.builder.terminate();
    throw error;
  }
};

interface Pass {
  scope: string | null;
  judged_on: Day;
  progress: DetectProgress;
  run: DetectRun;
}

const detectOffers = async (pool: Pool, job: ImportJob, { version, builder, ...built }: LoadedRegister, pass: Pass): Promise<void> => {
  const { scope, judged_on, progress, run } = pass;
  let { done, done_through } = progress;
  const left = progress.total - done;
  const store = async ({ looked, last, versions }: StoredResult): Promise<void> => {
    run.signal?.throwIfAborted();
    await asBody(pool, job, async (tx) => {
      await lockFindings(tx);
      if ((await registerVersion(tx)) !== version) throw new Outdated();
      await touchLeads(tx, job.import_id, await replaceFindings(tx, versions));
      if (!(await advanceProgress(tx, job.import_id, done_through, last, looked))) throw new Taken();
    });
    const shown = Math.floor(done / SHOW);
    done_through = last;
    done += looked;
    // An import of offers only adds to what is found, so a lead is shown as soon as it is. One of rights or licences says what it did to a lead
    // when it has looked at all its offers: half-way a lead may seem explained that is not.
    if (scope !== null && Math.floor(done / SHOW) > shown) await settleAll(pool, job, { import_id: scope, kind: 'offers', changed: [] }, run, true);
    run.onProgress?.({ done, total: progress.total, done_through });
  };
  const most = Math.ceil(left / BATCH);
  const others = Array.from({ length: Math.max(0, Math.min(run.threads ?? availableParallelism(), most) - 1) }, takeThread);
  const ready = (worker: Worker, message: StoredMessage) => worker.postMessage(message);
  ready(builder, { built: null, judged_on, stale_days: DEFAULT_STALE_DAYS });
  for (const worker of others) ready(worker, { built, judged_on, stale_days: DEFAULT_STALE_DAYS });
  const detector = inThreads<StoredOffer[], StoredResult>([builder, ...others], store, giveBack);
  try {
    for (let after = done_through; ; ) {
      const offers = await asBody(pool, job, (tx) => offersAfter(tx, scope, after, BATCH));
      if (offers.length === 0) break;
      await detector.push(offers);
      after = offers.at(-1)!.id;
    }
    await detector.finish();
  } finally {
    await detector.stop();
  }
};
