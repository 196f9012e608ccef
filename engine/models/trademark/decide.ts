// The decision table of domain.md 3.6 for one right and one offer. Row numbers are names; the order is that of the questions a lawyer asks:
// where and when, who, by what leave, in what sense, for which goods, how near.
import {
  type Act, type DefenceCode, type Defence, type Feature, type HeldCode, type Label, type Match, type Output, type Role, say, type Strength, TEXT_FIELD,
  TRADEMARK_SENTENCE as S, type Right, VARIANT, GOODS_RELATION, type Day, type Offer,
} from '@zhijian/contract';
import { lawFor } from '../../law/index.ts';
import { weighLicences } from '../../rights/licences.ts';
import { statusOn } from '../../rights/status.ts';
import { isHolder, legalName } from '../../rights/trader.ts';
import { compareGoods, type Goods } from '../../text/goods.ts';
import { leads } from './context.ts';
import type { SignUse } from './find-signs.ts';
import { ordinaryWord, otherBrand, type UseContext, weighNominative } from './lawful-use.ts';
import { clueScore, nearness, NEAR_HIGH, NEAR_LOW } from './score.ts';

export interface Decision {
  match: Match;
  screened_by: { code: DefenceCode; reason: Label } | null;
  held_for: { code: HeldCode; reason: Label } | null;
}

const LOWER: Record<Strength, Strength> = { strong: 'medium', medium: 'weak', weak: 'weak' };
const MOST_PLACES = 8;

/**
 * Decides one right against one offer. `uses`: every place of this right's sign in the offer, best first; `all`: of any right.
 * Null where nothing is to be said: the right was not in force (row 15), dissimilar goods (row 8), an accidental word.
 */
