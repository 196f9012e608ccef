// The thread that builds the index: rows in, by pieces; shared memory out.
import { parentPort } from 'node:worker_threads';
import type { Coverage, ImportKind } from '@zhijian/contract';
import { buildStored, type RegisterRows } from './build-register.ts';

export type RegisterMessage =
  | { rights: RegisterRows['rights'] }
  | { licences: RegisterRows['licences'] }
  | { kind: ImportKind; coverage: Coverage[]; coverage_moved: boolean };

const rights: RegisterRows['rights'] = [];
const licences: RegisterRows['licences'] = [];
parentPort!.on('message', (message: RegisterMessage) => {
  if ('rights' in message) for (const row of message.rights) rights.push(row);
  else if ('licences' in message) for (const row of message.licences) licences.push(row);
  else parentPort!.postMessage(buildStored({ ...message, rights, licences }));
});
