// Files of licences and assignments -> licences, and the rows of rights that change hands or bear an entry (A3).
import {
  type Day,
  fieldNames,
  type Licence,
  LICENCE_ENTRY,
  LICENCE_TYPE,
  type LicenceEntry,
  type LicenceType,
  PATENT_STATUS,
  READER_SENTENCE,
  RIGHT_KIND,
  type RightRow,
  type RightStatus,
  say,
  TRADEMARK_STATUS,
} from '@zhijian/contract';
import { entryDay, rightRow } from '@zhijian/engine';
import {
  allowedOf,
  eachInput,
  Fields,
  type Input,
  type Mapping,
  type OnRejected,
  type OnWarning,
  readTable,
  SetAside,
  type TableForm,
  type TableRecord,
  wordKey,
  wordsOf,
} from '../readers/index.ts';
import { type EntryField, LICENCE_COLUMNS } from './columns.ts';
import { exportedLicence, onlyKnown } from './exported.ts';
import { impliedKind } from './implied-kind.ts';
import { parseKind } from './kinds.ts';
import { parseLicenceTerm } from './licence-term.ts';
import { type RightNumber, rightNumber } from './number.ts';
import { parseStatus } from './status-words.ts';

/** What one record of the file says: a licence, rows of its right, or both, as a recorded licence does. */
export interface LicenceRecord {
  licence: Licence | null;
  rows: RightRow[];
}

const KIND_ALLOWED = allowedOf(RIGHT_KIND);
const LICENSEE = ['licensee', 'licensee_code', 'shop'] as const;
const FORM: TableForm<EntryField> = {
  columns: LICENCE_COLUMNS,
  required: ['right_kind', 'right_number'],
  oneOf: [...LICENSEE, 'assignee', 'entry'],
  exact: ['right_number', 'licensee_code', 'assignee_code'],
  implied(headings) {
    const kind = impliedKind(headings);
    if (kind === null) return null;
    const marks = kind === 'trademark';
    const label = marks ? RIGHT_KIND.trademark : READER_SENTENCE.any_patent;
    return { given: { right_kind: marks ? 'trademark' : '专利' }, warning: (file) => say(READER_SENTENCE.kind_implied, { file, kind: label }) };
  },
  unknown: READER_SENTENCE.unknown_register_columns,
};

export const LICENCE_TYPE_ALIASES: Record<LicenceType, string> = {
  exclusive: '独占 独占实施许可 独占使用许可 独占性许可',
  sole: '排他 排他实施许可 排他使用许可 独家 独家许可',
  simple: '普通 普通实施许可 普通使用许可 非独占许可 一般许可 non_exclusive nonexclusive',
};
const TYPES = wordsOf(LICENCE_TYPE, LICENCE_TYPE_ALIASES);
const TYPE_ALLOWED = allowedOf(LICENCE_TYPE);

/** Entries that an office's word alone does not name: 备案类型 says 转让, 许可, 备案变更. */
const ENTRIES = wordsOf<'transferred' | 'licensed'>(
  { transferred: PATENT_STATUS.transferred, licensed: PATENT_STATUS.licensed },
  {
    transferred: '转让 转移 转让合同 专利权转让 专利申请权转让 商标转让 权利转让 转让登记 assignment transfer assigned',
    licensed: '许可 许可合同 许可备案 备案 实施许可 使用许可 licence license',
  },
);

/** What an entry does to a licence that was there before: of a licence there is no other word for it in any office's list. */
const CHANGES = wordsOf(LICENCE_ENTRY, {
  changed:
    '许可变更 备案变更 变更备案 许可合同备案变更 许可合同变更 专利实施许可合同备案的变更 商标使用许可变更 变更使用许可 EM01 licence_amended license_amended',
  ended: `
    许可注销 备案注销 注销备案 许可终止 许可提前终止 提前终止 许可合同备案注销 许可备案的注销 专利实施许可合同备案的注销 商标使用许可终止
    商标使用许可提前终止 EC01 licence_terminated license_terminated
  `,
});
/** Said of the right itself too; of a row that names a licensee they are about his licence. */
const CHANGES_OF_LICENSEE = wordsOf<LicenceEntry>(
  { changed: { zh: '变更', en: 'changed' }, ended: { zh: '注销', en: 'cancelled' } },
  { changed: '', ended: '' },
);

