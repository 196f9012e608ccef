// What a cell of a workbook says, as the text that its user sees: days, numbers without exponent, and whether digits are gone.

/** Built-in formats of days, those of the Chinese Excel among them (ECMA-376 18.8.30: 14-22, 27-36, 45-47, 50-58). */
const isBuiltInDay = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a day or a time: letters of one outside quotes, brackets and escapes. */
export const isDayFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return isBuiltInDay(id);
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!;
  return /[ymdhs]/i.test(plain) && !/general/i.test(plain);
};

const DAY = 86_400;
/** 1899-12-30, so that 61 is 1900-03-01 in spite of the 29 February 1900 that Excel believes in. */
const EPOCH = Date.UTC(1899, 11, 30) / 1000;
const FROM_1904 = 1462;
/** 9999-12-31. */
const LAST = 2_958_465;

/** A serial number of a workbook as a day, with its time where it has one; null where it is none. */
export const serialText = (serial: number, date1904: boolean): string | null => {
  if (!(serial >= 0 && serial <= LAST)) return null;
  const seconds = Math.round(serial * DAY);
  const time = new Date((seconds % DAY) * 1000).toISOString().slice(11, 19);
  const whole = Math.floor(seconds / DAY);
  if (whole === 0 && !date1904) return time;
  const shifted = date1904 ? whole + FROM_1904 : whole < 61 ? whole + 1 : whole;
  const day = new Date((EPOCH + shifted * DAY) * 1000).toISOString().slice(0, 10);
  return time === '00:00:00' ? day : `${day} ${time}`;
};

/** A workbook keeps 15 digits of a number: of what was typed with more, the rest is gone and cannot be told. */
const EXACT = 1e15;

/** A number of a workbook as its user sees it, without exponent; `lost` where it may have had more digits than are left. */
export const numberText = (raw: string): { text: string; lost: boolean } => {
  if (/^-?\d{1,15}$/.test(raw)) return { text: raw, lost: false };
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return { text: raw, lost: false };
  if (Number.isInteger(number)) return { text: plain(number), lost: Math.abs(number) >= EXACT };
  return { text: plain(Number(number.toPrecision(15))), lost: Math.abs(number) >= EXACT };
};

/** Digits and a point, where JavaScript would write 1e-7. */
const plain = (number: number): string => {
  const text = String(number);
  const [, sign = '', whole = '', fraction = '', power = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (power === '') return text;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0').slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
};

const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!']);
/** A formula that came to nothing says nothing. */
export const isErrorValue = (text: string): boolean => ERRORS.has(text);

/** `_x000D_` in a text of a workbook is the character of that number (ECMA-376 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
