// State of a patent on a day. Order of evaluation and terms: domain.md 1.3.
import type { Day, Right, RightStatus, StatusEvent } from '@zhijian/contract';
import { addYears } from './days.ts';
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

/** US law changed on this day: 20 years from filing instead of 17 from grant (35 U.S.C. 154), and on the other for designs (173). */
const US_TWENTY_YEARS = '1995-06-08';
const US_FIFTEEN_YEAR_DESIGN = '2015-05-13';

/**
 * Of other offices: inventions 20 years from filing (TRIPS 33), US patents by their own law. The terms of other designs and utility models
 * differ by country and are not computed. Terms of US patents that depend on a parent's filing, and adjustments, are not in the rows.
 */
const foreignEnd = (right: Right, filed: Day): Day | null => {
  if (right.kind === 'invention') {
    const twenty = addYears(filed, 20);
    if (right.office !== 'US' || filed >= US_TWENTY_YEARS || right.grant_date === null) return twenty;
    return [twenty, addYears(right.grant_date, 17)].sort()[1]!;
  }
  if (right.office !== 'US' || right.kind !== 'design' || right.grant_date === null) return null;
  return addYears(right.grant_date, filed < US_FIFTEEN_YEAR_DESIGN ? 14 : 15);
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
});

/** Restored later, with effect covering the day. */
const isRestored = (end: StatusEvent, day: Day, known: StatusEvent[]): boolean =>
  known.some((event) => {
    if (event.status !== 'restored') return false;
    const restored = dayOf(event);
    return restored === null || (restored >= (dayOf(end) ?? '') && restored <= day);
  });

export const patentStatus = (right: Right, day: Day, asKnown: Day, known: StatusEvent[]): Verdict => {
  // Invalidated and revoked rights are deemed never to have existed (Patent Law 47), so no day is before their end.
  const invalidated = known.find(
    (event) => (event.status === 'invalidated_full' || event.status === 'revoked') && !isRestored(event, asKnown, known),
  );
  if (invalidated) return verdict('invalidated_full', invalidated, invalidated.published_on ?? invalidated.effective_on);
  const undecided = known.find((event) => event.status === 'invalidation_decided_not_final');
  if (undecided && !isSettled(undecided, known)) return verdict('invalidation_not_final', undecided, dayOf(undecided));
  return endOn(right, day, asKnown, known) ?? lifeOn(right, day, known);
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
    if (!ENDS.has(event.status) || isRestored(event, day, known)) continue;
    const since = event.effective_on ?? (event.status === 'expired_term' ? term : null);
    if (since === null) {
      // A lapse is older than its publication, so before that day nothing is certain.
      const certain = event.published_on ?? asKnown;
      if (day >= certain) ended ??= verdict('ended', event, null);
      else ended ??= verdict('unknown', event, null);
    } else if (since <= day && (ended === null || ended.since === null || since < ended.since)) ended = verdict('ended', event, since);
  }
  if (term === null || term > day || (ended?.since && ended.since <= term)) return ended;
  // An extension without its new expiry date: the computed end is too early.
  if (extended && right.expiry_date === null) return ended ?? verdict('unknown', extended, null);
  return {
    state: 'ended',
    reason: 'expired_term',
    since: term,
    published_on: known.find((event) => event.status === 'expired_term')?.published_on ?? null,
  };
};

const isAfterGrant = (known: StatusEvent[]): boolean => {
  if (known.some(({ status }) => AFTER_GRANT.has(status))) return true;
  return known.some(({ status }) => MOSTLY_AFTER_GRANT.has(status)) && !known.some(({ status }) => PENDING.has(status) || DEAD.has(status));
};

/** State of a right that has not ended on the day. */
const lifeOn = (right: Right, day: Day, known: StatusEvent[]): Verdict => {
  const grant = known.find((event) => event.status === 'granted' && event.effective_on !== null) ?? null;
  const granted = right.grant_date ?? grant?.effective_on ?? null;
  // An ended or licensed right was granted before, even where the file does not say when.
  if (granted !== null || right.expiry_date !== null || isAfterGrant(known)) {
    if (granted !== null ? day < granted : right.filing_date !== null && day < right.filing_date)
      return verdict('application', null, right.filing_date);
    const part = known.find((event) => event.status === 'invalidated_part');
    if (part) return verdict('invalidated_part', part, part.published_on ?? part.effective_on);
    return { state: 'in_force', reason: 'granted', since: granted, published_on: grant?.published_on ?? null };
  }
  const dead = known.findLast((event) => DEAD.has(event.status) && !isRestored(event, day, known));
  if (dead && (dayOf(dead) ?? '') <= day) return verdict('dead_application', dead, dayOf(dead));
  const entries = known.filter((event) => PENDING.has(event.status));
  const pending = entries.findLast((event) => (dayOf(event) ?? '') <= day);
  if (pending) return verdict('application', pending, dayOf(pending));
  // Filed before all entries on record: an application that nothing was published of yet.
  if (entries.length > 0 || dead) return verdict('application', null, right.filing_date);
  return verdict('unknown', null, null);
};