/**
 * What the files say, record by record, in order, ZIPs looked into. A licence of which a day, a class, a place or the consent cannot be read
 * is set aside: read wrongly it would screen a counterfeiter out, or not the lawful seller. Throws ZhijianError `file_missing` or `file_unreadable`.
 * @param mapping a person's own meaning of headings: heading -> field
 */
export async function* readLicences(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
): AsyncGenerator<LicenceRecord, void, undefined> {
  for await (const input of eachInput(files, onRejected))
    for await (const records of readTable(input, FORM, recordOf, onRejected, onWarning, { mapping })) yield* records;
}

const required = (field: string, fields: readonly string[] = [field]): SetAside =>
  new SetAside(
    field,
    'required',
    '',
    say(fields.length > 1 ? READER_SENTENCE.cell_one_of : READER_SENTENCE.cell_required, { field: fieldNames(fields), fields: fieldNames(fields) }),
  );

const recordOf = (record: TableRecord<EntryField>): LicenceRecord => {
  if (record.exported !== undefined) return { licence: exportedLicence(record), rows: [] };
  const fields = new Fields(record);
  const stated = fields.value('right_kind', parseKind, 'vocabulary', KIND_ALLOWED);
  if (stated === null) throw required('right_kind');
  const right = rightNumber(stated, fields.word('right_number')!, null, 'right_number');
  const entry = entryOf(
    fields,
    right,
    LICENSEE.some((one) => record.given[one] !== undefined),
  );
  const type = fields.choice('licence_type', TYPES, TYPE_ALLOWED);
  // An office calls the parties of a recorded licence 让与人 and 受让人 too: what kind of licence it is, or its entry, tells.
  const assigned =
    entry === null
      ? type === null && record.given.assignee !== undefined && !LICENSEE.some((one) => record.given[one] !== undefined)
      : entry === 'transferred';
  if (assigned) return { licence: null, rows: [transferRow(fields, record, right)] };
  const rows = entry === null ? [] : [entryRow(fields, record, right, entry)];
  const given = { ...record.given };
  if (given.licensee === undefined && given.assignee !== undefined) given.licensee = given.assignee;
  if (given.licensee_code === undefined && given.assignee_code !== undefined) given.licensee_code = given.assignee_code;
  const changed = entry === null || typeof entry === 'string' ? null : entry.changed;
  if (!LICENSEE.some((one) => given[one] !== undefined) && (changed === null || given.record_number === undefined)) {
    if (entry === null) throw required(LICENSEE.join(', '), LICENSEE);
    return { licence: null, rows };
  }
  if (entry !== null && entry !== 'licensed' && changed === null) return { licence: null, rows };
  return { licence: licenceOf({ ...record, given, extra: { ...record.extra } }, right, type, changed), rows };
};

type Entry = RightStatus | 'no_change' | { changed: LicenceEntry };

const entryOf = (fields: Fields<EntryField>, { kind }: RightNumber, ofLicensee: boolean): Entry | null => {
  const allowed = kind === 'trademark' ? TRADEMARK_ALLOWED : PATENT_ALLOWED;
  const known = (text: string): Entry | null => {
    const word = text.length > 100 ? text : text.replace(/^\s*([A-Z]{2}\d{2})[\s:：]+\S.*$/s, '$1');
    const days = { effective_on: null, filing_date: null, expiry_date: null };
    const changed = CHANGES.get(wordKey(word)) ?? (ofLicensee ? CHANGES_OF_LICENSEE.get(wordKey(word)) : undefined);
    if (changed !== undefined) return { changed };
    return parseStatus(word, kind, days) ?? ENTRIES.get(wordKey(word)) ?? null;
  };
  return fields.value('entry', known, 'vocabulary', allowed);
};
const PATENT_ALLOWED = allowedOf(PATENT_STATUS);
const TRADEMARK_ALLOWED = allowedOf(TRADEMARK_STATUS);

