// SQL of detection.finding and detection.progress: what the engine says of each stored offer, and how far it has come.
import type { Tx } from '../kernel/index.ts';
import type { FoundLine, StoredResult } from './stored-batch.ts';

interface KnownFinding extends FoundLine {
  version: number;
  ordinal: number;
}

/** Puts the findings of offer versions in place of what was known of them. Returns the ids of the leads that this changes. */
export const replaceFindings = async (tx: Tx, versions: StoredResult['versions']): Promise<string[]> => {
  if (versions.length === 0) return [];
  const { rows } = await tx.query<KnownFinding>(
    `SELECT offer_version_id AS version, ordinal, lead_id, output, right_kind, right_number, line::text AS line
     FROM detection.finding WHERE offer_version_id = ANY($1::bigint[]) ORDER BY offer_version_id, ordinal`,
    [versions.map(({ id }) => id)],
  );
  const known = Map.groupBy(rows, ({ version }) => version);
  const leads = new Set<string>();
  const changed = versions.filter(({ id, lines }) => {
    const before = known.get(id) ?? [];
    const text = (one: FoundLine) => `${one.output} ${one.line}`;
    if (before.length === lines.length && lines.every((line, i) => text(line) === text(before[i]!))) return false;
    const [was, is] = [new Set(before.map(text)), new Set(lines.map(text))];
    for (const one of before) if (!is.has(text(one))) leads.add(one.lead_id);
    for (const one of lines) if (!was.has(text(one))) leads.add(one.lead_id);
    return true;
  });
  if (changed.length === 0) return [];
  const rewritten = changed.filter(({ id }) => known.has(id)).map(({ id }) => id);
  if (rewritten.length > 0) await tx.query('DELETE FROM detection.finding WHERE offer_version_id = ANY($1::bigint[])', [rewritten]);
  await insertFindings(tx, changed);
  return [...leads];
};

const insertFindings = async (tx: Tx, versions: StoredResult['versions']): Promise<void> => {
  const all = versions.flatMap(({ id, lines }) => lines.map((line, ordinal) => ({ version: id, ordinal, ...line })));
  if (all.length === 0) return;
  await tx.query(
    `INSERT INTO detection.finding (offer_version_id, ordinal, lead_id, output, right_kind, right_number, line)
     SELECT version, ordinal, lead_id, output, right_kind, right_number, line::json
     FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS f (version, ordinal, lead_id, output, right_kind, right_number, line)
     ORDER BY version, ordinal`,
    [
      all.map((one) => one.version),
      all.map((one) => one.ordinal),
      all.map((one) => one.lead_id),
      all.map((one) => one.output),
      all.map((one) => one.right_kind),
      all.map((one) => one.right_number),
      all.map((one) => one.line),
    ],
  );
};

/** Starts the count of a detection; false where it had started before. */
export const startProgress = async (tx: Tx, importId: string, total: number): Promise<boolean> => {
  const { rowCount } = await tx.query('INSERT INTO detection.progress (import_id, total) VALUES ($1, $2) ON CONFLICT (import_id) DO NOTHING', [
    importId,
    total,
  ]);
  return rowCount === 1;
};

export interface DetectProgress {
  done: number;
  total: number;
  done_through: number;
}

export const progressOf = async (tx: Tx, importId: string): Promise<DetectProgress | null> =>
  (await tx.query<DetectProgress>('SELECT done, total, done_through FROM detection.progress WHERE import_id = $1', [importId])).rows[0] ?? null;

/** Moves a detection on; false where another run of it has done so in between. */
export const advanceProgress = async (tx: Tx, importId: string, from: number, to: number, looked: number): Promise<boolean> => {
  const { rowCount } = await tx.query(
    'UPDATE detection.progress SET done_through = $3, done = done + $4 WHERE import_id = $1 AND done_through = $2',
    [importId, from, to, looked],
  );
  return rowCount === 1;
};

/** One detection of a body stores at a time, so that none overwrites findings of a newer register with those of an older one. */
export const lockFindings = async (tx: Tx): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('findings ' || kernel.body()::text, 0))`);
};

export interface ExportedLine {
  lead_id: string;
  line: string;
}

/** Lines of one output in the order of reading, after a place in it. */
export const linesAfter = async (
  tx: Tx,
  output: FoundLine['output'],
  after: { version: number; ordinal: number },
  limit: number,
): Promise<(ExportedLine & { version: number; ordinal: number })[]> =>
  (
    await tx.query<ExportedLine & { version: number; ordinal: number }>(
      `SELECT offer_version_id AS version, ordinal, lead_id, line::text AS line FROM detection.finding
       WHERE output = $1 AND (offer_version_id, ordinal) > ($2, $3) ORDER BY offer_version_id, ordinal LIMIT $4`,
      [output, after.version, after.ordinal, limit],
    )
  ).rows;

/** The next ids of leads that have findings which accuse, in their order. */
export const leadIdsAfter = async (tx: Tx, after: string, limit: number): Promise<string[]> =>
  (
    await tx.query<{ lead_id: string }>(
      `SELECT DISTINCT lead_id COLLATE "C" AS lead_id FROM detection.finding
       WHERE output = 'lead' AND lead_id COLLATE "C" > $1 ORDER BY 1 LIMIT $2`,
      [after, limit],
    )
  ).rows.map(({ lead_id }) => lead_id);

/** All findings of leads, in the order of reading. */
export const findingsOf = async (tx: Tx, leadIds: readonly string[]): Promise<(ExportedLine & { output: FoundLine['output'] })[]> =>
  (
    await tx.query<ExportedLine & { output: FoundLine['output'] }>(
      `SELECT lead_id, output, line::text AS line FROM detection.finding WHERE lead_id = ANY($1::text[]) ORDER BY offer_version_id, ordinal`,
      [leadIds],
    )
  ).rows;
