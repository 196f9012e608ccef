// The two forms of a record: a line of a table, and a JSON object on a line.
import { READER_SENTENCE, say } from '@zhijian/contract';
import type { Out } from './batch.ts';
import { type Cells, namedCells, setCell } from './cells.ts';
import { BROKEN, linesLookLikeRows, OPEN, recordEnd, splitLoosely, splitQuoted } from './delimited.ts';
import type { Shape } from './headings.ts';
import { flatten, parseObject } from './json-lines.ts';
import { skipLongRecord } from './long-record.ts';
import { asWritten } from './neutral.ts';
import type { Window } from './window.ts';

export interface Form {
  /** Takes one record out of the window as a row or a reject. False: the record does not end in the window yet, or is over the limit. */
  take(window: Window, out: Out): boolean;
  /** Takes a record of several lines that is over the limit, the first of them in the window. */
  takeLong(window: Window, out: Out): Promise<void>;
  /** Its records need not end with a line, so one that is over the limit is left to `takeLong` however many lines it has. */
  readonly ownLong?: boolean;
}

const CR = 0x0d;
const QUOTE = '"';

/** A line of the window: where it ends, and where the next begins. Null where its end is not in the window yet. */
const lineAt = (window: Window): { end: number; next: number } | null => {
  const { bytes, start, eol } = window;
  const found = bytes.indexOf(eol, start);
  if (found < 0 && !window.ended) return null;
  const next = found < 0 ? bytes.length : found + 1;
  return { end: withoutCr(window, found < 0 ? bytes.length : found), next };
};

const withoutCr = ({ bytes, start, eol }: Window, end: number): number => (end > start && eol !== CR && bytes[end - 1] === CR ? end - 1 : end);

/** True where the line in the window is longer than a record may be; it is then set aside and taken. */
const setAsideLong = (window: Window, out: Out, end: number, next: number): boolean => {
  if (end - window.start <= window.limit) return false;
  out.rejectLong(window.line, out.beginning(), end - window.start);
  window.take(next, 1);
  return true;
};

export const jsonForm = (): Form => ({
  take(window, out) {
    const line = lineAt(window);
    if (line === null) return false;
    const { end, next } = line;
    if (setAsideLong(window, out, end, next)) return true;
    const text = window.text(window.start, end);
    if (text === null) {
      out.rejectBytes(window.start, end);
    } else if (text.trim() !== '') {
      const object = parseObject(text);
      if (object !== null) {
        const cells: Cells = {};
        for (const [name, value] of flatten(object)) setCell(cells, name, value);
        out.keep({ line: window.line, cells });
      } else {
        const cut = window.ended && next === window.bytes.length && window.bytes[next - 1] !== window.eol;
        out.reject(window.line, cut ? 'truncated' : 'json', text, cut ? READER_SENTENCE.truncated : READER_SENTENCE.json);
      }
    }
    window.take(next, 1);
    return true;
  },
  takeLong: () => Promise.reject(new Error('a JSON object has one line')),
});

