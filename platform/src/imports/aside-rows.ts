// Which of the first rows of a file would be set aside, told by the reader that will import them.
import type { AsideRow, ImportKind, Rejected } from '@zhijian/contract';
import type { Input, Mapping } from '../readers/index.ts';
import type { FirstRows } from './input-kind.ts';
import { readOne } from './read-items.ts';

/** A record of licences is a licence and rows of a right: so many good ones are at least as many records as a page shows. */
const ENOUGH_GOOD = 20;
/** A file with nothing good in it is not read to its end. */
const ENOUGH_BAD = 1000;

class Enough {}

/**
 * What the reader says of the rows, by their place; `row` null for a record between them that could not be told apart into cells. Reads on until
 * the rows are behind it: a batch hands over its rejects before its rows, so nothing of the first rows comes later.
 */
export const asideOf = async (input: Input, kind: ImportKind, mapping: Mapping | undefined, { rows, sheet }: FirstRows): Promise<AsideRow[]> => {
  const last = rows.at(-1);
  if (last === undefined) return [];
  const refused: Rejected[] = [];
  let good = 0;
  try {
    await readOne(
      input,
      { kind, covers: [], mapping: mapping ?? null },
      async () => {
        if (++good >= ENOUGH_GOOD) throw new Enough();
      },
      async (rejected) => {
        refused.push(rejected);
        if (refused.length >= ENOUGH_BAD) throw new Enough();
      },
      () => {},
      { warnings: [], coverage: { stated: [], doubted: [] } },
    );
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return refused
    .filter((one) => one.line <= last.line && (one.sheet === undefined || one.sheet === sheet))
    .map((one) => {
      const { line, field, code, given, allowed } = one;
      return { row: placeOf(one, rows), line, field, code, given, allowed };
    });
};

/** Several records may stand on one line; then their cells say which is meant. */
const placeOf = ({ line, cells }: Rejected, rows: FirstRows['rows']): number | null => {
  const same = rows.flatMap((row, place) => (row.line === line ? [place] : []));
  const text = JSON.stringify(cells);
  return (same.length === 1 ? same[0] : same.find((place) => JSON.stringify(rows[place]!.cells) === text)) ?? null;
};
