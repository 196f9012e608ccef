// The rows of a sheet of an XLSX, as texts.
import { isErrorValue, numberText, serialText, unescaped } from './cell-values.ts';
import type { Limits } from './limits.ts';
import { type Package, partPieces } from './xlsx-package.ts';
import type { Handlers } from './xlsx-xml.ts';
import type { Member } from './zip.ts';

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  line: number;
  cells: string[];
  /** Columns of numbers that lost digits. */
  lost: number[];
  /** A formula here was saved without its value. */
  noValue: boolean;
}

/** A sheet has no more columns (ECMA-376 18.3.1.4). */
const COLUMNS = 16_384;

/** Rows in the order of the sheet, in pieces as they come. Throws ReadFault. */
export async function* sheetRows(book: Package, part: Member, limits: Limits): AsyncGenerator<SheetRow[], void, undefined> {
  const rows = new Rows(book);
  let fault: unknown = null;
  try {
    for await (const _ of partPieces(book.path, part, rows, limits)) if (rows.done.length > 0) yield rows.taken();
  } catch (error) {
    fault = error;
  }
  // Those of the piece that broke off are whole.
  if (rows.done.length > 0) yield rows.taken();
  if (fault !== null) throw fault;
}

class Rows implements Handlers {
  done: SheetRow[] = [];
  private row: SheetRow = { line: 0, cells: [], lost: [], noValue: false };
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private formula = false;
  private reading = false;
  private phonetic = false;
  private readonly book: Package;

  constructor(book: Package) {
    this.book = book;
  }

  taken(): SheetRow[] {
    const { done } = this;
    this.done = [];
    return done;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      this.column = columnOf(attributes['r'], this.column);
      this.type = attributes['t'] ?? 'n';
      this.style = Number(attributes['s'] ?? -1);
      this.value = '';
      this.formula = false;
    } else if (name === 'v') this.reading = true;
    else if (name === 't') this.reading = !this.phonetic;
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'row') {
      const stated = Number(attributes['r']);
      this.row = { line: Number.isInteger(stated) && stated > 0 ? stated : this.row.line + 1, cells: [], lost: [], noValue: false };
      this.column = -1;
    }
  }

  text(text: string): void {
    if (this.reading) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'c') this.cell();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'row') this.done.push(this.row);
  }

  private cell(): void {
    const text = this.said();
    if (this.formula && this.value === '' && this.type !== 'str') this.row.noValue = true;
    if (text === '' || this.column >= COLUMNS) return;
    const { cells } = this.row;
    while (cells.length < this.column) cells.push('');
    cells[this.column] = text;
  }

  private said(): string {
    const { type, value, book } = this;
    if (type === 's') return book.texts[Number(value)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescaped(value);
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : value === '' ? '' : 'FALSE';
    if (type === 'e' || value === '' || isErrorValue(value)) return '';
    if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    const day = book.days[this.style] ? serialText(Number(value), book.date1904) : null;
    if (day !== null) return day;
    const { text, lost } = numberText(value);
    if (lost) this.row.lost.push(this.column);
    return text;
  }
}

/** `AB12` is column 27; without a reference it is the next. */
const columnOf = (reference: string | undefined, before: number): number => {
  if (reference === undefined) return before + 1;
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at === 0 ? before + 1 : column - 1;
};
