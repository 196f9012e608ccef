// When the term of a US patent is over: 35 U.S.C. 154 and 173.
import type { Day, Right } from '@zhijian/contract';
import { addDays, addYears } from './days.ts';

/** 20 years from filing instead of 17 from grant: Uruguay Round Agreements Act, Pub. L. 103-465 s. 532, 35 U.S.C. 154(c)(1). */
const TWENTY_YEARS: Day = '1995-06-08';
/** 15 years from grant instead of 14 for designs: Hague, Pub. L. 112-211 s. 102, 35 U.S.C. 173. */
const FIFTEEN_YEAR_DESIGN: Day = '2015-05-13';

/** Facts beside a row, as the readers of the office's files name them. */
export const EARLIEST_FILED = 'earliest-parent-filed';
const EXTENSION = 'us-term-extension';
const LONGEST_EXTENSION = 20_000;

/**
 * First day on which the term of a US patent is over; null where the day of grant is needed and not known. Of an invention 20 years from the
 * filing of the application, or of the earliest one that it goes back to as a continuation, division or in part (120, 121) or an international
 * one (363, 365(c)); priorities of 119 do not count (154(a)(2), (3)). What the office grants for its delay (154(b)) is added in days. Of an
 * application before 1995-06-08, or a patent then in force, the later of this and 17 years from grant (154(c)(1)).
 */
export const usTermEnd = (right: Right, filed: Day): Day | null => {
  const { kind, grant_date: granted } = right;
  if (kind === 'design') return granted === null ? null : addYears(granted, filed < FIFTEEN_YEAR_DESIGN ? 14 : 15);
  if (kind !== 'invention') return null;
  const twenty = addYears(earliestOf(right, filed), 20);
  if (filed >= TWENTY_YEARS || granted === null) return addDays(twenty, extensionOf(right));
  const seventeen = addYears(granted, 17);
  return seventeen <= TWENTY_YEARS || seventeen >= twenty ? seventeen : twenty;
};

/**
 * Whether it is an estimate: a terminal disclaimer, a longer term for a drug (156) and unpaid fees (41(b)) stand in none of these files. A design
 * pays none, but may be disclaimed too.
 */
export const usTermEstimated = (right: Right): boolean => right.office === 'US' && right.kind !== 'trademark' && right.expiry_date === null;

const earliestOf = ({ extra }: Right, filed: Day): Day => {
  const day = extra[EARLIEST_FILED] ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day < filed ? day : filed;
};

const extensionOf = ({ extra }: Right): number => {
  const days = (extra[EXTENSION] ?? '').trim();
  return /^\d{1,5}$/.test(days) && Number(days) <= LONGEST_EXTENSION ? Number(days) : 0;
};
