// Records of an XML file, one by one: each is cut out by its own tags at the byte level and parsed by itself, so that a broken
// one costs itself and never its neighbours, several documents may stand in one file, and memory is bounded by a record.
import { type Label, type RawForm, READER_SENTENCE, type RejectCode, type Rejected, say } from '@zhijian/contract';
import { excerpt } from './cells.ts';
import { firstBroken, showBytes } from './encoding.ts';
import type { Input } from './input.ts';
import { limitsOf } from './limits.ts';
import { allowedFor, RAW_LIMIT, rawPart } from './raw-record.ts';
import type { SetAside } from './set-aside.ts';
import type { XmlElement } from './xml-element.ts';
import { declaredEncoding, decodeXml, firstHigh, type XmlEncoding } from './xml-encoding.ts';
import { OutsideScanner, type TagFound } from './xml-outside.ts';
import { XmlFault, XmlParser } from './xml-parse.ts';
import { RecordEndFinder } from './xml-record-end.ts';
import { openXml, type XmlSource } from './xml-source.ts';
import { textFrom } from './xml-text.ts';
import { nextTag, XmlWindow } from './xml-window.ts';

export interface XmlRecord {
  element: XmlElement;
  /** Line of its start tag, from 1. */
  line: number;
  /** Offset of its first byte in the file; in a UTF-16 file as if it were UTF-8. */
  byte: number;
  /** Number among the records of the file, from 1, those set aside counted. */
  sequence: number;
  /** Latest text of each of the elements asked for that stand outside records, within the same document. */
  context: Record<string, string>;
  /** The reject of this record, with its place, its number and its text. */
  aside(why: SetAside): Rejected;
}

export interface XmlBatch {
  records: XmlRecord[];
  rejected: Rejected[];
  /** Bytes of the file read so far. */
  bytes: number;
}

export interface XmlOptions {
  /** Local names of the elements that are records. */
  records: readonly string[];
  /** Local names of leaf elements outside records that say something of those behind them. */
  context?: readonly string[];
  /** A longer record is set aside and goes by unkept. The limit of a record (limits.ts) where not given. */
  maxRecordBytes?: number;
  /** Records that are set aside keep their text under this form; none where not given. */
  raw?: RawForm;
}

const LONGEST_CONTEXT = 4096;
const LONGEST_TAG = 1 << 20;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BATCH = 256;
const BATCH_BYTES = 1 << 18;

