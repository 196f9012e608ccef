// What a file holds, told by its content: the format of an office, a page or feed of offers, or the headings of a table.
import type { ImportKind, ImportPreview, Offer, RightRow } from '@zhijian/contract';
import { OFFER_COLUMNS, readOffers } from '../offers/index.ts';
import { type Columns, formatOf, type Input, type Mapping, type Meaning, meaningOf, readRows } from '../readers/index.ts';
import { DECISION_COLUMNS, impliedKind, LICENCE_COLUMNS, officeReader, RIGHT_COLUMNS } from '../rights/index.ts';
import { TRADER_COLUMNS } from '../traders/index.ts';
import type { Mapped } from './mapping-store.ts';

const FIRST_ROWS = 10;

/** The rows as the reader of tables gives them. */
export interface FirstRows {
  /** Null in a file of text. */
  sheet: string | null;
  rows: readonly { line: number; cells: Readonly<Record<string, string>> }[];
}

export interface Looked extends Pick<ImportPreview, 'kind' | 'headings' | 'rows' | 'fields'> {
  /** The rows of a table as they stand in it. */
  first?: FirstRows;
}

interface Table {
  columns: Columns<string>;
  /** Of each of these groups one field at least: what makes a file one of this kind. */
  needs: readonly (readonly string[])[];
}

// In order of preference: a file of licences has all that a file of rights needs, and someone to whom the right is licensed.
const TABLE: Partial<Record<ImportKind, Table>> = {
  licences: { columns: LICENCE_COLUMNS, needs: [['right_kind'], ['right_number'], ['licensee', 'licensee_code', 'shop', 'assignee', 'entry']] },
  rights: { columns: RIGHT_COLUMNS, needs: [['kind'], ['number']] },
  decisions: { columns: DECISION_COLUMNS, needs: [['case_number'], ['result', 'authority', 'decided_on', 'claimant', 'right_numbers']] },
  traders: { columns: TRADER_COLUMNS, needs: [['code'], ['name'], ['legal_representative', 'capital', 'founded_on', 'scope', 'status', 'type']] },
  offers: { columns: OFFER_COLUMNS, needs: [['title', 'description', 'brand', 'marking']] },
};
const KINDS = Object.keys(TABLE) as ImportKind[];

/** The fields that a heading of a table of this kind may be read as; none where no table is read. */
export const fieldsOfKind = (kind: ImportKind): string[] => Object.keys(TABLE[kind]?.columns ?? {});

/** Which of the headings are read as a field. */
export const headingsFor = (kind: ImportKind, field: string, headings: readonly string[], mapping?: Mapping): string[] => {
  const columns = TABLE[kind]?.columns;
  if (columns === undefined) return [];
  const meaning = meaningOf(columns, mapping);
  return headings.filter((heading) => meaning(heading)?.field === field);
};

const knownTo = (kind: ImportKind, mapping?: Mapping): ((heading: string) => boolean) => {
  const meaning = meaningOf(TABLE[kind]!.columns, mapping);
  return (heading) => meaning(heading) !== null;
};

/** The line of the headings is found before it is known what kind of file it is. */
const knownToAny = (mapped: Mapped): ((heading: string) => boolean) => {
  const all = KINDS.map((kind) => knownTo(kind, mapped[kind]));
  return (heading) => all.some((known) => known(heading));
};

/**
 * What a file holds and its first ten records as they would be read; kind null where nothing tells. `kind` given: read as that kind.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 * @param mapped what people said that headings mean
 */
export const lookInto = async (input: Input, kind?: ImportKind, mapped: Mapped = {}): Promise<Looked> => {
  const office = kind === undefined || kind === 'rights' ? await officeReader(input) : null;
  if (office !== null) {
    for await (const records of office(
      input,
      () => {},
      () => {},
    )) {
      const rows = records.flatMap(({ rows: [facts] }) => (facts === undefined ? [] : [shown(facts)]));
      if (rows.length > 0) return { kind: 'rights', headings: headingsOf(rows), fields: [], rows: rows.slice(0, FIRST_ROWS) };
    }
    return { kind: 'rights', headings: [], fields: [], rows: [] };
  }
  const format = input.once ? 'table' : await formatOf(input);
  const offersToo = kind === undefined || kind === 'offers';
  if (offersToo && format === 'html') return lookIntoOffers(input);
  const table = await lookIntoTable(input, kind, mapped);
  // A document of schema.org is no array of records.
  return offersToo && format === 'json' && (table.kind === null || table.rows.length === 0) ? lookIntoOffers(input) : table;
};

/** Pages and feeds have no headings: their first offers are shown. */
const lookIntoOffers = async (input: Input): Promise<Looked> => {
  const reading = readOffers(
    [input],
    () => {},
    () => {},
  );
  for await (const batch of reading) {
    const rows = batch.slice(0, FIRST_ROWS).map(({ offer }) => shownOffer(offer));
    if (rows.length === 0) continue;
    const headings = SHOWN_OF_OFFER.filter((field) => rows.some((row) => row[field] !== undefined)).map((field) => ({ heading: field, field }));
    return { kind: 'offers', headings, fields: [], rows };
  }
  return { kind: null, headings: [], fields: [], rows: [] };
};

