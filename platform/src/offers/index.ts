// Clauses: A4.
// In: files of offers of any shop, crawler, fair or customs export.
// Out: batches of offers with the place of each; rejects and warnings to the two functions given.
// Invariant: streamed in bounded memory and in file order; an id that the file lacks is made of content alone.
import type { Offer, Place } from '@zhijian/contract';
import {
  eachInput,
  formatOf,
  type Input,
  type Mapping,
  type OnRejected,
  type OnWarning,
  readTable,
  type TableForm,
  type TableRecord,
} from '../readers/index.ts';
import { OFFER_COLUMNS, type OfferField } from './columns.ts';
import { offerOf } from './offer.ts';
import { isJsonLd, pageOffers } from './read-page.ts';
import { Unread } from './unread.ts';

export { countOffers, insertOffers, longestOffer, offersAfter, offersById, type SequencedOffer, type StoredOffer } from './offer-store.ts';
export { OFFER_CODECS } from './exported.ts';
export { OFFER_COLUMNS } from './columns.ts';

export interface PlacedOffer {
  offer: Offer;
  place: Place;
}

const FORM: TableForm<OfferField> = {
  columns: OFFER_COLUMNS,
  required: [],
  oneOf: ['title', 'description', 'brand', 'marking'],
  exact: ['item_id', 'seller_code'],
};

const BATCH = 256;

/**
 * The offers of files (tables, JSON feeds, saved pages with schema.org data, ZIPs of them), in order, in batches of at most 256. A day, kind or
 * market that cannot be read sets the record aside;
 * a price or a count of sales that cannot be read is null, kept in `extra` as given, with one warning a file.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 * @param mapping a person's own meaning of headings: heading -> field
 */
export async function* readOffers(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
): AsyncGenerator<PlacedOffer[], void, undefined> {
  for await (const input of eachInput(files, onRejected)) {
    const file = input.name;
    const unread = new Unread();
    const make = (record: TableRecord<OfferField>): PlacedOffer => ({ offer: offerOf(record, unread), place: { file, line: record.line } });
    const format = input.once ? 'table' : await formatOf(input);
    const onPage = format === 'html' || (await isJsonLd(input, format));
    const found = onPage ? await pageOffers(input, format, unread, onRejected) : null;
    if (found === null) yield* readTable(input, FORM, make, onRejected, onWarning, { mapping });
    else
      for (let from = 0; from < found.length; from += BATCH)
        yield found.slice(from, from + BATCH).map(({ offer, line }) => ({ offer, place: { file, line } }));
    unread.warn(file, onWarning);
  }
}
