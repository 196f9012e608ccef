// Was a right in force on a day, as far as one could know on another? Two times: domain.md 1.3, 1.4; architecture.md.
import type { Day, Right, StatusEvent } from '@zhijian/contract';
import { patentStatus } from './patent-status.ts';
import { trademarkStatus } from './trademark-status.ts';
import type { Verdict } from './verdict.ts';

export interface StatusOn extends Verdict {
  /** The latest known_on of the right's facts that count; null where no row says: the fact then holds as of the day judged. */
  known_on: Day | null;
  /** Annuity paid through, as known then. */
  paid_to: Day | null;
}

/** An event counts once it is known; published is known. One with neither day counts: the file states it as of the day judged. */
export const isKnown = (event: StatusEvent, asKnown: Day): boolean => {
  const known = event.known_on ?? event.published_on;
  return known === null || known <= asKnown;
};

const latest = (days: (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** First day, `day` or later, on which a right that had ended on `day` was restored, as known on `asKnown`; null where it was not. */
export const restoredAfter = (right: Right, day: Day, asKnown: Day): Day | null => {
  const days = right.events.flatMap((event) => {
    const restored = event.effective_on ?? event.published_on;
    return event.status === 'restored' && isKnown(event, asKnown) && restored !== null && restored >= day ? [restored] : [];
  });
  return days.sort()[0] ?? null;
};

/**
 * State of a right on `day`, from the facts known on `asKnown` (the day judged, or the day of a question about the past).
 * Lapses are backdated to the fee's due day, invalidations to the beginning; so the same day may have another state as known later.
 */
export const statusOn = (right: Right, day: Day, asKnown: Day): StatusOn => {
  const known = right.events.filter((event) => isKnown(event, asKnown));
  const verdict = right.kind === 'trademark' ? trademarkStatus(right, day, asKnown, known) : patentStatus(right, day, asKnown, known);
  return { ...verdict, known_on: latest(known.map((event) => event.known_on)), paid_to: latest(known.map((event) => event.paid_to)) };
};
