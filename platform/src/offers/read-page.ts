// Pages and JSON-LD files -> offers.
import { type Offer, OFFER_SENTENCE } from '@zhijian/contract';
import { type Format, type Input, type OnRejected, ReadFault, readPage, SetAside } from '../readers/index.ts';
import { offerOf } from './offer.ts';
import { type PageProduct, readJsonLd, readProducts } from './page.ts';
import type { Unread } from './unread.ts';

/** A larger page is none that a person has saved. */
export const MOST_PAGE_BYTES = 16 << 20;
const HEAD = 16 << 10;

/** JSON that is one document of schema.org: its products stand in a graph, not in rows. */
export const isJsonLd = async (input: Input, format: Format): Promise<boolean> => {
  if ((format !== 'json' && format !== 'jsonl') || input.once || input.size === null || input.size > MOST_PAGE_BYTES) return false;
  const reader = await input.open();
  try {
    const head = Buffer.alloc(HEAD);
    let length = 0;
    for (let got = -1; got !== 0 && length < HEAD; length += got) got = await reader.read(head, length);
    return /"@(?:context|graph)"\s*:/.test(head.toString('latin1', 0, length));
  } finally {
    await reader.close();
  }
};

/**
 * The offers of a page with their lines; null where a file of JSON-LD is none after all, so that it can be read as rows. Scripts that cannot be
 * parsed, products without a name and a page without products go to `onRejected`.
 */
export const pageOffers = async (
  input: Input,
  format: Format,
  unread: Unread,
  onRejected: OnRejected,
): Promise<{ offer: Offer; line: number }[] | null> => {
  const file = input.name;
  try {
    const text = await readPage(input, MOST_PAGE_BYTES);
    if (format !== 'html') {
      const products = readJsonLd(text);
      return products === null || products.length === 0 ? null : await offersOf(products, file, unread, onRejected);
    }
    const { products, broken } = readProducts(text);
    for (const { line, given, allowed } of broken)
      await onRejected({ file, line, field: null, code: 'json', given: given.slice(0, 80).toWellFormed(), allowed });
    if (products.length === 0 && broken.length === 0) {
      await onRejected({
        file,
        line: 1,
        field: null,
        code: 'unsupported',
        given: text.trim().slice(0, 60).toWellFormed(),
        allowed: OFFER_SENTENCE.no_products,
      });
    }
    return await offersOf(products, file, unread, onRejected);
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    await onRejected({ file, line: 1, field: null, code: error.code, given: '', allowed: error.allowed });
    return [];
  }
};

const offersOf = async (
  products: readonly PageProduct[],
  file: string,
  unread: Unread,
  onRejected: OnRejected,
): Promise<{ offer: Offer; line: number }[]> => {
  const offers: { offer: Offer; line: number }[] = [];
  for (const { given, images, extra, line } of products) {
    try {
      if (given.title === undefined && given.description === undefined && given.brand === undefined) {
        throw new SetAside('title', 'required', '', OFFER_SENTENCE.title);
      }
      offers.push({ offer: { ...offerOf({ line, given, extra }, unread), images }, line });
    } catch (error) {
      if (!(error instanceof SetAside)) throw error;
      await onRejected(error.at(file, line));
    }
  }
  return offers;
};
