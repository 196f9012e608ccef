// Prices as shops print them -> whole minor units with a currency.

export interface Money {
  /** Minor units: fen, cents; of a currency without minor units, the unit itself. */
  amount: number;
  /** ISO 4217; null where the text does not say. */
  currency: string | null;
}

/** Longest first: HK$ before $. The yen sign is shared; the market decides (see `currencyOf`). */
const SIGNS: readonly [sign: string, currency: string][] = [
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  ['CN¥', 'CNY'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['US$', 'USD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['新台币', 'TWD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['韩元', 'KRW'],
  ['卢布', 'RUB'],
  ['圆', 'CNY'],
  ['元', 'CNY'],
  ['块', 'CNY'],
  ['¥', 'CNY'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₹', 'INR'],
  ['฿', 'THB'],
];
const WITHOUT_MINOR = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'UGX', 'XAF', 'XOF', 'XPF', 'PYG']);
const THREE_PLACES = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
const AMOUNT = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
/** `12,99`: a comma with two places behind it parts no thousands. */
const COMMA_AMOUNT = /^(\d+),(\d{2})$/;

/** Currency of a cell or of a sign: `CNY`, `人民币`, `US$`, `¥` (yen where `market` is JP). Null where it is none. */
export const currencyOf = (text: string, market: string): string | null => {
  if (text.length > 40) return null;
  const word = text.normalize('NFKC').trim().toUpperCase();
  if (/^[A-Z]{3}$/.test(word)) return word === 'RMB' ? 'CNY' : word;
  const found = SIGNS.find(([sign]) => sign === word)?.[1] ?? null;
  return word === '¥' && market === 'JP' ? 'JPY' : found;
};

/**
 * A price: `¥1,299.00`, `1299元`, `129.95`, `US$ 12.99`, `12.5万元`, `CNY 12`. Null for a range, a word, a negative amount.
 * @param currency that of the file's own column, which wins over a sign; null where there is none
 */
export const parseMoney = (text: string, currency: string | null, market: string): Money | null => {
  if (text.length > 40) return null;
  let rest = text.normalize('NFKC').trim().toUpperCase();
  let named: string | null = null;
  const code = /^([A-Z]{3})\s*(?=\d)|(?<=[\d万])\s*([A-Z]{3})$/.exec(rest);
  if (code) {
    named = currencyOf(code[1] ?? code[2]!, market);
    rest = rest.replace(code[0], '');
  } else {
    const before = SIGNS.find(([sign]) => rest.startsWith(sign));
    if (before) rest = rest.slice(before[0].length);
    const after = SIGNS.find(([sign]) => rest.endsWith(sign));
    if (after) rest = rest.slice(0, -after[0].length);
    const sign = before ?? after;
    if (before && after && before[1] !== after[1]) return null;
    if (sign) named = currencyOf(sign[0], market);
  }
  rest = rest.trim();
  const tenThousands = rest.endsWith('万');
  const found = AMOUNT.exec(tenThousands ? rest.slice(0, -1).trim() : rest) ?? COMMA_AMOUNT.exec(rest);
  if (!found) return null;
  const money = currency ?? named;
  const places = (money !== null && WITHOUT_MINOR.has(money) ? 0 : money !== null && THREE_PLACES.has(money) ? 3 : 2) + (tenThousands ? 4 : 0);
  const amount = scaled(found[1]!.replaceAll(',', ''), found[2] ?? '', places);
  return Number.isSafeInteger(amount) ? { amount, currency: money } : null;
};

/** Digits with the point moved; half a unit rounds up. Without floating point, so that 1.005 is 101. */
const scaled = (whole: string, fraction: string, places: number): number => {
  const kept = fraction.slice(0, places).padEnd(places, '0');
  return Number(`${whole}${kept}`) + (Number(fraction[places] ?? '0') >= 5 ? 1 : 0);
};
