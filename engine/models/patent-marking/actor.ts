// Who acts, and by what leave: owner, licensee, reseller of genuine goods, stranger (domain.md 2.4 rows 19-22).
import type { Day, Offer, Right, Role } from '@zhijian/contract';
import { isHolder, legalName, type LicenceVerdict, weighEarlier, weighLicences } from '../../rights/index.ts';

/** A brand of one letter is in every shop's name. */
const SHORTEST_BRAND = 2;

const holds = (name: string | null, brand: string | null): boolean =>
  brand !== null && name !== null && brand.length >= SHORTEST_BRAND && name.includes(brand);

/** The trader's own brand stands on the goods: it is in the shop's or seller's name. */
export const ownBrand = (offer: Offer): boolean => {
  const brand = legalName(offer.brand);
  return holds(legalName(offer.shop), brand) || holds(legalName(offer.seller), brand);
};

/** Maker where the trader is the maker or puts an own brand on the goods; seller otherwise. */
export const roleOf = (offer: Offer): Role => {
  const maker = legalName(offer.maker);
  return (maker !== null && maker === legalName(offer.seller)) || ownBrand(offer) ? 'maker' : 'seller';
};

export interface Actor {
  role: Role;
  /** The trader is the owner: equal code or exact legal name. */
  owner: boolean;
  /** The goods come from the owner or a licensee: this name says so. */
  genuine: string | null;
  /** The trader's own licence. */
  licence: LicenceVerdict;
  /** A maker or an own brand that is neither the owner's nor a licensee's. */
  stranger: 'maker' | 'brand' | null;
}

const NO_LICENCE: LicenceVerdict = { result: 'not_licensed', licence: null, held: null, reason: null };

/**
 * Weighs the trader against one right on the day of the act.
 * @param earlier the act is of an unknown day up to `day`: goods marked when nobody knows.
 */
export const actorOf = (offer: Offer, right: Right, day: Day, earlier = false): Actor => {
  const weigh = earlier ? weighEarlier : weighLicences;
  const { market, seller, seller_code, shop, platform } = offer;
  const use = { day, market, classes: null };
  const owner = isHolder(right, seller, seller_code);
  const ownerName = legalName(right.owner);
  const maker = legalName(offer.maker);
  const brand = legalName(offer.brand);
  const sellerMakes = maker !== null && maker === legalName(seller);
  // The maker's licence is not the seller's: a licensed maker makes the goods genuine, a licensed seller may mark.
  const licence = weigh(right, { ...use, seller, seller_code, shop, platform, maker: null });
  const makers =
    maker === null ? NO_LICENCE : weigh(right, { ...use, seller: offer.maker, seller_code: null, shop: null, platform: null, maker: offer.maker });
  const brandLicensed = right.licences.some(
    ({ licensee, licensee_code }) =>
      holds(legalName(licensee), brand) &&
      weighLicences(right, { ...use, seller: licensee, seller_code: licensee_code, shop: null, platform: null, maker: null }).result === 'licensed',
  );
  const genuineMaker = !sellerMakes && maker !== null && (maker === ownerName || makers.result === 'licensed');
  const genuineBrand = holds(ownerName, brand) || (brandLicensed && !ownBrand(offer));
  const foreignBrand = ownBrand(offer) && !holds(ownerName, brand);
  return {
    role: owner ? 'patentee' : licence.result === 'licensed' ? 'licensee' : roleOf(offer),
    owner,
    genuine: owner || sellerMakes ? null : genuineMaker ? offer.maker : genuineBrand && !foreignBrand ? offer.brand : null,
    licence: licence.result === 'not_licensed' && makers.result === 'unclear' ? makers : licence,
    // Where the register names no owner, nobody can be told from the owner.
    stranger:
      owner || ownerName === null
        ? null
        : maker !== null && maker !== ownerName && makers.result !== 'licensed'
          ? 'maker'
          : foreignBrand
            ? 'brand'
            : null,
  };
};
