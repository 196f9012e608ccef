// A quoted record over the limit, set aside as one: a field of megabytes may have millions of lines, and none of them is a record.
import type { Out } from './batch.ts';
import type { Window } from './window.ts';

const QUOTE = 0x22;

/**
 * Lets a record of several lines go by without keeping it and rejects it with its lines. It ends where its quotes are even again, or
 * before a line that is a row by itself: then the quote was a stray one, and the rows behind it are not to be lost.
 * @param isRow asked only of lines with an even number of quotes and at least `columns` - 1 delimiters
 */
export const skipLongRecord = async (
  window: Window,
  out: Out,
  delimiter: number,
  isRow: (line: string) => boolean,
  columns: number,
): Promise<void> => {
  const { line, taken } = window;
  const beginning = out.beginning();
  let open = false;
  for (let first = true; ; first = false) {
    const passed = await passLine(window, delimiter, first ? null : { columns, isRow });
    if (passed === null) break;
    if (passed.quotes % 2 === 1) open = !open;
    if (!open || (window.ended && window.start === window.bytes.length)) break;
  }
  out.rejectLines(line, window.line - 1, beginning, window.taken - taken);
};

/** Takes one line and counts its quotes; null, and nothing taken, where it is a row by itself. */
const passLine = async (
  window: Window,
  delimiter: number,
  row: { columns: number; isRow: (line: string) => boolean } | null,
): Promise<{ quotes: number } | null> => {
  let quotes = 0;
  let delimiters = 0;
  let whole = true;
  for (let at = window.start; ; ) {
    const found = window.bytes.indexOf(window.eol, at);
    const stop = found < 0 ? window.bytes.length : found;
    for (; at < stop; at++) {
      if (window.bytes[at] === QUOTE) quotes++;
      else if (window.bytes[at] === delimiter) delimiters++;
    }
    if (found >= 0 || window.ended) {
      if (row !== null && whole && quotes % 2 === 0 && stop > window.start && delimiters >= row.columns - 1) {
        const text = window.text(window.start, stop);
        if (text !== null && row.isRow(text.replace(/\r$/, ''))) return null;
      }
      window.take(Math.min(stop + 1, window.bytes.length), 1);
      return { quotes };
    }
    if (stop - window.start > window.limit) {
      window.take(stop, 0);
      whole = false;
    }
    const counted = stop - window.start;
    await window.fill();
    at = window.start + counted;
  }
};
