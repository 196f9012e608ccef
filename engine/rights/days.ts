// Calendar arithmetic on 'YYYY-MM-DD' strings, without time zones.
import type { Day } from '@zhijian/contract';

const parts = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });
const monthLength = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same date so many months later; the last day of the month where that date does not exist (02-29 + 12 months = 02-28). */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, date } = parts(day);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  const toDate = Math.min(date, monthLength(toYear, toMonth));
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(toDate).padStart(2, '0')}`;
};

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12);

export const addDays = (day: Day, days: number): Day => {
  const { year, month, date } = parts(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};
