// International patent applications and their publications, PCT (domain.md 1.8).
import type { Day } from '@zhijian/contract';
import { compactNumber, figures } from './compact.ts';
import { parseOfficeCode } from './office.ts';

export interface PctNumber {
  office: 'WO';
  sort: 'application' | 'publication';
  /** `PCT/CN2019/076517` of the application, `WO2019170030A1` of its publication: two numbers of one thing, neither computed from the other. */
  canonical: string;
  /** Office where it was filed; null of a publication, which does not tell. */
  receiving_office: string | null;
  year: number;
  /** `A1`, `A3` …; null where none was given and for applications. */
  kind_code: string | null;
}

/** The treaty came into force in 1978. */
const FIRST_YEAR = 1978;
const APPLICATION = /^PCT\/?([A-Z]{2})\/?(\d{4}|\d{2})\/?([\dOIL]{5,6})$/;
const PUBLICATION = /^WO\/?(\d{4}\/?[\dOIL]{6}|\d{4}\/[\dOIL]{5,6}|\d{2}\/?[\dOIL]{5})(A[1-9])?$/;

const whole = (year: string): number => (year.length === 4 ? Number(year) : Number(year) >= 78 ? 1900 + Number(year) : 2000 + Number(year));

/**
 * `PCT/CN2019/076517`, `PCT/CN2019/76517`, `PCT/US98/12345` (two figures of the year until 2003), `WO2019170030A1`, `WO 98/12345`. The year is written
 * whole, the serial with six figures. Null for another form, an office that ST.3 does not have, and a year before 1978.
 * @param today the day of judging: later years are none; without it none is in the future. Source: domain.md 1.8.
 */
export const parsePctNumber = (text: string, today?: Day): PctNumber | null => {
  const compact = compactNumber(text)
    .replace(/[-,.:]/g, '')
    .replace(/^(?:国际)?(?:专利)?(?:申请|公布|公开)?号?(?=PCT|WO)/, '');
  const known = (year: number) => year >= FIRST_YEAR && (today === undefined || year <= Number(today.slice(0, 4)));
  const filed = APPLICATION.exec(compact);
  if (filed) {
    const [year, serial, receiving_office] = [whole(filed[2]!), figures(filed[3]!), parseOfficeCode(filed[1]!)];
    if (!known(year) || receiving_office === null || !/^\d+$/.test(serial)) return null;
    const canonical = `PCT/${receiving_office}${year}/${serial.padStart(6, '0')}`;
    return { office: 'WO', sort: 'application', canonical, receiving_office, year, kind_code: null };
  }
  const published = PUBLICATION.exec(compact);
  if (!published) return null;
  const number = published[1]!;
  // Four figures without a slash and seven in all are a year of two figures and a serial of five: WO9812345.
  const size = number.includes('/') ? number.indexOf('/') : number.length === 7 ? 2 : 4;
  const [year, serial] = [whole(number.slice(0, size)), figures(number.slice(size).replace('/', ''))];
  if (!known(year) || !/^\d+$/.test(serial)) return null;
  const kind_code = published[2] ?? null;
  return {
    office: 'WO',
    sort: 'publication',
    canonical: `WO${year}${serial.padStart(6, '0')}${kind_code ?? ''}`,
    receiving_office: null,
    year,
    kind_code,
  };
};
