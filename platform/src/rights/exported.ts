// Rows of rights and licences as exports write them, and back.
import {
  type Licence,
  LICENCE_ENTRY,
  LICENCE_TYPE,
  PATENT_STATUS,
  READER_SENTENCE,
  RIGHT_KIND,
  type RightRow,
  say,
  TRADEMARK_STATUS,
} from '@zhijian/contract';
import { allowedOf, type Codecs, DAY, exportedRecord, LIST, NUMBERS, SetAside, type TableRecord, TEXT, wordOf, YES_NO } from '../readers/index.ts';
import type { LicenceField, RightField } from './columns.ts';
import { rightNumber } from './number.ts';

const KIND = wordOf(RIGHT_KIND, allowedOf(RIGHT_KIND));
const PATENT_ALLOWED = allowedOf(PATENT_STATUS);
const TRADEMARK_ALLOWED = allowedOf(TRADEMARK_STATUS);

export const RIGHT_CODECS: Codecs<RightField> = {
  kind: KIND,
  number: TEXT,
  office: TEXT,
  name: TEXT,
  owner: TEXT,
  owner_code: TEXT,
  classes: NUMBERS,
  goods: LIST,
  filing_date: DAY,
  grant_date: DAY,
  expiry_date: DAY,
  paid_to: DAY,
  status: wordOf({ ...TRADEMARK_STATUS, ...PATENT_STATUS }, PATENT_ALLOWED),
  status_date: DAY,
  published_on: DAY,
  known_on: DAY,
  image: TEXT,
};

export const LICENCE_CODECS: Codecs<LicenceField> = {
  right_kind: KIND,
  right_number: TEXT,
  licensee: TEXT,
  licensee_code: TEXT,
  licence_type: wordOf(LICENCE_TYPE, allowedOf(LICENCE_TYPE)),
  entry: wordOf(LICENCE_ENTRY, allowedOf(LICENCE_ENTRY)),
  record_number: TEXT,
  entry_date: DAY,
  published_on: DAY,
  known_on: DAY,
  shop: TEXT,
  platform: TEXT,
  territory: LIST,
  classes: NUMBERS,
  marking_consent: YES_NO,
  from: DAY,
  to: DAY,
};

/** The row of an exported record. Throws SetAside for a cell that a person has changed into what it cannot be. */
export const exportedRight = (record: TableRecord<RightField>): RightRow => {
  const row = exportedRecord(record, RIGHT_CODECS) as unknown as RightRow;
  if (row.office === null || !/^[A-Z]{2}$/.test(row.office)) throw new SetAside('office', 'vocabulary', row.office ?? '', READER_SENTENCE.office);
  row.number = rightNumber(row.kind, row.number, row.office, 'number').number;
  const statuses = row.kind === 'trademark' ? TRADEMARK_STATUS : PATENT_STATUS;
  if (row.status !== null && !Object.hasOwn(statuses, row.status))
    throw new SetAside('status', 'vocabulary', row.status, row.kind === 'trademark' ? TRADEMARK_ALLOWED : PATENT_ALLOWED);
  return row;
};

/** Of facts that need not be there those that are, in their order: the same licence has the same bytes. */
export const onlyKnown = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

/** The licence of an exported record. Throws SetAside as `exportedRight` does. */
export const exportedLicence = (record: TableRecord<LicenceField>): Licence => {
  const { licence_type, entry, record_number, entry_date, published_on, known_on, ...read } = exportedRecord(record, LICENCE_CODECS);
  const { right_kind, right_number, licensee, licensee_code, ...rest } = read;
  const known = onlyKnown({ licence_type, entry, record_number, entry_date, published_on, known_on });
  const licence = { right_kind, right_number, licensee, licensee_code, ...known, ...rest } as unknown as Licence;
  licence.right_number = rightNumber(licence.right_kind, licence.right_number, null, 'right_number').number;
  if (licence.from !== null && licence.to !== null && licence.from > licence.to)
    throw new SetAside('to', 'date', licence.to, say(READER_SENTENCE.term_order, { from: licence.from }));
  return licence;
};

/** The row with its fields in the one order in which rows are stored: the same facts have the same bytes, whoever made the row. */
export const inOrder = (row: RightRow): RightRow => {
  const { kind, number, office, name, owner, owner_code, classes, goods, filing_date, grant_date, expiry_date, paid_to } = row;
  const { status, status_date, published_on, known_on, image, extra } = row;
  const facts = { kind, number, office, name, owner, owner_code, classes, goods, filing_date, grant_date, expiry_date, paid_to };
  return { ...facts, status, status_date, published_on, known_on, image, extra };
};
