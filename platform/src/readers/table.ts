// rows by heading -> records by field, with what no field takes kept as extra facts.
import { fieldNames, type Label, READER_SENTENCE, type Rejected, say } from '@zhijian/contract';
import type { HeaderFact, Row } from './batch.ts';
import { type Cells, excerpt, setCell } from './cells.ts';
import { type Columns, headingsOf, type Meaning, meaningOf } from './columns.ts';
import { readRows } from './rows.ts';
import { SetAside } from './set-aside.ts';

export interface TableForm<F extends string> {
  columns: Columns<F>;
  /** Fields that every record must have. */
  required: readonly F[];
  /** Of these every record must have at least one. */
  oneOf: readonly F[];
  /** The warning about columns that no field takes: what becomes of them; as for offers where not given. */
  unknown?: Readonly<Label>;
}

export interface TableRecord<F extends string> {
  line: number;
  /** As the file has it; a field whose cell is blank is not there. */
  given: Partial<Record<F, string>>;
  extra: Cells;
}

/** What it gives is awaited: rejects may come by the million, faster than a disk takes them. */
export type OnRejected = (rejected: Rejected) => unknown;
export type OnWarning = (warning: Label) => void;

const MOST_NAMED = 50;

/**
 * What `make` makes of each record of a table file, in batches, in order; a batch of rejects alone comes as an empty one. Rejects go to `onRejected` in the order of their lines,
 * warnings to `onWarning`; one warning names all unknown columns.
 * @param make throws SetAside for a record with a value that it cannot take
 * @param onFacts what the file says of itself, once, before its records
 */
export async function* readTable<F extends string, T>(
  file: string,
  form: TableForm<F>,
  make: (record: TableRecord<F>) => T,
  onRejected: OnRejected,
  onWarning: OnWarning,
  onFacts: (facts: readonly HeaderFact[]) => unknown = () => {},
): AsyncGenerator<T[], void, undefined> {
  const meaning = meaningOf(form.columns);
  const unknown = new Set<string>();
  let first = true;
  let records = 0;
  let rejects = 0;
  for await (const { format, headings, headingLine, facts, rows, rejected } of readRows(file)) {
    if (first) {
      await onFacts(facts);
      const lack = headings === null ? null : lacking(form, headings, meaning);
      if (lack !== null) {
        await onRejected({ file, line: headingLine, code: 'heading', given: excerpt((headings ?? []).join(', '), 200), ...lack });
        onWarning(say(READER_SENTENCE.not_read, { file }));
        return;
      }
    }
    if (first && format === null && !rejected.some(({ code }) => code === 'empty')) onWarning(say(READER_SENTENCE.not_read, { file }));
    first = false;
    const made: T[] = [];
    for (const row of rows) {
      try {
        const record = recordOf(row, meaning, unknown);
        mustHave(form, record);
        made.push(make(record));
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        rejected.push(error.at(file, row.line));
      }
    }
    rejected.sort((a, b) => a.line - b.line);
    for (const one of rejected) await onRejected(one);
    records += rows.length;
    rejects += rejected.length;
    if (made.length > 0 || rejected.length > 0) yield made;
  }
  if (records === 0 && rejects === 0) onWarning(say(READER_SENTENCE.no_rows, { file }));
  if (unknown.size > 0) onWarning(say(form.unknown ?? READER_SENTENCE.unknown_columns, { file, names: [...unknown].join(', ') }));
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
  fields.flatMap((field) => headingsOf(form.columns, field).slice(0, 8)).join('、');

const lacking = <F extends string>(
  form: TableForm<F>,
  headings: readonly string[],
  meaning: (heading: string) => Meaning<F> | null,
): { field: string; allowed: Label } | null => {
  const there = new Set(headings.map((heading) => meaning(heading)?.field));
  const field = form.required.find((one) => !there.has(one));
  if (field !== undefined) return { field, allowed: say(READER_SENTENCE.columns, { field: fieldNames([field]), aliases: aliasesOf(form, [field]) }) };
  if (form.oneOf.length === 0 || form.oneOf.some((one) => there.has(one))) return null;
  const fields = fieldNames(form.oneOf);
  return { field: form.oneOf.join(', '), allowed: say(READER_SENTENCE.columns_one_of, { fields, aliases: aliasesOf(form, form.oneOf) }) };
};

/** Throws SetAside for a record without a field that it must have. */
const mustHave = <F extends string>({ required, oneOf }: TableForm<F>, { given }: TableRecord<F>): void => {
  for (const field of required) {
    if (given[field] === undefined) throw new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));
  }
  if (oneOf.length === 0 || oneOf.some((field) => given[field] !== undefined)) return;
  throw new SetAside(oneOf.join(', '), 'required', '', say(READER_SENTENCE.cell_one_of, { fields: fieldNames(oneOf) }));
};
