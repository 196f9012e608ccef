// Days of the US trademark files: eight digits, some of them zero where the office does not know.
import type { Day } from '@zhijian/contract';
import { parseDay } from '../../readers/index.ts';

const NOTHING = /^0*$/;

/** `20240925` -> 2024-09-25; null for nothing, zeros, and what is no day (`18790000`, `10101`). */
export const dayOf = (text: string | null): Day | null => (text !== null && /^\d{8}$/.test(text) ? parseDay(text) : null);

/** Whether a day was given and is none. */
export const isOddDay = (text: string | null): text is string => text !== null && !NOTHING.test(text) && dayOf(text) === null;

/** Since then a registration is issued and renewed for ten years, before for twenty (Trademark Law Revision Act of 1988; 15 U.S.C. 1058, 1059). */
const TEN_YEARS_SINCE = '1989-11-16';

/** Last day of the term that began with a renewal. */
export const termEndOfRenewal = (renewed: Day): Day => {
  const year = Number(renewed.slice(0, 4)) + (renewed >= TEN_YEARS_SINCE ? 10 : 20);
  const end = `${year}${renewed.slice(4)}`;
  return parseDay(end) ?? `${year}-02-28`;
};
