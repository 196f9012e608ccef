// Scripts of JSON-LD as pages have them: wrapped in comments and CDATA, with line breaks in texts, a comma too many, or escaped as HTML.
import { decodeHtml } from '../readers/index.ts';

/** Of a number only what a double can hold is a number: item ids of 19 digits exist. HTML in a text is text, its character references are characters. */
const reviver = (_key: string, value: unknown, context?: { source?: string }): unknown => {
  if (typeof value === 'string') return decodeHtml(value);
  return typeof value === 'number' && (context?.source?.length ?? 0) > 15 ? context!.source : value;
};

/** What stands around a script, taken off its end piece by piece: one expression for all of it would try each run of blanks in every way. */
const ENDS = ['-->', ']]>', '//', '/*', '*/', ';'];

const withoutEnd = (text: string): string => {
  let rest = text.trimEnd();
  for (let end = ENDS.find((one) => rest.endsWith(one)); end !== undefined; end = ENDS.find((one) => rest.endsWith(one)))
    rest = rest.slice(0, -end.length).trimEnd();
  return rest;
};

const unwrapped = (text: string): string => withoutEnd(text.trim().replace(/^(?:(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?\s*)+/, ''));

/** What is repaired, one after the other; each attempt has those before it. */
const REPAIRS: readonly ((text: string) => string)[] = [
  unwrapped,
  (text) => text.replace(/[\u0000-\u001f]+/g, ' '),
  (text) => text.replace(/,(\s*[}\]])/g, '$1'),
  (text) => decodeHtml(text),
];

/** The value of a script; undefined where it is no JSON in spite of all repairs. */
export const parseJsonLd = (script: string): unknown => {
  let text = script;
  for (const repair of REPAIRS) {
    text = repair(text);
    try {
      return JSON.parse(text, reviver);
    } catch {
      // The next repair.
    }
  }
  return undefined;
};
