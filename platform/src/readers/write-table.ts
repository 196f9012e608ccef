// Tables written piece by piece: CSV that no spreadsheet computes, and XLSX whose cells are all text.
import { writeXlsxStream } from 'hucre/xlsx';
import { neutral } from './neutral.ts';

/** Characters that XML has no place for. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Lines of a CSV (RFC 4180, CRLF, UTF-8 with a mark, so that Excel reads it). A cell that a spreadsheet would compute gets an apostrophe
 * before it, which the readers take off again. A single empty cell is quoted: an empty line would be no row.
 */
export async function* csvLines(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>): AsyncGenerator<string, void, undefined> {
  let first = true;
  for await (const row of rows) {
    const line = row.length === 1 && row[0] === '' ? '""' : row.map((cell) => quoted(neutral(cell))).join(',');
    yield `${first ? '\uFEFF' : ''}${line}\r\n`;
    first = false;
  }
}

/** Rows of a sheet (ECMA-376): 2^20. */
const MOST_ROWS = 1_048_576;

interface Sheets {
  /** Lines that stand above the headings of the first sheet. */
  above?: readonly (readonly string[])[];
  mostRows?: number;
}

/**
 * Bytes of an XLSX with one sheet, all cells text: a text that begins with = is no formula there. The first of `rows` are the headings;
 * after 1,048,576 lines the next sheet begins, under the same headings.
 */
export async function* xlsxBytes(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  sheet: string,
  { above = [], mostRows = MOST_ROWS }: Sheets = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = writeXlsxStream(texts(headed(rows, above, mostRows)), { name: sheet, repeatHeaders: false, maxRowsPerSheet: mostRows });
  for await (const piece of stream) yield piece;
}

async function* headed(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  above: readonly (readonly string[])[],
  mostRows: number,
): AsyncGenerator<readonly string[], void, undefined> {
  yield* above;
  let lines = above.length;
  let headings: readonly string[] | null = null;
  for await (const row of rows) {
    if (headings === null) headings = row;
    else if (lines % mostRows === 0) {
      yield headings;
      lines++;
    }
    yield row;
    lines++;
  }
}

/** `_x000D_` as a text, not as the character of that number (ECMA-376 22.9.2.19); half a surrogate pair has no UTF-8. */
const escaped = (cell: string): string =>
  cell
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(CONTROL, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

async function* texts(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>): AsyncGenerator<string[], void, undefined> {
  for await (const row of rows) yield row.map(escaped);
}
