// A thread over what is stored. The first one of a detection builds the index out of rights that come by pieces; the others get it as shared
// memory. Then batches in, findings out.
import { parentPort } from 'node:worker_threads';
import type { Day } from '@zhijian/contract';
import type { StoredOffer } from '../offers/index.ts';
import { type BuiltRegister, RegisterBuilder, type RegisterFacts, type StoredText } from './build-register.ts';
import { detectStored, type StoredResult } from './stored-batch.ts';

export type StoredMessage =
  | RegisterFacts
  | { rows: StoredText[] }
  | { complete: true }
  | { built: BuiltRegister | null; judged_on: Day; stale_days: number }
  | { sequence: number; batch: StoredOffer[] }
  | { forget: true };

let builder: RegisterBuilder | null = null;
let own: BuiltRegister | null = null;
let run: ((offers: readonly StoredOffer[]) => StoredResult) | null = null;
parentPort!.on('message', (message: StoredMessage) => {
  if ('kind' in message) {
    builder = new RegisterBuilder(message);
    parentPort!.postMessage('taken');
  } else if ('rows' in message) {
    builder!.add(message.rows);
    parentPort!.postMessage('taken');
  } else if ('complete' in message) {
    own = builder!.build();
    builder = null;
    parentPort!.postMessage(own);
  } else if ('forget' in message) builder = own = run = null;
  else if ('judged_on' in message) run = detectStored({ ...(message.built ?? own!), judged_on: message.judged_on, stale_days: message.stale_days });
  else parentPort!.postMessage({ sequence: message.sequence, result: run!(message.batch) });
});
