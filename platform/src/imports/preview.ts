// What a person hands in, looked at before it is read: the kinds in it, and its first records as they would be read.
import type { ImportKind, ImportPreview, Label } from '@zhijian/contract';
import { type Input, inputsOf, readRows } from '../readers/index.ts';
import { lookInto, type Looked } from './input-kind.ts';
import { asideOf } from './aside-rows.ts';
import type { Mapped } from './mapping-store.ts';
import { inImportOrder } from './start-imports.ts';

/** Files of a ZIP that are looked at; one of another kind behind them is left out by the import and named. */
const MOST_LOOKED = 500;

/**
 * What a file holds, in the order in which it is imported; of a ZIP the kinds of its files, and of the first of them its beginning, with what
 * of it would be set aside. kind null where nothing tells. `kind` given: read as that kind, of a ZIP the first file that is of it. Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export const previewFile = async (
  file: string | Input,
  kind?: ImportKind,
  mapped: Mapped = {},
): Promise<Pick<ImportPreview, 'kind' | 'kinds' | 'headings' | 'fields' | 'rows' | 'aside'>> => {
  const kinds = new Set<ImportKind>();
  let first: Looked | null = null;
  let aside: ImportPreview['aside'] = [];
  // Files of other kinds, and papers that no table reads, may lie before the one that is asked for.
  let found = false;
  let looked = 0;
  for await (const opened of inputsOf(file)) {
    if (++looked > MOST_LOOKED) break;
    if (!('input' in opened)) continue;
    const one = await lookInto(opened.input, undefined, mapped);
    if (one.kind !== null) kinds.add(one.kind);
    if (found) continue;
    found = one.kind !== null && (kind === undefined || one.kind === kind);
    if (!found && first !== null) continue;
    first = found || kind === undefined ? one : await lookInto(opened.input, kind, mapped);
    aside = await asideIn(opened.input, first, mapped);
  }
  const { kind: is, headings, fields, rows }: Looked = first ?? { kind: null, headings: [], fields: [], rows: [] };
  return { kind: is, headings, fields, rows, aside, kinds: inImportOrder(kinds) };
};

/** Of a table that tells its kind, unless it comes by a stream that is over once it is read. */
const asideIn = async (input: Input, { kind, first }: Looked, mapped: Mapped): Promise<ImportPreview['aside']> => {
  if (kind === null || first === undefined || input.once) return [];
  return asideOf(input, kind, mapped[kind], first);
};

/** What a file should be that is in no form that is read, an .xlsb or a workbook with a password; null for one that is read. */
export const unreadForm = async (file: string | Input): Promise<Label | null> => {
  for await (const opened of inputsOf(file)) {
    if (!('input' in opened)) return opened.rejected.allowed;
    for await (const { format, rejected } of readRows(opened.input)) {
      const [first] = rejected;
      if (format === null && first !== undefined) return first.allowed;
      break;
    }
  }
  return null;
};
