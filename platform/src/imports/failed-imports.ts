// Imports whose job is out of attempts: told as failed instead of going on for ever, and tried again when a person says so.
import { IMPORT_FAILURE, ZhijianError } from '@zhijian/contract';
import { addJob, type Asker, asSystem, audit, deadJobs, type Pool, type Tx } from '../kernel/index.ts';
import { failImport, resumeImport } from './import-store.ts';
import { type ImportJob, queueOf } from './run-import.ts';

type Step = 'import' | 'detect';
const KEY = /^(import|detect) ([0-9a-f-]{36})$/;

/** Marks the imports of dead letters as failed. Whoever did the last try may have been killed in it, so it is the dead letter that tells. */
export const failDeadImports = async (pool: Pool): Promise<void> => {
  const dead = await deadJobs(pool);
  for (const { key } of dead) {
    const [, step, id] = KEY.exec(key ?? '') ?? [];
    if (id !== undefined) await asSystem(pool, (tx) => failImport(tx, id, IMPORT_FAILURE[step as Step], step as Step));
  }
};

/** Lets a failed import of the transaction's body go on where it was. Throws ZhijianError `not_found`, or `retry_useless` where that cannot help. */
export const retryImport = async (tx: Tx, asker: Asker, id: string): Promise<void> => {
  const step = await resumeImport(tx, id);
  if (step === 'not_found') throw new ZhijianError('not_found');
  if (step === null) throw new ZhijianError('retry_useless');
  await audit(tx, { action: 'import.retried', subject: id });
  // With the key of the dead letter, which it replaces.
  await addJob(tx, step, { ...asker, import_id: id } satisfies ImportJob, { key: `${step} ${id}`, queue: queueOf(asker) });
};
