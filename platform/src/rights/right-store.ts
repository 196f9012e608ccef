// SQL of the schema rights beside record-store, lookup-store and decision-store. Rows and licences are only ever added; the same content is stored once for each body.
import { createHash } from 'node:crypto';
import type { Coverage, Licence, RightKind, RightRow } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';

/** A stored row: its content as the JSON text that went in. */
export interface StoredRow {
  id: number;
  import_id: string;
  content: string;
}

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

/** A row within the order of rights: by number, kind, then as stored. */
export interface RowOfRight {
  number: string;
  kind: RightKind;
  import_id: string;
  content: string;
}

/** The next rows behind those of a right, of whole rights: at least one, and more as far as `limit` rows go. Empty at the end. */
export const rowsOfRightsAfter = async (tx: Tx, after: Pick<RowOfRight, 'number' | 'kind'> | null, limit: number): Promise<RowOfRight[]> => {
  const { rows } = await tx.query<RowOfRight>(
    `SELECT number, kind, import_id, content::text AS content FROM rights.right_row
     WHERE $1::text IS NULL OR (number, kind) > ($1, $2) ORDER BY number, kind, id LIMIT $3`,
    [after?.number ?? null, after?.kind ?? null, limit],
  );
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return rows;
  // The last right may have more rows behind the page.
  const whole = rows.findLastIndex(({ number, kind }) => number !== last.number || kind !== last.kind) + 1;
  return whole > 0 ? rows.slice(0, whole) : rowsOfRightsAfter(tx, after, 2 * limit);
};

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
      `SELECT coalesce((SELECT rights FROM rights.tally), 0) AS rights,
              (SELECT count(*) FROM rights.licence) AS licences`,
    )
  ).rows[0]!;
