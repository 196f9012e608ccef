// Workbooks -> rows: one table for each sheet, read one after the other.
import { type Label, READER_SENTENCE, type RejectCode, say } from '@zhijian/contract';
import type { RowBatch } from './batch.ts';
import { formatOf } from './format.ts';
import type { Known } from './headings.ts';
import { type Input, ReadFault } from './input.ts';
import { type Limits, limitsOf } from './limits.ts';
import { SheetTable } from './sheet-table.ts';
import { spooled } from './spool.ts';
import { openPackage } from './xlsx-package.ts';
import { type SheetRow, sheetRows } from './xlsx-rows.ts';
import { xlsSheets } from './xls.ts';

export interface WorkbookOptions {
  maxRecordBytes?: number;
  known?: Known;
  limits?: Limits;
}

const BATCH = 256;
const LONGEST = 4 << 20;

/** What a sheet is read from. */
interface SheetSource {
  name: string;
  hidden: boolean;
  rows: AsyncIterable<readonly SheetRow[]>;
}

/**
 * The rows of an XLSX or XLS in batches as `readRows` gives them, sheet after sheet; hidden sheets too. What is no workbook, or cannot be
 * read on, is a reject. Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readWorkbook(input: Input, options: WorkbookOptions): AsyncGenerator<RowBatch, void, undefined> {
  try {
    yield* spooled(input, (onDisk) => bookRows(onDisk, options));
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    yield refusedBatch(input, error.code, error.allowed);
  }
}

const refusedBatch = (input: Input, code: RejectCode, allowed: Label): RowBatch => ({
  format: null,
  encoding: 'utf-8',
  table: 0,
  sheet: null,
  headings: null,
  headingLine: 1,
  facts: [],
  rows: [],
  rejected: [{ file: input.name, line: 1, field: null, code, given: '', allowed }],
  notes: [],
  bytes: input.size ?? 0,
});

async function* bookRows(input: Input, options: WorkbookOptions): AsyncGenerator<RowBatch, void, undefined> {
  const limits = options.limits ?? limitsOf();
  const format = await formatOf(input);
  if (format === 'xlsb') throw new ReadFault('unsupported', READER_SENTENCE.workbook_binary);
  if (format !== 'xlsx' && format !== 'xls') throw new ReadFault('encoding', say(READER_SENTENCE.text_table, { found: 'ZIP' }));
  let table = 0;
  let bytes = 0;
  const sheets = format === 'xlsx' ? xlsxSheets(input, limits) : xlsSheets(input, limits);
  for await (const { name, hidden, rows } of sheets) {
    const sheet = new SheetTable(input.name, name, options.known, options.maxRecordBytes ?? LONGEST);
    let fault: ReadFault | null = null;
    let line = 0;
    let begun = false;
    const batch = () => {
      begun = true;
      return sheet.batch(format, table, bytes);
    };
    if (hidden) sheet.note('hidden_sheet', 1, name);
    try {
      for await (const piece of rows) {
        for (const row of piece) {
          sheet.add(row);
          line = row.line;
          if (sheet.size >= BATCH || (!begun && sheet.headings !== null)) yield batch();
        }
        bytes = Math.min(input.size ?? bytes, bytes + 1);
      }
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      fault = error;
    }
    sheet.end();
    if (fault !== null) sheet.reject(line + 1, fault.code, '', fault.allowed);
    if (sheet.headings === null && fault === null) continue;
    yield batch();
    table++;
  }
  if (table === 0) throw new ReadFault('empty', READER_SENTENCE.rows);
}

async function* xlsxSheets(input: Input, limits: Limits): AsyncGenerator<SheetSource, void, undefined> {
  const book = await openPackage(input.path!, limits);
  for (const { name, hidden, part } of book.sheets) if (part !== null) yield { name, hidden, rows: sheetRows(book, part, limits) };
}
