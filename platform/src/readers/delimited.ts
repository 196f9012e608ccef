// CSV, TSV and semicolon CSV by RFC 4180. Where the quotes of a record do not hold, only its first line is read alone, so
// that one bad quote never swallows the rows behind it (docs/decisions/own-csv-splitter.md).

const QUOTE = 0x22;
const CR = 0x0d;

/** Why no end was found: more bytes are needed, the quotes break the rule, or the file ends inside quotes. */
export const MORE = -1;
export const BROKEN = -2;
export const OPEN = -3;

/** Offset of the line break (or end of file) that ends the record at `start`, strictly by RFC 4180; else MORE, BROKEN or OPEN. */
export const recordEnd = (bytes: Buffer, start: number, delimiter: number, eol: number, ended: boolean): number => {
  const length = bytes.length;
  for (let at = start; ; at++) {
    if (bytes[at] === QUOTE) {
      for (at++; ; at += 2) {
        at = bytes.indexOf(QUOTE, at);
        if (at < 0) return ended ? OPEN : MORE;
        if (bytes[at + 1] !== QUOTE) break;
      }
      at++;
      if (bytes[at] === CR && eol !== CR && (at + 1 === length || bytes[at + 1] === eol)) at++;
      if (at >= length) return ended ? length : MORE;
      if (bytes[at] !== eol && bytes[at] !== delimiter) return BROKEN;
    } else {
      while (at < length && bytes[at] !== delimiter && bytes[at] !== eol) at++;
      if (at >= length) return ended ? length : MORE;
    }
    if (bytes[at] === eol) return at;
  }
};

/**
 * Cells of a record with quotes. A quoted cell ends at a quote that a delimiter or the end follows; any other single quote
 * inside it is a character (`"5" screen"`), and a quote that never ends so is one as well.
 */
export const splitQuoted = (text: string, delimiter: string): string[] => {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const close = text.charCodeAt(at) === QUOTE ? closingQuote(text, at + 1, delimiter) : -1;
    if (close >= 0) {
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at++;
  }
};

const closingQuote = (text: string, from: number, delimiter: string): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (at + 1 === text.length || text[at + 1] === delimiter) return at;
    if (text[at + 1] === '"') at++;
  }
  return -1;
};

/** Cells of a single line whose quotes are not RFC 4180: with quotes, else without; null where neither gives `columns` cells. */
export const splitLoosely = (line: string, delimiter: string, columns: number): string[] | null => {
  const quoted = splitQuoted(line, delimiter);
  if (quoted.length === columns) return quoted;
  const plain = line.split(delimiter);
  return plain.length === columns ? plain : null;
};

/**
 * True where a record over several lines could as well be as many rows with stray quotes: each line alone has all its
 * columns. Such lines are set aside together, since either reading may be wrong.
 */
export const linesLookLikeRows = (text: string, delimiter: string, columns: number): boolean =>
  columns > 2 && text.split(/\r?\n|\r/).every((line) => line.split(delimiter).length === columns);

/** The delimiter of a table, by the line of its headings. */
export const delimiterOf = (heading: string): string => {
  const outside = heading.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => outside.split(delimiter).length;
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
};
