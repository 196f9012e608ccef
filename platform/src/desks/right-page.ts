// A right in two times, found by any of its numbers.
import { type Day, RIGHT_KIND, type RightKind, type RightListRow, type RightPage } from '@zhijian/contract';
import { addDays, DEFAULT_STALE_DAYS, parsePatentNumber, parseRegisterNumber, parseTrademarkNumber, isReject, viewRight } from '@zhijian/engine';
import type { Queryable } from '../kernel/index.ts';
import { foldWords, type FoundRight, rightsByNumber, rowsOfEach, searchRights, storedRight } from '../rights/index.ts';
import { containing } from './containing.ts';

const PAGE = 50;

/** Numbers as the register spells them: Chinese ones, those that only another office writes so, and as it stands. */
const spellings = (given: string): string[] => {
  const patent = parsePatentNumber(given);
  const mark = parseTrademarkNumber(given);
  const foreign = (Object.keys(RIGHT_KIND) as RightKind[]).map((kind) => parseRegisterNumber(kind, given, null));
  const plain = given.normalize('NFKC').trim().toUpperCase();
  const read = [isReject(patent) ? null : patent, mark, ...foreign].filter((one) => one !== null);
  return [...new Set([...read.map(({ canonical }) => canonical), plain])];
};

/** The rights that a number leads to, by any spelling of any of their numbers; empty where none does. */
export const findRights = async (db: Queryable, given: string): Promise<FoundRight[]> => {
  const found = new Map<string, FoundRight>();
  for (const number of spellings(given)) {
    for (const one of await rightsByNumber(db, number)) found.set(`${one.office}\n${one.kind}\n${one.number}`, one);
  }
  return [...found.values()];
};

/** A right as it stood on `on`, as one could know it on `asKnown`; null where the body has no row of it. */
export const rightPage = async (db: Queryable, right: FoundRight, on: Day, asKnown: Day): Promise<RightPage | null> => {
  const { rows, licences, numbers, documents, decisions } = await storedRight(db, right);
  if (rows.length === 0) return null;
  const { rows: leads } = await db.query<{ n: number }>({
    name: 'leads_of_right',
    text: 'SELECT count(*)::int AS n FROM detection.lead WHERE right_kind = $1 AND right_number = $2',
    values: [right.kind, right.number],
  });
  const view = viewRight(rows, licences, on, asKnown);
  return {
    ...view,
    stale: view.known_on !== null && addDays(view.known_on, DEFAULT_STALE_DAYS) < asKnown,
    numbers,
    documents,
    decisions,
    leads: leads[0]!.n,
  };
};

export interface RightQuery {
  q?: string;
  kind?: RightKind;
}

/** Rights by number, name or holder, at most fifty; without words those that came last. */
export const rightList = async (db: Queryable, { q = '', kind }: RightQuery, today: Day): Promise<RightListRow[]> => {
  const words = q.trim();
  const exact = words === '' ? [] : await findRights(db, words);
  const found =
    exact.length > 0
      ? exact
      : await searchRights(db, words === '' ? null : { like: containing(foldWords(words)), prefix: containing(words).slice(1) }, kind ?? null, PAGE);
  const asked = found.filter((one) => kind === undefined || one.kind === kind);
  const rowsOfAsked = await rowsOfEach(db, asked);
  return asked.flatMap((one, i) => {
    const rows = rowsOfAsked[i]!;
    if (rows.length === 0) return [];
    const { right, state, reason, since } = viewRight(rows, [], today, today);
    return [{ ...one, name: right.name, owner: right.owner, state, reason, since, events: right.events.length }];
  });
};
