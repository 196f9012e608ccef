// The records of one import in one order, good and bad: the same numbers whenever the file is read again.
import { basename } from 'node:path';
import type { Coverage, ImportKind, Label, Licence, Offer, Rejected, RightRow } from '@zhijian/contract';
import { readOffers } from '../offers/index.ts';
import { readLicences, readRights } from '../rights/index.ts';

/** `sequence` counts from 1 over good and bad records together. */
export type Item = { sequence: number } & ({ kind: 'rejected'; rejected: Rejected } | Good);
export type Good = { kind: 'rights'; row: RightRow } | { kind: 'licences'; licence: Licence } | { kind: 'offers'; offer: Offer };

export interface ItemReading {
  items: AsyncGenerator<Item, void, undefined>;
  /** After the last item. */
  warnings: Label[];
  coverage(): { stated: Coverage[]; doubted: Coverage[] };
}

interface Source {
  kind: ImportKind;
  file_path: string;
  /** The file's name as the person knows it; messages name it by this. */
  file_name: string;
  covers: readonly string[];
}

/** Reads one file as its kind. The generator throws ZhijianError `file_missing`, `file_unreadable`; the call itself `coverage_invalid`. */
export const readItems = ({ kind, file_path, file_name, covers }: Source): ItemReading => {
  const named = ({ zh, en }: Label): Label => ({ zh: zh.replaceAll(file_path, file_name), en: en.replaceAll(file_path, file_name) });
  const warnings: Label[] = [];
  const warn = (warning: Label) => void warnings.push(named(warning));
  const waiting: Rejected[] = [];
  const reject = (rejected: Rejected) => void waiting.push({ ...rejected, file: basename(file_name) });
  const rights = kind === 'rights' ? readRights([{ file: file_path, covers }], reject, warn) : null;

  async function* good(): AsyncGenerator<Good[], void, undefined> {
    if (rights !== null) for await (const row of rights) yield [{ kind: 'rights', row }];
    else if (kind === 'licences') for await (const licence of readLicences([file_path], reject, warn)) yield [{ kind, licence }];
    else for await (const batch of readOffers([file_path], reject, warn)) yield batch.map(({ offer }) => ({ kind: 'offers', offer }));
  }
  async function* numbered(): AsyncGenerator<Item, void, undefined> {
    let sequence = 0;
    // Readers hand over the rejects of a batch before its rows, so the order holds on every reading.
    const bad = () => waiting.splice(0).map((rejected): Item => ({ sequence: ++sequence, kind: 'rejected', rejected }));
    for await (const records of good()) {
      yield* bad();
      for (const record of records) yield { sequence: ++sequence, ...record };
    }
    yield* bad();
  }
  return { items: numbered(), warnings, coverage: () => ({ stated: rights?.coverage ?? [], doubted: rights?.doubtedCoverage ?? [] }) };
};
