// How a grant, publication or registration number is looked up, however it is written.

export interface OtherKeys {
  /** Letters and digits alone, leading zeros of the digits dropped: `US6970935B1`. */
  whole: string;
  /** Without country and kind of document: `6970935`, `D435854`. */
  bare: string;
  /** The country that it names; null where it names none. */
  country: string | null;
}

/** DOCDB writes US 2006/0142694 with six digits behind the year, the office with seven (ST.6 of 2001). */
const DOCDB = /^(20\d{2})(\d{6})$/;
const PARTS = /^([A-Z]{2})?([A-Z]{0,3})0*(\d{3,})([A-Z]\d?)?$/;

/** `US 6,970,935 B1`, `us-06970935-b1`, `D435,854`. */
export const otherKeys = (number: string): OtherKeys => {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const [, country = null, letters = '', digits, kind = ''] = PARTS.exec(plain) ?? [];
  if (digits === undefined) return { whole: plain, bare: plain, country: null };
  const serial = country === 'US' && letters === '' ? digits.replace(DOCDB, '$10$2') : digits;
  return { whole: `${country ?? ''}${letters}${serial}${kind}`, bare: `${letters}${serial}`, country };
};
