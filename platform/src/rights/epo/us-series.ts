// Older EPO files write a US application as serial number and year (`20685698`: 206856 of 1998). The office's own number has the
// series code in front (`09/206856`), since serial numbers begin again after 999,999.
import type { Day } from '@zhijian/contract';

/** First day of each series of applications that are neither designs nor provisional: MPEP 503; day exact for 08 and 09 (USPTO, PAP DTD 1.5). */
const SERIES: [code: string, from: Day][] = [
  ['03', '1948-01-01'],
  ['04', '1960-01-01'],
  ['05', '1970-01-01'],
  ['06', '1979-01-01'],
  ['07', '1987-01-01'],
  ['08', '1993-01-01'],
  ['09', '1997-12-30'],
  ['10', '2001-11-01'],
  ['11', '2004-12-01'],
  ['12', '2007-12-01'],
];
/** Series 13 began while 12 was still given out; since then DOCDB writes year and series itself. */
const LAST: Day = '2010-12-01';
const FIRST_DESIGN: Day = '1992-10-01';
/** MPEP names months, and an application may be dated back within its series: so near a change the serial number tells, high before, low after. */
const NEAR_DAYS = 90;
const HALF = 500_000;

const apart = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/**
 * The number as USPTO files write it, eight digits, from the six-digit serial number.
 * @param kind of the application in DOCDB: F is a design, P provisional
 * Null where day and kind do not tell the series for certain.
 */
export const usNumber = (serial: string, kind: string | null, filed: Day | null): string | null => {
  if (filed === null || !/^\d{1,6}$/.test(serial)) return null;
  const six = serial.padStart(6, '0');
  const kindLetter = kind?.[0] ?? 'A';
  if (kindLetter === 'F') return filed >= FIRST_DESIGN ? `29${six}` : null;
  if (kindLetter !== 'A' && kindLetter !== 'E') return null;
  if (filed >= LAST || filed < '1948-01-01') return null;
  let at = SERIES.findLastIndex(([, from]) => from <= filed);
  const next = SERIES[at + 1];
  if (next !== undefined && apart(next[1], filed) <= NEAR_DAYS && Number(six) < HALF) at++;
  else if (at > 0 && apart(SERIES[at]![1], filed) <= NEAR_DAYS && Number(six) >= HALF) at--;
  return `${SERIES[at]![0]}${six}`;
};
