// What a file is, from its first bytes and never from its name.
import type { Input } from './input.ts';
import { headOf } from './input.ts';
import { readDirectory } from './zip.ts';

export type Format = 'table' | 'xml' | 'json' | 'jsonl' | 'html' | 'xlsx' | 'xls' | 'xlsb' | 'greenbook' | 'zip' | 'gzip' | 'pdf' | 'other';

const HEAD = 64 << 10;
const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** No office package has as many parts; a ZIP of more is one of data. */
const MOST_PARTS = 20_000;

/**
 * The form of a file's content. 'json': one array or object over several lines; 'jsonl': an object on each line; 'xls': a container of the old
 * Office, which a workbook with a password is too; 'other': documents, pictures, what is none of these. An empty file is a 'table' without rows.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export const formatOf = async (input: Input): Promise<Format> => {
  const head = await headOf(input, HEAD);
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b) && [3, 5, 7].includes(head[2] ?? 0)) return await zipForm(input, head);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return textForm(head);
};

/** Names of the parts that begin within these bytes. */
const localNames = (head: Buffer): string[] => {
  const names: string[] = [];
  for (let at = head.indexOf(LOCAL); at >= 0 && at + 30 <= head.length; at = head.indexOf(LOCAL, at + 4)) {
    names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
  }
  return names;
};

const PACKAGE = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|xl\/|word\/|ppt\/|mimetype$)/i;

const zipForm = async (input: Input, head: Buffer): Promise<Format> => {
  const begin = localNames(head);
  if (!begin.some((name) => PACKAGE.test(name))) return 'zip';
  const whole = input.path === undefined ? null : await readDirectory(input.path, MOST_PARTS).catch(() => null);
  return packageForm(whole === null ? begin : whole.members.map(({ name }) => name), whole !== null);
};

const packageForm = (names: readonly string[], whole: boolean): Format => {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (whole ? has(/^\[Content_Types\]\.xml$/i) && has(/^xl\/workbook\w*\.xml$/i) : has(/^xl\//i)) return 'xlsx';
  if (has(/^(?:word|ppt)\/|^mimetype$/i)) return 'other';
  return 'zip';
};

const HTML = /^(?:html|head|body|table|meta|div|script|style|title|p|span)$/i;

const textForm = (head: Buffer): Format => {
  const text = textOf(head);
  if (text === null) return 'other';
  const begin = text.trimStart();
  if (begin.startsWith('<')) return markupForm(begin);
  if (begin.startsWith('[')) return 'json';
  if (begin.startsWith('{')) return jsonForm(begin, head.length === HEAD);
  // The header record of a week's file, or its first patent, which may stand behind a broken one.
  if (/^(?:HHHHHT|PATN\s*\r?\n\s*WKU {2})/.test(begin) || /\nPATN *\r?\nWKU {2}\S/.test(begin)) return 'greenbook';
  return 'table';
};

/** The bytes as characters, of which only the ASCII ones are asked about; null where they are no text. */
const textOf = (head: Buffer): string | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] === 0 && head[3] === 0 ? null : head.toString('utf16le', 2);
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString('utf16le');
  let odd = 0;
  const sample = head.subarray(0, 4096);
  let before = -1;
  for (const byte of sample) {
    // A run of the same counts once: it is a damaged place, not another kind of file.
    if (byte !== before && (byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) odd++;
    before = byte;
  }
  if (odd * 10 > sample.length) return null;
  const skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : head[0] === 0x84 && head[1] === 0x31 ? 4 : 0;
  return head.toString('latin1', skip);
};

const markupForm = (text: string): Format => {
  const first = /^(?:\s*(?:<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->))*\s*<(?:!doctype\s+)?([\w:.-]+)/i.exec(text)?.[1];
  if (first === undefined) return /^<\?xml/i.test(text) ? 'xml' : 'table';
  return HTML.test(first) ? 'html' : 'xml';
};

/** An object that ends on its line, or lines that each begin one, are records; an object over several lines is a document. */
const jsonForm = (text: string, cut: boolean): Format => {
  const [line = '', ...rest] = text.split(/\r?\n|\r/).filter((one) => one.trim() !== '');
  if (rest.length === 0 && cut) return 'jsonl';
  try {
    JSON.parse(line);
    return 'jsonl';
  } catch {
    return rest.some((one) => /^\s*\{"/.test(one) && !one.startsWith(' ')) ? 'jsonl' : 'json';
  }
};
