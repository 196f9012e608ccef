// All SQL of the schema offers. Each version of an offer is stored once for each body, by its content.
import { createHash } from 'node:crypto';
import type { Offer } from '@zhijian/contract';
import type { Tx } from '../kernel/index.ts';
import { plainText } from '../readers/index.ts';

export interface SequencedOffer {
  /** Place of the record in its import. */
  sequence: number;
  offer: Offer;
}

/** A stored version: its content as the JSON text that went in. */
export interface StoredOffer {
  id: number;
  content: string;
}

/** Stores offers of an import in their order; returns how many were not known before. */
export const insertOffers = async (tx: Tx, importId: string, offers: readonly SequencedOffer[]): Promise<number> => {
  const contents = offers.map(({ offer }) => JSON.stringify(offer));
  const { rowCount } = await tx.query(
    `INSERT INTO offers.version (import_id, sequence, platform, item_id, captured_at, content_hash, content)
     SELECT $1, sequence, platform, item_id, captured_at::date, hash, content::json
     FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[])
       AS o (sequence, platform, item_id, captured_at, hash, content)
     ORDER BY sequence ON CONFLICT (body_id, content_hash) DO NOTHING`,
    [
      importId,
      offers.map(({ sequence }) => sequence),
      offers.map(({ offer }) => plainText(offer.platform)),
      offers.map(({ offer }) => plainText(offer.item_id)),
      offers.map(({ offer }) => offer.captured_at),
      contents.map((content) => createHash('sha256').update(content).digest()),
      contents,
    ],
  );
  return rowCount ?? 0;
};

/** The next versions after an id, in the order of reading: those of one import, or of all where it is null. */
export const offersAfter = async (tx: Tx, importId: string | null, after: number, limit: number): Promise<StoredOffer[]> =>
  (
    await tx.query<StoredOffer>(
      `SELECT id, content::text AS content FROM offers.version
       WHERE id > $1 AND ($2::uuid IS NULL OR import_id = $2) ORDER BY id LIMIT $3`,
      [after, importId, limit],
    )
  ).rows;

/** At most so many UTF-16 units has the longest stored version; 0 where there is none. */
export const longestOffer = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM offers.version'))
    .rows[0]?.n ?? 0;

/** Versions of one import, or of all where it is null. */
export const countOffers = async (tx: Tx, importId: string | null): Promise<number> =>
  (await tx.query<{ n: number }>('SELECT count(*) AS n FROM offers.version WHERE $1::uuid IS NULL OR import_id = $1', [importId])).rows[0]!.n;

/** Offers by the ids of their versions, in that order of ids. */
export const offersById = async (tx: Tx, ids: readonly number[]): Promise<Offer[]> =>
  (await tx.query<{ content: Offer }>('SELECT content FROM offers.version WHERE id = ANY($1::bigint[]) ORDER BY id', [ids])).rows.map(
    ({ content }) => content,
  );
