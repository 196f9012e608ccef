// bytes -> rows: finds the form of the file, its facts and headings, then reads record after record.
import { READER_SENTENCE, say } from '@zhijian/contract';
import { Out, type RowBatch } from './batch.ts';
import { type Form, jsonForm } from './forms.ts';
import type { Known } from './headings.ts';
import { type Input, ReadFault } from './input.ts';
import { isJsonDocument, jsonDocumentForm } from './json-document.ts';
import { flatten, parseObject } from './json-lines.ts';
import type { Limits } from './limits.ts';
import { readWorkbook } from './workbook.ts';
import { openSource } from './source.ts';
import { addFact, FACT_LINE, FACTS } from './facts.ts';
import { tableOf } from './table-begin.ts';
import { Window } from './window.ts';

export interface ReadOptions {
  /** A longer record is set aside. 4 MiB where not given. */
  maxRecordBytes?: number;
  /** Headings that some field answers to: the line of the headings is looked for by them. Where not given it is the first line. */
  known?: Known;
  /** Of what a workbook may hold in memory; the house's where not given. */
  limits?: Limits;
}

const BATCH = 256;
/** Some batches are under way at a time for each thread: rows of megabytes go in small ones. */
const BATCH_BYTES = 1 << 20;
const LONGEST = 4 << 20;

/**
 * The rows of a CSV, TSV, semicolon CSV, JSONL file or workbook, in order, in batches of at most 256 rows and rejects and about 1 MiB, with
 * memory bounded by the longest record (and the shared texts of a workbook). Form and encoding come from the content. The first batch
 * always comes, if without rows. What cannot be read is in `rejected` with its place; nothing is dropped in silence.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readRows(input: Input, options: ReadOptions = {}): AsyncGenerator<RowBatch, void, undefined> {
  const source = await openSource(input);
  let packed = false;
  try {
    packed = source.refused !== null && /^XLS/.test(source.refused) && !input.once;
    if (!packed) {
      const window = new Window(source, options.maxRecordBytes ?? LONGEST);
      yield* textRows(window, new Out(input.name, window), options);
    }
  } finally {
    await source.close();
  }
  if (packed) yield* readWorkbook(input, options);
}

async function* textRows(window: Window, out: Out, options: ReadOptions): AsyncGenerator<RowBatch, void, undefined> {
  if (window.source.refused !== null) {
    out.reject(1, 'encoding', '', say(READER_SENTENCE.text_table, { found: window.source.refused }));
    yield out.batch();
    return;
  }
  try {
    const form = await preamble(window, out, options.known);
    yield out.batch();
    let yielded = window.taken;
    while (form !== null && !(window.ended && window.start === window.bytes.length)) {
      if (!form.take(window, out)) await more(window, out, form);
      if (out.size < BATCH && (out.size === 0 || window.taken - yielded < BATCH_BYTES)) continue;
      yield out.batch();
      yielded = window.taken;
    }
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    // What was unpacked up to here has been read; the rest is named.
    out.reject(window.line, error.code, '', error.allowed);
  }
  yield out.batch();
}

/** Reads on, unless the record is over the limit already: then it goes by unread. */
const more = async (window: Window, out: Out, form: Form): Promise<void> => {
  if (window.bytes.length - window.start <= window.limit) {
    await window.fill();
  } else if (form.ownLong !== true && window.bytes.indexOf(window.eol, window.start) < 0) {
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
const LIST = 0x5b;
/** A line of headings may begin with a bracket, as [标]当前申请(专利权)人 does; a list goes on with an object, a list or nothing. */
const LIST_LINE = /^\[\s*(?:[[{\]"\d-]|null|true|false|$)/;

const jsonDocument = (out: Out): Form => {
  out.format = 'jsonl';
  return jsonDocumentForm();
};

const firstByte = (bytes: Buffer, start: number): number | undefined => {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  return bytes[at];
};

const SAMPLE = 64 << 10;

/** A record on each line, or a document. Whatever is wrong with the first of the lines, those behind it are records of their own. */
const jsonOf = async (window: Window, out: Out): Promise<Form> => {
  out.format = 'jsonl';
  while (!window.ended && window.bytes.length - window.start < SAMPLE) await window.fill();
  const rest = window.bytes.subarray(window.start);
  return isJsonDocument(rest.subarray(0, SAMPLE), window.source.encoding === 'gb18030') ? jsonDocumentForm() : jsonForm();
};

/** Empty lines may come by the million. */
const passBlank = (window: Window): void => {
  let to = window.start;
  while (window.bytes[to] === window.eol && to + 1 < window.bytes.length) to++;
  window.take(to, to - window.start);
};

/** Reads facts and headings. Null where the file has nothing to read on. */
const preamble = async (window: Window, out: Out, known: Known | undefined): Promise<Form | null> => {
  await window.fill();
  if (window.bytes.indexOf(0x0a) < 0 && window.bytes.indexOf(0x0d) >= 0) window.eol = 0x0d;
  for (;;) {
    passBlank(window);
    let end = window.bytes.indexOf(window.eol, window.start);
    while (end < 0 && !window.ended && window.bytes.length - window.start <= window.limit) {
      await window.fill();
      end = window.bytes.indexOf(window.eol, window.start);
    }
    if (end < 0 && window.ended) end = window.bytes.length;
    const first = firstByte(window.bytes, window.start);
    if (end < 0) {
      if (first === OBJECT) return jsonOf(window, out);
      if (first === LIST) return jsonDocument(out);
      await skipLong(window, out);
      if (first === REMARK) continue;
      return null;
    }
    if (end === window.start && end === window.bytes.length) {
      out.reject(1, 'empty', '', READER_SENTENCE.rows);
      return null;
    }
    const text = window.text(window.start, end);
    if (text === null && first === OBJECT) return jsonOf(window, out);
    if (text === null && first === LIST) return jsonDocument(out);
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
      return jsonOf(window, out);
    }
    if (line !== null && LIST_LINE.test(line)) return jsonDocument(out);
    return await tableOf(window, out, end, known);
  }
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
