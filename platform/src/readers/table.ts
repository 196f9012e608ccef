// rows by heading -> records by field, with what no field takes kept as extra facts.
import { fieldNames, type Label, READER_SENTENCE, type Rejected, say } from '@zhijian/contract';
import type { HeaderFact, Row, RowBatch } from './batch.ts';
import { boundedCells, type Cells, excerpt, setCell } from './cells.ts';
import { type Columns, headingsOf, type Mapping, type Meaning, meaningOf } from './columns.ts';
import { EXPORTED, isExported } from './exported-mark.ts';
import type { Input } from './input.ts';
import { Oddities } from './oddities.ts';
import { isProblem } from './problem-columns.ts';
import { readRows } from './rows.ts';
import { SetAside } from './set-aside.ts';

export interface TableForm<F extends string> {
  columns: Columns<F>;
  /** Fields that every record must have. */
  required: readonly F[];
  /** Of these every record must have at least one. */
  oneOf: readonly F[];
  /** Numbers and codes: of these every digit counts, and one that a spreadsheet has rounded sets its record aside. */
  exact?: readonly F[];
  /** What the headings say of every record that does not say it itself, and the warning that says so. */
  implied?: (headings: readonly string[]) => Implied<F> | null;
  /** The warning about columns that no field takes: what becomes of them; as for offers where not given. */
  unknown?: Readonly<Label>;
}

export interface Implied<F extends string> {
  given: Partial<Record<F, string>>;
  warning: (file: string) => Label;
}

export interface TableRecord<F extends string> {
  line: number;
  /** As the file has it; a field whose cell is blank is not there. */
  given: Partial<Record<F, string>>;
  extra: Cells;
  /** What an exported table says of the record beside its cells. */
  exported?: string;
}

export interface TableOptions {
  /** What the file says of itself, once, before its records. */
  onFacts?: (facts: readonly HeaderFact[]) => unknown;
  /** A person's own meaning of headings, before that of the table of headings. */
  mapping?: Mapping | undefined;
}

/** What it gives is awaited: rejects may come by the million, faster than a disk takes them. */
export type OnRejected = (rejected: Rejected) => unknown;
export type OnWarning = (warning: Label) => void;

const MOST_NAMED = 50;

/**
 * What `make` makes of each record of a table file, in batches, in order; a batch of rejects alone comes as an empty one. Rejects go to `onRejected` in the order of their lines,
 * warnings to `onWarning`; one warning names all unknown columns, one each kind of oddity. A sheet of a workbook without a table is named in
 * a warning where another sheet has one.
 * @param make throws SetAside for a record with a value that it cannot take
 */
export async function* readTable<F extends string, T>(
  input: Input,
  form: TableForm<F>,
  make: (record: TableRecord<F>) => T,
  onRejected: OnRejected,
  onWarning: OnWarning,
  { onFacts = () => {}, mapping }: TableOptions = {},
): AsyncGenerator<T[], void, undefined> {
  const file = input.name;
  const meaning = meaningOf(form.columns, mapping);
  // Headings of our own tables mean what they meant when we wrote them.
  const own = mapping === undefined ? meaning : meaningOf(form.columns);
  const known = (heading: string) => meaning(heading) !== null || isProblem(heading);
  const unknown = new Set<string>();
  const oddities = new Oddities(file);
  const without: { batch: RowBatch; lack: Lack }[] = [];
  let table = -1;
  let skipping = false;
  let implied: Implied<F> | null = null;
  let tables = 0;
  let records = 0;
  let rejects = 0;
  for await (const batch of readRows(input, { known })) {
    const { format, headings, facts, rows, rejected } = batch;
    oddities.add(batch);
    if (batch.table !== table) {
      if (table < 0) await onFacts(facts);
      table = batch.table;
      if (format === null && !rejected.some(({ code }) => code === 'empty')) onWarning(say(READER_SENTENCE.not_read, { file }));
      implied = headings === null ? null : (form.implied?.(headings) ?? null);
      const lack = headings === null ? null : lacking(form, headings, meaning, implied);
      if (lack === null && implied !== null && lacking(form, headings!, meaning, null) !== null) onWarning(implied.warning(file));
      skipping = lack !== null;
      if (lack !== null) without.push({ batch, lack });
      else tables++;
    }
    if (skipping) continue;
    const ignored = headings?.some(isProblem) ?? false;
    const made: T[] = [];
    for (const row of rows) {
      try {
        const { record, from } = recordOf(row, row.cells[EXPORTED] ? own : meaning, unknown, ignored);
        const said = headings === null ? (form.implied?.(Object.keys(row.cells)) ?? null) : implied;
        if (said !== null) record.given = { ...said.given, ...record.given };
        mustHave(form, record);
        mustBeWhole(form, record, row, from);
        made.push(make(record));
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        rejected.push(asideAt(error, file, batch, row));
      }
    }
    rejected.sort((a, b) => a.line - b.line);
    for (const one of rejected) await onRejected(one);
    records += rows.length;
    rejects += rejected.length;
    if (made.length > 0 || rejected.length > 0) yield made;
  }
  if (tables === 0) {
    const [first] = without;
    if (first !== undefined) {
      const { batch, lack } = first;
      const given = excerpt((batch.headings ?? []).join(', '), 200);
      await onRejected({ file, ...sheetOf(batch), line: batch.headingLine, code: 'heading', given, ...lack });
      onWarning(say(READER_SENTENCE.not_read, { file }));
      return;
    }
  }
  for (const { batch, lack } of without) onWarning(say(READER_SENTENCE.sheet_without_table, { file, sheet: batch.sheet ?? '', lack: lack.allowed }));
  oddities.warn(onWarning);
  if (records === 0 && rejects === 0) onWarning(say(READER_SENTENCE.no_rows, { file }));
  if (unknown.size > 0) onWarning(say(form.unknown ?? READER_SENTENCE.unknown_columns, { file, names: [...unknown].join(', ') }));
}

