// What the facts of a right come to on a day.
import type { Day, RightStatus } from '@zhijian/contract';

export type RightState =
  | 'in_force'
  | 'application'
  | 'ended'
  | 'invalidated_full'
  | 'invalidated_part'
  | 'invalidation_not_final'
  | 'dead_application'
  | 'disputed'
  | 'unknown';

/** What the deciding event or date says. */
export interface Verdict {
  state: RightState;
  /** The status that decided; `expired_term` / `expired` also where the end of the term was computed. */
  reason: RightStatus | null;
  /** First day of the state; of an invalidation the day of its announcement. Null where no day is known. */
  since: Day | null;
  published_on: Day | null;
}
