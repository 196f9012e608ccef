// Files of licences -> licences (A3).
import { fieldNames, type Licence, READER_SENTENCE, RIGHT_KIND, say } from '@zhijian/contract';
import {
  allowedOf,
  Fields,
  type Input,
  inputOf,
  type Mapping,
  type OnRejected,
  type OnWarning,
  readTable,
  SetAside,
  type TableForm,
  type TableRecord,
} from '../readers/index.ts';
import { LICENCE_COLUMNS, type LicenceField } from './columns.ts';
import { parseKind } from './kinds.ts';
import { rightNumber } from './number.ts';

const KIND_ALLOWED = allowedOf(RIGHT_KIND);
const FORM: TableForm<LicenceField> = {
  columns: LICENCE_COLUMNS,
  required: ['right_kind', 'right_number'],
  oneOf: ['licensee', 'licensee_code', 'shop'],
  exact: ['right_number', 'licensee_code'],
  unknown: READER_SENTENCE.unknown_register_columns,
};

/**
 * The licences of files, in order. A licence of which a day, a class, a place or the consent cannot be read is set aside:
 * read wrongly it would screen a counterfeiter out, or not the lawful seller.
 * @param mapping a person's own meaning of headings: heading -> field
 */
export async function* readLicences(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
): AsyncGenerator<Licence, void, undefined> {
  for (const source of files) {
    for await (const licences of readTable(await inputOf(source), FORM, licenceOf, onRejected, onWarning, { mapping })) yield* licences;
  }
}

const licenceOf = (record: TableRecord<LicenceField>): Licence => {
  const fields = new Fields(record);
  const stated = fields.value('right_kind', parseKind, 'vocabulary', KIND_ALLOWED);
  if (stated === null) throw new SetAside('right_kind', 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames(['right_kind']) }));
  const { kind, number } = rightNumber(stated, fields.word('right_number')!, null, 'right_number');
  const licence: Licence = {
    right_kind: kind,
    right_number: number,
    licensee: fields.word('licensee'),
    licensee_code: fields.word('licensee_code')?.normalize('NFKC').toUpperCase() ?? null,
    shop: fields.word('shop'),
    platform: fields.word('platform'),
    territory: fields.areas('territory'),
    classes: kind === 'trademark' ? fields.classes('classes') : [],
    marking_consent: fields.yesNo('marking_consent'),
    from: fields.day('from'),
    to: fields.day('to'),
    extra: record.extra,
  };
  if (licence.from !== null && licence.to !== null && licence.from > licence.to) {
    throw new SetAside('to', 'date', fields.word('to')!, say(READER_SENTENCE.term_order, { from: licence.from }));
  }
  return licence;
};
