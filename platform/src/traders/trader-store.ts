// All SQL of the schema traders. What a register says of a trader is only ever added; the same content is stored once for each body.
import { createHash } from 'node:crypto';
import type { TraderRecord } from '@zhijian/contract';
import type { Queryable, Tx } from '../kernel/index.ts';
import { headingKey, plainText } from '../readers/index.ts';

/** A name by its letters and digits: 鲸屿（杭州）科技 and 鲸屿(杭州) 科技 are one. */
const nameKey = (name: string): string => plainText(headingKey(name).slice(0, 200));

/** Stores traders of an import in their order; returns how many were not known before. */
export const insertTraders = async (tx: Tx, importId: string, traders: readonly TraderRecord[]): Promise<number> => {
  const contents = traders.map((trader) => JSON.stringify(trader));
  const { rowCount } = await tx.query(
    `INSERT INTO traders.trader (import_id, code, name_key, known_on, content_hash, content)
     SELECT $1, code, name_key, known_on, hash, content::json
     FROM unnest($2::text[], $3::text[], $4::date[], $5::bytea[], $6::text[]) WITH ORDINALITY AS t (code, name_key, known_on, hash, content, place)
     ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING`,
    [
      importId,
      traders.map(({ code }) => code),
      traders.map(({ name }) => nameKey(name)),
      traders.map(({ known_on }) => known_on),
      contents.map((content) => createHash('sha256').update(content).digest()),
      contents,
    ],
  );
  return rowCount ?? 0;
};

/** What is known last of the trader with this code; null where none is stored. */
export const traderByCode = async (db: Queryable, code: string): Promise<TraderRecord | null> =>
  (
    await db.query<{ content: TraderRecord }>(
      'SELECT content FROM traders.trader WHERE code = $1 ORDER BY known_on DESC NULLS LAST, id DESC LIMIT 1',
      [code.normalize('NFKC').toUpperCase().trim()],
    )
  ).rows[0]?.content ?? null;

/** The traders that have or had this name, in any width of brackets and spaces: what is known last of each under it, by code; at most 100. */
export const traderByName = async (db: Queryable, name: string): Promise<TraderRecord[]> => {
  const key = nameKey(name);
  if (key === '') return [];
  const { rows } = await db.query<{ content: TraderRecord }>(
    `SELECT DISTINCT ON (code COLLATE "C") content FROM traders.trader WHERE name_key = $1
     ORDER BY code COLLATE "C", known_on DESC NULLS LAST, id DESC LIMIT 100`,
    [key],
  );
  return rows.map(({ content }) => content);
};

/** The next stored records after an id, in order; the content as the JSON text that went in. */
export const tradersAfter = async (tx: Tx, after: number, limit: number): Promise<{ id: number; content: string }[]> =>
  (
    await tx.query<{ id: number; content: string }>('SELECT id, content::text AS content FROM traders.trader WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      limit,
    ])
  ).rows;

/** At most so many UTF-16 units has the longest stored record; 0 where there is none. */
export const longestTrader = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM traders.trader'))
    .rows[0]?.n ?? 0;
