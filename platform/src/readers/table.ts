// rows by heading -> records by field, with what no field takes kept as extra facts.
import { type Label, READER_SENTENCE, type Rejected, say } from '@zhijian/contract';
import type { HeaderFact, Row } from './batch.ts';
import { type Cells, excerpt, setCell } from './cells.ts';
import { type Columns, type Meaning, meaningOf } from './columns.ts';
import { readRows } from './rows.ts';

export interface TableForm<F extends string> {
  columns: Columns<F>;
  /** Fields that every record must have. */
  required: readonly F[];
  /** Of these every record must have at least one. */
  oneOf: readonly F[];
}

export interface TableRecord<F extends string> {
  line: number;
  /** As the file has it; a field whose cell is blank is not there. */
  given: Partial<Record<F, string>>;
  extra: Cells;
}

export type OnRejected = (rejected: Rejected) => void;
export type OnWarning = (warning: Label) => void;

const MOST_NAMED = 50;

/**
 * Records of a table file, in batches. Rejects and warnings go to the two functions; one warning names all unknown columns.
 * @param onFacts what the file says of itself, once, before its records
 */
export async function* readTable<F extends string>(
  file: string,
  form: TableForm<F>,
  onRejected: OnRejected,
  onWarning: OnWarning,
  onFacts: (facts: readonly HeaderFact[]) => void = () => {},
): AsyncGenerator<TableRecord<F>[], void, undefined> {
  const meaning = meaningOf(form.columns);
  const unknown = new Set<string>();
  let first = true;
  let records = 0;
  let rejects = 0;
  for await (const { headings, headingLine, facts, rows, rejected } of readRows(file)) {
    for (const one of rejected) onRejected(one);
    rejects += rejected.length;
    if (first) {
      onFacts(facts);
      const lack = headings === null ? null : lacking(form, headings, meaning);
      if (lack !== null) {
        onRejected({ file, line: headingLine, code: 'heading', given: excerpt((headings ?? []).join(', '), 200), ...lack });
        return;
      }
    }
    first = false;
    const batch: TableRecord<F>[] = [];
    for (const row of rows) {
      const record = recordOf(row, meaning, unknown);
      const missing = required(form, record);
      if (missing === null) batch.push(record);
      else onRejected({ file, line: row.line, code: 'required', given: '', ...missing });
    }
    records += rows.length;
    if (batch.length > 0) yield batch;
  }
  if (records === 0 && rejects === 0) onWarning(say(READER_SENTENCE.no_rows, { file }));
  if (unknown.size > 0) onWarning(say(READER_SENTENCE.unknown_columns, { file, names: [...unknown].join(', ') }));
}

const recordOf = <F extends string>(row: Row, meaning: (heading: string) => Meaning<F> | null, unknown: Set<string>): TableRecord<F> => {
  const given: Partial<Record<F, string>> = {};
  const extra: Cells = {};
  const from: Partial<Record<F, { heading: string; rank: number }>> = {};
  const aside = (heading: string, value: string) => {
    setCell(extra, heading, value);
    if (unknown.size < MOST_NAMED) unknown.add(excerpt(heading, 60));
    else unknown.add('…');
  };
  for (const heading of Object.keys(row.cells)) {
    const value = row.cells[heading]!;
    if (value === '' || value.trim() === '') continue;
    const found = meaning(heading);
    if (found === null) {
      aside(heading, value);
      continue;
    }
    const { field, rank } = found;
    const before = from[field];
    if (before !== undefined && before.rank <= rank) {
      aside(heading, value);
      continue;
    }
    if (before !== undefined) aside(before.heading, given[field]!);
    from[field] = { heading, rank };
    given[field] = value;
  }
  return { line: row.line, given, extra };
};

const aliasesOf = <F extends string>(form: TableForm<F>, fields: readonly F[]): string =>
  fields.flatMap((field) => [field, ...form.columns[field]].slice(0, 8)).join('、');

const lacking = <F extends string>(
  form: TableForm<F>,
  headings: readonly string[],
  meaning: (heading: string) => Meaning<F> | null,
): { field: string; allowed: Label } | null => {
  const there = new Set(headings.map((heading) => meaning(heading)?.field));
  const field = form.required.find((one) => !there.has(one));
  if (field !== undefined) return { field, allowed: say(READER_SENTENCE.columns, { field, aliases: aliasesOf(form, [field]) }) };
  if (form.oneOf.some((one) => there.has(one))) return null;
  const fields = form.oneOf.join(', ');
  return { field: fields, allowed: say(READER_SENTENCE.columns_one_of, { fields, aliases: aliasesOf(form, form.oneOf) }) };
};

const required = <F extends string>(
  { required: fields, oneOf }: TableForm<F>,
  { given }: TableRecord<F>,
): { field: string; allowed: Label } | null => {
  for (const field of fields) if (given[field] === undefined) return { field, allowed: say(READER_SENTENCE.cell_required, { field }) };
  if (oneOf.length === 0 || oneOf.some((field) => given[field] !== undefined)) return null;
  const names = oneOf.join(', ');
  return { field: names, allowed: say(READER_SENTENCE.cell_one_of, { fields: names }) };
};
