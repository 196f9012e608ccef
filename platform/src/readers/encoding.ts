// UTF-8 or GB18030? Weighed on the bytes; both keep , ; tab " and line breaks apart from the bytes of a character,
// so records are cut first and decoded one by one.
import { isAscii } from 'node:buffer';

export type Encoding = 'utf-8' | 'gb18030';

/** What the non-ASCII bytes of a sample look like. */
export interface Evidence {
  /** Whole UTF-8 sequences of two to four bytes. */
  utf8: number;
  /** Bytes that belong to no UTF-8 sequence. */
  broken: number;
  /** Two bytes in the GB 2312 rows, or four in the form that GB 18030 added. */
  gb: number;
  /** Other readings of a high byte as GB 18030, right or wrong. */
  notGb: number;
}

/** Length of the UTF-8 sequence at `at` (RFC 3629: no overlong form, no surrogate); 0 where there is none, -1 where the bytes end inside it. */
const utf8Length = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return -1;
    const least = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
};

/** Length of the GB 18030 character at `at`; 0 where there is none, -1 where the bytes end inside it. */
const gbLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at]!;
  if (lead <= 0x80) return 1;
  if (lead === 0xff) return 0;
  const second = bytes[at + 1];
  if (second === undefined) return -1;
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2;
  if (second < 0x30 || second > 0x39) return 0;
  const third = bytes[at + 2];
  const fourth = bytes[at + 3];
  if (third === undefined || (third >= 0x81 && third <= 0xfe && fourth === undefined)) return -1;
  return third >= 0x81 && third <= 0xfe && fourth! >= 0x30 && fourth! <= 0x39 ? 4 : 0;
};

/** Adds what `bytes` shows to `evidence`. A character cut at either end counts neither way; `cut`: the bytes may begin inside one. */
export const weigh = (bytes: Buffer, evidence: Evidence, cut: boolean): void => {
  if (isAscii(bytes)) return;
  let at = 0;
  while (cut && at < 3 && (bytes[at]! & 0xc0) === 0x80) at++;
  for (const end = bytes.length; at < end; ) {
    const length = utf8Length(bytes, at);
    if (length > 1) evidence.utf8++;
    else if (length === 0) evidence.broken++;
    at += length > 0 ? length : length < 0 ? end : 1;
  }
  // Pairs are counted from the last ASCII byte before them, else a cut character would shift all that follow.
  at = 0;
  while (cut && at < bytes.length && bytes[at]! >= 0x80) at++;
  for (const end = bytes.length; at < end; ) {
    const length = gbLength(bytes, at);
    if (length === 4 || (length === 2 && bytes[at]! >= 0xa1 && bytes[at]! <= 0xf7 && bytes[at + 1]! >= 0xa1)) evidence.gb++;
    else if (length >= 0 && bytes[at]! >= 0x80) evidence.notGb++;
    at += length > 0 ? length : length < 0 ? end : 1;
  }
};

export const enough = ({ utf8, broken }: Evidence): boolean => utf8 + broken >= 4096;

/**
 * The encoding of a file, of the evidence in it. One broken byte among UTF-8 text stays a broken byte; GB 18030 is only
 * taken where most pairs lie in the GB 2312 rows, so that a Latin-1 or Shift-JIS file becomes named rejects, not false Han.
 * In Chinese text as GB 18030 about 1 character in 5 looks like UTF-8 by chance, the others give two broken bytes each.
 */
export const decide = ({ utf8, broken, gb, notGb }: Evidence): Encoding => (broken > utf8 && gb > notGb ? 'gb18030' : 'utf-8');

const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Text of a GB 18030 record; null where a byte does not fit. */
export const decodeGb = (bytes: Uint8Array): string | null => {
  try {
    return gb18030.decode(bytes);
  } catch {
    return null;
  }
};

/** Offset of the first byte that does not fit the encoding; 0 where only the mapping fails. */
export const firstBroken = (bytes: Uint8Array, encoding: Encoding): number => {
  const lengthAt = encoding === 'utf-8' ? utf8Length : gbLength;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length < 1) return at;
    at += length;
  }
  return 0;
};

/** Bytes for a message: what can be read as text, what cannot as \xNN. */
export const showBytes = (bytes: Buffer, encoding: Encoding): string => {
  const lengthAt = encoding === 'utf-8' ? utf8Length : gbLength;
  let shown = '';
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    const part = bytes.subarray(at, at + Math.max(length, 1));
    const text = length < 1 ? null : encoding === 'utf-8' ? part.toString() : decodeGb(part);
    shown += text ?? `\\x${part.toString('hex').toUpperCase()}`;
    at += part.length;
  }
  return shown;
};
