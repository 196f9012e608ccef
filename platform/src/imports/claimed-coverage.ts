// What a file claims to hold completely: withdrawn while a record of it is set aside, and back when the last of them is mended.
import { type Coverage, type Label, READER_SENTENCE, say } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { coverageKey, moveCoverage } from '../rights/index.ts';
import { allMended, coverageMoved, doubtedLater, doubtOf, noteDoubt } from './doubt-store.ts';

export interface Claimed {
  stated: Coverage[];
  doubted: Coverage[];
}

/** At the end of a reading, with what it warned of. Returns whether what the body's registers hold completely has changed. */
export const claimCoverage = async (
  tx: Tx,
  { id: importId, file_name: file }: { id: string; file_name: string },
  { stated, doubted }: Claimed,
  warnings: Label[],
): Promise<boolean> => {
  // A person may have mended all that was set aside while the rest was still read.
  if (doubted.length > 0 && (await allMended(tx, importId))) {
    warnings.push(say(READER_SENTENCE.coverage_again, { file }));
    return moveCoverage(tx, importId, [...stated, ...doubted], []);
  }
  await noteDoubt(tx, importId, doubted);
  return moveCoverage(tx, importId, stated, doubted);
};

/**
 * After a record was mended: when it was the last, what its file had claimed holds again, as if the file had been whole when it came. A file
 * that came later and still lacks a record of the same range has the last word. Returns whether anything changed.
 * @param mendingId the import of the mended record, which is detected for it
 */
export const reclaimCoverage = async (tx: Tx, importId: string, mendingId: string): Promise<boolean> => {
  if (!(await allMended(tx, importId))) return false;
  const { file_name, doubted } = await doubtOf(tx, importId);
  if (doubted.length === 0) return false;
  const later = new Set((await doubtedLater(tx, importId)).map(coverageKey));
  const again = doubted.filter((one) => !later.has(coverageKey(one)));
  if (!(await moveCoverage(tx, mendingId, again, []))) return false;
  const note: Label = say(READER_SENTENCE.coverage_again, { file: file_name });
  await coverageMoved(tx, importId, mendingId, note);
  return true;
};
