// State of a patent on a day. Order of evaluation and terms: domain.md 1.3.
import type { Day, Right, RightDoubt, RightStatus, StatusEvent } from '@zhijian/contract';
import { addYears } from './days.ts';
import { lapseDays, type LapseDays } from './fee-days.ts';
import { usTermEnd } from './us-term.ts';
import type { Verdict } from './verdict.ts';

const LAST_TEN_YEAR_DESIGN = '2021-05-31';

/**
 * First day on which the term is over (the right runs to the day before); the file's expiry_date where it has one.
 * Counted from the filing date, never from the number: PCT and divisional numbers are younger than their filing.
 */
export const termEnd = (right: Right): Day | null => {
  if (right.expiry_date !== null) return right.expiry_date;
  if (right.filing_date === null) return null;
  if (right.office !== 'CN') return foreignEnd(right, right.filing_date);
  if (right.kind === 'invention') return addYears(right.filing_date, 20);
  if (right.kind === 'utility_model') return addYears(right.filing_date, 10);
  return addYears(right.filing_date, right.filing_date <= LAST_TEN_YEAR_DESIGN ? 10 : 15);
};

/**
 * Of other offices: inventions 20 years from filing (TRIPS 33), US patents by their own law. The terms of other designs and utility models
 * differ by country and are not computed.
 */
const foreignEnd = (right: Right, filed: Day): Day | null => {
  if (right.office === 'US') return usTermEnd(right, filed);
  return right.kind === 'invention' ? addYears(filed, 20) : null;
};

const ENDS = new Set<RightStatus>(['lapsed_unpaid_fee', 'expired_term', 'abandoned']);
const DEAD = new Set<RightStatus>(['refused', 'withdrawn']);
const PENDING = new Set<RightStatus>(['application_published', 'in_examination']);
/** Events that a right has only once it is granted. A change of name or address happens to applications too. */
const AFTER_GRANT = new Set<RightStatus>([
  'granted',
  'open_license',
  'open_license_withdrawn',
  'term_adjusted',
  'term_extended',
  'lapsed_unpaid_fee',
  'expired_term',
  'abandoned',
  'invalidated_full',
  'invalidated_part',
  'invalidation_decided_not_final',
  'revoked',
]);
/** Events of a granted right, unless the register shows it as an application: that can be assigned, licensed, pledged and restored too. */
const MOSTLY_AFTER_GRANT = new Set<RightStatus>(['restored', 'transferred', 'licensed', 'license_ended', 'pledged', 'preserved']);

const dayOf = (event: StatusEvent): Day | null => event.effective_on ?? event.published_on;
const verdict = (state: Verdict['state'], event: StatusEvent | null, since: Day | null): Verdict => ({
  state,
  reason: event?.status ?? null,
  since,
  published_on: event?.published_on ?? null,
  doubt: null,
});

/**
 * Restored later, with effect covering the day. Of two entries of the gazette the order in which they were published counts: a lapse is
 * backdated, and may be older than a restoration that it follows.
 * @param from first day of the end
 */
const isRestored = (end: StatusEvent, day: Day, known: StatusEvent[], from: Day | null = dayOf(end)): boolean =>
  known.some((event) => {
    if (event.status !== 'restored') return false;
    const restored = dayOf(event);
    if (restored === null) return true;
    if (restored > day) return false;
    return end.published_on !== null && event.published_on !== null ? event.published_on >= end.published_on : restored >= (from ?? '');
  });

/** The days on which a lapse of a Chinese patent can have fallen of which only the gazette's day is known; null where nothing can be computed. */
const lapseDaysOf = (right: Right, end: StatusEvent, known: StatusEvent[]): LapseDays | null => {
  if (end.status !== 'lapsed_unpaid_fee' || end.effective_on !== null || end.published_on === null) return null;
  if (right.office !== 'CN' || right.filing_date === null) return null;
  const paid = known.map(({ paid_to }) => paid_to).filter((day) => day !== null && day < end.published_on!);
  const since = [grantOf(right, known).day, ...paid].reduce<Day | null>((last, day) => (day !== null && day > (last ?? '') ? day : last), null);
  return lapseDays(right.filing_date, since, end.published_on);
};

export const patentStatus = (right: Right, day: Day, asKnown: Day, known: StatusEvent[]): Verdict => {
  // Invalidated and revoked rights are deemed never to have existed (Patent Law 47), so no day is before their end.
  const invalidated = known.find(
    (event) => (event.status === 'invalidated_full' || event.status === 'revoked') && !isRestored(event, asKnown, known),
  );
  if (invalidated) return verdict('invalidated_full', invalidated, invalidated.published_on ?? invalidated.effective_on);
  const undecided = known.find((event) => event.status === 'invalidation_decided_not_final');
  if (undecided && !isSettled(undecided, known)) return verdict('invalidation_not_final', undecided, dayOf(undecided));
  const ended = endOn(right, day, asKnown, known);
  if (ended !== null) return ended;
  const life = lifeOn(right, day, known);
  return life.state === 'in_force' || life.state === 'invalidated_part' ? { ...life, doubt: lapseInDoubt(right, day, known) } : life;
};

