// The body's stored rights, licences and coverage -> an index, built in a thread of its own: a process that serves pages stays free.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { type Asker, asBody, type Pool } from '../kernel/index.ts';
import { countRights, coverageOf, licencesAfter, registerVersion, type RowOfRight, rowsOfRightsAfter } from '../rights/index.ts';
import type { StoredImport } from '../imports/index.ts';
import type { BuiltRegister, StoredText } from './build-register.ts';
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
    const ended = new Promise<never>((_, reject) => {
      builder.once('exit', (code) => reject(new Error(`the thread that builds the index ended with code ${code}`)));
    });
    ended.catch(() => {});
    const ask = async (message: StoredMessage): Promise<unknown> => {
      builder.postMessage(message);
      return ((await Promise.race([once(builder, 'message'), ended])) as unknown[])[0];
    };
    const mark = ({ content, import_id }: { content: string; import_id: string }): StoredText => ({ content, isNew: import_id === imported.id });
    const licences: StoredText[] = [];
    for (let after = 0; ; ) {
      const some = await asBody(pool, asker, (tx) => licencesAfter(tx, after, PAGE));
      if (some.length === 0) break;
      licences.push(...some.map(mark));
      after = some.at(-1)!.id;
    }
    const { rights } = await asBody(pool, asker, countRights);
    const coverage = await asBody(pool, asker, coverageOf);
    let taken = ask({ kind: imported.kind, licences, coverage, coverage_moved: imported.coverage_moved, rights });
    for (let after: RowOfRight | null = null; ; ) {
      const rows: RowOfRight[] = await asBody(pool, asker, (tx) => rowsOfRightsAfter(tx, after, PAGE));
      if (rows.length === 0) break;
      // One page is read while the one before is taken in: the database is faster than the thread, and what waits for it would fill the memory.
      await taken;
      taken = ask({ rows: rows.map(mark) });
      taken.catch(() => {});
      after = rows.at(-1)!;
    }
    await taken;
    const built = (await ask({ complete: true })) as BuiltRegister;
    const register = { ...built, version, builder };
    unhear(builder);
    return register;
  } catch (error) {
    await builder.terminate();
    throw error;
  }
};
