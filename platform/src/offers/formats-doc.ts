// Writes the tables of headings and of words into docs/formats.md: `node platform/src/offers/formats-doc.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  DECISION_KIND,
  DECISION_RESULT,
  type Label,
  LICENCE_TYPE,
  OFFER_KIND,
  PATENT_STATUS,
  READER_SENTENCE,
  RIGHT_KIND,
  TRADEMARK_STATUS,
  TRADER_STATUS,
} from '@zhijian/contract';
import { type Columns, headingsOf } from '../readers/index.ts';
import {
  DECISION_COLUMNS,
  DECISION_KIND_ALIASES,
  DECISION_RESULT_ALIASES,
  LICENCE_COLUMNS,
  LICENCE_TYPE_ALIASES,
  PATENT_STATUS_ALIASES,
  RIGHT_COLUMNS,
  RIGHT_KIND_ALIASES,
  TRADEMARK_STATUS_ALIASES,
} from '../rights/index.ts';
import { TRADER_COLUMNS, TRADER_STATUS_ALIASES } from '../traders/index.ts';
import { OFFER_COLUMNS } from './columns.ts';
import { OFFER_KIND_ALIASES } from './offer.ts';

export const FORMATS_DOC = fileURLToPath(new URL('../../../docs/formats.md', import.meta.url));

const both = ({ zh, en }: Label): string => `${zh} ${en}`;
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly Label[], rows: readonly string[][]): string =>
  [row(heads.map(both)), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

const headings = <F extends string>(columns: Columns<F>): string =>
  table(
    [READER_SENTENCE.doc_field, READER_SENTENCE.doc_headings],
    (Object.keys(columns) as F[]).map((field) => [`\`${field}\``, headingsOf(columns, field).slice(1).join(' · ')]),
  );

const words = (vocabulary: Readonly<Record<string, Label>>, aliases: Readonly<Record<string, string | undefined>>): string =>
  table(
    [READER_SENTENCE.doc_code, READER_SENTENCE.doc_meaning, READER_SENTENCE.doc_words],
    Object.entries(vocabulary).map(([code, label]) => [`\`${code}\``, both(label), (aliases[code] ?? '').trim().split(/\s+/).join(' · ')]),
  );

const TABLES: Record<string, string> = {
  rights: headings(RIGHT_COLUMNS),
  licences: headings(LICENCE_COLUMNS),
  decisions: headings(DECISION_COLUMNS),
  traders: headings(TRADER_COLUMNS),
  offers: headings(OFFER_COLUMNS),
  'right-kind': words(RIGHT_KIND, RIGHT_KIND_ALIASES),
  'patent-status': words(PATENT_STATUS, PATENT_STATUS_ALIASES),
  'trademark-status': words(TRADEMARK_STATUS, TRADEMARK_STATUS_ALIASES),
  'licence-type': words(LICENCE_TYPE, LICENCE_TYPE_ALIASES),
  'decision-kind': words(DECISION_KIND, DECISION_KIND_ALIASES),
  'decision-result': words(DECISION_RESULT, DECISION_RESULT_ALIASES),
  'trader-status': words(TRADER_STATUS, TRADER_STATUS_ALIASES),
  'offer-kind': words(OFFER_KIND, OFFER_KIND_ALIASES),
};

/** The document with each table between its marks as the code has it. Throws where the marks of a table are missing. */
export const withTables = (markdown: string): string =>
  Object.entries(TABLES).reduce((text, [name, content]) => {
    const [begin, end] = [`<!-- table ${name} -->`, `<!-- end ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/formats.md lacks the marks ${begin} and ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
  }, markdown);

if (import.meta.main) writeFileSync(FORMATS_DOC, withTables(readFileSync(FORMATS_DOC, 'utf8')));
