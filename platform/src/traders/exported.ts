// Market entities as exports write them, and back.
import { TRADER_STATUS, type TraderRecord } from '@zhijian/contract';
import { allowedOf, type Codecs, DAY, exportedRecord, moneyIn, type TableRecord, TEXT, wordOf } from '../readers/index.ts';
import { codeOf } from './code.ts';
import type { TraderField } from './columns.ts';

export const TRADER_CODECS: Codecs<Exclude<keyof TraderRecord, 'extra'>> = {
  code: TEXT,
  name: TEXT,
  type: TEXT,
  legal_representative: TEXT,
  capital: moneyIn('capital_currency'),
  capital_currency: TEXT,
  founded_on: DAY,
  term_from: DAY,
  term_to: DAY,
  authority: TEXT,
  status: wordOf(TRADER_STATUS, allowedOf(TRADER_STATUS)),
  address: TEXT,
  scope: TEXT,
  known_on: DAY,
};

/** The trader of an exported record. Throws SetAside for a cell that a person has changed into what it cannot be. */
export const exportedTrader = (record: TableRecord<TraderField>): TraderRecord => {
  const trader = exportedRecord(record as TableRecord<keyof typeof TRADER_CODECS>, TRADER_CODECS) as unknown as TraderRecord;
  trader.code = codeOf(trader.code);
  return trader;
};
