// In which encoding an XML file is: byte order mark, then its declaration, then UTF-8 (XML 1.0, appendix F).
// In all of these `<` and `>` are bytes of their own and never part of a character, so records can be cut out before they are decoded.
import { isAscii, isUtf8 } from 'node:buffer';

export type XmlEncoding = 'utf-8' | 'gb18030' | 'iso-8859-1' | 'windows-1252' | 'us-ascii';

const NAMES: Record<string, XmlEncoding> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  // Whoever wrote the declaration in single bytes did not write UTF-16.
  'utf-16': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'iso-8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
};

/** The encoding that an XML declaration names, UTF-8 where it names none; the name itself in `unknown` where we have no such encoding. */
export const declaredEncoding = (declaration: string): { encoding: XmlEncoding; unknown: string | null } => {
  const name = /\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(declaration)?.[1];
  if (name === undefined) return { encoding: 'utf-8', unknown: null };
  const encoding = NAMES[name.toLowerCase()];
  // What is plain ASCII reads the same in nearly all of them.
  return encoding ? { encoding, unknown: null } : { encoding: 'us-ascii', unknown: name };
};

const DECODERS = {
  gb18030: new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }),
  'windows-1252': new TextDecoder('windows-1252', { fatal: true, ignoreBOM: true }),
};

/** Text of a record; null where a byte does not fit the encoding. */
export const decodeXml = (bytes: Buffer, encoding: XmlEncoding): string | null => {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : null;
  if (encoding === 'iso-8859-1') return bytes.toString('latin1');
  if (encoding === 'us-ascii') return null;
  try {
    return DECODERS[encoding].decode(bytes);
  } catch {
    return null;
  }
};

/** Offset of the first byte outside ASCII, or -1. */
export const firstHigh = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte >= 0x80);
