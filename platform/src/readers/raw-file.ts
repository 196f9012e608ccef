// Records of offices that were set aside, as a file of their own form: each as it stands, what is wrong beside it. Mended, it is imported again.
import { RAW_RECORD, type RawForm, REJECT, type Rejected } from '@zhijian/contract';
import { excerpt } from './cells.ts';

type Rejects = () => AsyncIterable<Rejected> | Iterable<Rejected>;

/** Where a record stands, and its number: `apc240914.xml:3 #2 @15213 98763166`. */
export const placeOf = ({ file, sheet, line, record, byte, number }: Rejected): string =>
  [
    `${file}${sheet === undefined ? '' : ` [${sheet}]`}:${line}`,
    ...(record === undefined ? [] : [`#${record}`]),
    ...(byte === undefined ? [] : [`@${byte}`]),
    ...(number === undefined ? [] : [number]),
  ].join(' ');

const reasonOf = (rejected: Rejected): string => {
  const { code, field, given, allowed } = rejected;
  return [placeOf(rejected), REJECT[code].zh, field ?? '', excerpt(given, 200), allowed.zh].filter((part) => part !== '').join(' | ');
};

/** On one line, and with nothing in it that ends a comment or begins a record. */
const remark = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/-(?=-)|-$/g, '- ');

/**
 * The records of one form, piece by piece: XML with a remark before each, a Green Book with all remarks in its header, since between
 * its records there is no place for them. Records of which the text is not kept are named in a remark alone.
 * @param rejected asked for twice by a Green Book
 */
export async function* rawFile(rejected: Rejects, form: RawForm): AsyncGenerator<string, void, undefined> {
  if (form === 'green_book') {
    yield 'HHHHHT\n';
    for await (const one of rejected()) if (one.form === form) yield `HHHHHT ${remark(reasonOf(one))}\n`;
    for await (const one of rejected()) if (one.form === form) yield `${textOf(one).trimEnd()}\n`;
    return;
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<set-aside>\n';
  for await (const one of rejected()) if (one.form === form) yield `<!-- ${remark(reasonOf(one))} -->\n${textOf(one)}\n`;
  yield '</set-aside>\n';
}

const textOf = ({ cells }: Rejected): string => (cells?.[RAW_RECORD] ?? '').toWellFormed();
