// Records of one reading into the stores of their kinds.
import type { Tx } from '../kernel/index.ts';
import { insertOffers } from '../offers/index.ts';
import { insertDecisions, insertLicences, insertRightRecords, packRightRecords } from '../rights/index.ts';
import { insertTraders } from '../traders/index.ts';
import type { Item } from './read-items.ts';

/** Stores the good ones under an import, in their order; returns how many brought anything new. */
export const storeGood = (tx: Tx, importId: string, batch: readonly Item[]): Promise<number> => packGood(batch)(tx, importId);

/** The same in two steps: what needs no database is done at once. */
export const packGood = (batch: readonly Item[]): ((tx: Tx, importId: string) => Promise<number>) => {
  const records = batch.filter((item) => item.kind === 'rights').map(({ record }) => record);
  const licences = batch.filter((item) => item.kind === 'licences').map(({ licence }) => licence);
  const offers = batch.filter((item) => item.kind === 'offers');
  const decided = batch.filter((item) => item.kind === 'decisions');
  const traders = batch.filter((item) => item.kind === 'traders').map(({ trader }) => trader);
  const putRecords = records.length > 0 ? packRightRecords(records) : async () => 0;
  return async (tx, importId) => {
    let stored = await putRecords(tx, importId);
    if (licences.length > 0) stored += await insertLicences(tx, importId, licences);
    if (decided.length > 0) {
      const rows = decided.filter((item) => item.rows.length > 0).map((item) => ({ rows: item.rows, document: null }));
      if (rows.length > 0) await insertRightRecords(tx, importId, rows);
      stored += await insertDecisions(
        tx,
        importId,
        decided.map(({ decision }) => decision),
      );
    }
    if (traders.length > 0) stored += await insertTraders(tx, importId, traders);
    if (offers.length > 0) stored += await insertOffers(tx, importId, offers);
    return stored;
  };
};
