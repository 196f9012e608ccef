// Files of market entities -> traders (A5).
import { type Day, READER_SENTENCE, type TraderRecord } from '@zhijian/contract';
import {
  type HeaderFact,
  type Input,
  inputsOf,
  type Mapping,
  type OnRejected,
  type OnWarning,
  parseDay,
  readTable,
  type TableForm,
} from '../readers/index.ts';
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
 */
export async function* readTraders(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
): AsyncGenerator<TraderRecord, void, undefined> {
  for (const source of files) {
    for await (const opened of inputsOf(source)) {
      if ('rejected' in opened) {
        await onRejected(opened.rejected);
        continue;
      }
      const { input } = opened;
      let knownOn: Day | null = null;
      const onFacts = async (facts: readonly HeaderFact[]) => {
        for (const { name, value, line } of facts) {
          if (name !== 'known_on') continue;
          knownOn = parseDay(value);
          if (knownOn === null) await onRejected({ file: input.name, line, field: name, code: 'date', given: value, allowed: READER_SENTENCE.day });
        }
      };
      for await (const batch of readTable(input, FORM, (record) => traderOf(record, knownOn), onRejected, onWarning, { onFacts, mapping }))
        yield* batch;
    }
  }
}