const sheetOf = ({ sheet }: RowBatch): { sheet?: string } => (sheet === null ? {} : { sheet });

const asideAt = (aside: SetAside, file: string, batch: RowBatch, row: Row): Rejected => {
  const cells = boundedCells(row.cells);
  return { ...aside.at(file, row.line), ...sheetOf(batch), ...(cells === undefined ? {} : { cells }) };
};

type From<F extends string> = Partial<Record<F, { heading: string; rank: number }>>;

const recordOf = <F extends string>(
  row: Row,
  meaning: (heading: string) => Meaning<F> | null,
  unknown: Set<string>,
  ignoreProblems: boolean,
): { record: TableRecord<F>; from: From<F> } => {
  const given: Partial<Record<F, string>> = {};
  const extra: Cells = {};
  const from: From<F> = {};
  let exported = '';
  const aside = (heading: string, value: string) => {
    setCell(extra, heading, value);
    if (unknown.size < MOST_NAMED) unknown.add(excerpt(heading, 60));
    else unknown.add('…');
  };
  for (const heading of Object.keys(row.cells)) {
    const value = row.cells[heading]!;
    if (isExported(heading)) {
      exported += value;
      continue;
    }
    if (value === '' || value.trim() === '' || (ignoreProblems && isProblem(heading))) continue;
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
  return { record: { line: row.line, given, extra, ...(exported === '' ? {} : { exported }) }, from };
};

const aliasesOf = <F extends string>(form: TableForm<F>, fields: readonly F[]): string =>
  fields.flatMap((field) => headingsOf(form.columns, field).slice(0, 8)).join('、');

interface Lack {
  field: string;
  allowed: Label;
}

const lacking = <F extends string>(
  form: TableForm<F>,
  headings: readonly string[],
  meaning: (heading: string) => Meaning<F> | null,
  implied: Implied<F> | null,
): Lack | null => {
  const there = new Set<string | undefined>([...headings.map((heading) => meaning(heading)?.field), ...Object.keys(implied?.given ?? {})]);
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

/** `9.13301E+17`: what a spreadsheet shows for a long number, saved as text. */
const ROUNDED = /^\s*\d(?:\.\d+)?E\+?\d{2}\s*$/i;

/** Throws SetAside for a number or code of which a spreadsheet has kept 15 digits. */
const mustBeWhole = <F extends string>({ exact = [] }: TableForm<F>, { given }: TableRecord<F>, { lost = [] }: Row, from: From<F>): void => {
  for (const field of exact) {
    const value = given[field];
    if (value === undefined || !(lost.includes(from[field]?.heading ?? '') || ROUNDED.test(value))) continue;
    throw new SetAside(field, 'lost_digits', value, READER_SENTENCE.lost_digits);
  }
};
