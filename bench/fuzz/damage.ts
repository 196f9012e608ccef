// The ways in which a file is damaged, each by chance that is the same for the same seed.
import iconv from 'iconv-lite';
import { numbers } from '../../platform/src/readers/testing-damage.ts';

export type Chance = (most: number) => number;

/** The same numbers for the same sample, seed and try, whatever was tried before. */
export const chanceOf = (name: string, seed: number, attempt: number): Chance => {
  let hash = Math.imul(seed, 0x9e3779b1) ^ Math.imul(attempt + 1, 0x85ebca6b);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return numbers(hash);
};

const TOKENS = [
  ...['<', '>', '&', '"', "'", '</', '<?', '<!--', '-->', '<![CDATA[', ']]>', '--', '<a', '<a>', '</a>', '<a/>', '<a b="', "<a b='"],
  ...['&x;', '&lt', '&#0;', '&#x110000;', '&#xD800;', '&#99999999999999999999;', '&amp;&amp;', '%x;', '&nope;'],
  ...['<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!ENTITY % d SYSTEM "http://x/">'],
  ...['<case-file>', '</case-file>', '<serial-number>', '</claim>', '<claim-text>', '</doc-number>', '<family-member>', '<exchange-document '],
  ...['\nPATN\n', '\nCLMS\n', '\nNUM  2.\n', '\nWKU  \n', '\r', '\n', '\r\n', '\u2028', '\u0085', '\t', ',', ';', '""', '","', '",\n"', ',,,,,,,'],
  ...[
    '{',
    '}',
    '[',
    ']',
    '[[',
    '{}',
    'null',
    'true',
    '":',
    '{"a":',
    '\\',
    '\\u',
    '\\ud800',
    '\\u0000',
    '1e999',
    '-0',
    '0x',
    '"__proto__":1,',
    '@type',
  ],
  ...[
    '</script>',
    '<script>',
    '<script type="application/ld+json">',
    '<div itemscope itemprop="a">',
    '<meta property="og:title" content="',
    '</html>',
  ],
  ...[
    '=1+1',
    '=cmd|x!A1',
    '@SUM(A1)',
    '+1',
    '-1',
    'NaN',
    'Infinity',
    '20051399',
    '00000000',
    '99999999',
    '2026-02-30',
    '0000-00-00',
    '2026年13月45日',
  ],
  ...[
    '# covers: CN:trademark:1900-2100',
    '# known_on: 2026-13-01',
    '\ufeff',
    '\u202e',
    '\u200b',
    '　',
    '，',
    '；',
    '“',
    '”',
    '零',
    '\u0300\u0300\u0300',
    '𠀀',
  ],
].map((text) => Buffer.from(text));

/** Half a surrogate pair as CESU-8, bytes of no encoding, the marks of other encodings. */
const BYTES = [
  'eda080',
  'edb080',
  'ff',
  'fe',
  'fffe',
  'feff',
  'efbbbf',
  'c0af',
  'f4908080',
  '81',
  '8130',
  '84319533',
  '1b2442',
  '504b0304',
  '1f8b',
  '80',
  'a0',
  '00',
].map((hex) => Buffer.from(hex, 'hex'));

const NESTS = ['<a>', '<a b="c">', '[', '{"a":', '(', '"', '<div>', '<!--', '&amp;', '<![CDATA[', '""', '[{'].map((text) => Buffer.from(text));
const FILL = [' ', 'x', '\n', '\0', ',', '0', '<', '"', '中', ' \t\r\n', '1, '].map((text) => Buffer.from(text));

const filled = (piece: Buffer, length: number): Buffer => Buffer.alloc(length, piece);
const noise = (length: number, next: Chance): Buffer => Buffer.from(Array.from({ length }, () => next(256)));
const put = (bytes: Buffer, from: number, to: number, ...pieces: Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, from), ...pieces, bytes.subarray(to)]);