const SHOWN_OF_OFFER = ['platform', 'item_id', 'title', 'brand', 'shop', 'seller', 'price', 'currency', 'url', 'captured_at'] as const;
const shownOffer = (offer: Offer): Record<string, string> =>
  Object.fromEntries(SHOWN_OF_OFFER.map((field) => [field, String(offer[field] ?? '')] as const).filter(([, value]) => value !== ''));

const SHOWN = ['kind', 'number', 'name', 'owner', 'classes', 'filing_date', 'grant_date', 'status', 'status_date', 'known_on'] as const;

/** The facts of a record by field, as text. */
const shown = (row: RightRow): Record<string, string> =>
  Object.fromEntries(SHOWN.map((field) => [field, String(row[field] ?? '')] as const).filter(([, value]) => value !== ''));

const headingsOf = (rows: readonly Record<string, string>[]): Looked['headings'] =>
  SHOWN.filter((field) => rows.some((row) => row[field] !== undefined)).map((field) => ({ heading: field, field }));

const lookIntoTable = async (input: Input, kind: ImportKind | undefined, mapped: Mapped): Promise<Looked> => {
  const taken: FirstRows['rows'][number][] = [];
  let headings: readonly string[] | null = null;
  let table = -1;
  let sheet: string | null = null;
  for await (const batch of readRows(input, {
    known: kind === undefined || TABLE[kind] === undefined ? knownToAny(mapped) : knownTo(kind, mapped[kind]),
  })) {
    if (batch.table !== table) {
      // A cover sheet before the table.
      if (headings !== null && (kind ?? kindOf(headings, mapped)) !== null) break;
      table = batch.table;
      headings = batch.headings;
      sheet = batch.sheet;
      taken.length = 0;
    }
    taken.push(...batch.rows.slice(0, FIRST_ROWS - taken.length));
    if (taken.length >= FIRST_ROWS) break;
  }
  const rows = taken.map(({ cells }) => cells);
  // Objects of JSONL have no common headings: those of the first rows speak for all.
  const names = headings ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const found = kind ?? (headings !== null && rows.length === 0 && isProse(headings, mapped) ? null : kindOf(names, mapped));
  const columns = found === null ? undefined : TABLE[found]?.columns;
  if (columns === undefined)
    return { kind: found, headings: names.map((heading) => ({ heading, field: null })), fields: [], rows: rows.map((row) => given(row)) };
  const fields = fieldsOf(names, columns, mapped[found!]);
  return {
    kind: found,
    fields: Object.keys(columns),
    first: { sheet, rows: taken },
    headings: names.map((heading) => ({ heading, field: fields.get(heading) ?? null })),
    rows: rows.map((row) => given(row, (heading) => fields.get(heading) ?? heading)),
  };
};

/** A sentence may name two fields between its commas. Of the headings of an empty table most are known. */
const isProse = (headings: readonly string[], mapped: Mapped): boolean => {
  const known = knownToAny(mapped);
  return headings.filter(known).length * 2 < headings.length;
};

/** The kind whose fields the headings fill, and of several the one that reads most of them. */
export const kindOf = (headings: readonly string[], mapped: Mapped = {}): ImportKind | null => {
  let best: { kind: ImportKind; read: number } | null = null;
  for (const kind of KINDS) {
    const { columns, needs } = TABLE[kind]!;
    const fields = new Set(fieldsOf(headings, columns, mapped[kind]).values());
    // Registers of one office have no column for the kind; and who may use a right makes a list of licences, no word on its status.
    if (kind === 'rights' && impliedKind(headings) !== null) fields.add('kind');
    if (kind === 'licences' && (fields.has('licensee') || fields.has('assignee')) && impliedKind(headings) !== null) fields.add('right_kind');
    if (!needs.every((group) => group.some((field) => fields.has(field)))) continue;
    if (best === null || fields.size > best.read) best = { kind, read: fields.size };
  }
  return best?.kind ?? null;
};

/** heading -> field; of two headings for one field the one that the table prefers. */
const fieldsOf = (headings: readonly string[], columns: Columns<string>, mapping?: Mapping): Map<string, string> => {
  const meaning = meaningOf(columns, mapping);
  const winner = new Map<string, Meaning<string> & { heading: string }>();
  for (const heading of headings) {
    const found = meaning(heading);
    if (found === null) continue;
    const before = winner.get(found.field);
    if (before === undefined || found.rank < before.rank) winner.set(found.field, { ...found, heading });
  }
  return new Map([...winner.values()].map(({ heading, field }) => [heading, field]));
};

const given = (row: Record<string, string>, name: (heading: string) => string = (heading) => heading): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value.trim() !== '')
      .map(([heading, value]) => [name(heading), value]),
  );
