// A cell that a spreadsheet would take for a formula is written as text, and read back as it was (OWASP, CSV injection).

/** = + - @ in either width, a tab or a carriage return at the beginning, whatever apostrophes stand before it. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/;

/** The cell for a CSV: with an apostrophe before it where a spreadsheet would compute it, or where `asWritten` would take one away. */
export const neutral = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The cell of a CSV without the apostrophe that `neutral`, and a spreadsheet's user, put before it. */
export const asWritten = (cell: string): string => (cell.charCodeAt(0) === 0x27 && FORMULA.test(cell) ? cell.slice(1) : cell);
