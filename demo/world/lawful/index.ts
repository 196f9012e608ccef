// The 2,352 ordinary offers. Every one is lawful by domain.md 2 and 3, or says nothing that a register could answer: none may become a lead.
import type { WorldOffer } from '../offer.ts';
import type { Random } from '../random.ts';
import { abroad, fitting, licensed, licensedSellersOther, marksNoMore, ordinaryWords, otherGoods } from './marks.ts';
import { markedByLicensee, markedByOwner, noClaim, notLoaded, resold } from './patents.ts';
import { ownBrand, unbranded } from './plain.ts';

const SHARES: readonly [count: number, make: (random: Random) => WorldOffer][] = [
  [200, fitting],
  [120, licensed],
  [150, licensedSellersOther],
  [120, ordinaryWords],
  [60, otherGoods],
  [60, marksNoMore],
  [30, abroad],
  [110, markedByOwner],
  [30, markedByLicensee],
  [50, resold],
  [60, notLoaded],
  [50, noClaim],
  [590, ownBrand],
  [722, unbranded],
];

export const lawfulOffers = (random: Random): WorldOffer[] => SHARES.flatMap(([count, make]) => Array.from({ length: count }, () => make(random)));
