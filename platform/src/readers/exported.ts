// Tables that the house itself wrote: each field in its own cell for people, and beside them a column `zhijian` with what a cell cannot
// carry as it is (line breaks, half a surrogate pair, a long text) and the facts that no field takes. Read again they give the same record.
import { createHash } from 'node:crypto';
import { EXPORT_SENTENCE, type Label, READER_SENTENCE, say } from '@zhijian/contract';
import { type Columns, headingsOf, meaningOf } from './columns.ts';
import { EXPORTED } from './exported-mark.ts';
import { parseDay, parseYesNo } from './fields.ts';
import { wordKey } from './record.ts';
import { SetAside } from './set-aside.ts';
import type { TableRecord } from './table.ts';

/** How a value of a field stands in a cell. `read` gives null for what it cannot read. */
export interface Codec {
  /** @param other the record's other fields */
  show(value: unknown, other: (field: string) => unknown): string;
  read(text: string, other: (field: string) => unknown): unknown;
  is(value: unknown): boolean;
  /** What an empty cell means. */
  none: null | [];
  allowed: Label;
  /** In JSON too it stands as it is shown. */
  shown?: true;
}

/** Every field of a record in the order of its JSON. */
export type Codecs<F extends string> = Readonly<Record<F, Codec>>;

const parts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
const listOf = (is: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(is);
const integer = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);
const integers = (text: string): number[] | null => {
  const all = parts(text, /[;；,，\s]+/).map(integer);
  return all.every((one) => one !== null) ? all : null;
};

export const TEXT: Codec = { show: String, read: (text) => text, is: isText, none: null, allowed: EXPORT_SENTENCE.text };
export const LIST: Codec = {
  show: (value) => (value as string[]).join('；'),
  read: (text) => parts(text, /[；\n]/),
  is: listOf(isText),
  none: [],
  allowed: EXPORT_SENTENCE.text,
};
export const NUMBER: Codec = { show: String, read: integer, is: isNumber, none: null, allowed: EXPORT_SENTENCE.number };
export const NUMBERS: Codec = {
  show: (value) => (value as number[]).join('；'),
  read: integers,
  is: listOf(isNumber),
  none: [],
  allowed: READER_SENTENCE.classes,
};
export const DAY: Codec = {
  show: String,
  read: parseDay,
  is: (value) => isText(value) && parseDay(value) === value,
  none: null,
  allowed: READER_SENTENCE.day,
};
export const YES_NO: Codec = {
  show: (value) => (value === true ? '是' : '否'),
  read: parseYesNo,
  is: (value) => typeof value === 'boolean',
  none: null,
  allowed: READER_SENTENCE.yes_no,
};

/** A code of a closed list, shown by its Chinese word where no other code has that word. */
export const wordOf = (vocabulary: Readonly<Record<string, Label>>, allowed: Label): Codec => {
  const codes = new Map<string, string>(Object.keys(vocabulary).map((code) => [wordKey(code), code]));
  for (const [code, { zh, en }] of Object.entries(vocabulary))
    for (const word of [zh, en]) if (!codes.has(wordKey(word))) codes.set(wordKey(word), code);
  return {
    show(value) {
      const { zh } = vocabulary[value as string] ?? { zh: '' };
      return codes.get(wordKey(zh)) === value ? zh : String(value);
    },
    read: (text) => codes.get(wordKey(text)) ?? null,
    is: (value) => isText(value) && Object.hasOwn(vocabulary, value),
    none: null,
    allowed,
  };
};

/** The heading under which a field is exported: the first Chinese one that the reader of the table knows. */
export const exportHeading = <F extends string>(columns: Columns<F>, field: F): string => {
  const meaning = meaningOf(columns);
  return headingsOf(columns, field).find((heading) => /\p{Script=Han}/u.test(heading) && meaning(heading)?.field === field) ?? field;
};

/** Characters that stay as they are in a cell of any form of table. */
const shownIn = (text: string, longest: number): string => {
  const clean = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .trim();
  return clean.length <= longest ? clean : clean.slice(0, longest).toWellFormed().trim();
};

interface Mark {
  extra: Record<string, string>;
  /** Field -> the hash of what its cell shows, and what it is while the cell shows that. */
  exact?: Record<string, [hash: string, value: unknown]>;
}

