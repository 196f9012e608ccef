// The records of one import in one order, good and bad: the same numbers whenever the file is read again.
import type { Coverage, ImportKind, Label, Licence, Offer, Rejected, RightRow } from '@zhijian/contract';
import { readOffers } from '../offers/index.ts';
import { fileInput } from '../readers/index.ts';
import { readLicences, readRights } from '../rights/index.ts';

/** `sequence` counts from 1 over good and bad records together. */
export type Item = { sequence: number } & ({ kind: 'rejected'; rejected: Rejected } | Good);
export type Good = { kind: 'rights'; row: RightRow } | { kind: 'licences'; licence: Licence } | { kind: 'offers'; offer: Offer };

export interface ItemReading {
  warnings: Label[];
  /** What the file holds completely, and what it states and does not hold. */
  coverage: { stated: Coverage[]; doubted: Coverage[] };
}

export interface ItemSource {
  kind: ImportKind;
  file_path: string;
  /** The file's name as the person knows it; messages name it by this. */
  file_name: string;
  covers: readonly string[];
}

/** Throws ZhijianError `coverage_invalid` where what the file is said to cover cannot be read. */
export const checkSource = ({ kind, file_path, covers }: ItemSource): void => {
  if (kind === 'rights') readRights([{ file: file_path, covers }], ignore, ignore);
};
const ignore = (): void => {};

/**
 * Reads one file as its kind and hands each record to `take`, one after the other: readers hand over the rejects of a batch before its
 * rows, so the order is the same on every reading. Throws ZhijianError `file_missing`, `file_unreadable`, `coverage_invalid`, and what `take` throws.
 */
export const readItems = async ({ kind, file_path, file_name, covers }: ItemSource, take: (item: Item) => Promise<void>): Promise<ItemReading> => {
  const input = await fileInput(file_path, file_name);
  const warnings: Label[] = [];
  const warn = (warning: Label) => void warnings.push(warning);
  let sequence = 0;
  const good = (record: Good) => take({ sequence: ++sequence, ...record });
  const reject = (rejected: Rejected) => take({ sequence: ++sequence, kind: 'rejected', rejected });
  if (kind === 'rights') {
    const rights = readRights([{ file: input, covers }], reject, warn);
    for await (const row of rights) await good({ kind, row });
    return { warnings, coverage: { stated: rights.coverage, doubted: rights.doubtedCoverage } };
  }
  if (kind === 'licences') for await (const licence of readLicences([input], reject, warn)) await good({ kind, licence });
  else for await (const batch of readOffers([input], reject, warn)) for (const { offer } of batch) await good({ kind, offer });
  return { warnings, coverage: { stated: [], doubted: [] } };
};
