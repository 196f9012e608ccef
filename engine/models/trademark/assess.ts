// What stands on the scales for one right and one offer, before any row of the table is chosen: the telling place, the likeness, the goods, the sense.
import type { Offer, Right } from '@zhijian/contract';
import { compareGoods, type Goods } from '../../text/goods.ts';
import { leads } from './context.ts';
import type { SignUse } from './find-signs.ts';
import type { Nominative, UseContext } from './nominative.ts';
import { senseOfName } from './ordinary-word.ts';
import { type ClueInputs, NEAR_HIGH, nearness } from './score.ts';

export interface Assessment {
  /** The place that tells most. */
  use: SignUse;
  /** False where every place is an ordinary word in an ordinary sense. */
  asMark: boolean;
  /** Some place uses the word to describe these goods. */
  descriptive: boolean;
  context: UseContext;
  /** 1 for the identical sign, else nearness. */
  mark: number;
}

/** `uses`: every place of this right's sign in the offer; `all`: of any right. */
export function assess(right: Right, uses: readonly SignUse[], all: readonly SignUse[], offer: Offer, goods: Goods): Assessment {
  const context: UseContext = { offer, goods, relation: compareGoods(right, goods), all };
  const senses = (uses.length > 1 ? [...uses].sort(byWeight) : uses).map((use) => ({
    use,
    sense: use.identical ? senseOfName(use, context) : 'mark',
  }));
  const telling = senses.find(({ sense }) => sense === 'mark') ?? senses[0]!;
  return {
    use: telling.use,
    asMark: telling.sense === 'mark',
    descriptive: senses.some(({ sense }) => sense === 'descriptive'),
    context,
    mark: markLikeness(telling.use),
  };
}

/** What the score is made of. */
export const clueInputs = ({ use, context, mark }: Assessment, nominative: Nominative): ClueInputs => ({
  mark,
  goods: context.relation.relation === 'unknown' ? GOODS_UNKNOWN : context.relation.value,
  place: placeValue(use),
  distinctive: use.common ? 0 : 1,
  origin_claim: nominative.origin ? 1 : 0,
});

const GOODS_UNKNOWN = 0.5;
/** The main part of a composite mark taken alone: near by R9, never the identical sign. */
const PART = 0.85;

const markLikeness = (use: SignUse): number => {
  if (use.part) return Math.max(NEAR_HIGH, PART);
  return use.identical ? 1 : nearness(use.likeness);
};

/** Where a sign stands, as a share of the weight it has in the brand field. */
const placeValue = (use: SignUse): number => {
  if (use.field === 'brand') return use.whole ? 1 : 0.9;
  if (use.field === 'marking') return 0.9;
  if (use.field === 'title') return leads(use.units, use.s, use.e) ? 0.85 : 0.7;
  return use.field === 'shop' ? 0.5 : 0.4;
};

/** Best use first: the identical sign, then the weightier field, then the nearer sign; ties by place in the text. */
const byWeight = (a: SignUse, b: SignUse): number =>
  Number(b.identical && !b.part) - Number(a.identical && !a.part) ||
  placeValue(b) - placeValue(a) ||
  nearness(b.likeness) - nearness(a.likeness) ||
  a.s - b.s ||
  a.e - b.e;