/** A lapse that may have fallen before the day, had its gazette come late; null where none may. */
const lapseInDoubt = (right: Right, day: Day, known: StatusEvent[]): RightDoubt | null => {
  for (const event of known) {
    const days = lapseDaysOf(right, event, known);
    if (days === null || days.due === null || day < days.earliest || isRestored(event, day, known, days.due)) continue;
    return { of: 'lapse_computed', due: days.due, published_on: event.published_on! };
  }
  return null;
};

/** A decision is settled by its announcement, or by the court that restores the right. */
const isSettled = (undecided: StatusEvent, known: StatusEvent[]): boolean =>
  known.some(
    (event) =>
      event.status === 'invalidated_part' ||
      ((event.status === 'restored' || event.status === 'granted') && (dayOf(event) ?? '') > (dayOf(undecided) ?? '')),
  );

/** The earliest end that covers the day; null while none does. */
const endOn = (right: Right, day: Day, asKnown: Day, known: StatusEvent[]): Verdict | null => {
  const term = termEnd(right);
  const extended = known.find((event) => event.status === 'term_adjusted' || event.status === 'term_extended');
  let ended: Verdict | null = null;
  for (const event of known) {
    const days = lapseDaysOf(right, event, known);
    const since = event.effective_on ?? days?.due ?? (event.status === 'expired_term' ? term : null);
    if (!ENDS.has(event.status) || isRestored(event, day, known, since ?? event.published_on)) continue;
    if (since === null) {
      // A lapse is older than its publication, so before that day nothing is certain; and a day too early for it is not its publication.
      const certain = (days === null ? event.published_on : event.known_on) ?? asKnown;
      if (day >= certain) ended ??= verdict('ended', event, null);
      else if (days === null || day >= days.earliest) ended ??= verdict('unknown', event, null);
    } else if (since <= day && (ended === null || ended.since === null || since < ended.since)) {
      ended = verdict('ended', event, since);
      if (event.effective_on === null && days?.due) ended.doubt = { of: 'lapse_computed', due: days.due, published_on: event.published_on! };
    }
  }
  if (term === null || term > day || (ended?.since && ended.since <= term)) return ended;
  // Only what was granted has a term: an application that never was stays what it is.
  if (isApplication(right, known)) return ended;
  // An extension without its new expiry date: the computed end is too early.
  if (extended && right.expiry_date === null) return ended ?? verdict('unknown', extended, null);
  return {
    state: 'ended',
    reason: 'expired_term',
    since: term,
    published_on: known.find((event) => event.status === 'expired_term')?.published_on ?? null,
    doubt: null,
  };
};

/** The day of the grant, and the entry that says it. */
const grantOf = (right: Right, known: StatusEvent[]): { day: Day | null; entry: StatusEvent | null } => {
  const entry = known.find((event) => event.status === 'granted' && event.effective_on !== null) ?? null;
  return { day: right.grant_date ?? entry?.effective_on ?? null, entry };
};

const isAfterGrant = (known: StatusEvent[]): boolean => {
  if (known.some(({ status }) => AFTER_GRANT.has(status))) return true;
  return known.some(({ status }) => MOSTLY_AFTER_GRANT.has(status)) && !known.some(({ status }) => PENDING.has(status) || DEAD.has(status));
};

/** The register shows it as an application and says of no grant; the end of a term that data services compute says of none either. */
const isApplication = (right: Right, known: StatusEvent[]): boolean =>
  grantOf(right, known).day === null && !isAfterGrant(known) && known.some(({ status }) => PENDING.has(status) || DEAD.has(status));

/** State of a right that has not ended on the day. */
const lifeOn = (right: Right, day: Day, known: StatusEvent[]): Verdict => {
  const { day: granted, entry: grant } = grantOf(right, known);
  // An ended or licensed right was granted before, even where the file does not say when.
  if (granted !== null || isAfterGrant(known) || (right.expiry_date !== null && !isApplication(right, known))) {
    if (granted !== null ? day < granted : right.filing_date !== null && day < right.filing_date)
      return verdict('application', null, right.filing_date);
    const part = known.find((event) => event.status === 'invalidated_part');
    if (part) return verdict('invalidated_part', part, part.published_on ?? part.effective_on);
    return { state: 'in_force', reason: 'granted', since: granted, published_on: grant?.published_on ?? null, doubt: null };
  }
  const dead = known.findLast((event) => DEAD.has(event.status) && !isRestored(event, day, known));
  if (dead && (dayOf(dead) ?? '') <= day) return verdict('dead_application', dead, dayOf(dead));
  const term = termEnd(right);
  if (isApplication(right, known) && term !== null && term <= day)
    return { ...verdict('dead_application', null, null), doubt: { of: 'never_granted', term_end: term } };
  const entries = known.filter((event) => PENDING.has(event.status));
  const pending = entries.findLast((event) => (dayOf(event) ?? '') <= day);
  if (pending) return verdict('application', pending, dayOf(pending));
  // Filed before all entries on record: an application that nothing was published of yet.
  if (entries.length > 0 || dead) return verdict('application', null, right.filing_date);
  return verdict('unknown', null, null);
};
