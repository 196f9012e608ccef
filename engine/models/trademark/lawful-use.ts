// Lawful uses that text can show (domain.md 3.4): N4 nominative, N1 descriptive. Weighed for one place where the sign stands.
import { type Defence, type Feature, type Label, type Offer, say, TRADEMARK_SENTENCE as S } from '@zhijian/contract';
import type { Goods, GoodsTerm } from '../../text/goods.ts';
import { type compareGoods, goodsOf } from '../../text/goods.ts';
import { describes, isNoBrand, leads, meaningOf, originClaim, purposePhrase } from './context.ts';
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
  origin: { span: [number, number]; text: string } | null;
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

/** The thing sold, if it is an accessory of what the mark names. */
function accessoryOf(use: SignUse, context: UseContext): GoodsTerm | null {
  const { main } = context.goods;
  if (main === null) return null;
  if (main.role === 'thing') return fittingOf(use, main, context);
  const { right } = use;
  // The mark is registered for that very accessory: then it names the goods, not their host.
  if (right.goods.length > 0) {
    if (context.relation.by === 'item' || context.relation.by === 'group') return null;
    const hosts = new Set(
      right.goods.flatMap((goods) => goodsOf({ title: goods, category: null }).terms.flatMap((term) => (term.role === 'thing' ? term.hosts : []))),
    );
    return main.hosts.some((host) => hosts.has(host)) ? main : null;
  }
  return right.classes.length === 0 || right.classes.some((nice) => HOST_CLASSES.has(nice)) ? main : null;
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

export function weighNominative(use: SignUse, context: UseContext): Nominative {
  const { raw } = use.units;
  const others = context.all
    .filter((other) => other.field === use.field && other.rightId !== use.rightId && other.identical)
    .map((other) => other.span);
  const phrase = purposePhrase(raw, use.span, others);
  const brand = otherBrand(use, context);
  const accessory = accessoryOf(use, context);
  const claimed = originClaim(raw, use.span);
  const origin = claimed ? { span: claimed, text: raw.slice(...claimed) } : null;
  const asBrand =
    use.field === 'brand' ||
    use.field === 'shop' ||
    context.all.some((other) => other.rightId === use.rightId && other.field === 'brand' && other.whole);
  const features: Feature[] = [];
  if (phrase) features.push({ name: 'purpose_phrase', value: true, weight: 0, field: use.field, span: phrase, text: raw.slice(...phrase) });
  if (brand)
    features.push({
      name: 'other_brand',
      value: brand,
      weight: 0,
      field: context.offer.brand === brand ? 'brand' : 'title',
      span: context.offer.brand === brand ? [0, brand.length] : null,
      text: brand,
    });
  if (accessory)
    features.push({ name: 'accessory', value: accessory.term, weight: 0, field: accessory.field, span: accessory.span, text: accessory.text });

  const result = (applies: boolean, reason: Label): Nominative => ({
    applies,
    reason,
    features,
    origin,
    defence: { code: 'N4', result: applies ? 'applies' : 'fails', reason },
  });
  const fails = (why: Label) => result(false, say(S.defence_nominative_fails, { why }));
  const why = brand ? say(S.why_other_brand, { brand }) : accessory ? say(S.why_accessory, { term: accessory.text }) : null;
  if (asBrand) return fails(S.why_brand_field);
  if (origin) return fails(say(S.why_origin_claim, { text: use.text, claim: origin.text }));
  if (phrase && why)
    return result(
      true,
      say(S.screened_nominative_phrase, {
        text: use.text,
        phrase: raw.slice(Math.min(phrase[0], use.span[0]), Math.max(phrase[1], use.span[1])),
        why,
      }),
    );
  // Real accessory titles seldom say "for": the accessory noun itself tells the purpose (iphone 4 case). A thing that works alone (headphones) needs a brand of its own.
  if (accessory && (brand || (accessory.role === 'dependent' && namesDevice(use))) && why)
    return result(true, say(S.screened_nominative_accessory, { text: use.text, term: accessory.text, why }));
  return fails(phrase ? S.why_no_brand : say(S.why_not_bound, { text: use.text }));
}

/**
 * N1 for a mark that is an ordinary word. `mark`: it stands where a brand stands, for goods that the word does not describe.
 * `descriptive`: it says something of the goods. `ordinary`: just a word in the text.
 */
export function ordinaryWord(use: SignUse, context: UseContext): 'mark' | 'descriptive' | 'ordinary' {
  if (use.field === 'brand' && use.whole) return 'mark';
  const { raw } = use.units;
  const close = context.relation.relation === 'same' || context.relation.relation === 'similar';
  if (/[\u4e00-\u9fff]/.test(use.text) && describes(raw, use.span)) return close ? 'descriptive' : 'ordinary';
  const meaning = meaningOf(use.text) ?? goodsOf({ title: use.text, category: null }).classes;
  if (meaning.some((nice) => context.goods.classes.some((other) => kin(nice, other)))) return close ? 'descriptive' : 'ordinary';
  if (!close) return 'ordinary';
  const { main } = context.goods;
  const before = main !== null && main.field === 'title' && use.field === 'title' && main.span[0] >= use.span[1] && main.span[0] - use.span[1] <= 2;
  return leads(use.units, use.s, use.e) || before ? 'mark' : 'ordinary';
}

/** Food and drink describe each other: an apple is an ingredient of vinegar, juice and cake. */
const FOOD = new Set([5, 29, 30, 31, 32, 33]);
const kin = (a: number, b: number): boolean => a === b || (FOOD.has(a) && FOOD.has(b));
