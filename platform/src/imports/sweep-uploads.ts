// Kept files that nobody will read any more: of uploads that were never imported, of imports that failed and were not tried again.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asSystem, type Pool } from '../kernel/index.ts';
import { expireRetries, pathsInUse } from './import-store.ts';
import { UPLOADS } from './run-import.ts';

const DAY_MS = 86_400_000;
/** A person may upload in the morning and decide in the evening. */
const UNUSED_MS = DAY_MS;
/** A failed import waits this long for a person who tries it again; then its file goes, and the import says so. */
const FAILED_DAYS = 7;

/** Removes them below the data folder. `now` in milliseconds since 1970, compared with the files' times. */
export const sweepUploads = async (pool: Pool, dataDir: string, now: number): Promise<void> => {
  const folder = join(dataDir, UPLOADS);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  const used = await asSystem(pool, async (tx) => {
    await expireRetries(tx, FAILED_DAYS);
    // By name: the folder may have another path for whoever kept the file. The names are drawn at random.
    return new Set((await pathsInUse(tx)).map((path) => basename(path)));
  });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const written = entry.isFile() ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (written !== undefined && now - written > UNUSED_MS && !used.has(entry.name)) rmSync(path, { force: true });
  }
};
