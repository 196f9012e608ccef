// The Green Book is text: sections named by a line of capitals, fields of a code in columns 1 to 3 or 4 and a value from column 6,
// lines that go on with six blanks. Its records have a beginning and no end.
import { isUtf8 } from 'node:buffer';
import { type Input, ReadFault } from '../../readers/index.ts';

export interface GreenRecord {
  /** Line of `PATN`, from 1. */
  line: number;
  byte: number;
  sequence: number;
  /** Bytes; `text` is null where they are more than a record may have. */
  length: number;
  text: string | null;
  /** The file ends here: what is missing may have been cut off. */
  last: boolean;
  /** Why the file could not be read on, where that is how it ended. */
  fault: ReadFault | null;
}

const PIECE = 1 << 20;
const START = Buffer.from('PATN');
const NUMBER = Buffer.from('WKU ');

/**
 * The records of a Green Book file, from one line `PATN` to the next; a header line before the first one is the file's own. Memory is
 * bounded by `limit`, the bytes a record may have. Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* greenRecords(input: Input, limit: number): AsyncGenerator<GreenRecord, void, undefined> {
  const reader = await input.open();
  try {
    const splitter = new Splitter(limit);
    let fault: ReadFault | null = null;
    for (let got = -1; got !== 0; ) {
      const piece = Buffer.alloc(PIECE);
      try {
        got = await reader.read(piece, 0);
      } catch (error) {
        if (!(error instanceof ReadFault)) throw error;
        fault = error;
        got = 0;
      }
      yield* splitter.take(piece.subarray(0, got));
    }
    yield* splitter.end(fault);
  } finally {
    await reader.close();
  }
}

const isStart = (line: Buffer): boolean =>
  line.subarray(0, 4).equals(START) && line.subarray(4).every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x0a);

/** The first line of a week's file: `HHHHHT        APS1        ISSUE - 760210`. */
const isHeader = (line: Buffer): boolean => /^\s*$|^HHHHHT/.test(line.toString('latin1', 0, 200));

class Splitter {
  private readonly limit: number;
  /** Whole lines of the record at hand; none before the first. */
  private lines: Buffer[] = [];
  private open: { line: number; byte: number; length: number; numbered: boolean } | null = null;
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;
  private byte = 0;
  private sequence = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  *take(piece: Buffer): Generator<GreenRecord> {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      const record = this.add(bytes.subarray(from, end + 1));
      if (record !== null) yield record;
      this.line++;
      from = end + 1;
    }
    this.rest = Buffer.from(bytes.subarray(from));
    // A line without an end: what is kept of it is bounded, its record is over the limit anyway.
    if (this.rest.length > this.limit) {
      this.add(this.rest);
      this.rest = Buffer.alloc(0);
    }
  }

  *end(fault: ReadFault | null): Generator<GreenRecord> {
    const record = this.rest.length === 0 ? null : this.add(this.rest);
    if (record !== null) yield record;
    const last = this.close();
    if (last !== null) yield { ...last, last: true, fault };
    else if (fault !== null) throw fault;
  }

  /** Takes a line; gives the record before it where a new one begins with it. A second number begins one as well: its `PATN` is damaged. */
  private add(line: Buffer): GreenRecord | null {
    const numbered = line.subarray(0, 4).equals(NUMBER);
    // What stands before the first record and is no header is the rest of one whose beginning was cut off.
    const front = this.open === null && this.sequence === 0 && !isHeader(line);
    const begins = front || (numbered && this.open?.numbered !== false) || isStart(line);
    const before = begins ? this.close() : null;
    if (begins) this.open = { line: this.line, byte: this.byte, length: 0, numbered };
    else if (numbered && this.open !== null) this.open.numbered = true;
    this.byte += line.length;
    if (this.open !== null) {
      this.open.length += line.length;
      if (this.open.length <= this.limit) this.lines.push(line);
      else this.lines = [];
    }
    return before;
  }

  private close(): GreenRecord | null {
    if (this.open === null) return null;
    const { line, byte, length } = this.open;
    const bytes = Buffer.concat(this.lines);
    this.lines = [];
    this.open = null;
    this.sequence++;
    const text = length > this.limit ? null : isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
    return { line, byte, sequence: this.sequence, length, text, last: false, fault: null };
  }
}

export interface GreenField {
  code: string;
  /** From column 6, lines that go on joined by a blank. Columns count in some: blanks at the beginning stay. */
  value: string;
}

export interface GreenSection {
  name: string;
  fields: GreenField[];
}

const SECTION = /^[A-Z]{4}\s*$/;
const FIELD = /^([A-Z][A-Z0-9]{1,3}) +(?=\S|$)/;

/** The sections of a record in order. A line that is none of these belongs to the field before it: nothing is lost. */
export const greenSections = (text: string): GreenSection[] => {
  const sections: GreenSection[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    // Of a record whose first line is damaged.
    if (sections.length === 0 && line.startsWith('WKU ')) sections.push({ name: 'PATN', fields: [] });
    const section = sections.at(-1);
    if (SECTION.test(line)) {
      sections.push({ name: line.trim(), fields: [] });
      continue;
    }
    const field = FIELD.exec(line);
    if (section === undefined) continue;
    if (field !== null && line.slice(field[1]!.length, 5).trim() === '') section.fields.push({ code: field[1]!, value: line.slice(5) });
    else if (section.fields.length > 0 && line.trim() !== '') section.fields.at(-1)!.value += ` ${line.trim()}`;
  }
  return sections;
};
