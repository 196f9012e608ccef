// One PostgreSQL for a run of the tests, owned by the process that starts the run, and started when the first test asks: the fast loop of
// the pure parts never starts one. When that process is killed, the server ends with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZhijianError } from '@zhijian/contract';
import type { Database } from './postgres.ts';

const CACHE = fileURLToPath(new URL('../../../.cache/pg-test', import.meta.url));
/** Runs at the same time take a folder each; each keeps its cluster for the next run, since making one takes five seconds. */
const SLOTS = 8;
/** Test data need not survive a power cut. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' };

export const ASK = 'ZHIJIAN_TEST_DATABASE';

const open = async (): Promise<Database> => {
  const { openDatabase } = await import('./postgres.ts');
  for (let slot = 1, wiped = false; ; ) {
    const dataDir = join(CACHE, `${slot}`);
    try {
      return await openDatabase({ dataDir, settings: FAST });
    } catch (error) {
      const code = error instanceof ZhijianError ? error.code : undefined;
      const taken = code === 'database_in_use' || code === 'database_owner';
      if (taken && slot < SLOTS) slot += 1;
      else if (!wiped && (code === 'database_unavailable' || code === 'database_version')) {
        // Without fsync a crash of the machine may leave it unreadable; there is nothing in it to keep.
        rmSync(dataDir, { recursive: true, force: true });
        wiped = true;
      } else throw error;
    }
  }
};

const listening = (server: Server, path: string): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });

/** Called by vitest before the first file; what it returns, after the last. */
export default async (): Promise<() => Promise<void>> => {
  const dir = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'zj-ask-'));
  let database: Promise<Database> | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    database ??= open();
    database.then(
      ({ connection }) => socket.end(JSON.stringify({ connection })),
      (error: unknown) => socket.end(JSON.stringify({ error: `${error}` })),
    );
  });
  const path = join(dir, 'ask');
  await listening(server, path);
  process.env[ASK] = path;
  return async () => {
    server.close();
    rmSync(dir, { recursive: true, force: true });
    await database?.then(
      (opened) => opened.stop(),
      () => {},
    );
  };
};
