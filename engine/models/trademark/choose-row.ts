// The decision table of domain.md 3.6 for one right and one offer. Row numbers are names; the order is that of the questions a lawyer asks:
// who, in what sense, by what leave, for which goods, how near. Most offers that hold some word of a register end here with nothing to say,
// so nothing is written before a row is chosen.
import {
  type Act,
  type DefenceCode,
  type HeldCode,
  type Label,
  type Offer,
  type Right,
  RIGHT_DOUBT,
  type Strength,
  say,
  TRADEMARK_SENTENCE as S,
} from '@zhijian/contract';
import type { LicenceVerdict } from '../../rights/licences.ts';
import type { StatusOn } from '../../rights/status.ts';
import { isHolder } from '../../rights/trader.ts';
import type { Assessment } from './assess.ts';
import { leads, purposePhrase } from './context.ts';
import { factsOf, goodsSentence, signSentence } from './describe.ts';
import type { SignUse } from './find-signs.ts';
import { type Nominative, otherBrand } from './nominative.ts';
import { NEAR_HIGH, NEAR_LOW } from './score.ts';

export type Row =
  | { row: string; output: 'lead'; strength: Strength; act: Act; reason: Label }
  | { row: string; output: 'screened'; code: DefenceCode; reason: Label }
  | { row: string; output: 'held'; code: HeldCode; act: Act; reason: Label };

export interface Circumstances {
  right: Right;
  offer: Offer;
  status: StatusOn;
  holder: boolean;
  licence: LicenceVerdict;
  all: readonly SignUse[];
}

const LOWER: Record<Strength, Strength> = { strong: 'medium', medium: 'weak', weak: 'weak' };
/** A plain change of one character in running text tells nothing in a shorter name: intel is no ENTEL, 还想 no 海先. */
const LONG_ENOUGH = { latin: 6, han: 3 } as const;

/**
 * Whether the sign can say anything at all, by what is cheap to see. `false` where a purpose phrase could still make it worth showing
 * would hide a lawful use, so ordinary words are asked for one.
 */
export function worthWeighing({ use, asMark, context, descriptive }: Assessment): boolean {
  const { relation } = context.relation;
  if (!use.identical) {
    if (relation === 'other') return false;
    return standsAsBrand(use) || (relation !== 'unknown' && tellsInText(use));
  }
  if (asMark && relation !== 'other') return true;
  if (descriptive) return true;
  return use.common ? purposePhrase(use.units.raw, use.span, []) !== null : true;
}

const standsAsBrand = (use: SignUse): boolean => use.field === 'brand' || leads(use.units, use.s, use.e);

/** Look, sound or script bridges the change; such a spelling is made, not met. */
const isBridged = ({ part, likeness }: SignUse): boolean =>
  part || likeness.variant === 'look_alike' || likeness.variant === 'homophone' || likeness.variant === 'traditional';

const tellsInText = (use: SignUse): boolean => {
  const han = /[\u4e00-\u9fff]/.test(use.text);
  if (use.part || use.likeness.variant === 'traditional' || use.likeness.edits === 0) return true;
  return use.likeness.length >= (han ? LONG_ENOUGH.han : LONG_ENOUGH.latin);
};

/** The row that applies, or null where there is nothing to say (rows 8 and 15 are decided before). */
export function chooseRow(assessment: Assessment, nominative: Nominative, circumstances: Circumstances): Row | null {
  const { use, context, mark } = assessment;
  const { right, offer, status, holder, licence } = circumstances;
  const { relation } = context.relation;
  const facts = () => factsOf(right, use);
  const identical = use.identical && !use.part;
  const act: Act = identical && relation !== 'similar' ? 'T1' : 'T2';
  const lead = (row: string, strength: Strength, kind: Act, reason: Label): Row => ({
    // Goods not known are taken as possibly the same, one step weaker.
    row,
    output: 'lead',
    strength: relation === 'unknown' ? LOWER[strength] : strength,
    act: kind,
    reason,
  });
  const screen = (row: string, code: DefenceCode, reason: Label): Row => ({ row, output: 'screened', code, reason });
  const hold = (row: string, code: HeldCode, reason: Label): Row => ({ row, output: 'held', code, act, reason });

  // Dissimilar goods end the matter unless fame is on record (row 7), which no input carries yet: row 8. A named device is shown whatever the goods (row 9).
  if (relation === 'other') return nominative.applies && use.identical ? screen('9', 'N4', nominative.reason) : null;
  if (holder) return screen('1', 'own', say(S.screened_own, facts()));
  if (licence.result === 'licensed') return screen('1', 'licensed', say(S.screened_licensed, { ...facts(), licence: licence.reason! }));
  // The owner's own make, as the page states it: resale of genuine goods (row 1). Kept and visible, so that a false statement can be seen.
  if (offer.maker !== null && isHolder(right, offer.maker, null)) return screen('1', 'N5', say(S.screened_genuine, facts()));
  // Sense before leave: what is no use as a mark needs no licence.
  if (nominative.applies) return use.identical || isBridged(use) ? screen('9', 'N4', nominative.reason) : null;
  if (!assessment.asMark) return assessment.descriptive ? screen('10', 'N1', say(S.screened_descriptive, facts())) : null;
  if (!use.identical && use.likeness.first === 0 && !isBridged(use))
    return use.field === 'brand' && relation === 'same' ? screen('6', 'meaning_differs', say(S.screened_meaning, facts())) : null;
  if (!use.identical && mark < NEAR_HIGH) {
    const brandOnly = use.field === 'brand' && use.whole && relation === 'same';
    return mark >= NEAR_LOW && brandOnly ? hold('5', 'near_meaning', say(S.held_near, facts())) : null;
  }
  if (licence.result === 'unclear')
    return hold('1', licence.held!, say(S.held_licence, { sign: signSentence(right, use), licence: licence.reason! }));
  if (status.state === 'disputed') return hold('16', 'mark_in_dispute', say(S.held_dispute, facts()));
  if (status.doubt !== null)
    return hold('15', 'status_unknown', say(S.held_doubt, { ...facts(), doubt: say(RIGHT_DOUBT[status.doubt.of], status.doubt) }));
  const own = ownRegistration(use, circumstances);
  if (own !== null) return hold('13', 'own_registration', say(S.held_own_registration, { seller: offer.seller ?? '', own }));

  const goods = goodsSentence(context.relation, context.goods);
  const parts = { sign: signSentence(right, use), goods };
  const reason = licence.reason ? say(S.lead_licence_fails, { ...parts, licence: licence.reason }) : say(S.lead, parts);
  if (use.field === 'shop' && otherBrand(use, context) !== null) return lead('11', 'weak', 'AUCL7', say(S.shop_only, { ...facts(), goods }));
  if (identical) {
    const [row, strength]: [string, Strength] = relation === 'similar' ? ['3', 'medium'] : ['2', 'strong'];
    // An ordinary word, a shop name, a mention deep in the description: a clue, but a step weaker.
    return lead(row, use.common || use.field === 'shop' || use.field === 'description' ? LOWER[strength] : strength, act, reason);
  }
  return lead('4', standsAsBrand(use) || isBridged(use) ? 'medium' : 'weak', 'T2', reason);
}

/** The seller's own live registration of the sign as it is used, if the register has one. */
const ownRegistration = (use: SignUse, { all, offer }: Circumstances): string | null =>
  all.find(
    (one) =>
      one.identical &&
      one.rightId !== use.rightId &&
      one.field === use.field &&
      one.s <= use.s &&
      one.e >= use.e &&
      isHolder(one.right, offer.seller, offer.seller_code),
  )?.right.name ?? null;
