// Where the table begins in a file that an office printed: titles above it, headings over two lines, and what stands between and below
// the rows and is none.
import { headingKey } from './columns.ts';

/** True for a heading that some field answers to. */
export type Known = (heading: string) => boolean;

/** What stands in a table and is no record. */
export type NoRecord = 'blank' | 'title' | 'repeated_heading' | 'footnote';

/** Headings are looked for within so many lines. */
export const HEADING_LINES = 30;

export interface Found {
  /** Index of the first line of the headings. */
  at: number;
  lines: 1 | 2;
  headings: string[];
  /** How many of them a field answers to. */
  known: number;
}

const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim());
const filled = (cells: readonly string[]): number => cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
const countKnown = (cells: readonly string[], known: Known): number =>
  new Set(cells.filter((cell) => cell !== '' && cell.length < 60 && known(cell)).map(headingKey)).size;

/**
 * The headings among the first lines: the first line of which two cells at least are known as headings, alone or together with the line
 * below it, where a merged cell stands above several (申请 above 号 and 日). Null where there is no such line.
 */
export const findHeadings = (rows: readonly (readonly string[])[], known: Known): Found | null => {
  const lines = rows.slice(0, HEADING_LINES).map(trimmed);
  const single = lines.map((line) => countKnown(line, known));
  for (const [at, line] of lines.entries()) {
    const below = lines[at + 1];
    const pair = below !== undefined && mayBeHeadings(below) && line.some((cell) => cell !== '') ? joined(line, below, known) : null;
    const both = pair === null ? 0 : countKnown(pair, known);
    if (pair !== null && both >= 2 && both > Math.max(single[at]!, single[at + 1]!)) return { at, lines: 2, headings: pair, known: both };
    if (single[at]! >= 2) return { at, lines: 1, headings: line, known: single[at]! };
  }
  return null;
};

/** A line with a number or a day in it is a record. */
const mayBeHeadings = (line: readonly string[]): boolean => filled(line) > 0 && !line.some((cell) => /\d{4}/.test(cell) || cell.length > 30);

/** Two lines as one. A cell of the upper line reaches to the right over the empty ones beside it. */
const joined = (upper: readonly string[], lower: readonly string[], known: Known): string[] => {
  const headings: string[] = [];
  let group = '';
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const above = upper[i] ?? '';
    const below = lower[i] ?? '';
    if (above !== '') group = above;
    if (below === '') headings.push(above);
    else if (known(group + below) || !known(below)) headings.push(group + below);
    else headings.push(below);
  }
  return headings;
};

const FOOTNOTES: readonly RegExp[] = [
  /^(?:合|总|小|共|累)\s*计[:：]?\s*(?:[\d,]+\s*[件项条个行]?)?$/,
  /^(?:备|附)?注\s*\d*[:：]|^(?:填表)?说明\s*\d*[:：]/,
  /^(?:制表|填表|填报|打印|审核|复核|负责|经办|导出|统计|数据来源|数据截止)\S{0,4}\s*[:：]/,
  /^第\s*\d+\s*页|^共\s*\d+\s*[页条件项]|^[-—]\s*\d+\s*[-—]$|^page\s+\d+/i,
  /^[-—―_=*\s（(]*(?:以下空白|以下无正文)/,
  /^(?:grand\s+)?total[:：]?\s*[\d,]*$|^notes?[:：]/i,
];

/** The headings of a table as they stand, and what a line of it is. */
export class Shape {
  readonly headings: readonly string[];
  private readonly lines: readonly (readonly string[])[];
  private readonly titles: ReadonlySet<string>;

  /**
   * @param lines the lines of the headings as the file has them
   * @param titles what stands above them
   */
  constructor(headings: readonly string[], lines: readonly (readonly string[])[], titles: readonly string[]) {
    this.headings = headings;
    this.lines = lines.map(trimmed);
    this.titles = new Set(titles);
  }

  /** What a line is where it is no record; null for a record, and for whatever is not plainly something else. */
  judge(cells: readonly string[]): NoRecord | null {
    let given = 0;
    let first = -1;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell === '' || (cell.charCodeAt(0) <= 0x20 && cell.trim() === '')) continue;
      if (first < 0) first = i;
      given++;
    }
    if (first < 0) return 'blank';
    const text = cells[first]!.trim();
    if (given >= 2) {
      for (const line of this.lines) {
        if (line[first] === text && cells.every((cell, i) => cell.trim() === '' || cell.trim() === line[i])) return 'repeated_heading';
      }
    }
    // A record has more than a few cells; a total or a note has not.
    if (given > 3 || given * 2 > this.headings.length) return null;
    if (given === 1 && this.titles.has(text)) return 'title';
    return text.length < 2000 && FOOTNOTES.some((pattern) => pattern.test(text)) ? 'footnote' : null;
  }
}
