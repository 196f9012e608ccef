// What the facts of a right come to on a day.
import type { Day, RightDoubt, RightState, RightStatus } from '@zhijian/contract';

/** What the deciding event or date says. */
export interface Verdict {
  state: RightState;
  /** The status that decided; `expired_term` / `expired` also where the end of the term was computed. */
  reason: RightStatus | null;
  /** First day of the state; of an invalidation the day of its announcement. Null where no day is known. */
  since: Day | null;
  published_on: Day | null;
  /** What is computed or contradictory in it, so that it is told and accuses nobody; null for a state that the facts say. */
  doubt: RightDoubt | null;
}
