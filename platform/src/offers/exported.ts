// Offers as exports write them, and back.
import { type Offer, OFFER_KIND, READER_SENTENCE } from '@zhijian/contract';
import {
  allowedOf,
  type Codec,
  type Codecs,
  DAY,
  exportedRecord,
  LIST,
  NUMBER,
  parseArea,
  parseMoney,
  SetAside,
  type TableRecord,
  TEXT,
  wordOf,
} from '../readers/index.ts';
import type { OfferField } from './columns.ts';

/** As a price is written in its currency; stored is the count of its smallest unit. */
const PRICE: Codec = {
  ...NUMBER,
  show(value, other) {
    const written = [2, 0, 3].map((places) => decimal(value as number, places));
    return written.find((text) => PRICE.read(text, other) === value) ?? String(value);
  },
  read: (text, other) => parseMoney(text, other('currency') as string | null, 'CN')?.amount ?? null,
  shown: true,
};
const decimal = (amount: number, places: number): string => {
  const digits = String(amount).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

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
  price: PRICE,
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
