// The decision table of domain.md 3.6 for one right and one offer. Row numbers are names; the order is that of the questions a lawyer asks:
// where and when, who, by what leave, in what sense, for which goods, how near.
import {
  type Act,
  type Day,
  type Defence,
  type DefenceCode,
  type Feature,
  type HeldCode,
  type Label,
  type Match,
  type Offer,
  type Output,
  type Right,
  type Role,
  say,
  type Strength,
  TRADEMARK_SENTENCE as S,
} from '@zhijian/contract';
import { lawFor } from '../../law/index.ts';
import { weighLicences } from '../../rights/licences.ts';
import { type StatusOn, statusOn } from '../../rights/status.ts';
import { isHolder, legalName } from '../../rights/trader.ts';
import type { Goods } from '../../text/goods.ts';
import { type Assessment, assess } from './assess.ts';
import { leads } from './context.ts';
import { factsOf, featuresOf, goodsSentence, signSentence } from './describe.ts';
import type { SignUse } from './find-signs.ts';
import { otherBrand } from './lawful-use.ts';
import { clueScore, NEAR_HIGH, NEAR_LOW } from './score.ts';

export interface Decision {
  match: Match;
  screened_by: { code: DefenceCode; reason: Label } | null;
  held_for: { code: HeldCode; reason: Label } | null;
}

const LOWER: Record<Strength, Strength> = { strong: 'medium', medium: 'weak', weak: 'weak' };

/**
 * Decides one right against one offer. `uses`: every place of this right's sign in the offer; `all`: of any right.
 * Null where nothing is to be said: another country, the right not in force (row 15), dissimilar goods (row 8), an accidental word.
 */
