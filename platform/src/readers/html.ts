// A page as tags and texts. Nothing is run, nothing is fetched, and no tree is built: what is read of a page stands in few of its tags.
import { characterNamed } from './xml-characters.ts';

export type HtmlToken =
  | { type: 'open'; name: string; attributes: Record<string, string>; line: number }
  | { type: 'close'; name: string; line: number }
  | { type: 'text'; text: string; line: number }
  /** Of a script or style, where no character is named. */
  | { type: 'raw'; name: string; text: string; line: number }
  | { type: 'comment'; text: string; line: number };

const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes']);
/** In these the named characters count. */
const NAMED = new Set(['textarea', 'title']);

/** More attributes of one tag than any page has are passed over. */
const MOST_ATTRIBUTES = 200;

/** Text with its character references resolved, as a browser does: `&amp;` `&#38;` `&#x26;`. One that is none stays as it is. */
export const decodeHtml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,30}));?/g, (all, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return (all.endsWith(';') || OLD.has(name) ? characterNamed(name) : null) ?? all;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
        return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
      })
    : text;
/** These may stand without a semicolon. */
const OLD = new Set(['amp', 'lt', 'gt', 'quot', 'nbsp', 'copy', 'reg', 'yen', 'AMP', 'LT', 'GT', 'QUOT']);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const attributesOf = (text: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  let count = 0;
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase();
    if (key === '__proto__' || Object.hasOwn(attributes, key)) continue;
    attributes[key] = decodeHtml(double ?? single ?? bare ?? '');
    if (++count === MOST_ATTRIBUTES) break;
  }
  return attributes;
};

/** Offset of the > that ends the tag whose name ends at `at`, quotes heeded; where they do not close, the next > counts. -1 where there is none. */
const tagEnd = (html: string, at: number): number => {
  for (let i = at; i < html.length; i++) {
    const character = html[i]!;
    if (character === '>') return i;
    if ((character === '"' || character === "'") && /=\s{0,5}$/.test(html.slice(Math.max(at, i - 6), i))) {
      const close = html.indexOf(character, i + 1);
      if (close < 0) return html.indexOf('>', i);
      i = close;
    }
  }
  return -1;
};

/** The tags and texts of a page in their order; never throws, whatever it is given. */
export function* htmlTokens(html: string): Generator<HtmlToken, void, undefined> {
  let line = 1;
  // Where the next line break stands, remembered: a page may be one line of megabytes.
  let next = html.indexOf('\n');
  const lineAt = (at: number): number => {
    for (; next >= 0 && next < at; next = html.indexOf('\n', next + 1)) line++;
    return line;
  };
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const end = tag < 0 ? html.length : tag;
    if (end > at) yield { type: 'text', text: decodeHtml(html.slice(at, end)), line: lineAt(at) };
    if (tag < 0) return;
    if (html.startsWith('<!--', tag)) {
      const close = html.indexOf('-->', tag + 4);
      yield { type: 'comment', text: html.slice(tag + 4, close < 0 ? html.length : close), line: lineAt(tag) };
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const name = /^<(\/?)([a-zA-Z][^\s/>]{0,60})/.exec(html.slice(tag, tag + 64));
    if (name === null) {
      if (/^<[!?]/.test(html.slice(tag, tag + 2))) {
        const close = html.indexOf('>', tag);
        at = close < 0 ? html.length : close + 1;
      } else {
        yield { type: 'text', text: '<', line: lineAt(tag) };
        at = tag + 1;
      }
      continue;
    }
    const from = tag + name[0].length;
    const close = tagEnd(html, from);
    // A tag that never ends: nothing stands behind it.
    if (close < 0) return;
    const element = name[2]!.toLowerCase();
    at = close + 1;
    if (name[1] === '/') {
      yield { type: 'close', name: element, line: lineAt(tag) };
      continue;
    }
    yield { type: 'open', name: element, attributes: attributesOf(html.slice(from, close)), line: lineAt(tag) };
    if (!RAW.has(element) || html[close - 1] === '/') continue;
    const ends = new RegExp(`</${element}(?=[\\s/>])`, 'gi');
    ends.lastIndex = at;
    const found = ends.exec(html);
    const text = html.slice(at, found === null ? html.length : found.index);
    const startLine = lineAt(at);
    if (NAMED.has(element)) yield { type: 'text', text: decodeHtml(text), line: startLine };
    else yield { type: 'raw', name: element, text, line: startLine };
    at = found === null ? html.length : found.index;
  }
}
