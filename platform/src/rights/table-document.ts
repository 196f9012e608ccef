// What a table says of a patent beyond its row -> the document: publication numbers by which it is found, claims, abstract, classes.
import type { OfficeEvent, OtherNumber, RightDocument, RightRow } from '@zhijian/contract';
import { parsePublicationNumber } from '@zhijian/engine';
import { Fields, parseDay, type TableRecord } from '../readers/index.ts';
import type { DocumentField, RightHeading } from './columns.ts';
import { claimsOf } from './epo/claims.ts';

/** Fields that need a document; events are rows of their own. */
const OF_DOCUMENT: readonly DocumentField[] = [
  'publication_number',
  'publication_date',
  'grant_number',
  'claims',
  'abstract',
  'main_class',
  'ipc',
  'cpc',
  'locarno',
  'inventors',
];

const partsOf = (text: string | null, between: RegExp): string[] =>
  text === null
    ? []
    : text
        .split(between)
        .map((part) => part.trim())
        .filter((part) => part !== '');
/** A comma stands within foreign numbers, and a name may have one. */
const LIST = /[;；|\n]+/;
const CODES = /[;；,，、|\n]+/;
const NAMES = /[;；、|\n]+/;

const LOCARNO = /^(?:LOC\s*(?:\(\d+\)\s*)?(?:CL\.?\s*)?)?(\d{2})-?(\d{2})(?:\s*\(\d+\))?$/i;
const IPC = /^([A-H]\d{2}[A-Z])\s*(?:0*(\d{1,4})\/(\d{2,6}))?(?:\s*[(（][^)）]*[)）])?(?:\s*I)?$/i;

type Class = RightDocument['classes'][number];

/** A code by its form; what has none of the known ones stands under the scheme of its column. */
const classOf = (scheme: Class['scheme'], text: string): Class => {
  const locarno = LOCARNO.exec(text);
  if (locarno !== null) return { scheme: 'locarno', code: `${locarno[1]}-${locarno[2]}` };
  const ipc = IPC.exec(text);
  if (ipc !== null)
    return { scheme: scheme === 'cpc' ? 'cpc' : 'ipc', code: `${ipc[1]!.toUpperCase()}${ipc[2] === undefined ? '' : `${ipc[2]}/${ipc[3]}`}` };
  return { scheme, code: text };
};

/** A number with the day on which the office published it. */
const numberOf = (text: string, granted: boolean, facts: RightRow, published: string | null): OtherNumber | null => {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,./-]/g, '');
  if (!/^[A-Z]{0,3}\d{3,15}[A-Z]?\d?$/.test(plain)) return null;
  const chinese = facts.office === 'CN' ? parsePublicationNumber(plain) : null;
  const type = chinese?.granted === true || (granted && chinese?.granted !== false) ? 'grant' : 'publication';
  return { type, number: chinese?.canonical ?? plain, date: type === 'grant' ? (facts.grant_date ?? published) : published };
};

/**
 * The document of a record; null where the record says nothing beyond its row, as those of most tables. A number that is none stays with the
 * extra facts. Of marks such columns are extra facts.
 * @param facts the record's row; its `extra` takes what becomes no part of the document
 * @param events a nested history as it stands
 */
export const tableDocument = (record: TableRecord<RightHeading>, facts: RightRow, events: OfficeEvent[]): RightDocument | null => {
  const { given } = record;
  const stated = OF_DOCUMENT.filter((field) => given[field] !== undefined);
  if (facts.kind === 'trademark') for (const field of stated) facts.extra[field] = given[field]!;
  if (facts.kind === 'trademark' || (stated.length === 0 && events.length === 0)) return null;
  const fields = new Fields(record);
  const published = given.publication_date === undefined ? null : parseDay(given.publication_date);
  if (given.publication_date !== undefined && published === null) facts.extra['publication_date'] = given.publication_date;
  const numbers: OtherNumber[] = [];
  for (const field of ['publication_number', 'grant_number'] as const) {
    for (const text of partsOf(given[field] ?? null, LIST)) {
      const number = numberOf(text, field === 'grant_number', facts, published);
      if (number === null) facts.extra[field] = given[field]!;
      else if (!numbers.some((one) => one.number === number.number)) numbers.push(number);
    }
  }
  const schemes = [
    ['main_class', facts.kind === 'design' ? 'locarno' : 'ipc'],
    ['ipc', 'ipc'],
    ['cpc', 'cpc'],
    ['locarno', 'locarno'],
  ] as const;
  const classes = schemes.flatMap(([field, scheme]) => partsOf(given[field] ?? null, CODES).map((code) => classOf(scheme, code)));
  const language = (text: string): string | null => (/\p{Script=Han}/u.test(text) ? 'zh' : null);
  const parties: RightDocument['parties'] = [
    ...partsOf(facts.owner, LIST).map((name) => ({ role: 'owner' as const, name, country: null })),
    ...partsOf(given.inventors ?? null, NAMES).map((name) => ({ role: 'inventor' as const, name, country: null })),
  ];
  return {
    office: facts.office,
    kind: facts.kind,
    number: facts.number,
    format: 'table',
    known_on: facts.known_on,
    numbers,
    titles: facts.name === null ? [] : [{ language: language(facts.name), text: facts.name }],
    abstract: fields.word('abstract'),
    parties,
    classes: classes.filter(({ scheme, code }, at) => classes.findIndex((one) => one.scheme === scheme && one.code === code) === at),
    goods: [],
    priorities: [],
    family: [],
    claims: given.claims === undefined ? [] : claimsOf([given.claims]),
    figures: [],
    events,
  };
};
