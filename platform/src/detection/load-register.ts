// The body's stored rights, licences and coverage -> an index, built in a thread of its own: a process that serves pages stays free.
import type { Worker } from 'node:worker_threads';
import { type Asker, asBody, type Pool, type Tx } from '../kernel/index.ts';
import { coverageOf, licencesAfter, registerVersion, rightRowsAfter, type StoredRow } from '../rights/index.ts';
import type { StoredImport } from '../imports/index.ts';
import type { BuiltRegister } from './build-register.ts';
import type { StoredMessage } from './stored-worker.ts';
import { takeThread, unhear } from './warm-threads.ts';

const PAGE = 5_000;

export interface LoadedRegister extends BuiltRegister {
  /** Of the register as it was loaded; findings are stored only while it is still that. */
  version: string;
  /** The thread that built it and has it ready. */
  builder: Worker;
}

/** Loads the register of a body and what one import of it changed. */
export const loadRegister = async (pool: Pool, asker: Asker, imported: StoredImport): Promise<LoadedRegister> => {
  // Read first: rows that come in while we read make the version differ at the end, and the register is loaded again.
  const version = await asBody(pool, asker, registerVersion);
  const builder = takeThread();
  try {
    const built = new Promise<BuiltRegister>((resolve, reject) => {
      builder.once('message', resolve);
      builder.once('error', reject);
      builder.once('exit', (code) => reject(new Error(`the thread that builds the index ended with code ${code}`)));
    });
    built.catch(() => {});
    const say = (message: StoredMessage) => builder.postMessage(message);
    for await (const rights of pages(pool, asker, rightRowsAfter, imported.id)) say({ rights });
    for await (const licences of pages(pool, asker, licencesAfter, imported.id)) say({ licences });
    say({ kind: imported.kind, coverage: await asBody(pool, asker, coverageOf), coverage_moved: imported.coverage_moved });
    const register = { ...(await built), version, builder };
    unhear(builder);
    return register;
  } catch (error) {
    await builder.terminate();
    throw error;
  }
};

async function* pages(
  pool: Pool,
  asker: Asker,
  rowsAfter: (tx: Tx, after: number, limit: number) => Promise<StoredRow[]>,
  importId: string,
): AsyncGenerator<{ content: string; isNew: boolean }[], void, undefined> {
  for (let after = 0; ; ) {
    const rows = await asBody(pool, asker, (tx) => rowsAfter(tx, after, PAGE));
    if (rows.length === 0) return;
    yield rows.map(({ content, import_id }) => ({ content, isNew: import_id === importId }));
    after = rows.at(-1)!.id;
  }
}
