// The term of a licence in one cell: from day to day, from a day for so many years, or without end.
import type { Day } from '@zhijian/contract';
import { addDays, addMonths } from '@zhijian/engine';
import { parseDay, parseTerm } from '../readers/index.ts';

export interface LicenceTerm {
  from: Day | null;
  to: Day | null;
}

const ENDLESS = /(?:长期|永久|永续)(?:有效)?|无固定期限|无限期|[不未]约定(?:期限)?/;
const LENGTH = /^(?:为期|共|计)?(\d{1,2}|[一二三四五六七八九十]|十[一二三四五六七八九])\s*(年|个月)(?:整|期)?$/;
const HAN = '一二三四五六七八九十';

/** Days of a term that is given by its length: the last is the day before its anniversary. */
const endAfter = (from: Day, count: string, unit: string): Day => {
  const number = /\d/.test(count) ? Number(count) : [...count].reduce((sum, one) => sum + HAN.indexOf(one) + 1, 0);
  return addDays(addMonths(from, unit === '年' ? number * 12 : number), -1);
};

/**
 * `2024-05-01至2026-04-01`, `2024年5月1日起3年`, `自2024.5.1起长期有效`, `三年（2024-05-01至2027-04-30）`, and `3年` beside a first day of its own.
 * Null for anything else: a last day that is guessed would make a seller lawful, or not.
 * @param start the first day where the record gives it in another cell
 */
export const parseLicenceTerm = (text: string, start: Day | null): LicenceTerm | null => {
  if (text.length > 100) return null;
  const given = text
    .normalize('NFKC')
    .trim()
    .replace(/起\s*至/, '至');
  const inside = /\(([^()]*)\)/.exec(given)?.[1];
  const term = parseTerm(given) ?? (inside === undefined ? null : parseTerm(inside));
  if (term !== null) return term;
  if (ENDLESS.test(given)) {
    const first = given.replace(ENDLESS, '').replace(/^自|[起,,\s至到~—-]+$/g, '');
    const from = first === '' ? start : parseDay(first);
    return first === '' || from !== null ? { from, to: null } : null;
  }
  const [first, rest] = given.includes('起') ? given.split(/起[,,至\s]*/, 2) : ['', given];
  const [, count, unit] = LENGTH.exec(rest!.trim()) ?? [];
  if (count === undefined || unit === undefined) return null;
  const from = first === '' ? start : parseDay(first!.replace(/^自/, '').trim());
  return from === null ? null : { from, to: endAfter(from, count, unit) };
};
