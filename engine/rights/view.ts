// A right as it stood on a day, as one could know it on another: state, holder, licences, and where its snapshots disagree.
import type { Day, Licence, RightRow, RightView } from '@zhijian/contract';
import { annuityUncertain } from './annuity.ts';
import { contradictions } from './contradictions.ts';
import { foldRights, knownDay } from './fold.ts';
import { foldLicences, licenceKnown } from './fold-licences.ts';
import { holderOn, holdings } from './owners.ts';
import { termEnd } from './patent-status.ts';
import { usTermEstimated } from './us-term.ts';
import { isKnown, restoredAfter, statusOn } from './status.ts';

const covers = ({ from, to }: Licence, day: Day): boolean => (from === null || from <= day) && (to === null || to >= day);

/**
 * @param rows all rows of one right (office, kind, number), at least one, in any order
 * @param licences of that right, with the entries that change or end them; those not known then hold nothing
 */
export const viewRight = (rows: readonly RightRow[], licences: readonly Licence[], on: Day, asKnown: Day): Omit<RightView, 'numbers'> => {
  const known = rows.filter((row) => (knownDay(row) ?? asKnown) <= asKnown);
  const [whole] = foldRights(rows);
  // What was not known then is no fact then; that the right exists at all is.
  const [
    right = { ...whole!, name: null, owner: null, owner_code: null, classes: [], goods: [], filing_date: null, grant_date: null, expiry_date: null },
  ] = foldRights(known);
  const status = statusOn(right, on, asKnown);
  const licensed = foldLicences(licences.filter((one) => (licenceKnown(one) ?? asKnown) <= asKnown));
  const { state, reason, since, published_on, known_on, paid_to, doubt } = status;
  const holders = holdings(known);
  const open = right.events.findLast(
    (event) =>
      (event.status === 'open_license' || event.status === 'open_license_withdrawn') &&
      isKnown(event, asKnown) &&
      (event.effective_on ?? event.published_on ?? '') <= on,
  );
  const { events } = whole!;
  const restored = state === 'ended' ? restoredAfter(right, on, asKnown) : null;
  const fee = right.kind !== 'trademark' && right.office === 'CN' && status.state === 'in_force' ? annuityUncertain(right, status, on) : null;
  return {
    office: whole!.office,
    kind: whole!.kind,
    number: whole!.number,
    on,
    as_known: asKnown,
    known: known.length > 0,
    state,
    reason,
    since,
    published_on,
    known_on,
    paid_to,
    fee_open: fee && { due: fee.due, until: fee.until },
    doubt: restored === null ? doubt : { of: 'restored_later', restored_on: restored },
    // What was never granted has no term.
    term_end: state === 'dead_application' ? null : right.kind === 'trademark' ? right.expiry_date : termEnd(right),
    term_estimated: state !== 'dead_application' && usTermEstimated(right) && termEnd(right) !== null,
    holder: holderOn(holders, on),
    holders,
    licences_on: licensed.filter((licence) => covers(licence, on)),
    open_licence: state === 'in_force' && open?.status === 'open_license',
    contradictions: contradictions(known),
    right: { ...right, events, licences: licensed },
    known_later: events.flatMap((event, place) => (isKnown(event, asKnown) ? [] : [place])),
  };
};
