// A JSON document of any size as rows: the objects of its lists, one after the other, however they are laid out over lines. A broken record
// costs itself: the next object that begins like the ones before it is looked for, and taken where it has most of their keys.
import { READER_SENTENCE, say } from '@zhijian/contract';
import type { Out } from './batch.ts';
import { type Cells, setCell } from './cells.ts';
import type { Form } from './forms.ts';
import { flatten, parseObject } from './json-lines.ts';
import { findList, isSpace, LIST, LIST_END, nextObject, OBJECT, objectEnd, objectOnLine, valueEnd } from './json-scan.ts';
import type { Window } from './window.ts';

/** What is kept of a lost record, so that a beginning that is cut by it is still found. */
const KEPT = 1024;

const takeTo = (window: Window, to: number): void => {
  // Not further than what is taken: a search to the end of the window for each byte taken would be quadratic.
  const taken = window.bytes.subarray(window.start, to);
  let lines = 0;
  for (let at = taken.indexOf(window.eol); at >= 0; at = taken.indexOf(window.eol, at + 1)) lines++;
  window.take(to, lines);
};

const isGb = (window: Window): boolean => window.source.encoding === 'gb18030';

const isScalar = (text: string | null): boolean => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return value === null || typeof value !== 'object';
  } catch {
    return false;
  }
};

class JsonDocument implements Form {
  readonly ownLong = true;
  /** In a list of records; `open`: what is open around it. */
  private inList = false;
  private open = 0;
  /** Lists within the list. */
  private lists = 0;
  /** Of the last whole record. */
  private keys: string[] | null = null;
  private broken = false;
  /** In what follows a record that never ended. */
  private lost = false;

  take(window: Window, out: Out): boolean {
    while (window.start < window.bytes.length && isSpace(window.bytes[window.start])) {
      let to = window.start;
      while (to < window.bytes.length && isSpace(window.bytes[to])) to++;
      takeTo(window, to);
    }
    if (window.start === window.bytes.length) return window.ended;
    if (this.lost) return this.lookOn(window);
    return this.inList ? this.member(window, out) : this.outside(window, out);
  }

  async takeLong(window: Window, out: Out): Promise<void> {
    if (!this.lost) {
      const allowed = say(READER_SENTENCE.too_long, { limit: window.limit, found: `> ${window.limit}` });
      out.reject(window.line, 'too_long', out.beginning(), allowed);
      this.begin(window);
      this.lost = true;
      this.inList = true;
      takeTo(window, window.start + 1);
    }
    if (!this.lookOn(window)) await window.fill();
  }

  /** Behind a record that has no end: the next one, or all of the window but its last bytes goes by. */
  private lookOn(window: Window): boolean {
    const next = this.keys === null ? -1 : nextObject(window.bytes, Math.max(window.start - 1, 0), this.keys[0] ?? '');
    if (next >= 0) {
      takeTo(window, next);
      this.lost = false;
      this.broken = true;
      return true;
    }
    takeTo(window, window.ended ? window.bytes.length : Math.max(window.start, window.bytes.length - KEPT));
    return window.ended;
  }

