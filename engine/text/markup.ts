// Pages are copied with their HTML. What a reader sees is read, and every place still points into the text as it was given.

const NAMED: Record<string, string> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  times: '×',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
};
const INLINE = 'a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|img|ins|kbd|label|mark|o|q|s|samp|small|span|strike|strong|sub|sup|svg|tt|u|var|wbr';
const BLOCK =
  'address|article|aside|blockquote|body|br|button|caption|center|dd|div|dl|dt|fieldset|figure|figcaption|footer|form|h[1-6]|head|header|hr|html|iframe|input|li|link|main|meta|nav|ol|option|p|pre|script|section|select|style|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video';
// Only names of HTML: 「a <y and z> b」 is text. Bounded, so that a page of "<" costs no square.
const MARKUP = new RegExp(
  `<!--[^<>]{0,2000}-->|</?(?:(${INLINE})|${BLOCK})(?=[\\s/>])[^<>]{0,2000}>|&(?:#(\\d{1,7});?|#x([0-9a-f]{1,6});?|(nbsp);?|(${Object.keys(NAMED).join('|')});)`,
  'gi',
);

export interface PlainText {
  /** What a reader sees: entities decoded once, inline tags gone, every other tag a space. */
  text: string;
  /** Raw UTF-16 offset of the character at `i`; of the end of the raw text where `i` is the length of `text`. */
  at(i: number): number;
  /** Raw span of the characters from `start` to `end`, without the tags before and behind. @param end greater than start. */
  span(start: number, end: number): [start: number, end: number];
}

const characterOf = (code: number): string | null =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);

/**
 * Sees through HTML. Linear; never throws; text without markup is returned as it is. An entity that names no character stays text.
 * What stands inside script and style is kept: losing text would lose facts.
 */
export const plainText = (raw: string): PlainText => {
  if (!/[<&]/.test(raw) || raw.search(MARKUP) < 0) return { text: raw, at: (i) => i, span: (start, end) => [start, end] };
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  const copy = (start: number, end: number) => {
    text += raw.slice(start, end);
    for (let i = start; i < end; i++) {
      from.push(i);
      to.push(i + 1);
    }
  };
  let done = 0;
  for (const found of raw.matchAll(MARKUP)) {
    const [whole, inline, decimal, hex, bare, name] = found;
    const end = found.index + whole.length;
    const seen = seenAs(whole, inline, decimal, hex, bare ?? name);
    if (seen === null) continue;
    copy(done, found.index);
    for (let k = 0; k < seen.length; k++) {
      from.push(found.index);
      to.push(end);
    }
    text += seen;
    done = end;
  }
  copy(done, raw.length);
  return { text, at: (i) => from[i] ?? raw.length, span: (start, end) => [from[start]!, to[end - 1]!] };
};

const seenAs = (whole: string, inline?: string, decimal?: string, hex?: string, name?: string): string | null => {
  if (decimal !== undefined) return characterOf(Number(decimal));
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (name !== undefined) return NAMED[name.toLowerCase()]!;
  return inline !== undefined || whole.startsWith('<!') ? '' : ' ';
};
