// The headings of a table of text, wherever among its first lines they stand.
import type { Out } from './batch.ts';
import { uniqueHeadings } from './cells.ts';
import { delimiterOf, recordEnd, splitQuoted } from './delimited.ts';
import { addTitle } from './facts.ts';
import { type Form, tableForm } from './forms.ts';
import { findHeadings, type Found, HEADING_LINES, type Known, Shape } from './headings.ts';
import type { Window } from './window.ts';

const SAMPLE = 64 << 10;
const DELIMITERS = [',', '\t', ';'];

interface Line {
  cells: string[];
  /** Where the next begins. */
  next: number;
  /** Physical lines. */
  lines: number;
}

/** Takes titles and headings and gives the form of what follows; null where the first line is no text. */
export const tableOf = async (window: Window, out: Out, firstEnd: number, known: Known | undefined): Promise<Form | null> => {
  const first = window.text(window.start, firstEnd);
  if (first === null) {
    out.rejectBytes(window.start, firstEnd);
    return null;
  }
  if (known === undefined) return begin(window, out, delimiterOf(first.replace(/\r$/, '')), null);
  while (!window.ended && window.bytes.length - window.start < SAMPLE) await window.fill();
  let best: { found: Found; delimiter: string } | null = null;
  for (const delimiter of DELIMITERS) {
    const lines = linesOf(window, delimiter, HEADING_LINES);
    const found = findHeadings(
      lines.map(({ cells }) => cells),
      known,
    );
    if (found !== null && (best === null || found.known > best.found.known)) best = { found, delimiter };
  }
  return begin(window, out, best?.delimiter ?? delimiterOf(first.replace(/\r$/, '')), best?.found ?? null);
};

const begin = (window: Window, out: Out, delimiter: string, found: Found | null): Form => {
  const lines = linesOf(window, delimiter, (found?.at ?? 0) + (found?.lines ?? 1));
  const titles = lines.slice(0, found?.at ?? 0);
  for (const { cells, lines: physical, next } of titles) {
    addTitle(out, cells, window.line);
    window.take(next, physical);
  }
  const raw = lines.slice(titles.length);
  out.format = delimiter === '\t' ? 'tsv' : 'csv';
  out.headingLine = window.line;
  const headings = uniqueHeadings(found?.headings ?? raw[0]?.cells ?? []);
  out.headings = headings;
  if (raw.length > 1) out.note('heading_lines', window.line, headings.join(' '));
  for (const { lines: physical, next } of raw) window.take(next, physical);
  const shape = new Shape(
    headings,
    raw.map(({ cells }) => cells),
    titles.map(({ cells }) => cells.join('').trim()),
  );
  return tableForm(shape, delimiter);
};

/** The next lines of the window as they are divided, none of them taken. Headings may hold line breaks; where their quotes do not hold, a line is taken as it stands. */
const linesOf = (window: Window, delimiter: string, most: number): Line[] => {
  const { bytes, eol, ended } = window;
  const found: Line[] = [];
  for (let start = window.start; found.length < most && start < bytes.length; ) {
    const lineEnd = bytes.indexOf(eol, start);
    const strict = recordEnd(bytes, start, delimiter.charCodeAt(0), eol, ended);
    const end = strict >= 0 ? strict : lineEnd < 0 ? bytes.length : lineEnd;
    const text = window.text(start, end);
    if (text === null) break;
    let lines = 1;
    for (let at = bytes.indexOf(eol, start); at >= 0 && at < end; at = bytes.indexOf(eol, at + 1)) lines++;
    const next = Math.min(end + 1, bytes.length);
    found.push({ cells: splitQuoted(text.replace(/\r$/, ''), delimiter), next, lines });
    start = next;
  }
  return found;
};
