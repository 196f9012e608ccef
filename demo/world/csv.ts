// Rows to CSV, RFC 4180, one form only: the same rows give the same bytes.

export type Row<H extends string> = Partial<Record<H, string>>;

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table with its headings; `facts` are lines before them, each begun with `# `. */
export const csv = <H extends string>(headings: readonly H[], rows: readonly Row<H>[], facts: readonly string[] = []): string =>
  `${[
    ...facts.map((fact) => `# ${fact}`),
    headings.join(','),
    ...rows.map((row) => headings.map((heading) => cell(row[heading] ?? '')).join(',')),
  ].join('\n')}\n`;
