// Offers as exports write them, and back.
import { type Offer, OFFER_KIND, READER_SENTENCE } from '@zhijian/contract';
import {
  allowedOf,
  type Codecs,
  DAY,
  exportedRecord,
  LIST,
  moneyIn,
  NUMBER,
  parseArea,
  SetAside,
  type TableRecord,
  TEXT,
  wordOf,
} from '../readers/index.ts';
import type { OfferField } from './columns.ts';

export const OFFER_CODECS: Codecs<OfferField> = {
  kind: wordOf(OFFER_KIND, allowedOf(OFFER_KIND)),
  platform: TEXT,
  item_id: TEXT,
  url: TEXT,
  title: TEXT,
  description: TEXT,
  brand: TEXT,
  maker: TEXT,
  category: TEXT,
  price: moneyIn('currency'),
  currency: TEXT,
  sales: NUMBER,
  shop: TEXT,
  seller: TEXT,
  seller_code: TEXT,
  ship_from: TEXT,
  market: TEXT,
  images: LIST,
  made_on: DAY,
  captured_at: DAY,
  language: TEXT,
  marking: TEXT,
};

/** The offer of an exported record. Throws SetAside for a cell that a person has changed into what it cannot be. */
export const exportedOffer = (record: TableRecord<OfferField>): Offer => {
  const offer = exportedRecord(record, OFFER_CODECS) as unknown as Offer;
  if (offer.market === null || parseArea(offer.market) === null || parseArea(offer.market) === '*')
    throw new SetAside('market', 'vocabulary', offer.market ?? '', READER_SENTENCE.area);
  if (offer.kind === null) offer.kind = 'online';
  return offer;
};
