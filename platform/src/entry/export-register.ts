// What is stored of registers and offers, as files that import again to the same state.
import { EXPORT_SHEET } from '@zhijian/contract';
import { OFFER_CODECS, OFFER_COLUMNS, offersAfter, longestOffer } from '../offers/index.ts';
import { type Asker, asBody, type Pool, type Tx } from '../kernel/index.ts';
import { type Codecs, type Columns, csvLines, EXPORTED, exportedCells, exportedLine, exportHeading, xlsxBytes } from '../readers/index.ts';
import {
  coverageKey,
  coverageOf,
  DECISION_CODECS,
  DECISION_COLUMNS,
  decisionsAfter,
  documentCells,
  documentLines,
  documentMarks,
  documentsAfter,
  flatDecision,
  LICENCE_CODECS,
  LICENCE_COLUMNS,
  licencesAfter,
  longestDecision,
  longestDocument,
  longestLicence,
  longestRightRow,
  RIGHT_CODECS,
  RIGHT_COLUMNS,
  rightRowsAfter,
} from '../rights/index.ts';
import { longestTrader, TRADER_CODECS, TRADER_COLUMNS, tradersAfter } from '../traders/index.ts';

export type RegisterName = 'rights' | 'licences' | 'decisions' | 'traders' | 'offers';

interface Stored {
  id: number;
  content: string;
}

interface Kind {
  codecs: Codecs<string>;
  columns: Columns<string>;
  /** A stored record with its fields under the names of the table. */
  flat?: (record: Record<string, unknown>) => Record<string, unknown>;
  after: (tx: Tx, after: number, limit: number) => Promise<Stored[]>;
  /** Characters of the longest stored record. */
  longest: (tx: Tx) => Promise<number>;
}

const KIND: Record<RegisterName, Kind> = {
  rights: { codecs: RIGHT_CODECS, columns: RIGHT_COLUMNS, after: rightRowsAfter, longest: longestRightRow },
  licences: { codecs: LICENCE_CODECS, columns: LICENCE_COLUMNS, after: licencesAfter, longest: longestLicence },
  decisions: { codecs: DECISION_CODECS, columns: DECISION_COLUMNS, flat: flatDecision, after: decisionsAfter, longest: longestDecision },
  traders: { codecs: TRADER_CODECS, columns: TRADER_COLUMNS, after: tradersAfter, longest: longestTrader },
  offers: { codecs: OFFER_CODECS, columns: OFFER_COLUMNS, after: (tx, after, limit) => offersAfter(tx, null, after, limit), longest: longestOffer },
};

const PAGE = 500;
/** Excel holds 32,767 characters a cell. */
const LONGEST_CELL = 32_000;

async function* records(
  pool: Pool,
  asker: Asker,
  { after: next, flat = (record) => record }: Kind,
): AsyncGenerator<Record<string, unknown>, void, undefined> {
  for (let after = 0; ; ) {
    const page = await asBody(pool, asker, (tx) => next(tx, after, PAGE));
    for (const { content } of page) yield flat(JSON.parse(content) as Record<string, unknown>);
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

/** Documents of offices, each as it is stored, after all rows of rights. */
async function* documents(pool: Pool, asker: Asker, name: RegisterName): AsyncGenerator<string, void, undefined> {
  for (let after = 0; name === 'rights'; ) {
    const page = await asBody(pool, asker, (tx) => documentsAfter(tx, after));
    if (page.length === 0) return;
    for (const { content } of page) yield content;
    after = page.at(-1)!.id;
  }
}

/** What the registers hold completely, as rights files state it. */
const coversOf = async (pool: Pool, asker: Asker, name: RegisterName): Promise<string[]> =>
  name === 'rights' ? (await asBody(pool, asker, coverageOf)).map(coverageKey) : [];

/** Lines of JSON without their breaks: what is held completely first, then one for each row, licence or offer in the order of storing, last the documents of offices. */
export async function* registerLines(pool: Pool, asker: Asker, name: RegisterName): AsyncGenerator<string, void, undefined> {
  for (const covers of await coversOf(pool, asker, name)) yield JSON.stringify({ covers });
  for await (const record of records(pool, asker, KIND[name])) yield exportedLine(record, KIND[name].codecs);
  for await (const content of documents(pool, asker, name)) yield* documentLines(content);
}

async function* rows(pool: Pool, asker: Asker, name: RegisterName, marks: number, longest: number): AsyncGenerator<string[], void, undefined> {
  const kind = KIND[name];
  const headings = Object.keys(kind.codecs).map((field) => exportHeading(kind.columns, field));
  yield [...headings, ...Array.from({ length: marks }, (_, i) => (i === 0 ? EXPORTED : `${EXPORTED}_${i + 1}`))];
  for await (const record of records(pool, asker, kind)) yield exportedCells(record, kind.codecs, marks, longest);
  for await (const content of documents(pool, asker, name)) yield* documentCells(content, marks, LONGEST_CELL);
}

/** Columns beside the cells, for the longest of the documents. */
const marksOfDocuments = async (pool: Pool, asker: Asker, name: RegisterName): Promise<number> => {
  const longest = name === 'rights' ? await asBody(pool, asker, longestDocument) : 0;
  return longest === 0 ? 1 : documentMarks(longest, LONGEST_CELL);
};

/** The same as lines of a CSV, their breaks included. */
export async function* registerCsv(pool: Pool, asker: Asker, name: RegisterName): AsyncGenerator<string, void, undefined> {
  const facts = (await coversOf(pool, asker, name)).map((covers) => [`# covers: ${covers}`]);
  async function* all() {
    yield* facts;
    yield* rows(pool, asker, name, await marksOfDocuments(pool, asker, name), Number.POSITIVE_INFINITY);
  }
  yield* csvLines(all());
}

/** The same as an XLSX. */
export async function* registerXlsx(pool: Pool, asker: Asker, name: RegisterName): AsyncGenerator<Uint8Array, void, undefined> {
  const kind = KIND[name];
  const above = (await coversOf(pool, asker, name)).map((covers) => [`# covers: ${covers}`]);
  // At worst all of a record is carried beside its cells, with a hash for each field.
  const marks = Math.ceil(((await asBody(pool, asker, kind.longest)) + 2000) / (LONGEST_CELL - 1));
  const all = Math.max(marks, await marksOfDocuments(pool, asker, name));
  yield* xlsxBytes(rows(pool, asker, name, all, LONGEST_CELL), EXPORT_SHEET[name].zh, { above });
}
