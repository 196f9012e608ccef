// Storing what files say of rights. A register has millions of rows: a column of a batch goes over as one text, which costs a tenth of the
// driver's arrays, and the batch is checked, counted and stored by one statement.
import { hash } from 'node:crypto';
import type { RightDocument, RightRecord } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainJson, plainText } from '../readers/index.ts';
import { inOrder } from './exported.ts';
import { foldWords } from './fold-words.ts';
import { otherKeys } from './other-keys.ts';

const NULL = '\x01';

/**
 * One column as lines for string_to_table; a line break within a value, which none but names have, becomes a space. Bytes, so that the driver
 * need not make them later.
 */
const column = (values: readonly (string | null)[]): Buffer =>
  Buffer.from(plainText(values.map((value) => (value === null ? NULL : value.includes('\n') ? value.replaceAll('\n', ' ') : value)).join('\n')));

/** JSON texts, in which no line break ever stands as such, and half a surrogate pair only as its escape. */
const contentsOf = (contents: readonly string[]): Buffer => Buffer.from(contents.join('\n'));

/** The columns at these places of the parameters, for ROWS FROM. */
const columnsAt = (...places: number[]): string => places.map((place) => `string_to_table($${place}, E'\\n', E'\\x01')`).join(', ');

// The fields stand in one order (inOrder), so the JSON text is canonical as it stands.
const hashOf = (content: string): string => hash('sha256', content, 'hex');

/** Batches of one body, of whatever import, are stored one after the other: two that overlap would wait for each other for ever, and count rights twice. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('zhijian rights ' || kernel.body()::text, 0))`;

const ROWS = `
  WITH given AS MATERIALIZED (
    SELECT office, kind, number, words, decode(hash, 'hex') AS hash, content::json AS content, place
    FROM ROWS FROM (${columnsAt(2, 3, 4, 5, 6, 7)}) WITH ORDINALITY AS r (office, kind, number, words, hash, content, place)
  ), counted AS (
    INSERT INTO rights.tally AS t (rights)
    SELECT count(*) FROM (SELECT DISTINCT office, kind, number FROM given) g
    WHERE NOT EXISTS (SELECT FROM rights.right_row r WHERE (r.number, r.kind, r.office) = (g.number, g.kind, g.office))
    ON CONFLICT (body_id) DO UPDATE SET rights = t.rights + excluded.rights WHERE excluded.rights > 0
  ), added AS (
    INSERT INTO rights.right_row (body_id, region, import_id, office, kind, number, words, content_hash, content)
    SELECT (SELECT kernel.body()), (SELECT kernel.region()), $1, office, kind, number, words, hash, content FROM given
    ORDER BY place ON CONFLICT (body_id, number, kind, content_hash) DO NOTHING RETURNING content_hash
  )
  SELECT (SELECT count(*)::int FROM added) AS n,
    CASE WHEN (SELECT count(*) FROM added) < (SELECT count(*) FROM given) THEN (SELECT string_agg(encode(content_hash, 'hex'), ' ') FROM added) END
      AS hashes`;

/** Stores what was packed, under an import; returns how many of the records brought anything that was not known before. */
export type Put = (tx: Tx, importId: string) => Promise<number>;

/**
 * Makes records ready to be stored in their order, without the database, which may be busy with those before them. Rows and documents are
 * stored once by their content.
 */
