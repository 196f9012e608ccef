// Numbers of the US office as they stand in its files -> their one spelling.
import { READER_SENTENCE, say, USPTO_SENTENCE } from '@zhijian/contract';
import { type Day, fieldNames } from '@zhijian/contract';
import { parseDay, SetAside } from '../../readers/index.ts';

/** What sets a record aside where its file does not say it. */
export const missing = (field: 'number' | 'grant_date' | 'published_on'): SetAside =>
  new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));

/**
 * Series and six digits, `09703574`. `series` is the series code that stands beside a number of six digits; D is that of designs, 29.
 * Throws SetAside.
 */
export const applicationNumber = (text: string | null, series: string | null): string => {
  if (text === null) throw missing('number');
  const digits = text.replace(/[\s/,]/g, '');
  if (/^\d{8}$/.test(digits)) return digits;
  const code = series === 'D' ? '29' : (series ?? '').padStart(2, '0');
  if (/^\d{6}$/.test(digits) && /^\d\d$/.test(code) && code !== '00') return `${code}${digits}`;
  throw new SetAside('number', 'right_number', series === null ? text : `${series} ${text}`, USPTO_SENTENCE.application_number);
};

/** `06970935` and B1 -> `US6970935B1`; `D0435854` and S -> `USD435854S`. Throws SetAside. */
export const documentNumber = (text: string | null, kind: string | null): string => {
  if (text === null) throw missing('number');
  const found = /^(D|PP|RE|RX|AI|X|H|T)?0*([1-9]\d{0,10})$/.exec(text.replace(/[\s,./]/g, '').toUpperCase());
  if (found === null) throw new SetAside('number', 'right_number', text, USPTO_SENTENCE.document_number);
  if (kind !== null && !/^[A-Z]\d?$/.test(kind)) throw new SetAside('number', 'right_number', kind, USPTO_SENTENCE.document_kind);
  return `US${found[1] ?? ''}${found[2]}${kind ?? ''}`;
};

/** An international application or publication: `PCT/NO98/00107` -> `PCTNO9800107`. */
export const internationalNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A day that decides law: null where none is given. Throws SetAside for one that cannot be read. */
export const dayOf = (text: string | null, field: 'filing_date' | 'grant_date' | 'published_on'): Day | null => {
  if (text === null) return null;
  const day = parseDay(text);
  if (day === null) throw new SetAside(field, 'date', text, READER_SENTENCE.day);
  return day;
};

/** A day that only informs; `19831100` is a month and no day. */
export const anyDay = (text: string | null): Day | null => (text === null ? null : parseDay(text));

/**
 * The check digit of the Green Book, modulus 11 over the digits with weights 2, 3, 4 … from the right; null where it would be 10, which the
 * office wrote in more than one way. Found by computing it for the numbers of real records.
 */
export const checkDigit = (digits: string): string | null => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i + 2);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : String(check);
};
