// What snapshots of one right state differently although it cannot have changed.
import type { Contradiction, Day, RightRow, RightStatus } from '@zhijian/contract';

/** Facts that are settled once: what they say later is another word on the same thing. */
const SETTLED = ['name', 'filing_date', 'grant_date'] as const;
/** Events that happen once in the life of a right. */
const ONCE: ReadonlySet<RightStatus> = new Set(['application_published', 'granted', 'registered', 'published', 'expired_term', 'invalidated_full']);

const valuesOf = (stated: { value: string | null; known_on: Day | null }[]): Contradiction['values'] => {
  const first = new Map<string, Day | null>();
  const byKnowledge = [...stated].sort((a, b) => ((a.known_on ?? '') < (b.known_on ?? '') ? -1 : (a.known_on ?? '') > (b.known_on ?? '') ? 1 : 0));
  for (const { value, known_on } of byKnowledge) if (value !== null && !first.has(value)) first.set(value, known_on);
  return [...first].map(([value, known_on]) => ({ value, known_on }));
};

/** The contradictions among the rows of one right; both words are kept, and of facts the one known last counts. */
export const contradictions = (rows: readonly RightRow[]): Contradiction[] => {
  const found: Contradiction[] = [];
  for (const fact of SETTLED) {
    const values = valuesOf(rows.map((row) => ({ value: row[fact], known_on: row.known_on })));
    if (values.length > 1) found.push({ of: { fact }, values });
  }
  const stated = Map.groupBy(
    rows.filter((row) => row.status !== null && ONCE.has(row.status)),
    (row) => row.status!,
  );
  for (const [status, of] of stated) {
    const values = valuesOf(of.map((row) => ({ value: row.status_date, known_on: row.known_on })));
    if (values.length > 1) found.push({ of: { status }, values });
  }
  return found;
};