export const tableForm = (shape: Shape, delimiter: string): Form => {
  const { headings } = shape;
  const columns = headings.length;
  const safe = !headings.includes('__proto__');
  const code = delimiter.charCodeAt(0);
  // Offset of the next quote in these bytes, so that a table without quotes is searched for them once a piece.
  let searched: Buffer | null = null;
  let quote = -1;

  const push = (out: Out, line: number, cells: readonly string[]): void => {
    const row: Cells = {};
    for (let i = 0; i < columns; i++) {
      if (safe) row[headings[i]!] = asWritten(cells[i]!);
      else setCell(row, headings[i]!, asWritten(cells[i]!));
    }
    out.keep({ line, cells: row });
  };

  /** Notes a line that is no record, whatever cells it has. */
  const noted = (out: Out, line: number, cells: readonly string[]): boolean => {
    const kind = shape.judge(cells);
    if (kind !== null) out.note(kind, line, cells.filter((cell) => cell !== '').join(' '));
    return kind !== null;
  };

  /** Keeps cells that fit the headings; empty cells too many at the end are an exporter's habit. False where they do not fit. */
  const keep = (out: Out, line: number, cells: string[]): boolean => {
    if (noted(out, line, cells)) return true;
    if (cells.length < columns || cells.slice(columns).some((cell) => cell.trim() !== '')) return false;
    push(out, line, cells);
    return true;
  };

  const rejectCount = (out: Out, line: number, text: string, cells: readonly string[]): void => {
    const named = namedCells(headings, cells.map(asWritten));
    out.reject(line, 'column_count', text, say(READER_SENTENCE.column_count, { expected: columns, found: cells.length }), named);
  };

  const takePlain = (window: Window, out: Out, end: number, next: number): void => {
    const text = window.text(window.start, end);
    if (text === null) {
      out.rejectBytes(window.start, end);
    } else if (text === '') {
      out.note('blank', window.line, '');
    } else {
      const cells = text.split(delimiter);
      if (!keep(out, window.line, cells)) {
        if (cells.length < columns && next === window.bytes.length && window.bytes[next - 1] !== window.eol) {
          out.reject(window.line, 'truncated', text, READER_SENTENCE.truncated);
        } else {
          rejectCount(out, window.line, text, cells);
        }
      }
    }
    window.take(next, 1);
  };

  /** The first line of a record whose quotes do not hold, read for itself. */
  const takeAlone = (window: Window, out: Out, end: number, next: number): void => {
    const text = window.text(window.start, end);
    if (text === null) {
      out.rejectBytes(window.start, end);
    } else {
      const cells = splitLoosely(text, delimiter, columns);
      if (cells !== null) keep(out, window.line, cells);
      else out.reject(window.line, 'quote', text, say(READER_SENTENCE.quote, { from: window.line, to: window.line }));
    }
    window.take(next, 1);
  };

  const takeRecord = (window: Window, out: Out, end: number, next: number, firstEnd: number, firstNext: number): void => {
    const lines = window.linesTo(next - 1);
    const text = window.text(window.start, end);
    if (text === null) {
      out.rejectBytes(window.start, end);
      window.take(next, lines);
      return;
    }
    if (lines > 1 && linesLookLikeRows(text, delimiter, columns)) {
      out.reject(window.line, 'quote', text, say(READER_SENTENCE.quote, { from: window.line, to: window.line + lines - 1 }));
      window.take(next, lines);
      return;
    }
    const cells = splitQuoted(text, delimiter);
    if (keep(out, window.line, cells)) {
      window.take(next, lines);
    } else if (lines > 1) {
      takeAlone(window, out, firstEnd, firstNext);
    } else {
      rejectCount(out, window.line, text, cells);
      window.take(next, lines);
    }
  };

  /** The file ends inside quotes: a cut record, unless a line behind it is a row for itself; then the quote was a stray one. */
  const takeOpen = (window: Window, out: Out, firstEnd: number, firstNext: number): void => {
    const rest = window.text(firstNext, window.bytes.length);
    if (rest === null || rest.split(/\r?\n|\r/).some((line) => line !== '' && splitQuoted(line, delimiter).length === columns)) {
      takeAlone(window, out, firstEnd, firstNext);
      return;
    }
    const text = window.text(window.start, firstEnd);
    if (text === null) out.rejectBytes(window.start, firstEnd);
    else out.reject(window.line, 'truncated', text, READER_SENTENCE.truncated);
    window.take(window.bytes.length, window.linesTo(window.bytes.length));
  };

  return {
    take(window, out) {
      const line = lineAt(window);
      if (line === null) return false;
      const { end, next } = line;
      if (setAsideLong(window, out, end, next)) return true;
      if (searched !== window.bytes || quote < window.start) {
        searched = window.bytes;
        quote = window.bytes.indexOf(QUOTE, window.start);
        if (quote < 0) quote = Number.POSITIVE_INFINITY;
      }
      if (quote >= end) {
        takePlain(window, out, end, next);
        return true;
      }
      const found = recordEnd(window.bytes, window.start, code, window.eol, window.ended);
      if (found >= 0 && found - window.start <= window.limit) {
        takeRecord(window, out, withoutCr(window, found), Math.min(found + 1, window.bytes.length), end, next);
      } else if (found === BROKEN) {
        takeAlone(window, out, end, next);
      } else if (found === OPEN && window.bytes.length - window.start <= window.limit) {
        takeOpen(window, out, end, next);
      } else {
        return false;
      }
      return true;
    },

    async takeLong(window, out) {
      const { end, next } = lineAt(window)!;
      const isRow = (line: string) => splitQuoted(line, delimiter).length === columns;
      const first = window.text(window.start, end);
      const second = window.bytes.indexOf(window.eol, next);
      // Where the first line and the next one are rows by themselves the quote was a stray one; else the quotes are believed.
      const stray = second > next && isRow((window.text(next, second) ?? '').replace(/\r$/, ''));
      if (stray && first !== null && splitLoosely(first, delimiter, columns) !== null) takeAlone(window, out, end, next);
      else await skipLongRecord(window, out, code, isRow, columns);
    },
  };
};
