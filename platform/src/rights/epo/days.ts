// Days in files of the EPO: YYYYMMDD or YYYY-MM-DD. 0001-01-01 and 1970-01-01 stand where the database had none.
import { type Day, READER_SENTENCE } from '@zhijian/contract';
import { parseDay, SetAside } from '../../readers/index.ts';

const NONE = new Set(['0001-01-01', '00010101', '1970-01-01', '19700101']);

/** A day of a database entry; null where there is none or none that a calendar has. */
export const stampDay = (text: string | null | undefined): Day | null => (text == null || NONE.has(text.trim()) ? null : parseDay(text));

/** A day that decides: null where it is not given. Throws SetAside for what no calendar has. */
export const decidingDay = (text: string | null | undefined, field: string): Day | null => {
  if (text == null || text.trim() === '' || /^0001-?01-?01$/.test(text.trim())) return null;
  const day = parseDay(text);
  if (day === null) throw new SetAside(field, 'date', text, READER_SENTENCE.day);
  return day;
};
