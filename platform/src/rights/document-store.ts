// SQL of rights.document for exports.
import type { Tx } from '../kernel/index.ts';

/** Characters of the documents of one page, the last of which may go beyond: one alone may have megabytes. */
const PAGE = 4_000_000;
const MOST = 500;

/** The next documents after an id, in the order in which they were stored, as the JSON texts that went in; none where there are no more. */
export const documentsAfter = async (tx: Tx, after: number): Promise<{ id: number; content: string }[]> =>
  (
    await tx.query<{ id: number; content: string }>(
      `SELECT id, content FROM (
         SELECT id, content, sum(length(content)) OVER (ORDER BY id) - length(content) AS before
         FROM (SELECT id, content::text AS content FROM rights.document WHERE id > $1 ORDER BY id LIMIT ${MOST}) d
       ) page WHERE before < ${PAGE} ORDER BY id`,
      [after],
    )
  ).rows;

/** At most so many UTF-16 units has the longest stored document; 0 where there is none. */
export const longestDocument = async (tx: Tx): Promise<number> =>
  (await tx.query<{ n: number | null }>('SELECT max(least(octet_length(content::text), 2 * length(content::text)))::int AS n FROM rights.document'))
    .rows[0]?.n ?? 0;
