// Documents of offices in an export: rows of their own behind the rows of all rights. The document stands as JSON in the column `zhijian`, and
// one that is larger than a row may be goes over several rows, one after the other.
import { createHash } from 'node:crypto';
import { EXPORT_SENTENCE, READER_SENTENCE, type RightDocument, RIGHT_KIND, say } from '@zhijian/contract';
import { EXPORTED, limitsOf, SetAside, type TableRecord } from '../readers/index.ts';
import type { RightField } from './columns.ts';
import { isRightDocument } from './document-shape.ts';
import { RIGHT_CODECS } from './exported.ts';

/** Characters of a document on one row: a row of a table may have 4 MiB, and quotes of a CSV are doubled. */
const PART = 250_000;
const BEFORE = /^document (\d{1,6})\/(\d{1,6}) ([0-9a-f]{16}) /;
const WHOLE = '{"document":';

/** Whether the column `zhijian` of a record holds a document, or a part of one, rather than what the cells of a row cannot say. */
export const isDocument = ({ exported = '' }: Pick<TableRecord<RightField>, 'exported'>): boolean =>
  exported.startsWith(WHOLE) || BEFORE.test(exported);

/** What stands in the column `zhijian` of each row of a stored document. */
const texts = (content: string): string[] => {
  if (content.length <= PART) return [`${WHOLE}${content}}`];
  const parts: string[] = [];
  for (let at = 0; at < content.length; ) {
    let end = Math.min(content.length, at + PART);
    if (/[\ud800-\udbff]/.test(content[end - 1]!) && end < content.length) end--;
    parts.push(content.slice(at, end));
    at = end;
  }
  return parts.map((part, i) => `document ${i + 1}/${parts.length} ${hashOf(content)} ${part}`);
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Cells of so many characters that hold it, `''` behind the last. */
const cut = (text: string, cells: number, longest: number): string[] => {
  const out: string[] = [];
  let at = 0;
  while (out.length < cells) {
    let end = Math.min(text.length, at + longest);
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '') && end < text.length) end--;
    out.push(text.slice(at, end));
    at = end;
  }
  if (at < text.length) throw new Error(`${text.length - at} characters too many for ${cells} cells`);
  return out;
};

/** Columns that a document of so many characters needs, in cells of `longest`. */
export const documentMarks = (characters: number, longest: number): number => Math.ceil((Math.min(characters, PART) + 100) / (longest - 1));

/** The rows of a table that carry a stored document: under the headings of rights, then `marks` columns for it. */
export const documentCells = (content: string, marks: number, longest: number): string[][] => {
  const { kind, number, office, known_on } = JSON.parse(content) as RightDocument;
  const shown: Partial<Record<string, string>> = { kind: RIGHT_CODECS.kind.show(kind, () => null), number, office, known_on: known_on ?? '' };
  const before = Object.keys(RIGHT_CODECS).map((field) => shown[field] ?? '');
  return texts(content).map((text) => [...before, ...cut(text, marks, longest)]);
};

/** The lines of JSON that carry a stored document. */
export const documentLines = (content: string): string[] => {
  const { kind, number, office, known_on } = JSON.parse(content) as RightDocument;
  const before = JSON.stringify({ kind, number, office, known_on }).slice(0, -1);
  return texts(content).map((text) => `${before},"${EXPORTED}":${text.startsWith(WHOLE) ? text : JSON.stringify(text)}}`);
};

const broken = (given: string): SetAside => new SetAside(EXPORTED, 'json', given, say(EXPORT_SENTENCE.mark, { heading: EXPORTED }));

/** Puts the documents of one table together. */
export class DocumentParts {
  private parts: string[] = [];
  private size = 0;
  private of = '';
  /** The line on which the document begins that is not whole yet; null where none is. */
  line: number | null = null;

  /**
   * The document of a row; null where its other parts are still to come. Throws SetAside for what is no document of the right that the cells
   * name, and for a part whose neighbours are missing.
   */
  take({ given, exported = '', line }: TableRecord<RightField>): RightDocument | null {
    const [header = '', part = '', count = '', hash = ''] = BEFORE.exec(exported) ?? [];
    if (header === '') {
      this.drop();
      return documentOf(exported.slice(WHOLE.length, -1), given);
    }
    if (part === '1') {
      this.drop();
      this.line = line;
      this.of = `${count} ${hash}`;
    }
    if (this.line === null || Number(part) !== this.parts.length + 1 || this.of !== `${count} ${hash}`) {
      this.drop();
      throw broken(exported);
    }
    this.size += exported.length;
    const limit = limitsOf().recordBytes;
    if (this.size > limit) {
      this.drop();
      throw new SetAside(EXPORTED, 'too_long', exported, say(READER_SENTENCE.too_long, { limit, found: `> ${limit}` }));
    }
    this.parts.push(exported.slice(header.length));
    if (part !== count) return null;
    const content = this.parts.join('');
    this.drop();
    if (hashOf(content) !== hash) throw broken(exported);
    return documentOf(content, given);
  }

  private drop(): void {
    this.parts = [];
    this.size = 0;
    this.line = null;
  }
}

const documentOf = (content: string, given: TableRecord<RightField>['given']): RightDocument => {
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch {
    throw broken(content);
  }
  if (!isRightDocument(document)) throw broken(content);
  const { kind, number, office } = document;
  const said = RIGHT_CODECS.kind.read(given.kind ?? '', () => null);
  if (said !== kind) throw new SetAside('kind', 'vocabulary', given.kind ?? '', RIGHT_KIND[kind]);
  if (given.number !== number) throw new SetAside('number', 'right_number', given.number ?? '', { zh: number, en: number });
  if (given.office !== office) throw new SetAside('office', 'vocabulary', given.office ?? '', { zh: office, en: office });
  return document;
};
