// The records of one import in one order, good and bad: the same numbers whenever the file is read again.
import {
  type Coverage,
  type Day,
  type Decision,
  IMPORT_KIND,
  type ImportKind,
  type Label,
  type Licence,
  type Offer,
  READER_SENTENCE,
  type Rejected,
  type RightRecord,
  type RightRow,
  say,
  type TraderRecord,
} from '@zhijian/contract';
import { readOffers } from '../offers/index.ts';
import { fileInput, type Input, inputsOf, type Mapping } from '../readers/index.ts';
import { readDecisions, readLicences, readRights } from '../rights/index.ts';
import { readTraders } from '../traders/index.ts';
import { lookInto } from './input-kind.ts';

/** `sequence` counts from 1 over good and bad records together. */
export type Item = { sequence: number } & ({ kind: 'rejected'; rejected: Rejected } | Good);
export type Good =
  | { kind: 'rights'; record: RightRecord }
  | { kind: 'licences'; licence: Licence }
  | { kind: 'decisions'; decision: Decision; rows: RightRow[] }
  | { kind: 'traders'; trader: TraderRecord }
  | { kind: 'offers'; offer: Offer };

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
  /** Of which day the data are, where the file does not say it. */
  known_on?: Day | null;
  /** What people said that headings mean. */
  mapping?: Mapping | null;
}

/** Throws ZhijianError `coverage_invalid` where what the file is said to cover cannot be read. */
export const checkSource = ({ kind, file_path, covers }: ItemSource): void => {
  if (kind === 'rights') readRights([{ file: file_path, covers }], ignore, ignore);
};
const ignore = (): void => {};
const MOST_WARNINGS = 200;

/**
 * Reads one file as its kind, of a ZIP the files of that kind, and hands each record to `take`, one after the other: readers hand over the
 * rejects of a batch before its rows, so the order is the same on every reading.
 * Throws ZhijianError `file_missing`, `file_unreadable`, `coverage_invalid`, and what `take` throws.
 */
export const readItems = async (source: ItemSource, take: (item: Item) => Promise<void>): Promise<ItemReading> => {
  const { kind, file_path, file_name } = source;
  const reading: ItemReading = { warnings: [], coverage: { stated: [], doubted: [] } };
  // A ZIP may have a warning for each of its files.
  const warn = (warning: Label) => {
    if (reading.warnings.length < MOST_WARNINGS && !reading.warnings.some(({ zh }) => zh === warning.zh)) reading.warnings.push(warning);
  };
  let sequence = 0;
  const good = (record: Good) => take({ sequence: ++sequence, ...record });
  const reject = (rejected: Rejected) => take({ sequence: ++sequence, kind: 'rejected', rejected });
  const input = await fileInput(file_path, file_name);
  let doubtful = false;
  for await (const opened of inputsOf(input)) {
    if (!('input' in opened)) {
      doubtful = true;
      await reject(opened.rejected);
      continue;
    }
    const inner = opened.input;
    if (inner.name !== file_name) {
      const found = (await lookInto(inner, undefined, { [kind]: source.mapping ?? {} })).kind;
      if (found !== kind) {
        warn(
          say(found === null ? READER_SENTENCE.member_unknown : READER_SENTENCE.member_other, {
            file: inner.name,
            kind: found === null ? '' : IMPORT_KIND[found],
          }),
        );
        continue;
      }
    }
    await readOne(inner, source, good, reject, warn, reading);
  }
  if (doubtful) reading.coverage = { stated: [], doubted: [...reading.coverage.stated, ...reading.coverage.doubted] };
  return reading;
};

export const readOne = async (
  input: Input,
  { kind, covers, mapping: told, known_on = null }: Pick<ItemSource, 'kind' | 'covers' | 'mapping' | 'known_on'>,
  good: (record: Good) => Promise<void>,
  reject: (rejected: Rejected) => Promise<void>,
  warn: (warning: Label) => void,
  { coverage }: ItemReading,
): Promise<void> => {
  const mapping = told ?? undefined;
  if (kind === 'rights') {
    const rights = readRights([{ file: input, covers, mapping, knownOn: known_on }], reject, warn);
    for await (const batch of rights.batches()) for (const record of batch) await good({ kind, record });
    coverage.stated.push(...rights.coverage);
    coverage.doubted.push(...rights.doubtedCoverage);
  } else if (kind === 'licences') {
    for await (const { licence, rows } of readLicences([input], reject, warn, mapping)) {
      if (rows.length > 0) await good({ kind: 'rights', record: { rows, document: null } });
      if (licence !== null) await good({ kind, licence });
    }
  } else if (kind === 'decisions') {
    for await (const { decision, rows } of readDecisions([input], reject, warn, mapping, known_on)) await good({ kind, decision, rows });
  } else if (kind === 'traders') {
    for await (const trader of readTraders([input], reject, warn, mapping, known_on)) await good({ kind, trader });
  } else {
    for await (const batch of readOffers([input], reject, warn, mapping)) for (const { offer } of batch) await good({ kind, offer });
  }
};
