// Classes of designs, the Locarno classification (domain.md 1.6).
import { compactNumber } from './compact.ts';

export interface LocarnoClass {
  /** `12-08`. */
  canonical: string;
  /** Stated with it: `LOC(13) Cl. 12-08`. Classes of two editions never compare. */
  edition: number | null;
}

/** Classes 1 to 32 since the eleventh edition; 99 holds what is elsewhere not in a subclass. */
const LAST_CLASS = 32;

/**
 * `12-08`, `1208`, `LOC(13) Cl. 12-08`, `洛迦诺分类号 2-4`. A class of one figure is filled up where a hyphen tells the two apart. Null for a class over 32,
 * a subclass 00, and days that a spreadsheet has made of it (`12月8日`, `2026-12-08`). Source: domain.md 1.6.
 */
export const parseLocarno = (text: string): LocarnoClass | null => {
  // The brackets of the edition tell it from the class, so they are turned to a sign before brackets go.
  const compact = compactNumber(text.replace(/[（(]\s*(\d{1,2})\s*[）)]/g, '~$1~')).replace(/O(?!C)/g, '0');
  const read =
    /^(?:L[O0]C)?(?:~(\d{1,2})~)?(?:国际)?(?:外观设计)?(?:洛[迦伽]诺)?(?:分类号?)?(?:CL(?:ASS)?)?[.:]?(?:(\d{1,2})[-./](\d{1,2})|(\d{2})(\d{2}))$/.exec(
      compact,
    );
  if (!read) return null;
  const [main, sub] = [read[2] ?? read[4]!, read[3] ?? read[5]!];
  if (!Number(main) || Number(main) > LAST_CLASS || !Number(sub)) return null;
  return { canonical: `${main.padStart(2, '0')}-${sub.padStart(2, '0')}`, edition: read[1] === undefined ? null : Number(read[1]) };
};
