// bytes -> rows: finds the form of the file, its facts and headings, then reads record after record.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { Out, type RowBatch } from './batch.ts';
import { uniqueHeadings } from './cells.ts';
import { delimiterOf, recordEnd, splitQuoted } from './delimited.ts';
import { type Form, jsonForm, tableForm } from './forms.ts';
import { flatten, parseObject } from './json-lines.ts';
import { openSource } from './source.ts';
import { Window } from './window.ts';

export interface ReadOptions {
  /** A longer record is set aside. 4 MiB where not given. */
  maxRecordBytes?: number;
}

const BATCH = 256;
/** Some batches are under way at a time for each thread: rows of megabytes go in small ones. */
const BATCH_BYTES = 1 << 20;
const LONGEST = 4 << 20;
const FACTS: readonly string[] = ['covers', 'known_on'];

/**
 * The rows of a CSV, TSV, semicolon CSV or JSONL file, in order, in batches of at most 256 rows and rejects and about 1 MiB, with memory
 * bounded by the longest record. Form and encoding come from the content. The first batch always comes, if without rows.
 * What cannot be read is in `rejected` with its place; nothing is dropped in silence.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readRows(file: string, options: ReadOptions = {}): AsyncGenerator<RowBatch, void, undefined> {
  const source = await openSource(file);
  try {
    const window = new Window(source, options.maxRecordBytes ?? LONGEST);
    const out = new Out(file, window);
    if (source.refused !== null) {
      out.reject(1, 'encoding', '', say(READER_SENTENCE.text_table, { found: source.refused }));
      yield out.batch();
      return;
    }
    const form = await preamble(window, out);
    yield out.batch();
    let yielded = window.taken;
    while (form !== null && !(window.ended && window.start === window.bytes.length)) {
      if (!form.take(window, out)) await more(window, out, form);
      if (out.size < BATCH && (out.size === 0 || window.taken - yielded < BATCH_BYTES)) continue;
      yield out.batch();
      yielded = window.taken;
    }
    yield out.batch();
  } finally {
    await source.close();
  }
}

/** Reads on, unless the record is over the limit already: then it goes by unread. */
const more = async (window: Window, out: Out, form: Form): Promise<void> => {
  if (window.bytes.length - window.start <= window.limit) {
    await window.fill();
  } else if (window.bytes.indexOf(window.eol, window.start) < 0) {
    await skipLong(window, out);
  } else {
    await form.takeLong(window, out);
  }
};

const skipLong = async (window: Window, out: Out): Promise<void> => {
  const { line } = window;
  const beginning = out.beginning();
  out.rejectLong(line, beginning, await window.skipLine());
};

const OBJECT = 0x7b;
const REMARK = 0x23;

const firstByte = (bytes: Buffer, start: number): number | undefined => {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  return bytes[at];
};

/** Whatever is wrong with the first object, the lines behind it are records of their own. */
const jsonLines = (out: Out): Form => {
  out.format = 'jsonl';
  return jsonForm();
};

const FACT_LINE = /^#\s*([a-z_]+)\s*[:：=]\s*(.*)$/i;

/** Reads facts and headings. Null where the file has nothing to read on. */
const preamble = async (window: Window, out: Out): Promise<Form | null> => {
  await window.fill();
  if (window.bytes.indexOf(0x0a) < 0 && window.bytes.indexOf(0x0d) >= 0) window.eol = 0x0d;
  for (;;) {
    let end = window.bytes.indexOf(window.eol, window.start);
    while (end < 0 && !window.ended && window.bytes.length - window.start <= window.limit) {
      await window.fill();
      end = window.bytes.indexOf(window.eol, window.start);
    }
    if (end < 0 && window.ended) end = window.bytes.length;
    const first = firstByte(window.bytes, window.start);
    if (end < 0) {
      if (first === OBJECT) return jsonLines(out);
      await skipLong(window, out);
      if (first === REMARK) continue;
      return null;
    }
    if (end === window.start && end === window.bytes.length) {
      out.reject(1, 'empty', '', READER_SENTENCE.rows);
      return null;
    }
    const text = window.text(window.start, end);
    if (text === null && first === OBJECT) return jsonLines(out);
    if (text === null && first === REMARK) {
      out.rejectBytes(window.start, end);
      window.take(Math.min(end + 1, window.bytes.length), 1);
      continue;
    }
    // A spreadsheet fills a line of facts up with empty cells, or puts it in quotes.
    const line = text?.trim() ?? null;
    const plain = line?.replace(/^"|[",;\t]+$/g, '').trim() ?? '';
    const fact = FACT_LINE.exec(plain);
    if (line === '' || plain.startsWith('# ') || fact) {
      if (fact) addFact(out, fact[1]!.toLowerCase(), fact[2]!, window.line);
      window.take(Math.min(end + 1, window.bytes.length), 1);
      continue;
    }
    if (line?.startsWith('{')) {
      if (factObject(line, out, window.line)) {
        window.take(Math.min(end + 1, window.bytes.length), 1);
        continue;
      }
      return jsonLines(out);
    }
    if (line?.startsWith('[')) {
      out.reject(window.line, 'json', line, READER_SENTENCE.json);
      return null;
    }
    return headingsOf(window, out, end);
  }
};

const addFact = (out: Out, name: string, value: string, line: number): void => {
  if (FACTS.includes(name)) out.facts.push({ name, value: value.trim(), line });
};

/** `{"covers": "CN:utility_model:2010-2026"}`: an object of facts alone, before the first record. */
const factObject = (line: string, out: Out, at: number): boolean => {
  const object = parseObject(line);
  if (object === null) return false;
  const facts = [...flatten(object)];
  if (facts.length === 0 || !facts.every(([name]) => FACTS.includes(name))) return false;
  for (const [name, values] of facts) for (const value of values.split('\n')) addFact(out, name, value, at);
  return true;
};

const headingsOf = async (window: Window, out: Out, lineEnd: number): Promise<Form | null> => {
  let first = window.text(window.start, lineEnd);
  if (first === null) {
    out.rejectBytes(window.start, lineEnd);
    return null;
  }
  first = first.replace(/\r$/, '');
  const delimiter = delimiterOf(first);
  let end = lineEnd;
  if (first.includes('"')) {
    // Headings may hold line breaks too; where their quotes do not hold, the first line is taken as it stands.
    const strict = recordEnd(window.bytes, window.start, delimiter.charCodeAt(0), window.eol, window.ended);
    if (strict > end) end = strict;
  }
  const text = (window.text(window.start, end) ?? first).replace(/\r$/, '');
  out.format = delimiter === '\t' ? 'tsv' : 'csv';
  out.headings = uniqueHeadings(splitQuoted(text, delimiter));
  out.headingLine = window.line;
  const lines = window.linesTo(end);
  window.take(Math.min(end + 1, window.bytes.length), lines);
  return tableForm(out.headings, delimiter);
};
