// Finding a right in the stored registers, and all that is stored of it.
import type { OtherNumber, RightDocument, RightKind, RightRow } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import { otherKeys } from './other-keys.ts';

/** Which right a number leads to. */
export interface FoundRight {
  office: string;
  kind: RightKind;
  number: string;
}

/**
 * Rights of which a number is the own or another one, those first of which it is the own. `number`: in the register's spelling. Without the
 * kind of document, and without the country, another number is found too. S is of designs alone, and the digit behind it came later: S1 is S.
 */
export const rightsByNumber = async (db: Queryable, number: string): Promise<FoundRight[]> => {
  const { whole, bare, country } = otherKeys(number);
  const { rows } = await db.query<FoundRight>(
    `SELECT office, kind, number FROM (
       SELECT DISTINCT office, kind, number, 0 AS place FROM rights.right_row WHERE number = $1
       UNION SELECT DISTINCT office, kind, number, 1 FROM rights.right_row WHERE number = $5 AND office = $4
       UNION SELECT office, kind, number, 1 FROM rights.other_number WHERE other = $2
       UNION SELECT office, kind, number, 2 FROM rights.other_number WHERE bare = $3 AND ($4::text IS NULL OR office = $4) AND $2 !~ '[0-9][A-RT-Z][0-9]?$'
     ) f GROUP BY office, kind, number ORDER BY min(place), (office = 'CN') DESC, office COLLATE "C", kind COLLATE "C", number LIMIT 100`,
    [number, whole, bare, country, ownNumber(number)],
  );
  return rows;
};

/** Without the country before it; of an EP number without the check digit behind the dot, which is no part of it. */
const ownNumber = (number: string): string =>
  number
    .replace(/^(EP[\s\d]*)\.\d$/, '$1')
    .replace(/^[A-Z]{2}/, '')
    .replace(/[\s,/.-]/g, '');

/** Rights whose number begins so, or whose name or holder holds the words; the latest rows first. */
export const searchRights = async (
  db: Queryable,
  words: { like: string; prefix: string } | null,
  kind: RightKind | null,
  limit: number,
): Promise<FoundRight[]> => {
  // Without words the last rows are looked through, not the whole register.
  const from = words === null ? '(SELECT * FROM rights.right_row ORDER BY id DESC LIMIT 5000)' : 'rights.right_row';
  const where = words === null ? '' : 'AND (number LIKE $3 OR name ILIKE $4 OR owner ILIKE $4)';
  const { rows } = await db.query<FoundRight>(
    `SELECT office, kind, number FROM ${from} r WHERE ($1::text IS NULL OR kind = $1) ${where}
     GROUP BY office, kind, number ORDER BY max(id) DESC LIMIT $2`,
    words === null ? [kind, limit] : [kind, limit, words.prefix, words.like],
  );
  return rows;
};

const OF_RIGHT = 'kind = $1 AND number = $2 AND office = $3';

/** All rows of one right in the order of storing. */
export const rowsOf = async (db: Queryable, { kind, number, office }: FoundRight): Promise<RightRow[]> =>
  (await db.query<{ content: RightRow }>(`SELECT content FROM rights.right_row WHERE ${OF_RIGHT} ORDER BY id`, [kind, number, office])).rows.map(
    ({ content }) => content,
  );

/** The rows of each of several rights, in the order of `rights`. */
export const rowsOfEach = async (db: Queryable, rights: readonly FoundRight[]): Promise<RightRow[][]> => {
  const found = rights.map((): RightRow[] => []);
  // LATERAL: by the index for each right, whatever the planner thinks of a register that has just come in.
  const { rows } = await db.query<{ place: number; content: RightRow }>(
    `SELECT f.place, r.content FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS f (kind, number, office, place)
     CROSS JOIN LATERAL (
       SELECT id, content FROM rights.right_row r WHERE r.kind = f.kind AND r.number = f.number AND r.office = f.office ORDER BY id
     ) r ORDER BY f.place, r.id`,
    [rights.map(({ kind }) => kind), rights.map(({ number }) => number), rights.map(({ office }) => office)],
  );
  for (const { place, content } of rows) found[place - 1]!.push(content);
  return found;
};

export const numbersOf = async (db: Queryable, { kind, number, office }: FoundRight): Promise<OtherNumber[]> =>
  (
    await db.query<OtherNumber>(
      `SELECT type, other AS number, to_char(on_day, 'YYYY-MM-DD') AS date FROM rights.other_number WHERE ${OF_RIGHT}
       ORDER BY on_day, other COLLATE "C"`,
      [kind, number, office],
    )
  ).rows;

/**
 * The newest document of each format, of the same day the fullest. Claims and abstracts come in papers of their own too: each stays until a
 * newer one of its kind replaces it.
 */
export const documentsOf = async (db: Queryable, { kind, number, office }: FoundRight): Promise<RightDocument[]> =>
  (
    await db.query<{ content: RightDocument }>(
      `SELECT content FROM (
         SELECT DISTINCT ON (format, holds_claims, holds_abstract) content, format, known_on, content_hash
         FROM (SELECT *, json_array_length(content->'claims') > 0 AS holds_claims, content->>'abstract' IS NOT NULL AS holds_abstract
               FROM rights.document WHERE ${OF_RIGHT}) d
         ORDER BY format, holds_claims, holds_abstract, known_on DESC NULLS LAST, length(content::text) DESC, content_hash
       ) newest ORDER BY format, known_on DESC NULLS LAST, content_hash`,
      [kind, number, office],
    )
  ).rows.map(({ content }) => content);
