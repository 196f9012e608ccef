// The lists 已排除 and 待补充: what was not put before a person, and why. Nothing that was compared disappears.
import type { Held, HeldRow, OfferRef, RowPage, Screened, ScreenedRow } from '@zhijian/contract';
import type { Queryable } from '../kernel/index.ts';
import { containing } from './containing.ts';

export interface PageQuery {
  q?: string;
  offset?: number;
  limit?: number;
}
const PAGE = 50;

const findings = async <L>(db: Queryable, output: 'screened' | 'held', { q = '', offset = 0, limit = PAGE }: PageQuery) => {
  const [where, values] =
    q.trim() === ''
      ? ['output = $1', [output]]
      : ['output = $1 AND line::text ILIKE $2', [output, containing(JSON.stringify(q.trim()).slice(1, -1))]];
  const total = await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM detection.finding WHERE ${where}`, values);
  const page = await db.query<{ id: number; line: L }>(
    `SELECT id, line FROM detection.finding WHERE ${where} ORDER BY offer_version_id DESC, ordinal LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
    values,
  );
  return { total: total.rows[0]!.n, rows: page.rows };
};

const NO_OFFER: OfferRef = { platform: null, item_id: '', url: null, title: null };

export const screenedList = async (db: Queryable, query: PageQuery): Promise<RowPage<ScreenedRow>> => {
  const { total, rows } = await findings<Screened>(db, 'screened', query);
  return {
    total,
    rows: rows.map(({ id, line }) => {
      const { right, claimed_number, trader, screened_by: by } = line;
      return { id, offer: line.offers[0] ?? NO_OFFER, right, claimed_number, trader, by, line };
    }),
  };
};

export const heldList = async (db: Queryable, query: PageQuery): Promise<RowPage<HeldRow>> => {
  const { total, rows } = await findings<Held>(db, 'held', query);
  return {
    total,
    rows: rows.map(({ id, line }) => {
      const { right, claimed_number, trader, held_for } = line;
      return { id, offer: line.offers[0] ?? NO_OFFER, right, claimed_number, trader, for: held_for, line };
    }),
  };
};
