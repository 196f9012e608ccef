// A saved page -> the products that it offers: JSON-LD; where it has none, microdata; where it has none either, the Open Graph tags of a product.
import { type Label, OFFER_SENTENCE } from '@zhijian/contract';
import { htmlTokens, parseDay } from '../readers/index.ts';
import { parseJsonLd } from './json-ld.ts';
import { Microdata } from './microdata.ts';
import { cellsOf, Graph, type Node, type PagePlace, type ProductCells } from './products.ts';

export interface PageProduct extends ProductCells {
  line: number;
}

export interface Page {
  products: PageProduct[];
  /** Scripts that could not be parsed. */
  broken: { line: number; given: string; allowed: Label }[];
}

/** What the page says of itself. */
interface About {
  base: string | null;
  canonical: string | null;
  savedFrom: string | null;
  captured: string | null;
  language: string | null;
  og: Map<string, string[]>;
  ogLine: number;
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** The day in `Fri Nov 20 2026 10:00:00 GMT+0800` and `10:33:07 Nov 20, 2026`, as the browser or the archive wrote it. */
const englishDay = (text: string): string | null => {
  const [, month = '', day = '', year = ''] = /\b([A-Z][a-z]{2})[a-z]{0,6}\s+(\d{1,2}),?\s+(\d{4})\b/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  return month === '' || at < 0 || at % 3 !== 0 ? null : parseDay(`${year}-${at / 3 + 1}-${day}`);
};

const takeComment = (text: string, about: About): void => {
  if (text.length > 5000) return;
  const from = /saved from url=\(\d+\)\s*(\S+)/i.exec(text)?.[1] ?? /\burl:\s*(https?:\S+)/i.exec(text)?.[1];
  if (from !== undefined) about.savedFrom ??= from;
  const when = /saved date:\s*(.{5,60})/i.exec(text)?.[1] ?? /FILE ARCHIVED ON\s+(.{5,60})/i.exec(text)?.[1];
  if (when !== undefined) about.captured ??= englishDay(when);
};

const takeMeta = (attributes: Record<string, string>, line: number, about: About): void => {
  const name = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
  const content = attributes['content'] ?? '';
  if (!/^(?:og|product|twitter):/.test(name) || content.trim() === '') return;
  const values = about.og.get(name) ?? [];
  if (values.length < 100 && about.og.size < 500) about.og.set(name, [...values, content]);
  if (about.ogLine === 0) about.ogLine = line;
};

/** A product of its Open Graph tags; null where they speak of none. */
const openGraph = ({ og }: About): Node | null => {
  const first = (...names: string[]): string | undefined => names.map((name) => og.get(name)?.[0]).find((value) => value !== undefined);
  const price = first('product:price:amount', 'og:price:amount', 'product:sale_price:amount');
  if (price === undefined && !/product/i.test(first('og:type') ?? '')) return null;
  const seller = first('product:retailer_title');
  const own = {
    color: first('product:color'),
    size: first('product:size'),
    condition: first('product:condition'),
    gtin: first('product:ean', 'product:gtin'),
    site_name: first('og:site_name'),
  };
  return {
    '@type': 'Product',
    name: first('og:title', 'twitter:title'),
    description: first('og:description', 'twitter:description'),
    brand: first('product:brand', 'og:brand'),
    category: first('product:category'),
    sku: first('product:retailer_item_id', 'product:product_link'),
    image: [...(og.get('og:image') ?? []), ...(og.get('og:image:url') ?? [])],
    url: first('og:url'),
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    offers: {
      price,
      priceCurrency: first('product:price:currency', 'og:price:currency'),
      availability: first('product:availability', 'og:availability'),
      ...(seller === undefined ? {} : { seller }),
    },
  };
};

const JSON_LD = /^application\/(?:ld|json\+ld|.*ld\+json)/i;

/** Reads a page. Nothing of it is run or fetched. */
export const readProducts = (html: string): Page => {
  const about: About = { base: null, canonical: null, savedFrom: null, captured: null, language: null, og: new Map(), ogLine: 0 };
  const scripts: { value: unknown; line: number }[] = [];
  const broken: Page['broken'] = [];
  const microdata = new Microdata();
  let type = '';
  for (const token of htmlTokens(html)) {
    microdata.take(token);
    if (token.type === 'open') {
      const { name, attributes, line } = token;
      if (name === 'html') about.language ??= attributes['lang'] ?? null;
      else if (name === 'script') type = attributes['type'] ?? '';
      else if (name === 'base') about.base ??= attributes['href'] ?? null;
      else if (name === 'meta') takeMeta(attributes, line, about);
      else if (name === 'link' && /\bcanonical\b/i.test(attributes['rel'] ?? '')) about.canonical ??= attributes['href'] ?? null;
    } else if (token.type === 'comment') takeComment(token.text, about);
    else if (token.type === 'raw' && token.name === 'script' && JSON_LD.test(type.trim()) && token.text.trim() !== '') {
      const value = parseJsonLd(token.text);
      if (value === undefined) broken.push({ line: token.line, given: token.text.trim(), allowed: OFFER_SENTENCE.json_ld });
      else scripts.push({ value, line: token.line });
    }
  }
  const og = openGraph(about);
  const items = microdata.finish().map(({ node, line }) => ({ value: node as unknown, line }));
  const shared = { at: placeOf(about), about };
  let products = productsIn(scripts, shared);
  if (products.length === 0) products = productsIn(items, shared);
  if (products.length === 0 && og !== null) products = productsIn([{ value: og, line: about.ogLine }], shared);
  return { products, broken };
};

/** The products of JSON-LD that stands in a file of its own; null where the text is none. */
export const readJsonLd = (text: string): PageProduct[] | null => {
  const value = parseJsonLd(text);
  if (value === undefined) return null;
  const about: About = { base: null, canonical: null, savedFrom: null, captured: null, language: null, og: new Map(), ogLine: 0 };
  return productsIn([{ value, line: 1 }], { at: { page: null, base: null, images: null }, about });
};

/** An address of the web, read against another; null for anything else. */
const webAddress = (given: string | null | undefined, against: string | null): string | null => {
  if (!given || given.length > 4000) return null;
  const text = given.trim();
  const url = URL.parse(text, against ?? undefined);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return /^https?:/i.test(text) ? text : url.href;
};

/** <base> may itself be written short, and so may the canonical address: each is then read against the other (HTML 4.2.3). */
const placeOf = ({ base, canonical, savedFrom, og }: About): PagePlace => {
  const absoluteBase = webAddress(base, null);
  const stated = webAddress(canonical, absoluteBase) ?? webAddress(og.get('og:url')?.[0], absoluteBase);
  const page = stated ?? webAddress(savedFrom, null);
  const own = absoluteBase ?? webAddress(base, page);
  return { page, base: own ?? page, images: own ?? stated };
};

const productsIn = (blocks: readonly { value: unknown; line: number }[], { at, about }: { at: PagePlace; about: About }): PageProduct[] => {
  // One graph: a seller may stand in another script than its product.
  const graph = new Graph(blocks.map(({ value }) => value));
  const lines = new Map<unknown, number>();
  for (const { value, line } of blocks) for (const product of new Graph([value]).products()) lines.set(product, line);
  return graph.products().flatMap((product) =>
    cellsOf(graph, product, at).map((cells) => {
      if (cells.given.language === undefined && about.language) cells.given.language = about.language;
      if (about.captured !== null) cells.given.captured_at = about.captured;
      return { ...cells, line: lines.get(product) ?? blocks[0]?.line ?? 1 };
    }),
  );
};
