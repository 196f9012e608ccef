// The old workbook (.xls, BIFF8), read by hucre, which needs the whole of it in memory.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { type CellValue, readXls } from 'hucre/xlsx';
import { isErrorValue, numberText } from './cell-values.ts';
import { headOf, type Input, ReadFault } from './input.ts';
import type { Limits } from './limits.ts';
import type { SheetRow } from './xlsx-rows.ts';

/** A workbook with a password: an XLSX is then a stream of this name in such a container. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The first record of a workbook (BOF of BIFF8), and the one that says that the rest is encrypted (FILEPASS). */
const BEGIN = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
const FILEPASS = 0x2f;

/** The sheets in order. Throws ReadFault for a workbook with a password, one over the limit, and what is no workbook. */
export async function* xlsSheets(
  input: Input,
  limits: Limits,
): AsyncGenerator<{ name: string; hidden: boolean; rows: AsyncIterable<readonly SheetRow[]> }, void, undefined> {
  const size = input.size ?? 0;
  if (size > limits.xlsBytes) throw new ReadFault('limit', say(READER_SENTENCE.xls_bytes, { limit: limits.xlsBytes, found: size }));
  const bytes = await headOf(input, size);
  const begin = bytes.indexOf(BEGIN);
  if (bytes.includes(ENCRYPTED) || (begin >= 0 && begin + 22 <= bytes.length && bytes.readUInt16LE(begin + 20) === FILEPASS)) {
    throw new ReadFault('unsupported', READER_SENTENCE.workbook_password);
  }
  const book = await readXls(bytes).catch((error: Error) => {
    throw new ReadFault('damaged', say(READER_SENTENCE.workbook_damaged, { detail: error.message }));
  });
  for (const { name, rows, hidden = false, veryHidden = false } of book.sheets) {
    yield { name, hidden: hidden || veryHidden, rows: inPieces(rows) };
  }
}

async function* inPieces(rows: readonly (CellValue[] | undefined)[]): AsyncGenerator<readonly SheetRow[], void, undefined> {
  // A damaged workbook leaves rows out.
  for (let at = 0; at < rows.length; at += 1000) yield Array.from(rows.slice(at, at + 1000), (cells, i) => rowOf(cells ?? [], at + i + 1));
}

const rowOf = (values: readonly CellValue[], line: number): SheetRow => {
  const lost: number[] = [];
  const cells = values.map((value, column) => {
    if (typeof value !== 'number') return textOf(value);
    const { text, lost: gone } = numberText(String(value));
    if (gone) lost.push(column);
    return text;
  });
  return { line, cells, lost, noValue: false };
};

const textOf = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const [day = '', time = ''] = value.toISOString().slice(0, 19).split('T');
    return time === '00:00:00' ? day : `${day} ${time}`;
  }
  const text = String(value);
  return isErrorValue(text) ? '' : text;
};
