// Who stands behind an offer. One trader, one key: a new offer of the same shop must never make a new lead,
// so the key takes the most lasting thing that is known: shop on its platform, else legal code, else name, else the item.
import type { Offer, Right, Trader } from '@zhijian/contract';

/** A legal name for comparison: width, case, spaces and brackets set aside; nothing else, since 某某贸易公司 and 某某公司 are two persons. */
export const legalName = (name: string | null): string | null => {
  if (name === null) return null;
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.,，。()[\]【】《》"'“”‘’]/g, '');
  return folded === '' ? null : folded;
};

export const traderOf = (offer: Offer): Trader => ({ platform: offer.platform, shop: offer.shop, seller: offer.seller, code: offer.seller_code });

/** The key that, with the right, makes the id of a lead. */
export const traderKey = (offer: Pick<Offer, 'platform' | 'shop' | 'seller' | 'seller_code' | 'item_id'>): string => {
  const platform = legalName(offer.platform) ?? '';
  const shop = legalName(offer.shop);
  if (shop !== null) return `shop\n${platform}\n${shop}`;
  if (offer.seller_code !== null) return `code\n${offer.seller_code.toUpperCase()}`;
  const seller = legalName(offer.seller);
  if (seller !== null) return `seller\n${platform}\n${seller}`;
  return `item\n${platform}\n${offer.item_id}`;
};

/** True when seller and right holder are the same person: equal code, or exact legal name. A shop's name proves nothing. */
export const isHolder = (right: Right, seller: string | null, sellerCode: string | null): boolean => {
  if (right.owner_code !== null && sellerCode !== null) return right.owner_code.toUpperCase() === sellerCode.toUpperCase();
  const owner = legalName(right.owner);
  return owner !== null && owner === legalName(seller);
};
