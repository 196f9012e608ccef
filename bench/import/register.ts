// One file of rights through all that is measured of it: read on one core, by a plain parser too, stored with its history.
import { rmSync } from 'node:fs';
import { inChild, onOneCore } from './child.ts';
import type { MadeFile } from './files.ts';
import type { Reading } from './reading.ts';
import type { Storing } from './storing.ts';

export interface RegisterRun {
  name: string;
  bytes: number;
  records: number;
  read: Reading;
  /** The whole file at once by a plain parser, maybe over a smaller file; null where there is none to compare. */
  plain: Reading | null;
  stored: Storing;
  /** The detection behind it; a text where it failed. */
  detect: Storing['detect'] | string;
}

interface Plan {
  name: string;
  made: MadeFile;
  /** A file that the plain parser survives. */
  plain?: MadeFile;
  /** Offers in the database for the detection behind the import; 0: not measured. */
  offers?: number;
}

/** Measures one made file and removes it. Throws Error where a record is missing or set aside. */
export function measure({ name, made, plain, offers = 0 }: Plan): RegisterRun {
  const read = onOneCore<Reading>('reading.ts', 'product', made.file);
  const stored = inChild<Storing>('storing.ts', made.file);
  for (const records of [read.records, stored.stored])
    if (records !== made.records) throw new Error(`${name}: ${records} of ${made.records} records`);
  const run = {
    name,
    bytes: made.bytes,
    records: made.records,
    read,
    plain: plain === undefined ? null : onOneCore<Reading>('reading.ts', 'tree', plain.file),
    stored,
    detect: offers === 0 ? null : detected(made.file, offers),
  };
  for (const one of [made, plain]) if (one !== undefined) rmSync(one.file, { force: true });
  return run;
}

/** A register that does not fit in memory is a figure too. */
const detected = (file: string, offers: number): RegisterRun['detect'] => {
  try {
    return inChild<Storing>('storing.ts', file, String(offers)).detect;
  } catch (error) {
    const [, why] = /(heap out of memory|ERR_WORKER_OUT_OF_MEMORY|SIGKILL)/.exec((error as Error).message) ?? [];
    if (why === undefined) throw error;
    return why;
  }
};