export const packRightRecords = (records: readonly RightRecord[]): Put => {
  const rows = records.flatMap((record) => record.rows);
  const contents = rows.map((row) => JSON.stringify(inOrder(row)));
  const hashes = contents.map(hashOf);
  const columns = [
    column(rows.map(({ office }) => office)),
    column(rows.map(({ kind }) => kind)),
    column(rows.map(({ number }) => number)),
    column(rows.map(({ name, owner }) => foldWords(`${name ?? ''}\t${owner ?? ''}`))),
    column(hashes),
    contentsOf(contents),
  ];
  const putDocuments = packDocuments(records);
  return async (tx, importId) => {
    await tx.query(LOCK);
    const added = (await tx.query<{ n: number; hashes: string | null }>(ROWS, [importId, ...columns])).rows[0]!;
    const documents = await putDocuments(tx, importId);
    if (added.n === rows.length && records.every(({ rows: own }) => own.length > 0)) return records.length;
    // Where all were new they are not named.
    const fresh = new Set(added.n === rows.length ? hashes : added.hashes?.split(' '));
    let place = 0;
    return records.filter(({ rows: own, document }) => {
      const from = place;
      place += own.length;
      return hashes.slice(from, place).some((one) => fresh.has(one)) || (document !== null && documents.has(document));
    }).length;
  };
};

/** Packs and stores at once. */
export const insertRightRecords = (tx: Tx, importId: string, records: readonly RightRecord[]): Promise<number> =>
  packRightRecords(records)(tx, importId);

const DOCUMENTS = `
  INSERT INTO rights.document (import_id, office, kind, number, format, known_on, content_hash, content)
  SELECT $1, office, kind, number, format, known_on::date, decode(hash, 'hex'), content::json
  FROM ROWS FROM (${columnsAt(2, 3, 4, 5, 6, 7, 8)}) WITH ORDINALITY AS d (office, kind, number, format, known_on, hash, content, place)
  ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING RETURNING encode(content_hash, 'hex') AS hash`;

const NUMBERS = `
  INSERT INTO rights.other_number (other, bare, type, office, kind, number, on_day)
  SELECT DISTINCT ON (other, type, office, kind, number) other, bare, type, office, kind, number, on_day::date
  FROM ROWS FROM (${columnsAt(1, 2, 3, 4, 5, 6, 7)}) AS n (other, bare, type, office, kind, number, on_day)
  ORDER BY other, type, office, kind, number, on_day ON CONFLICT DO NOTHING`;

/** NUL and half a surrogate pair as JSON writes them, which the database refuses when it looks into a document. */
const REFUSED = /\\u(?:0000|d[89a-f])/;

const documentText = (document: RightDocument): string => {
  const text = JSON.stringify(document);
  return REFUSED.test(text) ? plainJson(document) : text;
};

/** Of what it stores, the documents that were new. */
const packDocuments = (records: readonly RightRecord[]): ((tx: Tx, importId: string) => Promise<ReadonlySet<RightDocument>>) => {
  const given = records.flatMap(({ document }) => (document === null ? [] : [document]));
  if (given.length === 0) return async () => new Set();
  const contents = given.map(documentText);
  const hashes = contents.map(hashOf);
  const byHash = new Map(given.map((document, i) => [hashes[i]!, document]));
  const columns = [
    column(given.map(({ office }) => office)),
    column(given.map(({ kind }) => kind)),
    column(given.map(({ number }) => number)),
    column(given.map(({ format }) => format)),
    column(given.map(({ known_on }) => known_on)),
    column(hashes),
    contentsOf(contents),
  ];
  const numbers = given.flatMap((document) => document.numbers.map((other) => ({ ...other, keys: otherKeys(other.number), of: document })));
  const ofNumbers = [
    column(numbers.map(({ keys }) => keys.whole)),
    column(numbers.map(({ keys }) => keys.bare)),
    column(numbers.map(({ type }) => type)),
    column(numbers.map(({ of }) => of.office)),
    column(numbers.map(({ of }) => of.kind)),
    column(numbers.map(({ of }) => of.number)),
    column(numbers.map(({ date }) => date)),
  ];
  return async (tx, importId) => {
    const added = await tx.query<{ hash: string }>(DOCUMENTS, [importId, ...columns]);
    await tx.query(NUMBERS, ofNumbers);
    return new Set(added.rows.map(({ hash: one }) => byHash.get(one)!));
  };
};
