// One file read as an import reads it: looked at for its kinds, then read as each of them.
import { previewFile, readItems } from '../../platform/src/imports/index.ts';
import { chanceOf, damaged, damagedFile, damagedInPlace } from './damage.ts';
import type { Sample } from './sample.ts';

export interface Read {
  /** Good records as JSON, in order. */
  good: string[];
  rejected: number;
  warnings: number;
  kinds: number;
}

/** Throws what the importer throws. */
export const readFileAsImport = async (path: string): Promise<Read> => {
  const read: Read = { good: [], rejected: 0, warnings: 0, kinds: 0 };
  const { kinds } = await previewFile(path);
  read.kinds = kinds.length;
  for (const kind of kinds) {
    const { warnings } = await readItems({ kind, file_path: path, file_name: 'sample', covers: [] }, async ({ sequence: _, ...item }) => {
      if (item.kind === 'rejected') read.rejected++;
      else read.good.push(JSON.stringify(item));
    });
    read.warnings += warnings.length;
  }
  return read;
};

export interface Damaged {
  bytes: Buffer;
  /** Which record is damaged; null for the file as a whole. */
  record: number | null;
}

/** Every fourth try damages the file anywhere, the others one record within its own bytes. */
export const damagedSample = ({ name, bytes, records, inPlace }: Sample, seed: number, attempt: number): Damaged => {
  const next = chanceOf(name, seed, attempt);
  if (records.length === 0 || attempt % 4 === 3) return { bytes: damagedFile(bytes, next), record: null };
  const record = next(records.length);
  const [from, to] = records[record]!;
  const own = bytes.subarray(from, to);
  const piece = inPlace ? damagedInPlace(own, next) : damaged(own, next);
  return { bytes: Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]), record };
};

/** Of `expected` those that `found` lacks, however often each stands there. */
export const missing = (expected: readonly string[], found: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1);
  return expected.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};
