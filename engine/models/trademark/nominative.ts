// N4 of domain.md 3.4, nominative use: the name tells what the goods are for. Weighed for the places where the sign stands.
import { type Defence, type Feature, type Label, type Offer, type TextField, say, TRADEMARK_SENTENCE as S } from '@zhijian/contract';
import type { Goods, GoodsTerm } from '../../text/goods.ts';
import { type compareGoods, goodsOf } from '../../text/goods.ts';
import { isNoBrand, originAnywhere, originClaim, purposePhrase } from './context.ts';
import type { SignUse } from './find-signs.ts';
import { legalName } from '../../rights/trader.ts';

export interface UseContext {
  offer: Offer;
  goods: Goods;
  relation: ReturnType<typeof compareGoods>;
  /** Every sign found in the offer, of any right. */
  all: readonly SignUse[];
}

export interface Nominative {
  applies: boolean;
  reason: Label;
  defence: Defence;
  features: Feature[];
  origin: { span: [number, number]; text: string; field: TextField } | null;
}

/** The offer's own brand, where it is not the mark: the brand field, or another owner's mark that leads the title. */
export function otherBrand(use: SignUse, context: UseContext): string | null {
  const { offer, all } = context;
  if (!isNoBrand(offer.brand)) {
    const brand = legalName(offer.brand) ?? '';
    const sameRight = all.some((other) => other.field === 'brand' && other.rightId === use.rightId);
    const owner = legalName(use.right.owner) ?? '';
    // "apple" is no other brand beside IPHONE of Apple Inc.
    if (sameRight || (brand.length >= 2 && owner.includes(brand))) return null;
    return offer.brand;
  }
  const lead = all.find(
    (other) => other.field === 'title' && other.s === 0 && other.identical && other.right.owner !== use.right.owner && other.rightId !== use.rightId,
  );
  return lead && !(use.field === 'title' && use.s < lead.e) ? lead.text : null;
}

/** Device classes whose goods take accessories: a register row that lists no goods may be of such a device. */
const HOST_CLASSES = new Set([7, 8, 9, 10, 11, 12, 14, 15, 28]);
/** The mark itself on a badge or sticker is the mark, not a word for what it fits. */
const BEARS_THE_MARK = /标|贴|logo|badge|emblem|sticker|decal/i;

/** The thing sold, if it is an accessory of what the mark names. `bound`: a purpose phrase governs the name. */
function accessoryOf(use: SignUse, context: UseContext, bound: boolean): GoodsTerm | null {
  const { main } = context.goods;
  if (main === null || BEARS_THE_MARK.test(main.text)) return null;
  if (main.role === 'thing') return fittingOf(use, main, context);
  const { right } = use;
  if (right.goods.length === 0) return right.classes.length === 0 || right.classes.some((nice) => HOST_CLASSES.has(nice)) || bound ? main : null;
  // The mark is registered for that very accessory: then it names the goods, not their host. A like accessory too, unless the purpose is said.
  if (context.relation.by === 'item' || (context.relation.by === 'group' && !bound)) return null;
  const hosts = new Set(right.goods.flatMap((goods) => goodsOf({ title: goods, category: null }).terms.flatMap((term) => term.kinds)));
  return main.hosts.some((host) => hosts.has(host)) ? main : null;
}

/** A model follows the name (iphone 4, Mate 60): it names a device. 汉堡王手机壳 is merchandise as likely as a fitting. */
const namesDevice = (use: SignUse): boolean =>
  /^[\s-]*(?:\d|(?:pro|plus|max|mini|air|ultra|note|mate|se|x[sr]?|s)(?![a-z]))/i.test(use.units.raw.slice(use.span[1]));

/** "boom box with iphone dock": the device is named by a fitting of goods that are themselves no such device. */
const fittingOf = (use: SignUse, main: GoodsTerm, { goods }: UseContext): GoodsTerm | null =>
  goods.terms.find(
    (term) =>
      term.field === use.field &&
      term.role === 'dependent' &&
      !main.hosts.includes(term.hosts[0] ?? '') &&
      term.span[0] >= use.span[1] &&
      /^[\s\d-]*(?:[a-z0-9]{1,3}\s)?$/i.test(use.units.raw.slice(use.span[1], term.span[0])),
  ) ?? null;