export function decide(right: Right, uses: readonly SignUse[], all: readonly SignUse[], offer: Offer, goods: Goods, judgedOn: Day): Decision | null {
  const day = offer.captured_at ?? judgedOn;
  if (!inTerritory(right.office, offer.market)) return null;
  const status = statusOn(right, day, judgedOn);
  const inForce = status.state === 'in_force' || status.state === 'unknown';
  if (!inForce && status.state !== 'disputed') return null;

  const relation = compareGoods(right, goods);
  const context: UseContext = { offer, goods, relation, all };
  const standing = uses.filter((use) => !use.common || !use.identical || ordinaryWord(use, context) === 'mark');
  const use = standing[0] ?? uses[0]!;
  const mark = use.identical && !use.part ? 1 : use.part ? Math.max(NEAR_HIGH, 0.85) : use.likeness.edits === 0 && use.likeness.shape >= 0.97 ? 0.98 : nearness(use.likeness);
  const role: Role = offer.maker !== null && legalName(offer.maker) === legalName(offer.seller) ? 'maker' : 'seller';
  const nominative = weighNominative(use, context);
  const place = placeValue(use);
  const inputs = { mark, goods: relation.relation === 'unknown' ? 0.5 : relation.value, place, distinctive: use.common ? 0 : 1, origin_claim: nominative.origin ? 1 : 0 };
  const { score, weights } = clueScore(inputs);

  const classes = right.classes.length > 0 ? say(S.class, { list: right.classes.join('、') }) : S.class_unknown;
  const facts = { place: TEXT_FIELD[use.field], text: use.text, mark: right.name ?? '', classes, variant: VARIANT[use.likeness.variant], owner: right.owner ?? '' };
  const sign = say(use.part ? S.sign_part : use.identical ? (use.likeness.variant === 'separator' ? S.sign_written : S.sign_same) : use.likeness.edits === 0 && mark >= 0.9 ? S.sign_written : S.sign_near, facts);
  const goodsSentence = goodsReason(relation, goods);

  const licence = weighLicences(right, {
    day, market: offer.market, classes: goods.classes, seller: offer.seller, seller_code: offer.seller_code, shop: offer.shop, platform: offer.platform, maker: offer.maker,
  });
  const holder = isHolder(right, offer.seller, offer.seller_code);
  const defences: Defence[] = [
    { code: 'own', result: holder ? 'applies' : 'fails', reason: holder ? say(S.screened_own, facts) : S.defence_own_fails },
    { code: 'licensed', result: licence.result === 'licensed' ? 'applies' : licence.result === 'unclear' ? 'open' : 'fails', reason: licence.reason ?? S.defence_licence_none },
    nominative.defence,
  ];
  const features = collectFeatures(uses, use, inputs, weights, relation, goods, nominative.features, nominative.origin);
  if (offer.captured_at === null) features.push({ name: 'place', value: 'day_assumed', weight: 0, field: null, span: null, text: say(S.day_assumed, { day }).zh });
  if (status.state === 'unknown') features.push({ name: 'status', value: 'unknown', weight: 0, field: null, span: null, text: S.status_assumed.zh });
  else if (status.reason === 'in_grace') features.push({ name: 'status', value: 'in_grace', weight: 0, field: null, span: null, text: S.in_grace.zh });

  const conclude = (row: string, output: Output, strength: Strength | null, act: Act | null, reason: Label): Match => ({
    item_id: offer.item_id, model: 'trademark', scope: use.field === 'marking' ? 'goods' : 'page', act, role, row, inner_row: null, output, strength,
    law: act === null ? null : lawFor(act, day, role), acted_on: offer.captured_at, score, reason, features,
    defences: output === 'lead' ? [...defences, { code: 'N5', result: 'open', reason: S.defence_resale_open }, { code: 'SH2', result: 'open', reason: S.defence_source_open }] : defences,
  });
  const screen = (row: string, code: DefenceCode, reason: Label): Decision => ({ match: conclude(row, 'screened', null, null, reason), screened_by: { code, reason }, held_for: null });
  const hold = (row: string, code: HeldCode, act: Act | null, reason: Label): Decision => ({ match: conclude(row, 'held', null, act, reason), screened_by: null, held_for: { code, reason } });
  const lead = (row: string, strength: Strength, act: Act, reason: Label): Decision => ({
    match: conclude(row, 'lead', relation.relation === 'unknown' ? LOWER[strength] : strength, act, reason), screened_by: null, held_for: null,
  });

  // Dissimilar goods end the matter unless fame is on record (row 7), which no input carries yet: row 8, nothing to say.
  if (relation.relation === 'other' && !nominative.applies) return null;
  if (mark < NEAR_LOW) return null;
  const identical = use.identical && !use.part;
  const act: Act = identical && relation.relation !== 'similar' ? 'T1' : 'T2';

  if (holder) return screen('1', 'own', say(S.screened_own, facts));
  if (licence.result === 'licensed') {
    const reason = say(S.screened_licensed, { ...facts, licence: licence.reason! });
    defences[1]!.reason = reason;
    return screen('1', 'licensed', reason);
  }
  // Sense before leave: what is no use as a mark needs no licence.
  if (standing.length === 0) return uses.some((one) => ordinaryWord(one, context) === 'descriptive') ? screen('10', 'N1', say(S.screened_descriptive, facts)) : null;
  if (nominative.applies) return screen('9', 'N4', nominative.reason);
  if (relation.relation === 'other') return null;
  if (licence.result === 'unclear') return hold('1', licence.held!, act, say(S.held_licence, { sign, licence: licence.reason! }));
  if (status.state === 'disputed') return hold('16', 'mark_in_dispute', act, say(S.held_dispute, facts));
  const own = all.find((other) => other.identical && other.rightId !== use.rightId && other.field === use.field && other.s <= use.s && other.e >= use.e && isHolder(other.right, offer.seller, offer.seller_code));
  if (own) return hold('13', 'own_registration', act, say(S.held_own_registration, { seller: offer.seller ?? '', own: own.right.name ?? '' }));

  const brand = otherBrand(use, context);
  const reason = licence.reason ? say(S.lead_licence_fails, { sign, goods: goodsSentence, licence: licence.reason }) : say(S.lead, { sign, goods: goodsSentence });
  if (use.field === 'shop' && brand !== null) return lead('11', 'weak', 'AUCL7', say(S.shop_only, { ...facts, goods: goodsSentence }));
  if (identical) {
    const row = relation.relation === 'similar' ? '3' : '2';
    const strength: Strength = row === '3' ? 'medium' : 'strong';
    // An ordinary word, a shop name, a mention deep in the description: a clue, but a step weaker.
    const step = use.common || use.field === 'shop' || use.field === 'description' ? LOWER[strength] : strength;
    return lead(row, step, act, reason);
  }
  const bridged = use.part || use.likeness.variant === 'look_alike' || use.likeness.variant === 'homophone' || use.likeness.variant === 'traditional';
  const asBrand = use.field === 'brand' || leads(use.units, use.s, use.e);
  if (use.likeness.first === 0 && !bridged) return use.field === 'brand' && relation.relation === 'same' ? screen('6', 'meaning_differs', say(S.screened_meaning, facts)) : null;
  if (mark >= NEAR_HIGH) {
    // In running text a near sign needs known goods: a chance spelling beside unknown goods says too little.
    if (relation.relation === 'unknown' && !asBrand) return null;
    return lead('4', asBrand || bridged ? 'medium' : 'weak', 'T2', reason);
  }
  return use.field === 'brand' && use.whole && relation.relation === 'same' ? hold('5', 'near_meaning', 'T2', say(S.held_near, facts)) : null;
}

