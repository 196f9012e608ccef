// A record's fields as values. What decides law and cannot be read sets the record aside.
import { type Day, type Label, READER_SENTENCE, type RejectCode, say } from '@zhijian/contract';
import { parseArea } from './areas.ts';
import { parseClasses, parseDay, parseYesNo, saysNothing, splitList } from './fields.ts';
import { SetAside } from './set-aside.ts';
import type { TableRecord } from './table.ts';

/** The readers of one record. All give null where the file gives nothing, and throw SetAside where it gives what cannot be read. */
export class Fields<F extends string> {
  private readonly record: TableRecord<F>;
  constructor(record: TableRecord<F>) {
    this.record = record;
  }

  /** As given, with its spaces: spans of the models point into it. */
  text(field: F): string | null {
    return this.record.given[field] ?? null;
  }

  /** Names and numbers, without the spaces around them. */
  word(field: F): string | null {
    return this.record.given[field]?.trim() ?? null;
  }

  /** A value in a form of its own, by a function that gives null for what it cannot read. `-`, `null`, `无` … are nothing given. */
  value<T>(field: F, parse: (text: string) => T | null, code: RejectCode, allowed: Label): T | null {
    const given = this.record.given[field];
    if (given === undefined || saysNothing(given)) return null;
    const value = parse(given);
    if (value === null) throw new SetAside(field, code, given, allowed);
    return value;
  }

  day(field: F): Day | null {
    return this.value(field, parseDay, 'date', READER_SENTENCE.day);
  }

  classes(field: F): number[] {
    return this.value(field, parseClasses, 'number', READER_SENTENCE.classes) ?? [];
  }

  yesNo(field: F): boolean | null {
    const given = this.record.given[field];
    // 无 and NULL are nothing elsewhere; here 无 is an answer.
    if (given !== undefined && given.trim() === '无') return false;
    return this.value(field, parseYesNo, 'vocabulary', READER_SENTENCE.yes_no);
  }

  /** Codes of places; none for everywhere. */
  areas(field: F): string[] {
    const all = this.value(field, (text) => listOf(text, parseArea), 'vocabulary', READER_SENTENCE.area) ?? [];
    return all.includes('*') ? [] : [...new Set(all)];
  }

  /** One word of a closed list, by its code, its labels or other words for it. */
  choice<C extends string>(field: F, words: ReadonlyMap<string, C>, allowed: Label): C | null {
    return this.value(field, (text) => words.get(wordKey(text)) ?? null, 'vocabulary', allowed);
  }
}

const listOf = <T>(text: string, parse: (part: string) => T | null): T[] | null => {
  const values = splitList(text).map(parse);
  return values.length > 0 && values.every((value) => value !== null) ? (values as T[]) : null;
};

/** Words are compared by their letters and digits alone. */
export const wordKey = (text: string): string =>
  text.length > 100
    ? ''
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');

/** Word -> code: the codes and labels of a vocabulary, and other words for them, parted by spaces. */
export const wordsOf = <C extends string>(vocabulary: Readonly<Record<C, Label>>, others: Readonly<Partial<Record<C, string>>>): Map<string, C> => {
  const words = new Map<string, C>();
  for (const code of Object.keys(vocabulary) as C[]) {
    for (const word of [code, vocabulary[code].zh, vocabulary[code].en, ...(others[code] ?? '').split(/\s+/)]) {
      const key = wordKey(word);
      if (key !== '' && !words.has(key)) words.set(key, code);
    }
  }
  return words;
};

/** The codes of a vocabulary with their labels, for a message. */
export const allowedOf = (vocabulary: Readonly<Record<string, Label>>): Label => {
  const list = (language: keyof Label, between: string) =>
    Object.entries(vocabulary)
      .map(([code, label]) => `${code} (${label[language]})`)
      .join(between);
  return say(READER_SENTENCE.one_of, { list: { zh: list('zh', '、'), en: list('en', ', ') } });
};
