// Clauses: B5 (B1, B3 through the engine), over files and over what is stored.
// In: files, or the stored rights, licences and offers that an import touches; the day of judging. Out: a folder of results; or findings and leads.
// Invariant: what is stored gets the findings that its files would get, whatever came first and whatever was killed in between. Of a folder,
// everything but timing.json is a function of the files' content, whatever the threads and the encoding, and it holds one whole run or none.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label, Rejected } from '@zhijian/contract';
import { DEFAULT_STALE_DAYS } from '@zhijian/engine';
import { readOffers } from '../offers/index.ts';
import type { BatchResult } from './batch.ts';
import { checkFiles } from './input-files.ts';
import { LaterCaptures } from './later-captures.ts';
import { LeadStore } from './lead-store.ts';
import { LineFile } from './line-file.ts';
import type { DetectOptions } from './options.ts';
import { OutFolder } from './out-folder.ts';
import { Progress } from './progress.ts';
import { readRegister } from './read-register.ts';
import { Tally } from './tally.ts';
import { startDetector } from './workers.ts';

export { lockLead, moveLead, stateByFindings } from './judged-lead-store.ts';
export { type ExportName, exportLines } from './export-lines.ts';
export { leadStates } from './judged-lead-store.ts';
export { type DetectProgress, progressOf } from './finding-store.ts';
export { detectionJobs, type JobsSettings } from './jobs.ts';
export type { DetectOptions } from './options.ts';

export interface DetectSummary {
  set_aside: number;
  leads: number;
  screened: number;
  held: number;
}

const OUTPUTS = ['leads.jsonl', 'screened.jsonl', 'held.jsonl', 'rejected.jsonl', 'timing.json', 'summary.json'] as const;

/**
 * Runs one detection from files to a folder.
 * @throws ZhijianError for files that cannot be read, a folder that cannot be written or is in use.
 */
export async function detectFiles(options: DetectOptions): Promise<DetectSummary> {
  checkFiles([...options.rights, ...options.licences, ...options.offers]);
  const folder = new OutFolder(options.out);
  try {
    const summary = await detectInto(folder, options);
    folder.publish(OUTPUTS);
    return summary;
  } finally {
    folder.release();
  }
}

async function detectInto(folder: OutFolder, options: DetectOptions): Promise<DetectSummary> {
  const started = performance.now();
  const at = (name: (typeof OUTPUTS)[number]) => join(folder.work, name);
  const progress = new Progress();
  const warnings: Label[] = [];
  const warn = (warning: Label) => {
    warnings.push(warning);
    progress.warn(warning);
  };
  const rejected = new LineFile(at('rejected.jsonl'));
  const setAside = { rights: 0, licences: 0, offers: 0 };
  const reject = (kind: keyof typeof setAside) => (one: Rejected) => {
    setAside[kind] += 1;
    return rejected.write(JSON.stringify(one));
  };

  const register = await readRegister(options, reject, warn, progress);
  const indexed = performance.now();
  const tally = new Tally();
  const screened = new LineFile(at('screened.jsonl'));
  const held = new LineFile(at('held.jsonl'));
  const store = new LeadStore(join(folder.work, 'leads'));
  const emit = async (result: BatchResult) => {
    tally.add(result);
    for (const { id, line } of result.leads) store.add(id, line);
    for (const line of result.screened) await screened.write(line);
    for (const line of result.held) await held.write(line);
    progress.offers(tally.offers);
  };
  const detector = startDetector({ index: register.index, judged_on: options.judgedOn, stale_days: DEFAULT_STALE_DAYS }, options.threads, emit);
  const later = new LaterCaptures(options.judgedOn);
  try {
    for await (const batch of readOffers(options.offers, reject('offers'), warn)) {
      later.look(batch);
      await detector.push(batch.map(({ offer }) => offer));
    }
    await detector.finish();
  } finally {
    await detector.stop();
  }
  later.warn(warn);
  const detected = performance.now();

  const leads = new LineFile(at('leads.jsonl'));
  for (const lead of store.leads()) {
    tally.lead(lead);
    await leads.write(JSON.stringify(lead));
  }
  for (const file of [leads, screened, held, rejected]) await file.end();
  const counts = { leads: leads.count, screened: screened.count, held: held.count };
  writeFileSync(
    at('summary.json'),
    `${JSON.stringify(tally.summary({ judgedOn: options.judgedOn, register, setAside, warnings, counts }), null, 2)}\n`,
  );
  const ended = performance.now();
  const seconds = (from: number, to: number) => Math.round(to - from) / 1000;
  const timing = {
    threads: options.threads,
    seconds: seconds(started, ended),
    register_seconds: seconds(started, indexed),
    detect_seconds: seconds(indexed, detected),
    merge_seconds: seconds(detected, ended),
    offers_per_second: Math.round(tally.offers / Math.max(0.001, (detected - indexed) / 1000)),
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  writeFileSync(at('timing.json'), `${JSON.stringify(timing, null, 2)}\n`);
  progress.done(counts, setAside.rights + setAside.licences + setAside.offers, options.out);
  return { set_aside: setAside.rights + setAside.licences + setAside.offers, ...counts };
}
