// Whether a JSON value is a document of an office: an exported table comes back from people, with whatever they made of it.
import { REGISTER_FORMAT, RIGHT_KIND, type NumberType, PATENT_STATUS, type RightDocument, TRADEMARK_STATUS } from '@zhijian/contract';

type Is = (value: unknown, depth?: number) => boolean;

const isText: Is = (value) => typeof value === 'string';
const isNumber: Is = (value) => Number.isSafeInteger(value);
const isDay: Is = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
};
const orNull =
  (is: Is): Is =>
  (value, depth) =>
    value === null || is(value, depth);
const oneOf =
  (...words: readonly string[]): Is =>
  (value) =>
    words.includes(value as string);
const listOf =
  (is: Is): Is =>
  (value, depth) =>
    Array.isArray(value) && value.every((one) => is(one, depth));

/** An object of these fields and no others. */
const shape = <T>(fields: { readonly [field in keyof Required<T>]: Is }): Is => {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, depth) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    names.every((name) => Object.hasOwn(value, name) && fields[name]((value as T)[name], depth));
};

type Of<List extends keyof RightDocument> = RightDocument[List] extends (infer One)[] ? One : never;

/** Parts of claims stand in each other; a hostile file may nest them without end. */
const DEEPEST = 100;
const parts: Is = (value, depth = 0) => depth < DEEPEST && listOf(part)(value, depth + 1);
const part: Is = shape<{ text: string; parts: unknown }>({ text: isText, parts });

const TYPE: Record<NumberType, true> = { application: true, publication: true, grant: true, registration: true, international: true, family: true };
const SCHEMES: Record<Of<'classes'>['scheme'], true> = { nice: true, us_trademark: true, locarno: true, ipc: true, cpc: true, uspc: true };
const ROLES: Record<Of<'parties'>['role'], true> = { applicant: true, owner: true, inventor: true, agent: true };
const STATUSES = Object.keys({ ...PATENT_STATUS, ...TRADEMARK_STATUS });

const isDocument = shape<RightDocument>({
  office: (value) => isText(value) && /^[A-Z]{2}$/.test(value as string),
  kind: oneOf(...Object.keys(RIGHT_KIND)),
  number: (value) => isText(value) && /^[^\s\0]{1,100}$/.test(value as string),
  format: oneOf(...Object.keys(REGISTER_FORMAT)),
  known_on: orNull(isDay),
  numbers: listOf(shape<Of<'numbers'>>({ type: oneOf(...Object.keys(TYPE)), number: isText, date: orNull(isDay) })),
  titles: listOf(shape<Of<'titles'>>({ language: orNull(isText), text: isText })),
  abstract: orNull(isText),
  parties: listOf(shape<Of<'parties'>>({ role: oneOf(...Object.keys(ROLES)), name: isText, country: orNull(isText) })),
  classes: listOf(shape<Of<'classes'>>({ scheme: oneOf(...Object.keys(SCHEMES)), code: isText })),
  goods: listOf(shape<Of<'goods'>>({ class: orNull(isNumber), text: isText })),
  priorities: listOf(shape<Of<'priorities'>>({ country: orNull(isText), number: isText, date: orNull(isDay) })),
  family: listOf(isText),
  claims: listOf(shape<Of<'claims'>>({ number: isNumber, depends_on: listOf(isNumber), text: isText, parts })),
  figures: listOf(shape<Of<'figures'>>({ file: orNull(isText), description: orNull(isText) })),
  events: listOf(
    shape<Of<'events'>>({
      code: isText,
      text: orNull(isText),
      status: orNull(oneOf(...STATUSES)),
      effective_on: orNull(isDay),
      published_on: orNull(isDay),
    }),
  ),
});

/** Whether it has every field of a document with a value that it may have, and no others. */
export const isRightDocument = (value: unknown): value is RightDocument => isDocument(value);
