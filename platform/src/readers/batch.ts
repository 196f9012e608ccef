// What a reader hands on: rows and rejects, in batches.
import { type Label, READER_SENTENCE, type RejectCode, type Rejected, say } from '@zhijian/contract';
import { boundedCells, type Cells, excerpt } from './cells.ts';
import { type Encoding, firstBroken, showBytes } from './encoding.ts';
import type { NoRecord } from './headings.ts';
import type { Window } from './window.ts';

export interface Row {
  /** Physical line of the record's beginning, from 1; in a workbook the number of the row. */
  line: number;
  /** By heading as the file has it. Absent or '' where nothing was given. */
  cells: Cells;
  /** Headings of the cells whose number a workbook could not hold: 15 digits are left of what was typed. */
  lost?: string[];
}

/** What a file says of itself before its rows: `# covers: CN:utility_model:2010-2026`. */
export interface HeaderFact {
  name: string;
  value: string;
  line: number;
}

/** What is odd in a file and is no record: told once for each kind. */
export interface Note {
  kind: NoRecord | 'heading_lines' | 'hidden_sheet' | 'no_value';
  /** The first one's line and text. */
  line: number;
  text: string;
  count: number;
}

export interface RowBatch {
  format: 'csv' | 'tsv' | 'jsonl' | 'xlsx' | 'xls' | null;
  encoding: Encoding;
  /** Counts the tables of the file: 0, and in a workbook one more with each sheet. */
  table: number;
  /** Name of the sheet; null in a file of text. */
  sheet: string | null;
  /** Null in JSONL, where each row has its own, and where the headings could not be read. */
  headings: readonly string[] | null;
  /** Line of the headings; 1 in JSONL. */
  headingLine: number;
  facts: readonly HeaderFact[];
  rows: Row[];
  rejected: Rejected[];
  notes: Note[];
  /** Bytes of the file read so far. */
  bytes: number;
}

/** Collects the rows, rejects and notes of one table. */
export class Collected {
  headings: readonly string[] | null = null;
  headingLine = 1;
  readonly facts: HeaderFact[] = [];
  private rows: Row[] = [];
  private rejected: Rejected[] = [];
  private notes: Note[] = [];
  /** Blank lines since the last row: those at the end of a file are nothing to speak of. */
  private blank: { line: number; count: number } | null = null;
  protected readonly file: string;
  private readonly sheet: string | null;

  constructor(file: string, sheet: string | null) {
    this.file = file;
    this.sheet = sheet;
  }

  get size(): number {
    return this.rows.length + this.rejected.length;
  }

  keep(row: Row): void {
    this.spoken();
    this.rows.push(row);
  }

  reject(line: number, code: RejectCode, given: string, allowed: Label, cells?: Cells): void {
    this.spoken();
    const { file, sheet } = this;
    const kept = cells === undefined ? undefined : boundedCells(cells);
    this.rejected.push({
      file,
      ...(sheet === null ? {} : { sheet }),
      line,
      field: null,
      code,
      given: excerpt(given),
      allowed,
      ...(kept === undefined ? {} : { cells: kept }),
    });
  }

  note(kind: Note['kind'], line: number, text: string, count = 1): void {
    if (kind === 'blank') {
      if (this.blank === null) this.blank = { line, count };
      else this.blank.count += count;
      return;
    }
    const before = this.notes.find((note) => note.kind === kind);
    if (before !== undefined) before.count += count;
    else this.notes.push({ kind, line, text: excerpt(text.trim(), 60), count });
  }

  private spoken(): void {
    if (this.blank !== null) this.notes.push({ kind: 'blank', text: '', ...this.blank });
    this.blank = null;
  }

  protected taken(): Pick<RowBatch, 'sheet' | 'headings' | 'headingLine' | 'facts' | 'rows' | 'rejected' | 'notes'> {
    const { sheet, headings, headingLine, facts, rows, rejected, notes } = this;
    this.rows = [];
    this.rejected = [];
    this.notes = [];
    return { sheet, headings, headingLine, facts: [...facts], rows, rejected, notes };
  }
}

/** The rows of a file of text. */
export class Out extends Collected {
  format: RowBatch['format'] = null;
  private readonly window: Window;

  constructor(file: string, window: Window) {
    super(file, null);
    this.window = window;
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
    const { format, window } = this;
    return { format, encoding: window.source.encoding, table: 0, ...this.taken(), bytes: window.taken };
  }
}
