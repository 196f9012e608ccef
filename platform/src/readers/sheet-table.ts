// The rows of one sheet -> its table: titles, headings, records, and what is none.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { Collected, type RowBatch } from './batch.ts';
import { type Cells, namedCells, setCell, uniqueHeadings } from './cells.ts';
import { addTitle } from './facts.ts';
import { findHeadings, HEADING_LINES, type Known, Shape } from './headings.ts';
import type { SheetRow } from './xlsx-rows.ts';

const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '');

export class SheetTable extends Collected {
  private readonly known: Known | undefined;
  private readonly most: number;
  private shape: Shape | null = null;
  /** The first rows, until the headings are found among them. */
  private waiting: SheetRow[] = [];
  private last = 0;

  /** @param most longest record in characters */
  constructor(file: string, sheet: string, known: Known | undefined, most: number) {
    super(file, sheet);
    this.known = known;
    this.most = most;
  }

  add(row: SheetRow): void {
    if (this.shape === null) {
      if (!isBlank(row)) this.waiting.push(row);
      if (this.waiting.length >= HEADING_LINES) this.begin();
    } else {
      this.take(row, this.shape);
    }
  }

  /** After the last row. */
  end(): void {
    if (this.shape === null && this.waiting.length > 0) this.begin();
  }

  private begin(): void {
    const rows = this.waiting;
    this.waiting = [];
    const lines = rows.map(({ cells }) => cells);
    const found = this.known === undefined ? null : findHeadings(lines, this.known);
    const at = found?.at ?? 0;
    for (const { cells, line } of rows.slice(0, at)) addTitle(this, cells, line);
    const raw = rows.slice(at, at + (found?.lines ?? 1));
    const headings = uniqueHeadings(found?.headings ?? raw[0]!.cells);
    this.headings = headings;
    this.headingLine = raw[0]!.line;
    if (raw.length > 1) this.note('heading_lines', this.headingLine, headings.join(' '));
    this.shape = new Shape(
      headings,
      raw.map(({ cells }) => cells),
      lines.slice(0, at).map((cells) => cells.join('').trim()),
    );
    this.last = raw.at(-1)!.line;
    for (const row of rows.slice(at + raw.length)) this.take(row, this.shape);
  }

  private take({ line, cells, lost, noValue }: SheetRow, shape: Shape): void {
    // Rows without a cell are not written at all.
    if (line > this.last + 1) this.note('blank', this.last + 1, '', line - this.last - 1);
    this.last = line;
    const kind = shape.judge(cells);
    if (kind !== null) {
      this.note(kind, line, cells.filter((cell) => cell !== '').join(' '));
      return;
    }
    const { headings } = shape;
    let length = 0;
    for (const cell of cells) length += cell.length;
    if (length > this.most) {
      this.reject(line, 'too_long', cells.join(' ').slice(0, 200), say(READER_SENTENCE.too_long, { limit: this.most, found: length }));
    } else if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      const allowed = say(READER_SENTENCE.column_count, { expected: headings.length, found: cells.length });
      this.reject(line, 'column_count', cells.join('\t'), allowed, namedCells(headings, cells));
    } else {
      const named: Cells = {};
      for (let i = 0; i < headings.length; i++) setCell(named, headings[i]!, cells[i] ?? '');
      if (noValue) this.note('no_value', line, cells.filter((cell) => cell !== '').join(' '));
      this.keep({ line, cells: named, ...(lost.length > 0 ? { lost: lost.map((column) => headings[column] ?? '') } : {}) });
    }
  }

  batch(format: 'xlsx' | 'xls', table: number, bytes: number): RowBatch {
    return { format, encoding: 'utf-8', table, ...this.taken(), bytes };
  }
}