/**
 * The records of an XML file, in order, in batches of at most 256 records and rejects and about 256 KiB of XML. UTF-8, UTF-16,
 * GB 18030, ISO-8859-1, windows-1252 by mark and declaration. A record that is no XML, over the limit, cut short or with an entity
 * that is no character's name is in `rejected` with line, byte and number. No entity or DTD is fetched, none declared in the file is expanded.
 * What is packed and cannot be unpacked any further ends the file, with a reject.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readXmlRecords(input: Input, options: XmlOptions): AsyncGenerator<XmlBatch, void, undefined> {
  const source = await openXml(input);
  try {
    const reader = new Reader(input.name, source, options);
    let from = 0;
    for (let going = true; going; ) {
      going = reader.step();
      if (!going && !reader.window.ended) {
        await reader.window.fill();
        going = true;
      }
      if (reader.size > 0 && (reader.size >= BATCH || reader.window.taken - from >= BATCH_BYTES)) {
        from = reader.window.taken;
        yield reader.batch();
      }
    }
    reader.finish();
    yield reader.batch();
  } finally {
    await source.close();
  }
}

interface Open {
  name: string;
  line: number;
  byte: number;
  beginning: string;
  finder: RecordEndFinder;
}

class Reader {
  readonly window: XmlWindow;
  private readonly file: string;
  private readonly records: ReadonlySet<string>;
  private readonly names: ReadonlySet<string>;
  private readonly limit: number;
  private readonly raw: RawForm | undefined;
  private readonly outside = new OutsideScanner();
  private readonly parser = new XmlParser();
  private encoding: ReturnType<typeof declaredEncoding>;
  private readonly marked: boolean;
  private context: Record<string, string> = {};
  private open: Open | null = null;
  private sequence = 0;
  private made: XmlRecord[] = [];
  private rejected: Rejected[] = [];

  constructor(file: string, source: XmlSource, { records, context = [], maxRecordBytes = limitsOf().recordBytes, raw }: XmlOptions) {
    this.file = file;
    this.window = new XmlWindow(source);
    this.encoding = { encoding: source.encoding, unknown: null };
    this.marked = source.marked;
    this.records = new Set(records);
    this.names = new Set(context);
    this.limit = maxRecordBytes;
    this.raw = raw;
  }

  get size(): number {
    return this.made.length + this.rejected.length;
  }

  batch(): XmlBatch {
    const { made: records, rejected, window } = this;
    this.made = [];
    this.rejected = [];
    return { records, rejected, bytes: window.taken };
  }

  /** One record, or what stands before the next. False where more must be read first, or nothing is left. */
  step(): boolean {
    if (this.open !== null) return this.inside(this.open);
    const found = this.outside.next(this.window);
    if ('nameEnd' in found) return this.atTag(found);
    if (found.found === 'declaration') {
      // Another document: what the one before said of itself says nothing of this one.
      this.context = {};
      if (!this.marked) this.encoding = declaredEncoding(found.text);
    } else if (found.found === 'open') {
      this.reject(this.window.line, this.window.taken, null, 'xml', found.what, say(READER_SENTENCE.xml_open, { name: found.what }));
    } else return false;
    return true;
  }

  private atTag({ found, name, local, nameEnd }: TagFound): boolean {
    const { window } = this;
    if (this.records.has(local)) {
      const { line, taken: byte } = window;
      const empty = found === 'start' ? this.emptyEnd(nameEnd) : null;
      if (empty === 'more') return false;
      this.sequence++;
      if (found === 'start') {
        const beginning = showBytes(window.bytes.subarray(window.start, window.start + 60), 'utf-8');
        if (empty !== null) this.make(line, byte, empty);
        else this.open = { name, line, byte, beginning, finder: new RecordEndFinder(name, nameEnd - window.start) };
        return true;
      }
      this.reject(line, byte, this.sequence, 'xml', `</${name}>`, say(READER_SENTENCE.xml_stray, { name: local }));
    } else if (found === 'start' && this.names.has(local)) {
      const { bytes, start, ended } = window;
      if (!ended && bytes.length - start < LONGEST_CONTEXT) return false;
      const text = leafText(bytes, nameEnd);
      const decoded = text === null ? null : decodeXml(text, this.encoding.encoding);
      // A new object: records behind the old one keep it.
      if (decoded !== null) this.context = { ...this.context, [local]: textFrom(decoded) };
    }
    window.take(nameEnd);
    return true;
  }

  /** Offset behind a start tag that is its own end, `<case-file a="1"/>`; null for any other. */
  private emptyEnd(from: number): number | 'more' | null {
    const { bytes, start, ended } = this.window;
    let quote = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LESS) return null;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 0x22 || byte === 0x27) quote = byte;
      else if (byte === GREATER) return bytes[at - 1] === SLASH ? at + 1 : null;
    }
    return ended || bytes.length - start > LONGEST_TAG ? null : 'more';
  }

  private inside(open: Open): boolean {
    const { window } = this;
    const whole = window.taken === open.byte;
    const end = open.finder.look(window, whole);
    if (end.found === 'more') {
      if (window.taken + open.finder.looked - open.byte > this.limit) {
        window.take(window.start + open.finder.looked);
        open.finder.looked = 0;
      }
      return false;
    }
    this.open = null;
    const length = window.taken - open.byte + end.at - window.start;
    const { limit } = this;
    if (length > limit) {
      this.rejectOpen(open, 'too_long', say(READER_SENTENCE.too_long, { limit, found: length }));
    } else if (end.found === 'end') {
      this.make(open.line, open.byte, end.at);
      return true;
    } else {
      const text = shownText(window.bytes.subarray(window.start, end.at), this.encoding.encoding);
      const line = window.line + window.lines(window.start, end.at);
      const allowed =
        end.found === 'next' ? say(READER_SENTENCE.xml_next, { name: open.name, line }) : say(READER_SENTENCE.xml_end, { name: open.name });
      this.rejectOpen(open, 'truncated', allowed, text);
    }
    window.take(end.at);
    return true;
  }

  /** What is packed and cannot be unpacked to its end: what came before it counts. */
  finish(): void {
    const { fault, line, taken } = this.window;
    if (fault !== null) this.reject(line, taken, null, fault.code, '', fault.allowed);
  }

  /** The record from the window's start to `to`. */
  private make(line: number, byte: number, to: number): void {
    const { window, sequence } = this;
    const bytes = window.bytes.subarray(window.start, to);
    window.take(to);
    const text = decodeXml(bytes, this.encoding.encoding);
    if (text === null) {
      this.rejectBytes(line, byte, bytes);
      return;
    }
    try {
      const { context } = this;
      this.made.push({ element: this.parser.parse(text, line), line, byte, sequence, context, aside: this.asideOf(text, line, byte, context) });
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.reject(line, byte, sequence, error.code, error.given, error.allowed(line), text);
    }
  }

  /** Of a record that is read and set aside later; only a text that may be kept is held until then. */
  private asideOf(text: string, line: number, byte: number, context: Record<string, string>): XmlRecord['aside'] {
    const { file, sequence: record, raw } = this;
    const held = text.length > RAW_LIMIT ? text.slice(0, RAW_LIMIT + 1) : text;
    return (why) => {
      const place = { ...why.at(file, line), byte, record };
      return { ...place, allowed: allowedFor(raw, place.allowed, held), ...rawPart(raw, held, contextText(context)) };
    };
  }

  private rejectBytes(line: number, byte: number, bytes: Buffer): void {
    const { encoding, unknown } = this.encoding;
    const at = encoding === 'utf-8' || encoding === 'gb18030' ? firstBroken(bytes, encoding) : firstHigh(bytes);
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const allowed = say(READER_SENTENCE.encoding, { encoding: encoding.toUpperCase(), byte: at + 1, hex });
    const near = showBytes(bytes.subarray(Math.max(0, at - 40), at + 20), encoding === 'gb18030' ? encoding : 'utf-8');
    this.reject(
      line,
      byte,
      this.sequence,
      'encoding',
      near,
      unknown === null ? allowed : say(READER_SENTENCE.xml_encoding, { allowed, encoding: unknown }),
      shownText(bytes, encoding),
    );
  }

  private rejectOpen(open: Open, code: RejectCode, allowed: Label, text?: string): void {
    this.reject(open.line, open.byte, this.sequence, code, open.beginning, allowed, text);
  }

  private reject(line: number, byte: number, record: number | null, code: RejectCode, given: string, allowed: Label, text?: string): void {
    const { file, raw } = this;
    const place = { file, line, byte, ...(record === null ? {} : { record }), field: null, code, given: excerpt(given) };
    const kept = text === undefined ? { allowed } : { allowed: allowedFor(raw, allowed, text), ...rawPart(raw, text, contextText(this.context)) };
    this.rejected.push({ ...place, ...kept });
  }
}

/** Elements outside records as they were read, for a record that is to be read without what stood around it. */
const contextText = (context: Record<string, string>): string =>
  Object.entries(context)
    .map(([name, text]) => `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>\n`)
    .join('');

/** Bytes as text, of which what is none is shown as U+FFFD; no more than is kept, and one character. */
const shownText = (bytes: Buffer, encoding: XmlEncoding): string => {
  const some = bytes.subarray(0, RAW_LIMIT + 1);
  return decodeXml(some, encoding) ?? new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8').decode(some);
};

/** The bytes of text behind a start tag whose name ends at `nameEnd`; null where another tag follows before its end, or none within the limit. */
const leafText = (bytes: Buffer, nameEnd: number): Buffer | null => {
  const open = bytes.indexOf(GREATER, nameEnd);
  if (open < 0 || bytes[open - 1] === SLASH) return null;
  const close = nextTag(bytes, open + 1);
  return close < 0 || bytes[close + 1] !== SLASH || close - nameEnd > LONGEST_CONTEXT ? null : bytes.subarray(open + 1, close);
};