/** A mark registered in China says nothing of an offer to another country. International registrations are read as covering the market. */
const inTerritory = (office: string, market: string): boolean => {
  const place = /^\d+$/.test(market) ? 'CN' : market.toUpperCase();
  return office === place || office === 'WO' || office === 'IB' || (office === 'EM' && EU.has(place));
};
const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

const placeValue = (use: SignUse): number => {
  if (use.field === 'brand') return use.whole ? 1 : 0.9;
  if (use.field === 'marking') return 0.9;
  if (use.field === 'title') return leads(use.units, use.s, use.e) ? 0.85 : 0.7;
  return use.field === 'shop' ? 0.5 : 0.4;
};

function goodsReason(relation: ReturnType<typeof compareGoods>, goods: Goods): Label {
  const term = goods.main?.text ?? '';
  const nice = relation.nice_class ?? goods.classes[0] ?? 0;
  if (relation.relation === 'unknown') return S.goods_unknown;
  const inner = say(relation.by === 'class' ? S.goods_by_class : S.goods_by_term, { term, nice });
  const sentence = relation.relation === 'same' ? S.goods_same : relation.relation === 'similar' ? S.goods_similar : S.goods_other;
  return say(sentence, { goods: inner });
}

function collectFeatures(
  uses: readonly SignUse[], best: SignUse, inputs: Record<'mark' | 'goods' | 'place' | 'distinctive' | 'origin_claim', number>, weights: Record<string, number>,
  relation: ReturnType<typeof compareGoods>, goods: Goods, extra: readonly Feature[], origin: { span: [number, number]; text: string } | null,
): Feature[] {
  const at = (use: SignUse) => ({ field: use.field, span: use.span, text: use.text });
  const nowhere = { field: null, span: null, text: null };
  const main = goods.main;
  return [
    { name: 'mark', value: inputs.mark, weight: weights.mark!, ...at(best) },
    { name: 'goods', value: inputs.goods, weight: weights.goods!, ...(main ? { field: main.field, span: main.span, text: main.text } : nowhere) },
    { name: 'place', value: inputs.place, weight: weights.place!, ...at(best) },
    { name: 'distinctive', value: inputs.distinctive, weight: weights.distinctive!, ...nowhere },
    { name: 'origin_claim', value: inputs.origin_claim, weight: weights.origin_claim!, ...(origin ? { field: best.field, span: origin.span, text: origin.text } : nowhere) },
    ...(best.identical ? [] : (['shape', 'sound', 'first'] as const).map((name): Feature => ({ name, value: Math.round(best.likeness[name] * 1000) / 1000, weight: 0, ...at(best) }))),
    ...uses.slice(0, MOST_PLACES).map((use): Feature => ({ name: 'sign', value: use.likeness.variant, weight: 0, ...at(use) })),
    { name: 'goods', value: relation.relation, weight: 0, ...nowhere, text: GOODS_RELATION[relation.relation].zh },
    ...extra,
  ];
}

/** Best use first: the identical sign, then the weightier field, then the nearer sign; ties by place in the text. */
export const byWeight = (a: SignUse, b: SignUse): number =>
  Number(b.identical && !b.part) - Number(a.identical && !a.part) || placeValue(b) - placeValue(a) || nearness(b.likeness) - nearness(a.likeness) || a.s - b.s || a.e - b.e;

