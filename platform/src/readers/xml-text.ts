// Text of a leaf outside records, without a parser.
import { characterNamed } from './xml-characters.ts';

/** Character references resolved, what is none left as it stands; white space collapsed. */
export const textFrom = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z][\w.]{0,40}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return characterNamed(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
