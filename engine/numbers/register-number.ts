// A number of another office's register: by the office that a table names, or by a spelling that only that office has.
import type { RightKind } from '@zhijian/contract';
import { parseEuDesignNumber } from './eu-design.ts';
import { parseEuTrademarkNumber } from './eu-trademark.ts';
import { parseHagueNumber } from './hague.ts';
import { parseJpNumber } from './jp-number.ts';
import { parseMadridNumber } from './madrid.ts';
import { parsePctNumber } from './pct.ts';
import { parseSt13Number } from './st13.ts';
import { parseUkTrademarkNumber } from './uk-trademark.ts';
import { parseUsTrademarkNumber } from './us-trademark.ts';

export interface RegisterNumber {
  /** ST.3. */
  office: string;
  /** As that office writes it: `018123456`, `UK00003123456`, `G1516387`, `PCT/CN2019/076517`. */
  canonical: string;
}
type Reader = (text: string, known: boolean) => RegisterNumber | null;

const japanese =
  (kind: RightKind): Reader =>
  (text, known) => {
    const read = parseJpNumber(text, known);
    return read && (read.kind === null || read.kind === kind) ? read : null;
  };
/** G and 国际注册 without another office mean the designation of China, which the Chinese register holds. */
const madrid: Reader = (text, known) => {
  const read = parseMadridNumber(text, known);
  return read && (known || read.office === 'WO') ? { office: 'WO', canonical: read.canonical } : null;
};
const international: Reader = (text) => {
  const read = parsePctNumber(text);
  return read?.sort === 'application' ? read : null;
};
const TRADEMARK: Record<string, Reader> = {
  EM: parseEuTrademarkNumber,
  GB: parseUkTrademarkNumber,
  US: parseUsTrademarkNumber,
  JP: japanese('trademark'),
  WO: madrid,
};
const READERS: Record<RightKind, Record<string, Reader>> = {
  trademark: TRADEMARK,
  design: { EM: parseEuDesignNumber, WO: parseHagueNumber, JP: japanese('design') },
  utility_model: { WO: international },
  invention: { WO: international },
};

/** Most rows of a Chinese register: figures without a nought in front are no other office's by themselves. */
const HOME = /^(?:ZL ?)?[1-9]\d{0,12}(?:\.[\dX])?$/;

/**
 * A number of a right outside the Chinese register in that office's spelling; ST.13 numbers of marks are taken apart. Null where it is none:
 * a Chinese number, or a form that section 1.8 does not name, which then stands as it is written.
 * @param office ST.3 code that the table gives; null: only spellings that no other office has are taken, since figures alone may be any country's
 */
export const parseRegisterNumber = (kind: RightKind, text: string, office: string | null): RegisterNumber | null => {
  if (office === 'CN' || (office === null && HOME.test(text))) return null;
  const st13 = parseSt13Number(text);
  if (st13) {
    if (st13.kind !== kind || (office !== null && office !== st13.office)) return null;
    return READERS[kind][st13.office]?.(st13.serial.replace(/^0+/, ''), true) ?? { office: st13.office, canonical: st13.canonical };
  }
  if (office !== null) {
    // The International Bureau is WIPO's; the table's word for it stays.
    const read = READERS[kind][office === 'IB' ? 'WO' : office]?.(text, true);
    return read ? { office, canonical: read.canonical } : null;
  }
  for (const read of Object.values(READERS[kind])) {
    const found = read(text, false);
    if (found) return { office: found.office, canonical: found.canonical };
  }
  return null;
};