const dayOfEntry = (fields: Fields<EntryField>): Day | null => fields.day('entry_date');

const rowOf = (right: RightNumber, fields: Fields<EntryField>): RightRow =>
  rightRow(right, {
    name: fields.word('right_name'),
    status_date: dayOfEntry(fields),
    published_on: fields.day('published_on'),
    known_on: fields.day('known_on'),
  });

const upperCode = (text: string | null): string | null => text?.normalize('NFKC').toUpperCase() ?? null;

/** The right in the hands of its new owner, with the old one beside. */
const transferRow = (fields: Fields<EntryField>, record: TableRecord<EntryField>, right: RightNumber): RightRow => {
  const owner = fields.word('assignee');
  if (owner === null) throw required('assignee');
  const assignor = fields.word('assignor');
  const row = rowOf(right, fields);
  return {
    ...row,
    owner,
    owner_code: upperCode(fields.word('assignee_code')),
    status: 'transferred',
    // A transfer holds from its entry (Patent Law Art. 10); where no such day is given, from the first day that the file names.
    status_date: row.status_date ?? (row.published_on === null ? fields.day('from') : null),
    extra: { ...record.extra, ...(assignor === null ? {} : { assignor }) },
  };
};

const entryRow = (fields: Fields<EntryField>, record: TableRecord<EntryField>, right: RightNumber, entry: Entry): RightRow => {
  const row = rowOf(right, fields);
  // The list of marks has no end of a recorded licence; it is kept in its words, as is an entry that leaves the right as it is.
  const status = typeof entry === 'string' ? entry : entry.changed === 'ended' ? 'license_ended' : 'licensed';
  if (status === 'no_change' || (right.kind === 'trademark' && status === 'license_ended')) {
    return { ...row, status_date: null, published_on: null, extra: { ...record.extra, status: fields.word('entry')! } };
  }
  return { ...row, status, extra: record.extra };
};

const licenceOf = (record: TableRecord<EntryField>, { kind, number }: RightNumber, type: LicenceType | null, entry: LicenceEntry | null): Licence => {
  const fields = new Fields(record);
  const assignor = fields.word('assignor');
  if (assignor !== null) record.extra['licensor'] = assignor;
  const days = { entry_date: dayOfEntry(fields), published_on: fields.day('published_on'), known_on: fields.day('known_on') };
  const start = fields.day('from');
  const term = fields.value('licence_term', (text) => parseLicenceTerm(text, start), 'date', READER_SENTENCE.licence_term);
  const licence: Licence = {
    right_kind: kind,
    right_number: number,
    licensee: fields.word('licensee'),
    licensee_code: upperCode(fields.word('licensee_code')),
    ...onlyKnown({ licence_type: type, entry, record_number: fields.word('record_number'), ...days }),
    shop: fields.word('shop'),
    platform: fields.word('platform'),
    territory: fields.areas('territory'),
    classes: kind === 'trademark' ? fields.classes('classes') : [],
    marking_consent: fields.yesNo('marking_consent'),
    from: start ?? term?.from ?? null,
    to: fields.day('to') ?? term?.to ?? null,
    extra: record.extra,
  };
  if (licence.from !== null && licence.to !== null && licence.from > licence.to) {
    throw new SetAside('to', 'date', fields.word('to') ?? licence.to, say(READER_SENTENCE.term_order, { from: licence.from }));
  }
  // Without a day it would end or change nothing.
  if (entry !== null && entryDay(licence) === null) throw required('entry_date');
  return licence;
};
