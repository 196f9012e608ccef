// B3: trademark infringement, from text. Finds signs, groups them by right, decides each right once.
import type { Offer } from '@zhijian/contract';
import type { RegisterIndex } from '../../index/register-index.ts';
import { goodsOf } from '../../text/goods.ts';
import type { Detection, Finding, Model, ModelContext } from '../contract.ts';
import { type Assessment, assess } from './assess.ts';
import { decide } from './decide.ts';
import { falseRegistration } from './false-registration.ts';
import { findSigns, type SignUse } from './find-signs.ts';
import { RELEASE } from './score.ts';

export const trademark: Model<RegisterIndex> = {
  name: 'trademark',
  release: RELEASE,
  detect(offer: Offer, { register, judged_on }: ModelContext<RegisterIndex>): Detection {
    const { uses, compared } = findSigns(register, offer);
    const findings: Finding[] = [];
    const unregistered = falseRegistration(offer, uses, register, judged_on);
    if (unregistered)
      findings.push({ right: null, claimed_number: null, output: 'lead', matches: [unregistered], screened_by: null, held_for: null });
    if (uses.length === 0) return { findings, candidates: compared, not_loaded: [] };
    const goods = goodsOf(offer);
    for (const ofRight of byRight(uses)) {
      const { right } = ofRight[0]!;
      const decision = decide(right, ofRight, uses, offer, goods, judged_on);
      if (decision === null) continue;
      const { match, screened_by, held_for } = decision;
      findings.push({ right, claimed_number: null, output: match.output, matches: [match], screened_by, held_for });
    }
    return { findings, candidates: compared, not_loaded: [] };
  },
};

/** What stands on the scales for each right found in an offer, whatever the table then says: the inputs of the fit. */
export const weighOffer = (offer: Offer, register: RegisterIndex): { number: string; assessment: Assessment }[] => {
  const { uses } = findSigns(register, offer);
  const goods = goodsOf(offer);
  return [...byRight(uses)].map((ofRight) => ({
    number: ofRight[0]!.right.number,
    assessment: assess(ofRight[0]!.right, ofRight, uses, offer, goods),
  }));
};

function byRight(uses: readonly SignUse[]): Iterable<SignUse[]> {
  const grouped = new Map<number, SignUse[]>();
  for (const use of uses) {
    const known = grouped.get(use.rightId);
    if (known) known.push(use);
    else grouped.set(use.rightId, [use]);
  }
  return grouped.values();
}
