// A record of an offers file -> an offer.
import { createHash } from 'node:crypto';
import { type Offer, OFFER_KIND, type OfferKind, READER_SENTENCE } from '@zhijian/contract';
import {
  allowedOf,
  currencyOf,
  Fields,
  parseArea,
  parseCount,
  parseMoney,
  saysNothing,
  splitImages,
  type TableRecord,
  wordsOf,
} from '../readers/index.ts';
import type { OfferField } from './columns.ts';
import { exportedOffer } from './exported.ts';
import type { Unread } from './unread.ts';

export const OFFER_KIND_ALIASES: Record<OfferKind, string> = {
  online: '网店 网上 线上 电商 网络 商品 web e-commerce listing',
  exhibit: '展会 展览 展会展品 fair',
  declaration: '报关 报关单 海关 进出口货物 customs',
  sighting: '线下 实体店 实物 offline',
  service: '服务项目',
};
const KINDS = wordsOf(OFFER_KIND, OFFER_KIND_ALIASES);
const KIND_ALLOWED = allowedOf(OFFER_KIND);
const HAN = /\p{Script=Han}/u;

/** The offer of a record. Throws SetAside where a kind, a market or a day cannot be read; a bad price or count is null, kept in `extra` and noted. */
export const offerOf = (record: TableRecord<OfferField>, unread: Unread): Offer => {
  if (record.exported !== undefined) return exportedOffer(record);
  const fields = new Fields(record);
  const { extra, line, given } = record;
  const notRead = (field: OfferField): null => {
    extra[field] = given[field]!;
    unread.add(field, line, given[field]!);
    return null;
  };
  const market = fields.value('market', countryOf, 'vocabulary', READER_SENTENCE.area) ?? 'CN';
  const title = fields.text('title');
  const description = fields.text('description');
  const lenient = <T>(field: OfferField, parse: (text: string) => T | null): T | null => {
    const cell = given[field];
    return cell === undefined || saysNothing(cell) ? null : (parse(cell) ?? notRead(field));
  };
  const named = lenient('currency', (text) => currencyOf(text, market));
  const money = lenient('price', (text) => parseMoney(text, named, market));
  const sales = lenient('sales', parseCount);
  const chinese = /^(CN|\d)/.test(market) && HAN.test(`${title ?? ''}${description ?? ''}`);
  const offer: Offer = {
    kind: fields.choice('kind', KINDS, KIND_ALLOWED) ?? 'online',
    platform: fields.word('platform'),
    item_id: fields.word('item_id') ?? '',
    url: fields.word('url'),
    title,
    description,
    brand: fields.text('brand'),
    maker: fields.text('maker'),
    category: fields.text('category'),
    price: money?.amount ?? null,
    currency: money === null ? named : (money.currency ?? (chinese ? 'CNY' : null)),
    sales,
    shop: fields.word('shop'),
    seller: fields.word('seller'),
    seller_code: fields.word('seller_code')?.normalize('NFKC').toUpperCase() ?? null,
    ship_from: fields.word('ship_from'),
    market,
    images: given.images === undefined ? [] : splitImages(given.images),
    made_on: fields.day('made_on'),
    captured_at: fields.day('captured_at'),
    language: fields.word('language')?.toLowerCase() ?? null,
    marking: fields.text('marking'),
    extra,
  };
  if (offer.item_id === '') offer.item_id = derivedId(offer);
  return offer;
};

const countryOf = (text: string): string | null => {
  const area = parseArea(text);
  return area === '*' ? null : area;
};

/** An id out of the content, so that the same offer in another file or encoding has the same one. */
const derivedId = ({ platform, url, shop, title, brand, description, marking }: Offer): string => {
  const content = url === null && title === null ? [platform, url, shop, title, brand, description, marking] : [platform, url, shop, title];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
};
