// Which column a heading means: one table of headings for each kind of file, in any case, width and punctuation.

/** Field -> other headings that mean it, parted by spaces. Of two columns for one field the one that stands first here wins. */
export type Columns<F extends string> = Readonly<Record<F, string>>;

/** The headings of a field, its own name first. */
export const headingsOf = <F extends string>(columns: Columns<F>, field: F): string[] => [field, ...columns[field].trim().split(/\s+/)];

/** Headings are compared by their letters and digits alone: `申请(专利权)人`, `Item ID`, `item_id`, `ＩｔｅｍＩｄ`. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export interface Meaning<F extends string> {
  field: F;
  rank: number;
}

/** A person's own words for what a heading of theirs means: heading -> field; '' for a column that no field takes. */
export type Mapping = Readonly<Record<string, string>>;

/** Meaning of headings by a table of columns, a person's own mapping before it; what was asked once is remembered. */
export const meaningOf = <F extends string>(columns: Columns<F>, mapping: Mapping = {}): ((heading: string) => Meaning<F> | null) => {
  const meanings = new Map<string, Meaning<F> | null>();
  for (const heading of Object.keys(mapping)) {
    const field = mapping[heading]!;
    // Rank below 0: it wins over a column that only the table knows.
    meanings.set(headingKey(heading), Object.hasOwn(columns, field) ? { field: field as F, rank: -1 } : null);
  }
  for (const field of Object.keys(columns) as F[]) {
    for (const [rank, alias] of headingsOf(columns, field).entries()) {
      const key = headingKey(alias);
      if (key !== '' && !meanings.has(key)) meanings.set(key, { field, rank });
    }
  }
  const asked = new Map<string, Meaning<F> | null>();
  return (heading) => {
    const known = asked.get(heading);
    if (known !== undefined) return known;
    const meaning = meanings.get(headingKey(heading)) ?? null;
    // JSONL may bring new names for ever; memory may not grow with them.
    if (asked.size < 10_000 && heading.length < 200) asked.set(heading, meaning);
    return meaning;
  };
};
