// Which column a heading means: one table of headings for each kind of file, in any case, width and punctuation.

/** Field -> other headings that mean it. Of two columns for one field the one that stands first here wins. */
export type Columns<F extends string> = Readonly<Record<F, readonly string[]>>;

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

/** Meaning of headings by a table of columns; what was asked once is remembered. */
export const meaningOf = <F extends string>(columns: Columns<F>): ((heading: string) => Meaning<F> | null) => {
  const meanings = new Map<string, Meaning<F>>();
  for (const [field, aliases] of Object.entries(columns) as [F, readonly string[]][]) {
    for (const [rank, alias] of [field, ...aliases].entries()) {
      const key = headingKey(alias);
      if (!meanings.has(key)) meanings.set(key, { field, rank });
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
