// Files of rights -> rows, and what the files say they hold completely.
import {
  fieldNames,
  type Coverage,
  type Day,
  READER_SENTENCE,
  type Rejected,
  RIGHT_KIND,
  type RightRow,
  PATENT_STATUS,
  say,
  TRADEMARK_STATUS,
  ZhijianError,
} from '@zhijian/contract';
import {
  allowedOf,
  Fields,
  type HeaderFact,
  type OnRejected,
  type OnWarning,
  parseDay,
  parseTermEnd,
  readTable,
  SetAside,
  splitGoods,
  type TableForm,
  type TableRecord,
} from '../readers/index.ts';
import { RIGHT_COLUMNS, type RightField } from './columns.ts';
import { coverageKey, parseCoverage } from './coverage.ts';
import { parseKind } from './kinds.ts';
import { parseOffice, rightNumber } from './number.ts';
import { parseStatus } from './status-words.ts';

export interface RightsFile {
  file: string;
  /** Coverage given for the file from outside, as `CN:utility_model:2010-2026`. */
  covers?: readonly string[];
}

const KIND_ALLOWED = allowedOf(RIGHT_KIND);
const TRADEMARK_ALLOWED = allowedOf(TRADEMARK_STATUS);
const PATENT_ALLOWED = allowedOf(PATENT_STATUS);
const FORM: TableForm<RightField> = {
  columns: RIGHT_COLUMNS,
  required: ['kind', 'number'],
  oneOf: [],
  unknown: READER_SENTENCE.unknown_register_columns,
};

/** Rows of rights files, to be read once, in the order of the files. */
export class RightsReading implements AsyncIterable<RightRow> {
  private readonly files: readonly RightsFile[];
  private readonly onRejected: OnRejected;
  private readonly onWarning: OnWarning;
  private readonly stated = new Map<string, Coverage>();
  private readonly doubted = new Set<string>();

  constructor(files: readonly RightsFile[], onRejected: OnRejected, onWarning: OnWarning) {
    this.files = files;
    this.onRejected = onRejected;
    this.onWarning = onWarning;
    for (const { covers = [] } of files) for (const given of covers) this.state(given);
  }

  /**
   * What the files hold completely; whole only after the rows have been read. A file of which a record was set aside, or
   * that has none, is not complete: the number of that very record would then accuse a lawful seller (decision table row 6).
   */
  get coverage(): Coverage[] {
    return [...this.stated].filter(([key]) => !this.doubted.has(key)).map(([, coverage]) => coverage);
  }

  /** What the files state and do not hold completely, after the rows have been read. */
  get doubtedCoverage(): Coverage[] {
    return [...this.stated].filter(([key]) => this.doubted.has(key)).map(([, coverage]) => coverage);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RightRow, void, undefined> {
    for (const { file, covers = [] } of this.files)
      yield* this.readFile(
        file,
        covers.map((given) => this.state(given)),
      );
  }

  private state(given: string): string {
    const coverage = parseCoverage(given);
    if (coverage === null) throw new ZhijianError('coverage_invalid', { given });
    this.stated.set(coverageKey(coverage), coverage);
    return coverageKey(coverage);
  }

  private async *readFile(file: string, keys: string[]): AsyncGenerator<RightRow, void, undefined> {
    let rows = 0;
    let rejects = 0;
    let knownOn: Day | null = null;
    const reject = (one: Rejected) => {
      rejects++;
      return this.onRejected(one);
    };
    const read = async (facts: readonly HeaderFact[]) => {
      for (const { name, value, line } of facts) {
        const coverage = name === 'covers' ? parseCoverage(value) : null;
        const day = name === 'known_on' ? parseDay(value) : null;
        if (coverage !== null) keys.push(this.state(coverageKey(coverage)));
        else if (day !== null) knownOn = day;
        else if (name === 'covers') await reject({ file, line, field: name, code: 'vocabulary', given: value, allowed: READER_SENTENCE.coverage });
        else await reject({ file, line, field: name, code: 'date', given: value, allowed: READER_SENTENCE.day });
      }
    };
    for await (const batch of readTable(file, FORM, (record) => rightRow(record, knownOn), reject, this.onWarning, read)) {
      rows += batch.length;
      yield* batch;
    }
    if (keys.length > 0 && (rejects > 0 || rows === 0)) {
      for (const key of keys) this.doubted.add(key);
      this.onWarning(say(READER_SENTENCE.coverage_dropped, { file, count: rejects }));
    }
  }
}

const missing = (field: RightField): SetAside =>
  new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));

const rightRow = (record: TableRecord<RightField>, knownOn: Day | null): RightRow => {
  const fields = new Fields(record);
  const stated = fields.value('kind', parseKind, 'vocabulary', KIND_ALLOWED);
  const text = fields.word('number');
  if (stated === null || text === null) throw missing(stated === null ? 'kind' : 'number');
  const { kind, number, office } = rightNumber(stated, text, fields.value('office', parseOffice, 'vocabulary', READER_SENTENCE.office), 'number');
  const days = {
    filing_date: fields.day('filing_date'),
    grant_date: fields.day('grant_date'),
    expiry_date: fields.value('expiry_date', parseTermEnd, 'date', READER_SENTENCE.day),
    paid_to: fields.day('paid_to'),
    status_date: fields.day('status_date'),
    published_on: fields.day('published_on'),
    known_on: fields.day('known_on') ?? knownOn,
  };
  const status = fields.value(
    'status',
    (word) => parseStatus(word, kind, { ...days, effective_on: days.status_date }),
    'vocabulary',
    kind === 'trademark' ? TRADEMARK_ALLOWED : PATENT_ALLOWED,
  );
  const extra = record.extra;
  // The entry is kept as a fact, though no status follows from it.
  if (status === 'no_change') extra['status'] = fields.word('status')!;
  // 类别 of a patent is IPC or Locarno, not Nice.
  if (kind !== 'trademark' && record.given.classes !== undefined) extra['classes'] = record.given.classes;
  return {
    kind,
    number,
    office,
    name: fields.word('name'),
    owner: fields.word('owner'),
    owner_code: fields.word('owner_code')?.normalize('NFKC').toUpperCase() ?? null,
    classes: kind === 'trademark' ? fields.classes('classes') : [],
    goods: fields.text('goods') === null ? [] : splitGoods(fields.text('goods')!),
    ...days,
    status: status === 'no_change' ? null : status,
    image: fields.word('image'),
    extra,
  };
};
