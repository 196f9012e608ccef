// How a line names an offer, with what its file said beyond the fields of an offer.
import type { Offer, OfferRef } from '@zhijian/contract';

/** A crawler's column may hold a whole page; a line about the offer needs no more of it than tells it apart. */
const LONGEST = 200;

/** The offer as a line names it: `extra` by heading in order of the headings, and only where the file said more than the fields take. */
export function offerRef({ platform, item_id, url, title, extra }: Offer): OfferRef {
  const names = Object.keys(extra).sort();
  const ref: OfferRef = { platform, item_id, url, title };
  // fromEntries makes an own property even of a heading named __proto__.
  if (names.length > 0) ref.extra = Object.fromEntries(names.map((name) => [begun(name), begun(extra[name]!)]));
  return ref;
}

const begun = (text: string): string => {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST)}…`;
};

/**
 * Offers by platform and item, each once: one that was captured again is the same offer, and of a fact that differed each value stays, one
 * a line. Order-free.
 */
export function mergeOffers(refs: readonly OfferRef[]): OfferRef[] {
  const same = Map.groupBy(refs, ({ platform, item_id, url, title }) => JSON.stringify({ platform, item_id, url, title }));
  return [...same]
    .sort(([aText, [a]], [bText, [b]]) => compare(a!.platform ?? '', b!.platform ?? '') || compare(a!.item_id, b!.item_id) || compare(aText, bText))
    .map(([, all]) => mergeExtra(all));
}

const mergeExtra = (refs: readonly OfferRef[]): OfferRef => {
  const first = refs[0]!;
  if (refs.length === 1) return first;
  const values = new Map<string, Set<string>>();
  for (const { extra = {} } of refs) for (const [name, value] of Object.entries(extra)) values.set(name, (values.get(name) ?? new Set()).add(value));
  const { platform, item_id, url, title } = first;
  const ref: OfferRef = { platform, item_id, url, title };
  if (values.size > 0) ref.extra = Object.fromEntries([...values.keys()].sort().map((name) => [name, [...values.get(name)!].sort().join('\n')]));
  return ref;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
