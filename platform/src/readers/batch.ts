// What a reader hands on: rows and rejects, in batches.
import { READER_SENTENCE, type RejectCode, type Rejected, say } from '@zhijian/contract';
import { type Cells, excerpt } from './cells.ts';
import { type Encoding, firstBroken, showBytes } from './encoding.ts';
import type { Window } from './window.ts';

export interface Row {
  /** Physical line of the record's beginning, from 1. */
  line: number;
  /** By heading as the file has it. Absent or '' where nothing was given. */
  cells: Cells;
}

/** What a file says of itself before its rows: `# covers: CN:utility_model:2010-2026`. */
export interface HeaderFact {
  name: string;
  value: string;
  line: number;
}

export interface RowBatch {
  format: 'csv' | 'tsv' | 'jsonl' | null;
  encoding: Encoding;
  /** Null in JSONL, where each row has its own, and where the headings could not be read. */
  headings: readonly string[] | null;
  /** Line of the headings; 1 in JSONL. */
  headingLine: number;
  facts: readonly HeaderFact[];
  rows: Row[];
  rejected: Rejected[];
  /** Bytes of the file read so far. */
  bytes: number;
}

/** Collects rows and rejects, and makes batches of them. */
export class Out {
  format: RowBatch['format'] = null;
  headings: readonly string[] | null = null;
  headingLine = 1;
  readonly facts: HeaderFact[] = [];
  rows: Row[] = [];
  private rejected: Rejected[] = [];
  private readonly file: string;
  private readonly window: Window;

  constructor(file: string, window: Window) {
    this.file = file;
    this.window = window;
  }

  get size(): number {
    return this.rows.length + this.rejected.length;
  }

  reject(line: number, code: RejectCode, given: string, allowed: Rejected['allowed']): void {
    this.rejected.push({ file: this.file, line, field: null, code, given: excerpt(given), allowed });
  }

  rejectBytes(from: number, to: number): void {
    const { encoding } = this.window.source;
    const bytes = this.window.bytes.subarray(from, to);
    const at = firstBroken(bytes, encoding);
    const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const start = Math.max(0, at - 40);
    this.reject(
      this.window.line,
      'encoding',
      showBytes(bytes.subarray(start, at + 20), encoding),
      say(READER_SENTENCE.encoding, {
        encoding: encoding.toUpperCase(),
        byte: at + 1,
        hex,
      }),
    );
  }

  /** A line that is longer than a record may be, whole in the window or going on behind it. */
  rejectLong(line: number, beginning: string, found: number): void {
    this.reject(line, 'too_long', `${beginning}…`, say(READER_SENTENCE.too_long, { limit: this.window.limit, found }));
  }

  /** A record of several lines, longer than one may be. */
  rejectLines(from: number, to: number, beginning: string, found: number): void {
    this.reject(from, 'too_long', `${beginning}…`, say(READER_SENTENCE.too_long_lines, { limit: this.window.limit, found, from, to }));
  }

  /** The beginning of the record at hand, for a message. */
  beginning(): string {
    const { bytes, start, source } = this.window;
    let end = start + 60;
    // Not inside a character of UTF-8.
    while (((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    return showBytes(bytes.subarray(start, end), source.encoding);
  }

  batch(): RowBatch {
    const { format, headings, headingLine, facts, rows, rejected, window } = this;
    this.rows = [];
    this.rejected = [];
    return { format, encoding: window.source.encoding, headings, headingLine, facts: [...facts], rows, rejected, bytes: window.taken };
  }
}
