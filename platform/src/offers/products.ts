// Products of schema.org, wherever in a graph they stand -> the cells of an offer (domain.md 8.3).
import type { OfferField } from './columns.ts';

export type Node = Record<string, unknown>;

/** Where a page stood, as it says itself; null where it does not. */
export interface PagePlace {
  /** Its own address. */
  page: string | null;
  /** Against which its links are read: that of <base>, else its own. */
  base: string | null;
  /** The same for pictures, but not by the address that a browser noted as it saved the page: it saved the pictures too. */
  images: string | null;
}

export interface ProductCells {
  given: Partial<Record<OfferField, string>>;
  images: string[];
  extra: Record<string, string>;
}

const PRODUCTS = new Set(['product', 'productgroup', 'productmodel', 'individualproduct', 'someproducts', 'vehicle', 'car']);
/** Other goods that a product names are not what is offered here. */
const OTHERS = new Set([
  'isrelatedto',
  'issimilarto',
  'isaccessoryorsparepartfor',
  'isconsumablefor',
  'review',
  'reviews',
  'isvariantof',
  'itemreviewed',
]);
const DEEPEST = 30;
const MOST_NODES = 200_000;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

const typesOf = (node: Node): string[] =>
  listOf(node['@type']).map((type) =>
    String(type)
      .replace(/^.*[/#:]/, '')
      .toLowerCase(),
  );
const isProduct = (node: Node): boolean => typesOf(node).some((type) => PRODUCTS.has(type));

/** A graph of which parts name each other by @id. */
export class Graph {
  private readonly byId = new Map<string, Node>();
  private readonly roots: unknown[];
  private seen = 0;

  constructor(roots: unknown[]) {
    this.roots = roots;
    for (const root of roots) this.index(root, 0);
  }

  private index(value: unknown, depth: number): void {
    if (depth > DEEPEST || this.seen++ > MOST_NODES) return;
    if (Array.isArray(value)) for (const one of value) this.index(one, depth + 1);
    else if (isNode(value)) {
      const id = value['@id'];
      if (typeof id === 'string' && Object.keys(value).length > 1 && !this.byId.has(id)) this.byId.set(id, value);
      for (const key of Object.keys(value)) this.index(value[key], depth + 1);
    }
  }

  /** The node that a reference stands for. */
  resolve(value: unknown): unknown {
    if (!isNode(value) || Object.keys(value).length > 1) return value;
    const id = value['@id'];
    return (typeof id === 'string' ? this.byId.get(id) : undefined) ?? value;
  }

  /** The products in the order of the graph, each once; a group of variants is its variants. */
  products(): Node[] {
    const found: Node[] = [];
    const done = new Set<unknown>();
    let seen = 0;
    const visit = (given: unknown, depth: number): void => {
      if (depth > DEEPEST || seen++ > MOST_NODES) return;
      const value = this.resolve(given);
      if (Array.isArray(value)) {
        for (const one of value) visit(one, depth + 1);
        return;
      }
      if (!isNode(value) || done.has(value)) return;
      done.add(value);
      if (isProduct(value)) {
        const variants = listOf(value['hasVariant']).map((one) => this.resolve(one));
        const whole = variants.filter(isNode).filter((one) => Object.keys(one).some((key) => !key.startsWith('@') && key !== 'url'));
        for (const one of whole) done.add(one);
        if (whole.length === 0) found.push(value);
        for (const one of whole) found.push({ ...withoutVariants(value), ...one, '@group': value['name'] });
        return;
      }
      for (const key of Object.keys(value)) if (!OTHERS.has(key.toLowerCase())) visit(value[key], depth + 1);
    };
    for (const root of this.roots) visit(root, 0);
    return found;
  }

  /** A value as text: a name of what has one, the first of several. */
  text(given: unknown): string | null {
    const value = this.resolve(Array.isArray(given) ? given.find((one) => this.text(one) !== null) : given);
    if (typeof value === 'string') return value.trim() === '' ? null : value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (!isNode(value)) return null;
    for (const key of ['@value', 'name', 'value', 'contentUrl', 'url']) {
      const inner = value[key];
      if (typeof inner === 'string' && inner.trim() !== '') return inner;
      if (typeof inner === 'number') return String(inner);
    }
    return null;
  }

  /** The offers of a product, one for each seller; what is left of them beside. */
  offersOf(product: Node): { offers: Node[]; rest: Node[] } {
    const all: Node[] = [];
    const add = (given: unknown, above: Node, depth: number): void => {
      for (const one of listOf(given)) {
        const offer = this.resolve(one);
        if (!isNode(offer) || depth > 3 || all.length > 1000) continue;
        const { offers: inner, ...own } = { ...above, ...offer };
        const nested = listOf(offer['offers']);
        if (nested.length > 0) add(inner, own, depth + 1);
        else all.push(own);
      }
    };
    add(product['offers'], {}, 0);
    const bySeller = new Map<string, Node>();
    const rest: Node[] = [];
    for (const offer of all) {
      const seller = this.text(offer['seller'] ?? offer['offeredBy']) ?? '';
      if (bySeller.has(seller)) rest.push(offer);
      else bySeller.set(seller, offer);
    }
    return { offers: [...bySeller.values()], rest };
  }
}

const withoutVariants = ({ hasVariant: _, '@id': __, productGroupID: ___, variesBy: ____, ...rest }: Node): Node => rest;

const GTINS = ['gtin13', 'gtin14', 'gtin12', 'gtin8', 'gtin', 'ean'];
/** Read into fields, or structure only. */
const TAKEN = new Set(
  `@id @type @context @group name description brand manufacturer category image images url offers sku productid productionDate inlanguage
   additionalproperty isvariantof hasvariant mainentityofpage review reviews`
    .toLowerCase()
    .split(/\s+/),
);
const CLAIM = /专利|patent|商标|trade\s?mark/i;
const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/i;
const LONGEST = 4000;

const plain = (text: string): string => text.replace(/^https?:\/\/schema\.org\//, '');

/** Cells of each offer of a product. */
export const cellsOf = (graph: Graph, product: Node, at: PagePlace): ProductCells[] => {
  const { offers, rest } = graph.offersOf(product);
  const several = offers.length > 1;
  return (offers.length === 0 ? [{} as Node] : offers).map((offer) => oneOffer(graph, product, offer, at, several, rest));
};

const oneOffer = (graph: Graph, product: Node, offer: Node, at: PagePlace, several: boolean, rest: Node[]): ProductCells => {
  const given: ProductCells['given'] = {};
  const extra: Record<string, string> = {};
  const set = (field: OfferField, value: string | null): void => {
    if (value !== null && value.trim() !== '') given[field] = value;
  };
  const first = (...values: unknown[]): string | null => values.map((value) => graph.text(value)).find((text) => text !== null) ?? null;
  const seller = graph.resolve(Array.isArray(offer['seller']) ? offer['seller'][0] : (offer['seller'] ?? offer['offeredBy']));
  const sellerName = first(seller);
  const id = first(
    several ? offer['sku'] : null,
    product['sku'],
    product['productID'],
    offer['sku'],
    ...GTINS.map((name) => product[name]),
    product['mpn'],
  );
  set('item_id', id !== null && several && graph.text(offer['sku']) === null && sellerName !== null ? `${id}/${sellerName}` : id);
  set('title', first(product['name'], product['@group']));
  set('brand', first(product['brand']));
  set('maker', first(product['manufacturer']));
  set(
    'category',
    listOf(product['category'])
      .map((one) => graph.text(one))
      .filter((one) => one !== null)
      .join(' / '),
  );
  const price = priceOf(graph, offer);
  set('price', price.amount);
  set('currency', price.currency);
  set('seller', sellerName);
  if (isNode(seller)) {
    for (const key of ['taxID', 'identifier', 'vatID', 'leiCode']) {
      const code = first(seller[key])?.trim() ?? '';
      if (given.seller_code === undefined && CODE.test(code)) given.seller_code = code;
    }
  }
  const url = absolute(first(offer['url'], product['url']) ?? at.page, at.base);
  set('url', url);
  set('platform', hostOf(url ?? at.base));
  set('made_on', first(product['productionDate']));
  set('language', first(product['inLanguage']));
  const lines = attributesOf(graph, product, extra);
  set('description', [first(product['description']), ...lines].filter((text) => text !== null).join('\n'));
  addExtra(graph, product, offer, extra);
  if (rest.length > 0) extra['offers'] = JSON.stringify(rest).slice(0, LONGEST).toWellFormed();
  return { given, images: imagesOf(graph, product, at.images), extra };
};

const priceOf = (graph: Graph, offer: Node): { amount: string | null; currency: string | null } => {
  const specifications = listOf(offer['priceSpecification'])
    .map((one) => graph.resolve(one))
    .filter(isNode);
  for (const one of [offer, ...specifications]) {
    const amount = graph.text(one['price']) ?? graph.text(one['lowPrice']) ?? graph.text(one['minPrice']);
    if (amount !== null) return { amount, currency: graph.text(one['priceCurrency']) ?? graph.text(offer['priceCurrency']) };
  }
  return { amount: null, currency: graph.text(offer['priceCurrency']) };
};

/** A browser that saves a page puts its pictures into a folder beside it: there they are, and no longer where the page was. */
const SAVED = /^(?:\.\/)?[^/?#]+_files\//;

const imagesOf = (graph: Graph, product: Node, base: string | null): string[] => {
  const images = new Set<string>();
  for (const given of [...listOf(product['image']), ...listOf(product['images'])]) {
    const one = graph.resolve(given);
    const text =
      typeof one === 'string' ? one : isNode(one) ? (graph.text(one['contentUrl']) ?? graph.text(one['url']) ?? graph.text(one['@id'])) : null;
    if (text === null || text.trim() === '' || images.size >= 100) continue;
    const path = text.trim();
    images.add(SAVED.test(path) ? path : (absolute(path, base) ?? path));
  }
  return [...images];
};

/** Attributes go to `extra`; those that speak of a patent or a mark are words of the page too. */
const attributesOf = (graph: Graph, product: Node, extra: Record<string, string>): string[] => {
  const lines: string[] = [];
  for (const given of listOf(product['additionalProperty'])) {
    const one = graph.resolve(given);
    if (!isNode(one)) continue;
    const name = graph.text(one['name']) ?? graph.text(one['propertyID']);
    const value = listOf(one['value'])
      .map((inner) => graph.text(inner))
      .filter((inner) => inner !== null)
      .join('; ');
    if (name === null || value === '') continue;
    put(extra, name, value);
    if (CLAIM.test(name)) lines.push(`${name}：${value}`);
  }
  return lines;
};

const addExtra = (graph: Graph, product: Node, offer: Node, extra: Record<string, string>): void => {
  for (const key of Object.keys(product)) {
    if (TAKEN.has(key.toLowerCase()) || key.startsWith('@')) continue;
    put(extra, key, shortText(graph, product[key]));
  }
  for (const key of ['availability', 'itemCondition', 'validFrom', 'priceValidUntil', 'highPrice', 'offerCount', 'areaServed']) {
    put(extra, key, shortText(graph, offer[key]));
  }
};

const shortText = (graph: Graph, value: unknown): string => {
  if (value === undefined || value === null) return '';
  const all = listOf(value);
  const simple = all.every((one) => !isNode(graph.resolve(one)) && !Array.isArray(one));
  return (simple ? all.map((one) => plain(String(one))).join('; ') : (graph.text(value) ?? JSON.stringify(value))).slice(0, LONGEST).toWellFormed();
};

const put = (extra: Record<string, string>, name: string, value: string): void => {
  if (value.trim() !== '' && !Object.hasOwn(extra, name))
    Object.defineProperty(extra, name, { value, enumerable: true, configurable: true, writable: true });
};

/** An address by the page that it stands on; one that is none stays as it is written. */
const absolute = (url: string | null, base: string | null): string | null => {
  if (url === null || url.length > 4000) return null;
  const trimmed = url.trim();
  return /^[a-z][a-z\d+.-]*:/i.test(trimmed) || base === null || !URL.canParse(trimmed, base) ? trimmed : new URL(trimmed, base).href;
};

const hostOf = (url: string | null): string | null => {
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^(?:www|m)\./, '') || null;
};
