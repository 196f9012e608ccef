// States that the register does not say of itself: computed, or contradicted by what else it says. They are told, and accuse nobody.
import type { Day } from './records.ts';
import type { Label } from './vocabulary.ts';

export type RightDoubt =
  /** The gazette's day of a lapse is known and the due day is not: it is computed, as the latest possible (docs/decisions/0003). */
  | { of: 'lapse_computed'; due: Day; published_on: Day }
  /** The register shows the mark as registered when its term and the grace were over: renewed, or not kept up. */
  | { of: 'registered_after_term'; expiry: Day }
  /** The right was restored after the day: whether that reaches back is a person's question (docs/decisions/0013). */
  | { of: 'restored_later'; restored_on: Day }
  /** The term is over and no grant is known. */
  | { of: 'never_granted'; term_end: Day };

export const RIGHT_DOUBT = {
  lapse_computed: {
    zh: '推算：登记只载终止的公告日 {published_on}，未载终止日；按年费应缴之日推算为 {due}，公告迟延的，可能更早',
    en: 'computed: the register has the day {published_on} on which the lapse was published and not the day of the end; by the due day of the fee it is {due}, or earlier where the gazette came late',
  },
  registered_after_term: {
    zh: '待核实：专用权期限至 {expiry}，宽展期也已过，登记却仍载为已注册：可能已续展而期限未更新，也可能登记未更新',
    en: 'to be verified: the term ended on {expiry} and the grace is over, yet the register shows the mark as registered: renewed without the new term, or not kept up',
  },
  restored_later: {
    zh: '权利其后于 {restored_on} 恢复：恢复是否及于当日，登记未写明，须由人判断',
    en: 'the right was restored later, on {restored_on}: whether that covers the day the register does not say, and a person decides',
  },
  never_granted: {
    zh: '推算：自申请日起的期限已于 {term_end} 届满，登记中未见授权',
    en: 'computed: the term counted from the filing was over on {term_end}, and the register shows no grant',
  },
} as const satisfies Record<RightDoubt['of'], Label>;
