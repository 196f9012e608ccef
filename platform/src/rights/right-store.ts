// All SQL of the schema rights. Rows and licences are only ever added; the same content is stored once for each body.
import { createHash } from 'node:crypto';
import type { Coverage, Licence, RightDocument, RightKind, RightRecord, RightRow } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainText } from '../readers/index.ts';
import { otherKeys } from './other-keys.ts';
import { inOrder } from './exported.ts';

/** A stored row: its content as the JSON text that went in. */
export interface StoredRow {
  id: number;
  import_id: string;
  content: string;
}

/**
 * Stores records of an import in their order; returns how many of them brought anything that was not known before. Rows and documents are
 * stored once by their content.
 */
export const insertRightRecords = async (tx: Tx, importId: string, records: readonly RightRecord[]): Promise<number> => {
  const rows = records.flatMap((record) => record.rows);
  const contents = rows.map((row) => JSON.stringify(inOrder(row)));
  const hashes = contents.map(hashOf);
  const added = await tx.query<{ hash: string }>(
    `INSERT INTO rights.right_row (import_id, office, kind, number, name, owner, content_hash, content)
     SELECT $1, office, kind, number, name, owner, hash, content::json
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[])
       WITH ORDINALITY AS r (office, kind, number, name, owner, hash, content, place)
     ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING RETURNING encode(content_hash, 'base64') AS hash`,
    [
      importId,
      rows.map((row) => row.office),
      rows.map((row) => row.kind),
      rows.map((row) => row.number),
      rows.map((row) => row.name && plainText(row.name)),
      rows.map((row) => row.owner && plainText(row.owner)),
      hashes,
      contents,
    ],
  );
  const documents = await insertDocuments(tx, importId, records);
  if (added.rows.length === rows.length && records.every(({ rows: own }) => own.length > 0)) return records.length;
  const fresh = new Set(added.rows.map(({ hash }) => hash));
  let place = 0;
  return records.filter(({ rows: own, document }) => {
    const from = place;
    place += own.length;
    return hashes.slice(from, place).some((hash) => fresh.has(hash.toString('base64'))) || (document !== null && documents.has(document));
  }).length;
};

/** The documents that were new. */
const insertDocuments = async (tx: Tx, importId: string, records: readonly RightRecord[]): Promise<ReadonlySet<RightDocument>> => {
  const given = records.flatMap(({ document }) => (document === null ? [] : [{ document, content: JSON.stringify(document) }]));
  if (given.length === 0) return new Set();
  const byHash = new Map(given.map(({ document, content }) => [hashOf(content).toString('base64'), document]));
  const added = await tx.query<{ hash: string }>(
    `INSERT INTO rights.document (import_id, office, kind, number, format, known_on, content_hash, content)
     SELECT $1, office, kind, number, format, known_on, hash, content::json
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::bytea[], $8::text[])
       WITH ORDINALITY AS d (office, kind, number, format, known_on, hash, content, place)
     ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING RETURNING encode(content_hash, 'base64') AS hash`,
    [
      importId,
      given.map(({ document }) => document.office),
      given.map(({ document }) => document.kind),
      given.map(({ document }) => document.number),
      given.map(({ document }) => document.format),
      given.map(({ document }) => document.known_on),
      given.map(({ content }) => hashOf(content)),
      given.map(({ content }) => content),
    ],
  );
  const numbers = given.flatMap(({ document }) => document.numbers.map((other) => ({ other, document })));
  await tx.query(
    `INSERT INTO rights.other_number (other, bare, type, office, kind, number, on_day)
     SELECT DISTINCT ON (other, type, office, kind, number) other, bare, type, office, kind, number, on_day
     FROM unnest($1::text[], $7::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[])
       AS n (other, bare, type, office, kind, number, on_day)
     ORDER BY other, type, office, kind, number, on_day ON CONFLICT DO NOTHING`,
    [
      numbers.map(({ other }) => otherKeys(other.number).whole),
      numbers.map(({ other }) => other.type),
      numbers.map(({ document }) => document.office),
      numbers.map(({ document }) => document.kind),
      numbers.map(({ document }) => document.number),
      numbers.map(({ other }) => other.date),
      numbers.map(({ other }) => otherKeys(other.number).bare),
    ],
  );
  return new Set(added.rows.map(({ hash }) => byHash.get(hash)!));
};

/** Stores licences of an import in their order; returns how many were not known before. */
export const insertLicences = async (tx: Tx, importId: string, licences: readonly Licence[]): Promise<number> => {
  const contents = licences.map((licence) => JSON.stringify(licence));
  const { rowCount } = await tx.query(
    `INSERT INTO rights.licence (import_id, right_kind, right_number, content_hash, content)
     SELECT $1, kind, number, hash, content::json
     FROM unnest($2::text[], $3::text[], $4::bytea[], $5::text[]) WITH ORDINALITY AS l (kind, number, hash, content, place)
     ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING`,
    [importId, licences.map((one) => one.right_kind), licences.map((one) => one.right_number), contents.map(hashOf), contents],
  );
  return rowCount ?? 0;
};

