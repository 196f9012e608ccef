// All SQL of decisions. They are only ever added; the same content is stored once for each body.
import { createHash } from 'node:crypto';
import type { DecidedRight, Decision } from '@zhijian/contract';
import type { Queryable, Tx } from '../kernel/index.ts';
import { plainText } from '../readers/index.ts';
import { parseCaseNumber } from './case-number.ts';

/** Stores decisions of an import in their order; returns how many were not known before. Their status rows are stored with those of rights. */
export const insertDecisions = async (tx: Tx, importId: string, decisions: readonly Decision[]): Promise<number> => {
  const contents = decisions.map((decision) => JSON.stringify(decision));
  const hashes = contents.map((content) => createHash('sha256').update(content).digest());
  const added = await tx.query<{ id: number; hash: string }>(
    `INSERT INTO rights.decision (import_id, kind, case_number, internal_number, decided_on, content_hash, content)
     SELECT $1, kind, case_number, internal_number, decided_on, hash, content::json
     FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::bytea[], $7::text[])
       WITH ORDINALITY AS d (kind, case_number, internal_number, decided_on, hash, content, place)
     ORDER BY place ON CONFLICT (body_id, content_hash) DO NOTHING RETURNING id, encode(content_hash, 'hex') AS hash`,
    [
      importId,
      decisions.map(({ kind }) => kind),
      decisions.map(({ case_number }) => plainText(case_number)),
      decisions.map(({ internal_number }) => plainText(internal_number)),
      decisions.map(({ decided_on }) => decided_on),
      hashes,
      contents,
    ],
  );
  const byHash = new Map(decisions.map((decision, i) => [hashes[i]!.toString('hex'), decision]));
  const rights = added.rows.flatMap(({ id, hash }) => byHash.get(hash)!.rights.map((right) => ({ id, right })));
  await tx.query(
    `INSERT INTO rights.decided_right (decision_id, office, kind, number)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      rights.map(({ id }) => id),
      rights.map(({ right }) => right.office),
      rights.map(({ right }) => right.kind),
      rights.map(({ right }) => right.number),
    ],
  );
  const parties = added.rows.flatMap(({ id, hash }) => byHash.get(hash)!.parties.map((party) => ({ id, party })));
  await tx.query(
    `INSERT INTO rights.decision_party (decision_id, role, name_key, code)
     SELECT id, role, rights.party_key(name), code FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS p (id, role, name, code)`,
    [
      parties.map(({ id }) => id),
      parties.map(({ party }) => party.role),
      parties.map(({ party }) => plainText(party.name)),
      parties.map(({ party }) => plainText(party.code)),
    ],
  );
  return added.rows.length;
};

/**
 * Decisions that name one of these as a party, the newest first, of each case what is known last; at most 20. The code decides where one is
 * given, and a name alone only where the decision has no code for it: two companies may share a name.
 */
export const decisionsOnParty = async (db: Queryable, { name, code }: { name: string | null; code: string | null }): Promise<Decision[]> => {
  if (name === null && code === null) return [];
  const { rows } = await db.query<{ content: Decision }>(
    `SELECT content FROM (
       SELECT DISTINCT ON (d.kind, d.case_number) d.id, d.decided_on, d.content
       FROM (SELECT decision_id FROM rights.decision_party WHERE code = $2
             UNION SELECT decision_id FROM rights.decision_party
             WHERE name_key = rights.party_key($1) AND name_key <> '' AND ($2::text IS NULL OR code IS NULL)) p
       JOIN rights.decision d ON d.id = p.decision_id
       ORDER BY d.kind, d.case_number, d.content->>'known_on' DESC NULLS LAST, d.id DESC
     ) newest ORDER BY decided_on DESC NULLS LAST, id DESC LIMIT 20`,
    [name === null ? null : plainText(name), code?.normalize('NFKC').toUpperCase().trim() ?? null],
  );
  return rows.map(({ content }) => content);
};

/** All that is stored of decisions on one right, the oldest first; those without a day last. The page of a right has its own (lookup-store.ts). */
export const decisionsOfRight = async (db: Queryable, { office, kind, number }: DecidedRight): Promise<Decision[]> =>
  (
    await db.query<{ content: Decision }>(
      `SELECT d.content FROM rights.decided_right r JOIN rights.decision d ON d.id = r.decision_id
       WHERE r.number = $1 AND r.kind = $2 AND r.office = $3 ORDER BY d.decided_on NULLS LAST, d.id`,
      [number, kind, office],
    )
  ).rows.map(({ content }) => content);

/** Decisions by their case number or the office's own number of the case, in any spelling; the latest stored first. */
export const decisionsByNumber = async (db: Queryable, text: string): Promise<Decision[]> => {
  const number = parseCaseNumber(text)?.number;
  if (number === undefined) return [];
  const { rows } = await db.query<{ content: Decision }>(
    'SELECT content FROM rights.decision WHERE case_number = $1 OR internal_number = $1 ORDER BY id DESC LIMIT 100',
    [number],
  );
  return rows.map(({ content }) => content);
};

/** The next stored decisions after an id, in order; the content as the JSON text that went in. */
export const decisionsAfter = async (tx: Tx, after: number, limit: number): Promise<{ id: number; content: string }[]> =>
  (
    await tx.query<{ id: number; content: string }>('SELECT id, content::text AS content FROM rights.decision WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      limit,
    ])
  ).rows;

/** At most so many UTF-16 units has the longest stored decision; 0 where there is none. */
export const longestDecision = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM rights.decision'))
    .rows[0]?.n ?? 0;
