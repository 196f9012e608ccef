// Finding a right in the stored registers, and all that is stored of it.
import type { Decision, Licence, OtherNumber, RightDocument, RightKind, RightRow } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import { otherKeys } from './other-keys.ts';

/** Which right a number leads to. */
export interface FoundRight {
  office: string;
  kind: RightKind;
  number: string;
}

/** Of two rights that share a publication: the first waits under it for the second, which has an application number, as it itself has none. */
const WAITS = (waiting: string, whole: string): string => {
  const applied = (one: string) =>
    `EXISTS (SELECT FROM rights.other_number o WHERE (o.number, o.kind, o.office) = (${one}.number, ${one}.kind, ${one}.office) AND o.type = 'application')`;
  return `${waiting}.number <> ${whole}.number AND ${waiting}.type IN ('publication', 'grant') AND ${whole}.type IN ('publication', 'grant')
    AND NOT ${applied(waiting)} AND ${applied(whole)}`;
};

/**
 * Rights of which a number is the own or another one, those first of which it is the own. `number`: in the register's spelling. Without the
 * kind of document, and without the country, another number is found too. S is of designs alone, and the digit behind it came later: S1 is S.
 * A right that is known by a publication alone, as of a file of claims, is the one to whose application that publication belongs.
 */
export const rightsByNumber = async (db: Queryable, number: string): Promise<FoundRight[]> => {
  const { whole, bare, country } = otherKeys(number);
  const { rows } = await db.query<FoundRight>(
    `SELECT f.office, f.kind, coalesce(of.number, f.number) AS number FROM (
       SELECT DISTINCT office, kind, number, 0 AS place FROM rights.right_row WHERE number = $1
       UNION SELECT DISTINCT office, kind, number, 1 FROM rights.right_row WHERE number = $5 AND office = $4
       UNION SELECT office, kind, number, 1 FROM rights.other_number WHERE other = $2
       UNION SELECT office, kind, number, 2 FROM rights.other_number WHERE bare = $3 AND ($4::text IS NULL OR office = $4) AND $2 !~ '[0-9][A-RT-Z][0-9]?$'
     ) f LEFT JOIN LATERAL (
       SELECT b.number FROM rights.other_number a JOIN rights.other_number b USING (other, office, kind)
       WHERE (a.office, a.kind, a.number) = (f.office, f.kind, f.number) AND ${WAITS('a', 'b')} ORDER BY b.number COLLATE "C" LIMIT 1
     ) of ON true
     GROUP BY 1, 2, 3 ORDER BY min(place), (f.office = 'CN') DESC, f.office COLLATE "C", f.kind COLLATE "C", 3 LIMIT 100`,
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

/** Rights whose number begins so, or whose name or holder holds the words, folded (`foldWords`); the latest rows first. */
export const searchRights = async (
  db: Queryable,
  words: { like: string; prefix: string } | null,
  kind: RightKind | null,
  limit: number,
): Promise<FoundRight[]> => {
  // Without words the last rows are looked through, not the whole register.
  const from = words === null ? '(SELECT * FROM rights.right_row ORDER BY id DESC LIMIT 5000)' : 'rights.right_row';
  const where = words === null ? '' : 'AND (number LIKE $3 OR r.words LIKE $4)';
  const { rows } = await db.query<FoundRight>(
    `SELECT office, kind, number FROM ${from} r WHERE ($1::text IS NULL OR kind = $1) ${where}
     GROUP BY office, kind, number ORDER BY max(id) DESC LIMIT $2`,
    words === null ? [kind, limit] : [kind, limit, words.prefix, words.like],
  );
  return rows;
};

const OF_RIGHT = 'kind = $1 AND number = $2 AND office = $3';

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

/** All that is stored of one right. */
export interface StoredRight {
  rows: RightRow[];
  licences: Licence[];
  numbers: OtherNumber[];
  /**
   * The newest of each format, of the same day the fullest. Claims and abstracts come in papers of their own too: each stays until a newer one
   * of its kind replaces it.
   */
  documents: RightDocument[];
  /** Decisions that name the right, the newest first; of each case what is known last. */
  decisions: Decision[];
}

/** The right's own number, and those under which parts of it wait (`rightsByNumber`). */
const NAMES = `(SELECT array_agg(number) FROM (
  SELECT $2::text AS number
  UNION SELECT a.number FROM rights.other_number b JOIN rights.other_number a USING (other, office, kind)
  WHERE (b.kind, b.number, b.office) = ($1, $2, $3) AND ${WAITS('a', 'b')}
) n)`;
const OF_ANY = 'kind = $1 AND number = ANY ((SELECT numbers FROM names)::text[]) AND office = $3';

// One statement: a page that asks five times waits five times. json_agg keeps texts that jsonb refuses.
const STORED = `
  WITH names AS MATERIALIZED (SELECT ${NAMES} AS numbers)
  SELECT
    (SELECT json_agg(content ORDER BY id) FROM rights.right_row WHERE ${OF_ANY}) AS rows,
    (SELECT json_agg(content ORDER BY id) FROM rights.licence WHERE right_kind = $1 AND right_number = $2) AS licences,
    (SELECT json_agg(json_build_object('type', type, 'number', other, 'date', to_char(on_day, 'YYYY-MM-DD')) ORDER BY on_day, other COLLATE "C")
     FROM rights.other_number WHERE ${OF_RIGHT}) AS numbers,
    (SELECT json_agg(content ORDER BY format, known_on DESC NULLS LAST, content_hash) FROM (
       SELECT DISTINCT ON (format, holds_claims, holds_abstract) content, format, known_on, content_hash
       FROM (SELECT *, json_array_length(content->'claims') > 0 AS holds_claims, content->>'abstract' IS NOT NULL AS holds_abstract
             FROM rights.document WHERE ${OF_ANY}) d
       ORDER BY format, holds_claims, holds_abstract, known_on DESC NULLS LAST, length(content::text) DESC, content_hash
     ) newest) AS documents,
    (SELECT json_agg(content ORDER BY decided_on DESC NULLS LAST, id DESC) FROM (
       SELECT DISTINCT ON (d.kind, d.case_number) d.id, d.decided_on, d.content
       FROM (SELECT decision_id FROM rights.decided_right WHERE ${OF_RIGHT}) r JOIN rights.decision d ON d.id = r.decision_id
       ORDER BY d.kind, d.case_number, d.content->>'known_on' DESC NULLS LAST, d.id DESC
     ) decided) AS decisions`;

/** All that is stored of one right, each list in its order; no rows where the body has none of it. */
export const storedRight = async (db: Queryable, { kind, number, office }: FoundRight): Promise<StoredRight> => {
  // Named: the server plans it once for each connection, which takes ten times as long as running it.
  const { rows } = await db.query<{ [field in keyof StoredRight]: StoredRight[field] | null }>({
    name: 'stored_right',
    text: STORED,
    values: [kind, number, office],
  });
  const { rows: own, licences, numbers, documents, decisions } = rows[0]!;
  const rowsOfAll = (own ?? []).map((row) => (row.number === number ? row : { ...row, number }));
  return { rows: rowsOfAll, licences: licences ?? [], numbers: numbers ?? [], documents: documents ?? [], decisions: decisions ?? [] };
};