// The fields stand in one order (inOrder), so the JSON text is canonical as it stands.
const hashOf = (content: string): Buffer => createHash('sha256').update(content).digest();

/**
 * What an import says it holds completely is stated, and what it claimed and did not hold is withdrawn, whoever had stated it:
 * the record that was set aside would else accuse its lawful seller. Returns whether anything changed.
 */
export const moveCoverage = async (tx: Tx, importId: string, stated: readonly Coverage[], doubted: readonly Coverage[]): Promise<boolean> => {
  let moved = 0;
  for (const { office, kind, from_year, to_year } of doubted) {
    const { rowCount } = await tx.query('DELETE FROM rights.coverage WHERE (office, kind, from_year, to_year) = ($1, $2, $3, $4)', [
      office,
      kind,
      from_year,
      to_year,
    ]);
    moved += rowCount ?? 0;
  }
  for (const { office, kind, from_year, to_year } of stated) {
    const { rowCount } = await tx.query(
      'INSERT INTO rights.coverage (import_id, office, kind, from_year, to_year) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [importId, office, kind, from_year, to_year],
    );
    moved += rowCount ?? 0;
  }
  return moved > 0;
};

/** What the registers of the body hold completely. */
export const coverageOf = async (tx: Tx): Promise<Coverage[]> =>
  (
    await tx.query<Coverage>(
      'SELECT office, kind, from_year, to_year FROM rights.coverage ORDER BY office COLLATE "C", kind COLLATE "C", from_year, to_year',
    )
  ).rows;

/** The next rows of all rights after an id, in order. */
export const rightRowsAfter = async (tx: Tx, after: number, limit: number): Promise<StoredRow[]> =>
  (
    await tx.query<StoredRow>('SELECT id, import_id, content::text AS content FROM rights.right_row WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      limit,
    ])
  ).rows;

/** The next licences after an id, in order. */
export const licencesAfter = async (tx: Tx, after: number, limit: number): Promise<StoredRow[]> =>
  (await tx.query<StoredRow>('SELECT id, import_id, content::text AS content FROM rights.licence WHERE id > $1 ORDER BY id LIMIT $2', [after, limit]))
    .rows;

/** At most so many UTF-16 units has the longest stored row; 0 where there is none. */
export const longestRightRow = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM rights.right_row'))
    .rows[0]?.n ?? 0;

/** At most so many UTF-16 units has the longest stored licence; 0 where there is none. */
export const longestLicence = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM rights.licence'))
    .rows[0]?.n ?? 0;

/** The rows of one right in order: all, or those that one import brought. */
export const rowsOfRight = async (tx: Tx, kind: RightKind, number: string, importId: string | null = null): Promise<RightRow[]> =>
  (
    await tx.query<{ content: RightRow }>(
      'SELECT content FROM rights.right_row WHERE (kind, number) = ($1, $2) AND ($3::uuid IS NULL OR import_id = $3) ORDER BY id',
      [kind, number, importId],
    )
  ).rows.map(({ content }) => content);

/** The licences of one right in order: all, or those that one import brought. */
export const licencesOfRight = async (tx: Tx, kind: RightKind, number: string, importId: string | null = null): Promise<Licence[]> =>
  (
    await tx.query<{ content: Licence }>(
      'SELECT content FROM rights.licence WHERE (right_kind, right_number) = ($1, $2) AND ($3::uuid IS NULL OR import_id = $3) ORDER BY id',
      [kind, number, importId],
    )
  ).rows.map(({ content }) => content);

/** Changes whenever what the body knows of rights changes: findings made under another version are not stored. */
export const registerVersion = async (tx: Tx): Promise<string> =>
  (
    await tx.query<{ version: string }>(
      `SELECT concat_ws('/', (SELECT max(id) FROM rights.right_row), (SELECT max(id) FROM rights.licence),
         (SELECT md5(string_agg(concat_ws(':', office, kind, from_year, to_year), ',' ORDER BY office, kind, from_year, to_year)) FROM rights.coverage)
       ) AS version`,
    )
  ).rows[0]!.version;

export const countRights = async (tx: Tx): Promise<{ rights: number; licences: number }> =>
  (
    await tx.query<{ rights: number; licences: number }>(
      `SELECT (SELECT count(DISTINCT (office, kind, number)) FROM rights.right_row) AS rights,
              (SELECT count(*) FROM rights.licence) AS licences`,
    )
  ).rows[0]!;
