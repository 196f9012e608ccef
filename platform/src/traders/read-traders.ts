// Files of market entities -> traders (A5).
import { type Day, READER_SENTENCE, type TraderRecord } from '@zhijian/contract';
import { eachInput, type Input, KnownOn, type Mapping, type OnRejected, type OnWarning, readTable, type TableForm } from '../readers/index.ts';
import { TRADER_COLUMNS, type TraderField } from './columns.ts';
import { traderOf } from './trader.ts';

const FORM: TableForm<TraderField> = {
  columns: TRADER_COLUMNS,
  required: ['code', 'name'],
  oneOf: [],
  exact: ['code'],
  unknown: READER_SENTENCE.unknown_register_columns,
};

/**
 * The traders of files, in order, ZIPs looked into. A code of which a check character does not hold sets its record aside.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 * @param mapping a person's own meaning of headings: heading -> field
 * @param knownOn the day of which a file is that does not say it itself
 */
export async function* readTraders(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
  knownOn: Day | null = null,
): AsyncGenerator<TraderRecord, void, undefined> {
  for await (const input of eachInput(files, onRejected)) {
    const known = new KnownOn(input.name, TRADER_COLUMNS, mapping, onRejected, knownOn);
    const make = (record: Parameters<typeof traderOf>[0]) => traderOf(record, known.day);
    for await (const batch of readTable(input, FORM, make, known.reject, onWarning, { onFacts: known.onFacts, mapping })) yield* batch;
  }
}
