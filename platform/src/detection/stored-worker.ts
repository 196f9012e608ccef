// A thread over what is stored. The first one of a detection builds the index out of rows that come by pieces; the others get it as shared
// memory. Then batches in, findings out.
import { parentPort } from 'node:worker_threads';
import type { Coverage, Day, ImportKind } from '@zhijian/contract';
import type { StoredOffer } from '../offers/index.ts';
import { type BuiltRegister, buildStored, type RegisterRows } from './build-register.ts';
import { detectStored, type StoredResult } from './stored-batch.ts';

export type StoredMessage =
  | { rights: RegisterRows['rights'] }
  | { licences: RegisterRows['licences'] }
  | { kind: ImportKind; coverage: Coverage[]; coverage_moved: boolean }
  | { built: BuiltRegister | null; judged_on: Day; stale_days: number }
  | { sequence: number; batch: StoredOffer[] }
  | { forget: true };

let rights: RegisterRows['rights'] = [];
let licences: RegisterRows['licences'] = [];
let own: BuiltRegister | null = null;
let run: ((offers: readonly StoredOffer[]) => StoredResult) | null = null;
parentPort!.on('message', (message: StoredMessage) => {
  if ('rights' in message) for (const row of message.rights) rights.push(row);
  else if ('licences' in message) for (const row of message.licences) licences.push(row);
  else if ('kind' in message) {
    own = buildStored({ ...message, rights, licences });
    rights = [];
    licences = [];
    parentPort!.postMessage(own);
  } else if ('forget' in message) own = run = null;
  else if ('judged_on' in message) run = detectStored({ ...(message.built ?? own!), judged_on: message.judged_on, stale_days: message.stale_days });
  else parentPort!.postMessage({ sequence: message.sequence, result: run!(message.batch) });
});
