// State of a registered mark on a day (domain.md 1.4).
import type { Day, Right, RightStatus, StatusEvent } from '@zhijian/contract';
import { addDays, addMonths } from './days.ts';
import type { Verdict } from './verdict.ts';

const REGISTERED = new Set<RightStatus>(['registered', 'in_grace', 'transferred', 'licensed', 'pledged']);
/** What ends a dispute; an application that is published or examined again after it goes on (an opposition that cost it a class). */
const OUTCOME = new Set<RightStatus>(['registered', 'refused', 'cancelled', 'invalidated', 'surrendered', 'expired', 'published', 'filed']);
const GRACE_MONTHS = 6;

const dayOf = (event: StatusEvent): Day | null => event.effective_on ?? event.published_on;
const verdict = (state: Verdict['state'], event: StatusEvent | null, since: Day | null): Verdict => ({
  state,
  reason: event?.status ?? null,
  since,
  published_on: event?.published_on ?? null,
  doubt: null,
});

export const trademarkStatus = (right: Right, day: Day, asKnown: Day, known: StatusEvent[]): Verdict => {
  // Invalidation is from the beginning, cancellation ends with its announcement.
  const invalidated = known.find((event) => event.status === 'invalidated');
  if (invalidated) return verdict('invalidated_full', invalidated, invalidated.published_on ?? invalidated.effective_on);
  const end = endOn(right, day, asKnown, known);
  if (end && !isRevived(end, day, known)) return end;
  const disputed = known.findLast((event) => event.status === 'opposed' || event.status === 'pending_court');
  if (
    disputed &&
    (dayOf(disputed) ?? '') <= day &&
    !known.some((event) => OUTCOME.has(event.status) && (dayOf(event) ?? '') > (dayOf(disputed) ?? ''))
  ) {
    return verdict('disputed', disputed, dayOf(disputed));
  }
  const registration = known.find((event) => event.status === 'registered' && event.effective_on !== null) ?? null;
  const registered = right.grant_date ?? registration?.effective_on ?? null;
  // An expiry date alone speaks for a registration only where no event says that there was none yet, or none at all.
  const unregistered = known.some((event) => event.status === 'filed' || event.status === 'published' || event.status === 'refused');
  const lived =
    (right.expiry_date !== null && !unregistered) ||
    known.some(
      (event) => REGISTERED.has(event.status) || event.status === 'cancelled' || event.status === 'surrendered' || event.status === 'expired',
    );
  if (registered !== null || lived) {
    if (registered !== null && day < registered) return verdict('application', null, right.filing_date);
    return {
      state: 'in_force',
      reason: inGrace(right, day, known) ? 'in_grace' : 'registered',
      since: registered,
      published_on: registration?.published_on ?? null,
      doubt: null,
    };
  }
  const refused = known.findLast((event) => event.status === 'refused' && (dayOf(event) ?? '') <= day);
  if (refused && !isTakenUp(refused, day, known)) return verdict('dead_application', refused, dayOf(refused));
  const pending =
    known.findLast((event) => event.status === 'filed' || event.status === 'published') ?? known.findLast((event) => event.status === 'refused');
  return pending ? verdict('application', pending, dayOf(pending)) : verdict('unknown', null, null);
};

const after = (since: Day | null, day: Day, known: StatusEvent[], statuses: ReadonlySet<RightStatus>): boolean =>
  since !== null && known.some((event) => statuses.has(event.status) && (dayOf(event) ?? '') > since && (dayOf(event) ?? '') <= day);

/** A registration entered again after the end: reinstated. */
const isRevived = ({ since }: Verdict, day: Day, known: StatusEvent[]): boolean => after(since, day, known, new Set(['registered']));

/** An application that goes on after it was given up or refused: revived, or won on review. */
const isTakenUp = (refused: StatusEvent, day: Day, known: StatusEvent[]): boolean =>
  after(dayOf(refused), day, known, new Set(['filed', 'published', 'registered']));

/** Six months after the last day of the term the mark can still be renewed: it counts as in force, and says so. */
const inGrace = (right: Right, day: Day, known: StatusEvent[]): boolean => {
  if (right.expiry_date !== null) return day > right.expiry_date;
  return known.at(-1)?.status === 'in_grace';
};

/**
 * The state that shows the mark as registered when its term and the grace were over. A dated entry says what was then; one without a day is
 * the state as the file was read, and of the day judged where the file says no day.
 */
const registeredAfter = (over: Day, asKnown: Day, known: StatusEvent[]): StatusEvent | undefined =>
  known.findLast(
    ({ status, effective_on, published_on, known_on }) =>
      status === 'registered' && effective_on === null && (known_on ?? published_on ?? asKnown) > over,
  );

const endOn = (right: Right, day: Day, asKnown: Day, known: StatusEvent[]): Verdict | null => {
  let ended: Verdict | null = null;
  const keep = (candidate: Verdict) => {
    if (ended === null || (candidate.since ?? '') < (ended.since ?? '')) ended = candidate;
  };
  for (const event of known) {
    if (event.status !== 'cancelled' && event.status !== 'surrendered' && event.status !== 'expired') continue;
    const since =
      event.status === 'cancelled'
        ? (event.published_on ?? event.effective_on)
        : event.status === 'expired'
          ? (event.effective_on ?? (right.expiry_date === null ? event.published_on : addDays(right.expiry_date, 1)))
          : (event.effective_on ?? event.published_on);
    if (since === null || since <= day) keep(verdict('ended', event, since));
  }
  // The next term would run from the day after expiry; without renewal in the grace period the mark ended then.
  const over = right.expiry_date === null ? null : addMonths(right.expiry_date, GRACE_MONTHS);
  if (over !== null && day > over) {
    const expiry = right.expiry_date!;
    const still = registeredAfter(over, asKnown, known);
    // Renewed without the new term, or a register not kept up: the file does not tell, so nobody is accused or cleared by it.
    if (still !== undefined && ended === null) return { ...verdict('unknown', still, null), doubt: { of: 'registered_after_term', expiry } };
    keep({ state: 'ended', reason: 'expired', since: addDays(expiry, 1), published_on: null, doubt: null });
  }
  return ended;
};
