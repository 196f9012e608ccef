// Annual fees of Chinese patents fall due on the anniversaries of the filing (Implementing Regulations 115).
import type { Day } from '@zhijian/contract';
import { addDays, addMonths, addYears } from './days.ts';

/** The last anniversary of the filing that is not after `day`: there the right ends if the fee was not paid. */
export const lastDue = (filed: Day, day: Day): Day | null => {
  const years = Number(day.slice(0, 4)) - Number(filed.slice(0, 4));
  const due = addYears(filed, years);
  const last = due <= day ? due : addYears(filed, years - 1);
  return last > filed ? last : null;
};

/** The first anniversary of the filing after `day`: the first on which a right granted, or paid for, until then can end. */
const nextDue = (filed: Day, day: Day): Day => {
  const due = addYears(filed, Number(day.slice(0, 4)) - Number(filed.slice(0, 4)));
  return due > day ? due : addYears(filed, Number(day.slice(0, 4)) - Number(filed.slice(0, 4)) + 1);
};

/** The gazette announces a lapse when the six months of grace are over. */
const GRACE_MONTHS = 6;

export interface LapseDays {
  /** Earliest day on which the right can have ended; it was in force before. */
  earliest: Day;
  /** Latest day on which it can have ended: from it on it has ended. Null where the gazette's day is too early for any lapse of this right. */
  due: Day | null;
}

/**
 * The days on which a right can have ended of whose lapse only the day of the gazette is known: filing anniversaries after the grant whose
 * grace was over on that day (Implementing Regulations 115; decision 0003). Chinese patents only.
 * @param since grant, or the last day that is paid for; null where neither is known
 */
export const lapseDays = (filed: Day, since: Day | null, published: Day): LapseDays => {
  const earliest = nextDue(filed, since === null || since < filed ? filed : since);
  let due = lastDue(filed, published);
  if (due !== null && addMonths(due, GRACE_MONTHS) > published) due = lastDue(filed, addDays(due, -1));
  return { earliest, due: due !== null && due >= earliest ? due : null };
};
