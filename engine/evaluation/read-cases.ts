// Case tables are CSV files that a lawyer opens in a spreadsheet. This reads them for the tests and the fitting commands.
import { readFileSync } from 'node:fs';

/**
 * Rows of a case table as heading -> text. RFC 4180: quotes, doubled quotes, line breaks inside quotes; a BOM is dropped.
 * @throws Error that names the file and row where a row has another number of columns than the heading.
 */
export const readCases = (file: string): Record<string, string>[] => {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  for (const found of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    row.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2]!);
    if (found[3] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (found[3] === '') break;
  }
  const [heading, ...body] = rows;
  if (!heading) throw new Error(`${file}: no heading`);
  return body.map((cells, i) => {
    if (cells.length !== heading.length) throw new Error(`${file} row ${i + 2}: ${cells.length} columns, the heading has ${heading.length}`);
    return Object.fromEntries(heading.map((name, k) => [name, cells[k]!]));
  });
};