const markOf = (content: Record<string, unknown>, codecs: Codecs<string>, shown: (field: string, codec: Codec) => string): Mark => {
  const exact: NonNullable<Mark['exact']> = {};
  for (const [field, codec] of Object.entries(codecs)) {
    const cell = shown(field, codec);
    const value = content[field] ?? codec.none;
    const back = cell.trim() === '' ? codec.none : codec.read(cell, (other) => content[other]);
    if (JSON.stringify(back) !== JSON.stringify(value)) exact[field] = [hashOf(cell.trim() === '' ? '' : cell), value];
  }
  const extra = (content['extra'] ?? {}) as Record<string, string>;
  return Object.keys(exact).length === 0 ? { extra } : { extra, exact };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const isNone = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Cells of a stored record, one for each field and `marks` for what they cannot carry.
 * @param longest characters of a cell; what the marks have to carry must fit in `marks` of them
 */
export const exportedCells = (content: Record<string, unknown>, codecs: Codecs<string>, marks = 1, longest = Number.POSITIVE_INFINITY): string[] => {
  const cells = new Map<string, string>();
  for (const [field, codec] of Object.entries(codecs))
    cells.set(
      field,
      isNone(content[field])
        ? ''
        : shownIn(
            codec.show(content[field], (other) => content[other]),
            longest,
          ),
    );
  let rest = JSON.stringify(markOf(content, codecs, (field) => cells.get(field)!));
  const out = [...cells.values()];
  for (let i = 1; i <= marks; i++) {
    let end = Math.min(rest.length, longest);
    if (/[\ud800-\udbff]/.test(rest[end - 1] ?? '')) end--;
    out.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== '') throw new Error(`${rest.length} characters too many for ${marks} cells`);
  return out;
};

/** A stored record as a line of JSON. */
export const exportedLine = (content: Record<string, unknown>, codecs: Codecs<string>): string => {
  const line: Record<string, unknown> = {};
  for (const [field, codec] of Object.entries(codecs)) {
    const value = content[field] ?? codec.none;
    line[field] = codec.shown === true && value !== null ? codec.show(value, (other) => content[other]) : value;
  }
  // As the reader of JSON makes cells of them.
  const plain = (value: unknown) => (isNone(value) ? '' : Array.isArray(value) ? value.join('\n') : String(value));
  return JSON.stringify({ ...line, [EXPORTED]: markOf(content, codecs, (field) => plain(line[field])) });
};

/** The record of an exported one: all fields, then `extra`. Throws SetAside for a cell that a person has changed into what it cannot be. */
export const exportedRecord = <F extends string>({ given, exported = '' }: TableRecord<F>, codecs: Codecs<F>): Record<F | 'extra', unknown> => {
  const { extra, exact } = parseMark(exported);
  const made = {} as Record<F | 'extra', unknown>;
  for (const [field, codec] of Object.entries(codecs) as [F, Codec][]) {
    const cell = given[field] ?? '';
    const kept = exact !== undefined && Object.hasOwn(exact, field) ? exact[field] : undefined;
    if (kept !== undefined && kept[0] === hashOf(cell) && (codec.is(kept[1]) || isNone(kept[1]))) {
      made[field] = kept[1];
    } else if (cell === '') {
      made[field] = codec.none === null ? null : [];
    } else {
      made[field] = codec.read(cell, (other) => given[other as F] ?? null);
      if (made[field] === null) throw new SetAside(field, 'vocabulary', cell, codec.allowed);
    }
  }
  made.extra = extra;
  return made;
};

const parseMark = (text: string): Mark => {
  const broken = () => new SetAside(EXPORTED, 'json', text, say(EXPORT_SENTENCE.mark, { heading: EXPORTED }));
  let mark: Partial<Mark> | null;
  try {
    mark = JSON.parse(text) as Partial<Mark> | null;
  } catch {
    throw broken();
  }
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(mark) || !isObject(mark.extra) || !Object.values(mark.extra).every(isText)) throw broken();
  if (mark.exact !== undefined && !(isObject(mark.exact) && Object.values(mark.exact).every((pair) => Array.isArray(pair)))) throw broken();
  return mark as Mark;
};
