// All SQL of judgment. Rows are only ever added; an undo is a row that names the judgment it takes back.
import type { Judge } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import type { Judgment } from './judgment.ts';

/** The judgment that stands: the last one that no later row took back. */
export const standingJudgment = async (db: Queryable, leadId: string): Promise<Judgment | null> => {
  const { rows } = await db.query<Judgment>(
    `SELECT j.id, j.account_id, j.verdict, j.reason_code, j.note, j.at FROM judgment.judgment j
     WHERE j.lead_id = $1 AND j.undoes IS NULL AND NOT EXISTS (SELECT FROM judgment.judgment u WHERE u.undoes = j.id)
     ORDER BY j.id DESC LIMIT 1`,
    [leadId],
  );
  return rows[0] ?? null;
};

export const addJudgment = async (db: Queryable, leadId: string, { verdict, reason_code, note }: Judge, undoes: number | null): Promise<number> =>
  (
    await db.query<{ id: number }>(
      'INSERT INTO judgment.judgment (lead_id, verdict, reason_code, note, undoes) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [leadId, verdict, reason_code, note, undoes],
    )
  ).rows[0]!.id;
