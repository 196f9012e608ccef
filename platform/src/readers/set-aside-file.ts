// Records that were set aside as a table: their cells under their own headings, beside them what is wrong. Mended, it is imported again.
import { REJECT, type Rejected, type RejectCode } from '@zhijian/contract';
import { excerpt } from './cells.ts';
import { placeOf } from './raw-file.ts';
import { PROBLEM } from './problem-columns.ts';
import { csvLines } from './write-table.ts';

/** The text of a record of an office is no cell: it is handed out in a file of its own form (raw-file.ts). */
const cellsOf = ({ cells = {}, form }: Rejected): Record<string, string> => (form === undefined ? cells : {});

type Rejects = AsyncIterable<Rejected> | Iterable<Rejected>;

/**
 * The CSV of records that were set aside, line by line. The headings are those of all records in the order in which they come, and five
 * columns 问题… that the readers pass over. A record of which the cells are not kept has only these.
 * @param rejected asked for twice: once for the headings, once for the records
 * @param language of the columns 问题…
 */
export async function* setAsideCsv(rejected: () => Rejects, language: 'zh' | 'en' = 'zh'): AsyncGenerator<string, void, undefined> {
  const headings = new Set<string>();
  for await (const one of rejected()) for (const heading of Object.keys(cellsOf(one))) headings.add(heading);
  const names = [...headings];
  async function* rows() {
    yield [...names, PROBLEM.what, PROBLEM.field, PROBLEM.given, PROBLEM.allowed, PROBLEM.place];
    for await (const one of rejected()) {
      const cells = cellsOf(one);
      const { code, field, given, allowed } = one;
      const place = placeOf(one);
      const problem = [REJECT[code as RejectCode][language], field ?? '', excerpt(given, 1000), allowed[language], place];
      yield [...names.map((name) => (Object.hasOwn(cells, name) ? cells[name]! : '')), ...problem];
    }
  }
  yield* csvLines(rows());
}
