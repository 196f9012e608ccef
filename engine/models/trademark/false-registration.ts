// Row 14 of domain.md 3.6: the sign ® beside a sign that nobody has registered. Only a register that is stated to be complete can show it.
import { type Day, type FEATURE, type Match, type Offer, say, TRADEMARK_SENTENCE as S } from '@zhijian/contract';
import { lawFor } from '../../law/index.ts';
import { statusOn } from '../../rights/status.ts';
import { foldedText, HAN, HARD, NONE, SPACE, type Units, unitsOf } from '../../text/units.ts';
import type { Register } from '../contract.ts';
import { SIGN_FIELDS, type SignUse } from './find-signs.ts';

const LONGEST_SIGN = 24;

/** The first ® of the offer whose sign has no live registration, as a weak lead; null where there is none or the register is not complete. */
export function falseRegistration(offer: Offer, uses: readonly SignUse[], register: Register, judgedOn: Day): Match | null {
  const day = offer.captured_at ?? judgedOn;
  const year = Number(day.slice(0, 4));
  if (
    !/^(CN|\d+)$/i.test(offer.market) ||
    !register.coverage.some((covered) => covered.office === 'CN' && covered.kind === 'trademark' && covered.to_year >= year)
  )
    return null;
  for (const field of SIGN_FIELDS) {
    const raw = offer[field];
    if (raw === null || !raw.includes('®')) continue;
    const units = unitsOf(raw);
    for (let at = raw.indexOf('®'); at >= 0; at = raw.indexOf('®', at + 1)) {
      const window = signBefore(units, at);
      if (window === null) continue;
      const [s, e] = window;
      const live = uses.some((use) => use.field === field && use.identical && use.s < e && use.e >= e && inForce(use, day, judgedOn));
      if (live) continue;
      const span: [number, number] = [units.start[s]!, at + 1];
      const reason = say(S.false_registration, { text: raw.slice(units.start[s]!, units.end[e - 1]!) });
      return {
        item_id: offer.item_id,
        model: 'trademark',
        scope: field === 'marking' ? 'goods' : 'page',
        act: 'T_false_registration',
        role: 'seller',
        row: '14',
        inner_row: null,
        output: 'lead',
        strength: 'weak',
        law: lawFor('T_false_registration', day, 'seller'),
        acted_on: offer.captured_at,
        score: FALSE_REGISTRATION_SCORE,
        reason,
        features: [{ name: 'registered_sign' satisfies keyof typeof FEATURE, value: true, weight: 1, field, span, text: raw.slice(...span) }],
        defences: [],
      };
    }
  }
  return null;
}

/** A formal offence with little harm by itself: it stands behind every use of another's mark. */
const FALSE_REGISTRATION_SCORE = 0.2;

const inForce = (use: SignUse, day: Day, judgedOn: Day): boolean => {
  const { state } = statusOn(use.right, day, judgedOn);
  return state === 'in_force' || state === 'disputed' || state === 'unknown';
};

/** The sign that ends at the raw offset of ®: the Latin words or the Han run right before it, back to a break. */
function signBefore(units: Units, at: number): [number, number] | null {
  let e = 0;
  while (e < units.length && units.end[e]! <= at) e += 1;
  if (e === 0 || at - units.end[e - 1]! > 1) return null;
  let s = e - 1;
  const han = units.kind[s] === HAN;
  while (
    s > 0 &&
    e - s < LONGEST_SIGN &&
    (units.kind[s - 1] === HAN) === han &&
    units.gap[s] !== HARD &&
    (units.gap[s] === NONE || (!han && units.gap[s]! <= SPACE))
  )
    s -= 1;
  return foldedText(units, s, e).length >= 2 ? [s, e] : null;
}
