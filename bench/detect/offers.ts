// Real offers of the bench: English ones with brand and category, Chinese utterances as titles.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Offer } from '@zhijian/contract';
import { seeded } from './random.ts';
import type { Sources } from './sources.ts';

export interface RealOffer {
  offer: Offer;
  /** Brands that stand in the text, as tagged by hand; known for Chinese only. */
  brands: string[] | null;
}

interface English {
  platform: string;
  item_id: string;
  title: string;
  brand?: string;
  category?: string;
  price?: number;
  currency?: string;
}

interface Tagged {
  text: string;
  spans: { kind: string; text: string }[];
}

const EMPTY: Offer = {
  kind: 'online',
  platform: null,
  item_id: '',
  url: null,
  title: null,
  description: null,
  brand: null,
  maker: null,
  category: null,
  price: null,
  currency: null,
  sales: null,
  shop: null,
  seller: null,
  seller_code: null,
  ship_from: null,
  market: 'CN',
  images: [],
  made_on: null,
  captured_at: '2026-11-24',
  language: null,
  marking: null,
  extra: {},
};
export const offerOf = (fields: Partial<Offer>): Offer => ({ ...EMPTY, ...fields });

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** English offers, then Chinese ones, in the order of their files. */
export function readOffers({ shared, sample }: Sources): { en: RealOffer[]; zh: RealOffer[] } {
  const at = (set: string, name: string, inSample: string) =>
    shared && existsSync(join(shared, set, name)) ? join(shared, set, name) : join(sample, inSample);
  const enFiles = new Set(['walmart-amazon.jsonl', 'amazon-google.jsonl'].map((name) => at('listings-en', name, 'offers-en.jsonl')));
  const zhFiles = new Set(['train.jsonl', 'dev.jsonl'].map((name) => at('listings-zh-tagged', name, 'offers-zh.jsonl')));
  const en = [...enFiles]
    .flatMap((file) => lines<English>(file))
    .map((row) => ({
      offer: offerOf({
        platform: row.platform,
        item_id: row.item_id,
        title: row.title,
        brand: row.brand ?? null,
        category: row.category ?? null,
        language: 'en',
        price: row.price === undefined ? null : Math.round(row.price * 100),
        currency: row.currency ?? null,
      }),
      brands: null,
    }));
  const zh = [...zhFiles]
    .flatMap((file) => lines<Tagged>(file))
    .map((row, at) => ({
      offer: offerOf({ platform: 'listings-zh', item_id: `zh-${at}`, title: row.text, language: 'zh' }),
      brands: row.spans.filter(({ kind }) => kind === 'pp').map(({ text }) => text),
    }));
  return { en, zh };
}

/** `wanted` offers with ids of their own: all real ones again and again, each round in another order. */
export function repeatOffers(of: readonly Offer[], wanted: number): Offer[] {
  const random = seeded(9_251);
  const all: Offer[] = [];
  for (let round = 0; all.length < wanted; round += 1) {
    for (const offer of random.shuffle(of)) {
      if (all.length === wanted) break;
      all.push(round === 0 ? offer : { ...offer, item_id: `${offer.item_id}-${round}` });
    }
  }
  return all;
}