  /** Between documents, or behind a list within one. */
  private outside(window: Window, out: Out): boolean {
    const { bytes, start, ended } = window;
    const first = bytes[start];
    if (this.open === 0) {
      if (first === LIST) {
        this.inList = true;
        takeTo(window, start + 1);
        return true;
      }
      if (first !== OBJECT) {
        // Between documents a comma or a stray bracket says nothing; anything else is named once.
        const to = valueEnd(bytes, start, isGb(window));
        if (to < 0 && !ended) return false;
        const end = to < 0 ? bytes.length : to;
        if (!/[,\]}]/.test(String.fromCharCode(first ?? 0)) && !this.broken) this.rejectTo(window, out, end, 'json');
        takeTo(window, end);
        return true;
      }
    }
    const list = findList(bytes, start, this.open, isGb(window));
    if (list.found === 'list') {
      this.open = list.open;
      this.inList = true;
      takeTo(window, list.at);
      return true;
    }
    if (list.found === 'more' && !ended) return false;
    if (this.open > 0) {
      this.open = 0;
      takeTo(window, list.found === 'end' ? list.at : bytes.length);
      return true;
    }
    return this.record(window, out);
  }

  private member(window: Window, out: Out): boolean {
    const { bytes, start, ended } = window;
    const first = bytes[start];
    if (first === OBJECT) return this.record(window, out);
    if (this.broken && first !== 0x2c) {
      // Text of a record whose quotes do not hold: a bracket in it closes nothing.
      this.lost = true;
      return this.lookOn(window);
    }
    if (first === LIST_END) {
      if (this.lists > 0) this.lists--;
      else this.inList = false;
      takeTo(window, start + 1);
      return true;
    }
    if (first === LIST) this.lists++;
    if (first === LIST || first === 0x2c) {
      takeTo(window, start + 1);
      return true;
    }
    // Before the first whole record nothing tells how records begin, and a quote too few turns text and structure about: the next line helps.
    const line = this.keys === null ? objectOnLine(bytes, start) : -1;
    const to = line >= 0 ? line : valueEnd(bytes, start, isGb(window));
    if (to < 0 && !ended) return false;
    const end = to < 0 ? bytes.length : to;
    this.rejectTo(window, out, end, 'json');
    if (line >= 0) {
      takeTo(window, line);
      return true;
    }
    if (!isScalar(window.text(start, Math.min(end, start + KEPT)))) {
      // A record without its beginning.
      this.broken = true;
      this.lost = true;
      return this.lookOn(window);
    }
    takeTo(window, end);
    return true;
  }

  private record(window: Window, out: Out): boolean {
    const { bytes, start, ended } = window;
    const end = objectEnd(bytes, start, isGb(window));
    if (end < 0) {
      this.begin(window);
      const next = nextObject(bytes, start + 1, this.keys?.[0] ?? '');
      // Unclosed, while it may only be cut by the window.
      if (end === -1 && !ended) return false;
      this.setAside(window, out, next < 0 ? bytes.length : next, next < 0 && end === -1 ? 'truncated' : 'json');
      if (next < 0 && !ended) this.lost = true;
      this.inList = true;
      return true;
    }
    if (end - start > window.limit) {
      out.reject(window.line, 'too_long', out.beginning(), say(READER_SENTENCE.too_long, { limit: window.limit, found: end - start }));
      takeTo(window, end);
      return true;
    }
    const text = window.text(start, end);
    if (text === null) {
      if (!this.broken) out.rejectBytes(start, end);
      takeTo(window, end);
      return true;
    }
    const object = parseObject(text);
    if (object === null) {
      this.begin(window);
      const next = nextObject(bytes.subarray(0, end), start + 1, this.keys?.[0] ?? '');
      this.setAside(window, out, next < 0 ? end : next, 'json');
      return true;
    }
    if (!this.broken || this.alike(object)) {
      const cells: Cells = {};
      for (const [name, value] of flatten(object)) setCell(cells, name, value);
      this.keys = Object.keys(object);
      this.broken = false;
      out.keep({ line: window.line, cells });
    }
    takeTo(window, end);
    return true;
  }

  /** Of a file whose first record is broken the beginning of that one tells how a record begins. */
  private begin(window: Window): void {
    const key = /^\{\s*"([^"\\]{1,64})"/.exec(window.bytes.toString('utf8', window.start, window.start + 200))?.[1];
    if (this.keys === null && key !== undefined) this.keys = [key];
  }

  private alike(object: object): boolean {
    if (this.keys === null) return true;
    const shared = this.keys.filter((key) => Object.hasOwn(object, key)).length;
    return shared * 2 >= this.keys.length;
  }

  private setAside(window: Window, out: Out, to: number, code: 'json' | 'truncated'): void {
    if (!this.broken) this.rejectTo(window, out, to, code);
    this.broken = true;
    takeTo(window, to);
  }

  private rejectTo(window: Window, out: Out, to: number, code: 'json' | 'truncated'): void {
    const text = window.text(window.start, Math.min(to, window.start + 4000)) ?? out.beginning();
    out.reject(window.line, code, text, code === 'json' ? READER_SENTENCE.json_record : READER_SENTENCE.truncated);
  }
}

export const jsonDocumentForm = (): Form => new JsonDocument();

/**
 * Whether a file that begins with an object is a document over several lines, or one whose records stand in a list, and not a record on each
 * line, by its beginning.
 */
export const isJsonDocument = (head: Buffer, gb: boolean): boolean => {
  const start = head.indexOf(OBJECT);
  if (start < 0) return false;
  const text = head.toString('latin1', start);
  const [line = '', ...rest] = text.split(/\r?\n|\r/).filter((one) => one.trim() !== '');
  if (line.trim() === '{') return true;
  const end = objectEnd(head, start, gb);
  const firstLine = start + line.length;
  if (end > 0 && end <= firstLine) {
    const list = findList(head.subarray(0, end), start, 0, gb);
    return list.found === 'list';
  }
  if (rest.length === 0) return findList(head, start, 0, gb).found === 'list';
  return !rest.some((one) => one.startsWith('{'));
};