export function decide(right: Right, uses: readonly SignUse[], all: readonly SignUse[], offer: Offer, goods: Goods, judgedOn: Day): Decision | null {
  const day = offer.captured_at ?? judgedOn;
  if (!inTerritory(right.office, offer.market)) return null;
  const status = statusOn(right, day, judgedOn);
  if (status.state !== 'in_force' && status.state !== 'unknown' && status.state !== 'disputed') return null;

  const assessment = assess(right, uses, all, offer, goods);
  const { use, nominative, context, inputs } = assessment;
  const { relation } = context;
  // Dissimilar goods end the matter unless fame is on record (row 7), which no input carries yet: row 8, nothing to say.
  if (relation.relation === 'other' && !nominative.applies) return null;

  const role: Role = offer.maker !== null && legalName(offer.maker) === legalName(offer.seller) ? 'maker' : 'seller';
  const licence = weighLicences(right, {
    day,
    market: offer.market,
    classes: goods.classes,
    seller: offer.seller,
    seller_code: offer.seller_code,
    shop: offer.shop,
    platform: offer.platform,
    maker: offer.maker,
  });
  const holder = isHolder(right, offer.seller, offer.seller_code);
  const facts = factsOf(right, use);
  const sign = signSentence(right, use);
  const say_goods = goodsSentence(relation, goods);
  const defences: Defence[] = [
    { code: 'own', result: holder ? 'applies' : 'fails', reason: holder ? say(S.screened_own, facts) : S.defence_own_fails },
    {
      code: 'licensed',
      result: licence.result === 'licensed' ? 'applies' : licence.result === 'unclear' ? 'open' : 'fails',
      reason: licence.reason ?? S.defence_licence_none,
    },
    nominative.defence,
  ];
  const { score, weights } = clueScore(inputs);
  const features = [...featuresOf(uses, assessment, weights), ...assumptions(offer, status, day)];
  const conclude = (row: string, output: Output, strength: Strength | null, act: Act | null, reason: Label): Match => ({
    item_id: offer.item_id,
    model: 'trademark',
    scope: use.field === 'marking' ? 'goods' : 'page',
    act,
    role,
    row,
    inner_row: null,
    output,
    strength,
    law: act === null ? null : lawFor(act, day, role),
    acted_on: offer.captured_at,
    score,
    reason,
    features,
    defences:
      output === 'lead'
        ? [...defences, { code: 'N5', result: 'open', reason: S.defence_resale_open }, { code: 'SH2', result: 'open', reason: S.defence_source_open }]
        : defences,
  });
  const screen = (row: string, code: DefenceCode, reason: Label): Decision => ({
    match: conclude(row, 'screened', null, null, reason),
    screened_by: { code, reason },
    held_for: null,
  });
  const hold = (row: string, code: HeldCode, reason: Label): Decision => ({
    match: conclude(row, 'held', null, act, reason),
    screened_by: null,
    held_for: { code, reason },
  });
  const lead = (row: string, strength: Strength, kind: Act, reason: Label): Decision => ({
    // Goods not known are taken as possibly the same, one step weaker.
    match: conclude(row, 'lead', relation.relation === 'unknown' ? LOWER[strength] : strength, kind, reason),
    screened_by: null,
    held_for: null,
  });
  const identical = use.identical && !use.part;
  const act: Act = identical && relation.relation !== 'similar' ? 'T1' : 'T2';

  if (holder) return screen('1', 'own', say(S.screened_own, facts));
  if (licence.result === 'licensed') return screen('1', 'licensed', say(S.screened_licensed, { ...facts, licence: licence.reason! }));
  // Sense before leave: what is no use as a mark needs no licence.
  if (nominative.applies) return screen('9', 'N4', nominative.reason);
  if (!assessment.asMark) return assessment.descriptive ? screen('10', 'N1', say(S.screened_descriptive, facts)) : null;
  if (licence.result === 'unclear') return hold('1', licence.held!, say(S.held_licence, { sign, licence: licence.reason! }));
  if (status.state === 'disputed') return hold('16', 'mark_in_dispute', say(S.held_dispute, facts));
  const own = ownRegistration(assessment, all, offer);
  if (own !== null) return hold('13', 'own_registration', say(S.held_own_registration, { seller: offer.seller ?? '', own }));

  const reason = licence.reason
    ? say(S.lead_licence_fails, { sign, goods: say_goods, licence: licence.reason })
    : say(S.lead, { sign, goods: say_goods });
  if (use.field === 'shop' && otherBrand(use, context) !== null) return lead('11', 'weak', 'AUCL7', say(S.shop_only, { ...facts, goods: say_goods }));
  if (identical) {
    const [row, strength]: [string, Strength] = relation.relation === 'similar' ? ['3', 'medium'] : ['2', 'strong'];
    // An ordinary word, a shop name, a mention deep in the description: a clue, but a step weaker.
    return lead(row, use.common || use.field === 'shop' || use.field === 'description' ? LOWER[strength] : strength, act, reason);
  }
  const bridged = use.part || use.likeness.variant === 'look_alike' || use.likeness.variant === 'homophone' || use.likeness.variant === 'traditional';
  const asBrand = use.field === 'brand' || leads(use.units, use.s, use.e);
  if (use.likeness.first === 0 && !bridged)
    return use.field === 'brand' && relation.relation === 'same' ? screen('6', 'meaning_differs', say(S.screened_meaning, facts)) : null;
  if (inputs.mark >= NEAR_HIGH) {
    // In running text a near sign needs known goods: a chance spelling beside unknown goods says too little.
    if (relation.relation === 'unknown' && !asBrand) return null;
    return lead('4', asBrand || bridged ? 'medium' : 'weak', 'T2', reason);
  }
  return inputs.mark >= NEAR_LOW && use.field === 'brand' && use.whole && relation.relation === 'same'
    ? hold('5', 'near_meaning', say(S.held_near, facts))
    : null;
}

/** A mark registered in China says nothing of an offer to another country. International registrations are read as covering the market. */
const inTerritory = (office: string, market: string): boolean => {
  const place = /^\d+$/.test(market) ? 'CN' : market.toUpperCase();
  return office === place || office === 'WO' || office === 'IB' || (office === 'EM' && EU.has(place));
};
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** The seller's own live registration of the sign as it is used, if the register has one. */
const ownRegistration = ({ use }: Assessment, all: readonly SignUse[], offer: Offer): string | null =>
  all.find(
    (one) =>
      one.identical &&
      one.rightId !== use.rightId &&
      one.field === use.field &&
      one.s <= use.s &&
      one.e >= use.e &&
      isHolder(one.right, offer.seller, offer.seller_code),
  )?.right.name ?? null;

/** What was taken for granted, said openly. */
const assumptions = (offer: Offer, status: StatusOn, day: Day): Feature[] => {
  const said = (name: string, value: string, text: Label): Feature => ({ name, value, weight: 0, field: null, span: null, text: text.zh });
  return [
    ...(offer.captured_at === null ? [said('act_date', 'assumed', say(S.day_assumed, { day }))] : []),
    ...(status.state === 'unknown' ? [said('status', 'assumed', S.status_assumed)] : []),
    ...(status.reason === 'in_grace' ? [said('status', 'in_grace', S.in_grace)] : []),
  ];
};
