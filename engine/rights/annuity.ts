// Row 14: between the day a fee fell due and the end of grace and restoration nobody outside knows whether the right has ended.
import type { Day, Right } from '@zhijian/contract';
import { addDays, addMonths } from './days.ts';
import { lastDue } from './fee-days.ts';
import type { StatusOn } from './status.ts';

/** Six months of grace (Implementing Regulations 115) and two of restoration (6). */
const UNCERTAIN_MONTHS = 8;

export interface Uncertain {
  due: Day;
  /** Last day on which the fee can be paid or the right restored. */
  until: Day;
  /** Paid through, where the register says that it is no longer paid; null where the register is only older than the due day. */
  paid: Day | null;
}

const uncertain = (due: Day, paid: Day | null, day: Day): Uncertain | null => {
  const until = addMonths(due, UNCERTAIN_MONTHS);
  return day <= until ? { due, until, paid } : null;
};

/** Null where the fee is paid for the day, or nothing hints that it is not. `status` is an in-force status on `day`. */
export const annuityUncertain = (right: Right, status: StatusOn, day: Day): Uncertain | null => {
  if (status.paid_to !== null) {
    if (status.paid_to >= day) return null;
    const due = addDays(status.paid_to, 1);
    return uncertain(due, status.paid_to, day);
  }
  if (status.known_on === null || right.filing_date === null) return null;
  const due = lastDue(right.filing_date, day);
  if (due === null || status.known_on >= due || (status.since !== null && due <= status.since)) return null;
  return uncertain(due, null, day);
};