/** One place of the name, looked at alone. */
interface Sense {
  use: SignUse;
  phrase: [number, number] | null;
  accessory: GoodsTerm | null;
  origin: { span: [number, number]; text: string } | null;
  applies: boolean;
}

function senseOf(use: SignUse, context: UseContext, brand: string | null): Sense {
  const { raw } = use.units;
  const others = context.all
    .filter((other) => other.field === use.field && other.rightId !== use.rightId && other.identical)
    .map((other) => other.span);
  const phrase = use.field === 'marking' ? null : purposePhrase(raw, use.span, others);
  const accessory = accessoryOf(use, context, phrase !== null);
  // Without a brand of its own, a claim of origin anywhere in the text speaks of the name (iPhone 充电线 原装正品); with one, only beside it.
  const claimed = originClaim(raw, use.span) ?? (brand === null && phrase === null ? originAnywhere(raw) : null);
  const origin = claimed ? { span: claimed, text: raw.slice(...claimed) } : null;
  // Real accessory titles seldom say "for": the accessory noun itself tells the purpose (iphone 4 case). Only of things that are useless
  // without a host, beside a brand of their own or a model of the host; headphones and speakers are goods of their own.
  const byNoun = accessory !== null && accessory.role === 'dependent' && use.field === 'title' && (brand !== null || namesDevice(use));
  const byPhrase = phrase !== null && (brand !== null || accessory !== null);
  return { use, phrase, accessory, origin, applies: origin === null && (byNoun || byPhrase) };
}

const WEIGHED_PLACES = 6;

/** N4 holds only where every place of the name tells a purpose: 适用于鲸屿 鲸屿正品耳机 says both, and the second counts. `uses`: the right's, in this offer. */
export function weighNominative(telling: SignUse, uses: readonly SignUse[], context: UseContext): Nominative {
  const brand = otherBrand(telling, context);
  const senses = [telling, ...uses.filter((use) => use !== telling && use.field !== 'shop' && use.identical)]
    .slice(0, WEIGHED_PLACES)
    .map((use) => senseOf(use, context, brand));
  const asBrand = telling.field === 'brand' || telling.field === 'shop' || uses.some((use) => use.field === 'brand' && use.whole);
  const first = senses[0]!;
  const against = senses.find((sense) => !sense.applies) ?? first;
  const { use, phrase, accessory, origin } = asBrand || !first.applies ? first : against;
  const { raw } = use.units;
  const features: Feature[] = [];
  if (phrase) features.push({ name: 'purpose_phrase', value: true, weight: 0, field: use.field, span: phrase, text: raw.slice(...phrase) });
  if (brand) {
    const inField = context.offer.brand === brand;
    features.push({
      name: 'other_brand',
      value: brand,
      weight: 0,
      field: inField ? 'brand' : 'title',
      span: inField ? [0, brand.length] : null,
      text: brand,
    });
  }
  if (accessory && (phrase || accessory.role === 'dependent'))
    features.push({ name: 'accessory', value: accessory.term, weight: 0, field: accessory.field, span: accessory.span, text: accessory.text });

  const result = (applies: boolean, reason: Label): Nominative => ({
    applies,
    reason,
    features,
    origin: origin === null ? null : { ...origin, field: use.field },
    defence: { code: 'N4', result: applies ? 'applies' : 'fails', reason },
  });
  const fails = (why: Label) => result(false, say(S.defence_nominative_fails, { why }));
  if (asBrand) return fails(S.why_brand_field);
  if (origin) return fails(say(S.why_origin_claim, { text: use.text, claim: origin.text }));
  if (!senses.every((sense) => sense.applies)) return fails(phrase ? S.why_no_brand : say(S.why_not_bound, { text: use.text }));
  const why = brand ? say(S.why_other_brand, { brand }) : say(S.why_accessory, { term: accessory!.text });
  if (phrase) {
    const said = raw.slice(Math.min(phrase[0], use.span[0]), Math.max(phrase[1], use.span[1]));
    return result(true, say(S.screened_nominative_phrase, { text: use.text, phrase: said, why }));
  }
  return result(true, say(S.screened_nominative_accessory, { text: use.text, term: accessory!.text, why }));
}