/** Short ones mostly, and now and then one of thousands. */
const span = (next: Chance): number => 1 + next(next(4) === 0 ? (next(4) === 0 ? 5000 : 400) : 12);
/** Of something made to be too much: at most 4096 mostly, sometimes a quarter of a million. */
const much = (next: Chance): number => 1 + next(next(12) === 0 ? 1 << 18 : 1 << 12);
const anyOf = <T>(list: readonly T[], next: Chance): T => list[next(list.length)]!;

const ENCODINGS = ['utf-16le', 'utf-16be', 'gb18030', 'latin1', 'utf-7', 'shift_jis'];
/** As if it had been saved in another encoding, or read in the wrong one and saved again. */
const encoded = (bytes: Buffer, next: Chance): Buffer => {
  const to = anyOf(ENCODINGS, next);
  return next(3) === 0 ? Buffer.from(iconv.decode(bytes, to)) : iconv.encode(bytes.toString('utf8'), to);
};

type Damage = (bytes: Buffer, at: number, next: Chance) => Buffer;

const DAMAGES: readonly Damage[] = [
  (bytes, at, next) => overwritten(bytes, at, noise(1 + next(4), next)),
  (bytes, at, next) => put(bytes, at, at + span(next)),
  (bytes, at, next) => put(bytes, at, at, bytes.subarray(at, at + span(next))),
  (bytes, at, next) => put(bytes, at, at, noise(span(next), next)),
  (bytes, at, next) => (next(3) === 0 ? bytes.subarray(at) : bytes.subarray(0, at)),
  (bytes, at, next) => put(bytes, at, at, anyOf(TOKENS, next)),
  (bytes, at, next) => put(bytes, at, at + span(next), anyOf(TOKENS, next), anyOf(TOKENS, next)),
  (bytes, at, next) => put(bytes, at, at, anyOf(BYTES, next)),
  (bytes, at, next) => {
    const piece = anyOf(NESTS, next);
    return put(bytes, at, at, filled(piece, piece.length * Math.ceil(much(next) / piece.length)));
  },
  (bytes, at, next) => put(bytes, at, at, Buffer.from(anyOf([' a="', '<a b="', '"', '', ','], next)), filled(anyOf(FILL, next), much(next))),
  (bytes, at, next) => overwritten(bytes, at, Buffer.alloc(span(next))),
  (bytes, at, next) => {
    const to = Math.min(bytes.length, at + span(next));
    return put(bytes, at, to, encoded(bytes.subarray(at, to), next));
  },
  (bytes, at, next) => {
    const [from, other] = [at, next(bytes.length)].sort((a, b) => a - b) as [number, number];
    const length = Math.min(span(next), other - from, bytes.length - other);
    return Buffer.concat([
      bytes.subarray(0, from),
      bytes.subarray(other, other + length),
      bytes.subarray(from + length, other),
      bytes.subarray(from, from + length),
      bytes.subarray(other + length),
    ]);
  },
];

const overwritten = (bytes: Buffer, at: number, piece: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  piece.copy(copy, at);
  return copy;
};

/** One to three damages: bytes changed, taken out, doubled, put in, cut off, exchanged or written in another encoding; hostile pieces; too much of something. */
export const damaged = (bytes: Buffer, next: Chance): Buffer => {
  let result = bytes;
  for (let count = 1 + next(3) * next(2); count > 0; count--) result = anyOf(DAMAGES, next)(result, next(result.length + 1), next);
  return result;
};

/** A whole file in another encoding, else damaged anywhere. */
export const damagedFile = (bytes: Buffer, next: Chance): Buffer => (next(12) === 0 ? encoded(bytes, next) : damaged(bytes, next));

/** Bytes changed where they stand: whatever is found by its offset stays where it is. */
export const damagedInPlace = (bytes: Buffer, next: Chance): Buffer => {
  let result = bytes;
  for (let count = 1 + next(3); count > 0; count--) {
    const at = next(bytes.length);
    const length = Math.min(span(next), bytes.length - at);
    result = overwritten(
      result,
      at,
      next(3) === 0 ? Buffer.alloc(length) : next(3) === 0 ? anyOf(TOKENS, next).subarray(0, length) : noise(length, next),
    );
  }
  return result;
};
