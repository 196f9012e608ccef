// Bar codes of goods: GTIN-13 (EAN-13) with its shorter and longer forms (domain.md 1.9).
import { compactNumber, figures } from './compact.ts';

export interface Gtin {
  /** Thirteen figures, a UPC with its nought in front; eight and fourteen stay what they are. */
  canonical: string;
  /** The prefix 680-699 was given out in China. It tells who gave the number, not where the goods were made. */
  chinese: boolean;
}
export interface GtinReject {
  reject: 'shape' | 'check_digit';
  /** The last figure that would be right; null for `shape`. */
  check_expected: string | null;
}

/** The last figure of a bar code: weights 3, 1, 3 … from the right, up to the next ten. @param body the figures before it. */
const checkDigit = (body: string): string => {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
};

/**
 * `6901234567892`, `69 01234 567892`, `条码：6901234567892`; UPC of 12 figures, GTIN-14 of a carton, EAN-8. A code identifies goods and does not
 * authenticate them. Never throws; what is none is told as `shape`, a wrong last figure as `check_digit`. Source: domain.md 1.9.
 */
export const parseGtin = (text: string): Gtin | GtinReject => {
  const digits = figures(
    compactNumber(text)
      .replace(/^(?:商品)?(?:条形?码|EAN|GTIN|UPC)(?:-?(?:8|12|13|14)(?=[:.]))?(?:号|NO)?[:.]?/, '')
      .replace(/-/g, ''),
  );
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return { reject: 'shape', check_expected: null };
  const expected = checkDigit(digits.slice(0, -1));
  if (digits.at(-1) !== expected) return { reject: 'check_digit', check_expected: expected };
  const canonical = digits.length === 12 ? `0${digits}` : digits.length === 14 && digits[0] === '0' ? digits.slice(1) : digits;
  const prefix = Number(canonical.slice(canonical.length - (canonical.length === 8 ? 8 : 13)).slice(0, 3));
  return { canonical, chinese: prefix >= 680 && prefix <= 699 };
};
