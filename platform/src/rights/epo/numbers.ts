// Application numbers out of the EPO's spellings, as the office itself writes them (decision 0014: a right is known by its application number).
import type { Day } from '@zhijian/contract';
import { isReject, parsePatentNumber } from '@zhijian/engine';
import type { DocId } from './model.ts';
import { usNumber } from './us-series.ts';

/** Of a US application the office's own writing is surer than a short DOCDB number, whose series must be told from the day. */
const WHOLE_US = /^(?:US)?(?:19|20)\d{2}(\d{8})[A-Z]?$/;
const rank = ({ type, country, number }: DocId): number =>
  type === 'epodoc' ? 3 : type === 'original' ? 1 : country === 'US' && !WHOLE_US.test(clean(number)) ? 2 : 0;
const clean = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/**
 * The application number of an office in its one spelling: `200520015978.1` (CN), `15919370` (US), `99203729` (EP),
 * `PCT/US2013/050328` (WO); of other offices as DOCDB writes it. DOCDB comes first, the office's own writing next, EPODOC last.
 * @param office of the publication; a PCT application has its receiving office in DOCDB
 * Null where no spelling is one of such a number.
 */
export const applicationNumber = (office: string, ids: readonly DocId[], filed: Day | null): string | null => {
  const sorted = [...ids].sort((a, b) => rank(a) - rank(b));
  for (const id of sorted) {
    const number = read(office, { ...id, number: clean(id.number) }, filed);
    if (number !== null) return number;
  }
  if (office !== 'US') return null;
  // Serial number and year alone are eight digits too: with its country it is never taken for another application's number.
  const epodoc = sorted.find(({ type, number }) => type === 'epodoc' && /^US\d{11}P?$/.test(clean(number)));
  return epodoc === undefined ? null : clean(epodoc.number);
};

const read = (office: string, id: DocId, filed: Day | null): string | null => {
  if (office === 'CN') return chinese(id);
  if (office === 'US') return american(id, filed);
  if (office === 'EP') return european(id);
  if (office === 'WO') return international(id);
  const number = id.type === 'epodoc' && id.number.startsWith(office) ? id.number.slice(2) : id.number;
  return /^[A-Z0-9/.-]{1,40}$/.test(number) ? number : null;
};

const chinese = ({ type, number }: DocId): string | null => {
  const digits = number.replace(/^CN/, '').replace(/[UY]$/, '');
  if (type !== 'epodoc') {
    const parsed = parsePatentNumber(digits);
    if (!isReject(parsed)) return parsed.canonical;
    // DOCDB drops the noughts in front: 1123456 is 01123456, filed in 2001.
    return /^\d{6,7}$/.test(digits) ? canonical(digits.padStart(8, '0')) : null;
  }
  // EPODOC: year, type digit and a serial number of six digits, or of seven where it needs them.
  const found = /^(\d{4})(\d)(\d{6,7})$/.exec(digits);
  if (found === null) return null;
  const [year, kind, serial] = [Number(found[1]), found[2]!, Number(found[3])];
  // Numbers of 2003-10-01 and later have seven digits and began at 0100001; those before had five.
  const old = year < 2003 || (year === 2003 && serial < 100_000);
  if (old && serial > 99_999) return null;
  return canonical(old ? `${found[1]!.slice(2)}${kind}${String(serial).padStart(5, '0')}` : `${found[1]}${kind}${String(serial).padStart(7, '0')}`);
};

const canonical = (body: string): string | null => {
  const parsed = parsePatentNumber(body);
  return isReject(parsed) ? null : parsed.canonical;
};

const american = ({ type, number, kind, date }: DocId, filed: Day | null): string | null => {
  const day = filed ?? date;
  if (type === 'original') {
    const digits = number.replace(/^US/, '').replace(/[^0-9]/g, '');
    return /^\d{8}$/.test(digits) ? digits : null;
  }
  const whole = WHOLE_US.exec(number);
  if (whole !== null) return whole[1]!;
  if (type === 'epodoc') {
    const found = /^US\d{4}0(\d{6})([A-Z]?)$/.exec(number);
    return found === null ? null : usNumber(found[1]!, found[2] || 'A', day);
  }
  const short = /^(\d{1,6})(\d{2})$/.exec(number);
  // The year of the number is the year of filing; another one is another form.
  return short === null || day === null || day.slice(2, 4) !== short[2] ? null : usNumber(short[1]!, kind, day);
};

const european = ({ type, number }: DocId): string | null => {
  if (type === 'epodoc') {
    const found = /^EP(?:19|20)(\d{2})0(\d{6})$/.exec(number);
    return found === null ? null : `${found[1]}${found[2]}`;
  }
  // Behind a dot the office writes a check digit that is no part of the number.
  const digits = number.replace(/^EP/, '').replace(/\.\d$/, '');
  return /^\d{5,8}$/.test(digits) ? digits.padStart(8, '0') : null;
};

/** `US` 2013050328, 0321714 or 321714 with kind W; `WO2013US50328`; `PCT/US2013/050328`, `US2013/050328`. */
const international = ({ type, country, number }: DocId): string | null => {
  const written = /^(?:PCT\/?)?([A-Z]{2})((?:19|20)\d{2}|\d{2})\/?(\d{5,6})$/.exec(number);
  if (written !== null && written[1] !== 'WO') return pct(written[1]!, written[2]!, written[3]!);
  if (type === 'epodoc') {
    const found = /^WO((?:19|20)\d{2})([A-Z]{2})(\d{1,6})$/.exec(number);
    return found === null ? null : pct(found[2]!, found[1]!, found[3]!);
  }
  if (country === null || !/^[A-Z]{2}$/.test(country) || country === 'WO') return null;
  const long = /^((?:19|20)\d{2})(\d{6})$/.exec(number) ?? /^(\d{2})(\d{5})$/.exec(number.padStart(7, '0'));
  return long === null ? null : pct(country, long[1]!, long[2]!);
};

/** Since 2004 with the whole year and six digits; older numbers are written in the same way. The treaty is of 1978. */
const pct = (country: string, year: string, serial: string): string => {
  const whole = year.length === 4 ? year : Number(year) >= 78 ? `19${year}` : `20${year}`;
  return `PCT/${country}${whole}/${serial.padStart(6, '0')}`;
};
