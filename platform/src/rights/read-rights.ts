// Files of rights -> rows, and what the files say they hold completely.
import {
  type Coverage,
  type Day,
  type Label,
  READER_SENTENCE,
  type Rejected,
  RIGHT_KIND,
  type RightRecord,
  say,
  ZhijianError,
} from '@zhijian/contract';
import {
  EXPORTED,
  type HeaderFact,
  type Input,
  inputsOf,
  KnownOn,
  type Mapping,
  type OnRejected,
  type OnWarning,
  readTable,
  type TableForm,
  type TableRecord,
} from '../readers/index.ts';
import { RIGHT_COLUMNS, type RightHeading } from './columns.ts';
import { coverageKey, parseCoverage } from './coverage.ts';
import { DocumentParts, isDocument } from './exported-document.ts';
import { impliedKind } from './implied-kind.ts';
import { officeReader } from './office-file.ts';
import { tableRecord } from './right-rows.ts';

export interface RightsFile {
  /** A path, or what is read under a name of its own. */
  file: string | Input;
  /** Coverage given for the file from outside, as `CN:utility_model:2010-2026`. */
  covers?: readonly string[];
  /** The day of which its rows are, where a table does not say it itself. */
  knownOn?: Day | null | undefined;
  /** A person's own meaning of headings: heading -> field. */
  mapping?: Mapping | undefined;
}

/** What a word of a kind stands for where the headings imply it. */
const IMPLIED: Record<'trademark' | 'patent', { word: string; label: Label }> = {
  trademark: { word: 'trademark', label: RIGHT_KIND.trademark },
  patent: { word: '专利', label: READER_SENTENCE.any_patent },
};

const FORM: TableForm<RightHeading> = {
  columns: RIGHT_COLUMNS,
  required: ['kind', 'number'],
  oneOf: [],
  exact: ['number', 'owner_code'],
  implied(headings) {
    const kind = impliedKind(headings);
    if (kind === null) return null;
    const { word, label } = IMPLIED[kind];
    return { given: { kind: word }, warning: (file) => say(READER_SENTENCE.kind_implied, { file, kind: label }) };
  },
  unknown: READER_SENTENCE.unknown_register_columns,
};

/** Records of rights files, ZIPs looked into and files of offices read by their format, to be read once, in the order of the files. */
export class RightsReading implements AsyncIterable<RightRecord> {
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

  async *[Symbol.asyncIterator](): AsyncGenerator<RightRecord, void, undefined> {
    for await (const batch of this.batches()) yield* batch;
  }

  /** The same records as they come together: a generator's turn for each would be a tenth of the time of reading. */
  async *batches(): AsyncGenerator<RightRecord[], void, undefined> {
    for (const { file, covers = [], mapping, knownOn = null } of this.files) {
      const stated = covers.map((given) => this.state(given));
      const doubt = () => {
        for (const key of stated) this.doubted.add(key);
      };
      let members = 0;
      for await (const opened of inputsOf(file)) {
        members++;
        if ('input' in opened) yield* this.readInput(opened.input, [...stated], mapping, knownOn);
        else {
          doubt();
          await this.onRejected(opened.rejected);
        }
      }
      if (members === 0) doubt();
    }
  }

  private state(given: string): string {
    const coverage = parseCoverage(given);
    if (coverage === null) throw new ZhijianError('coverage_invalid', { given });
    this.stated.set(coverageKey(coverage), coverage);
    return coverageKey(coverage);
  }

  private async *readInput(
    input: Input,
    keys: string[],
    mapping: Mapping | undefined,
    knownOn: Day | null,
  ): AsyncGenerator<RightRecord[], void, undefined> {
    const file = input.name;
    let rows = 0;
    let rejects = 0;
    const onRejected = (one: Rejected) => {
      rejects++;
      return this.onRejected(one);
    };
    const known = new KnownOn(file, RIGHT_COLUMNS, mapping, onRejected, knownOn);
    const { reject } = known;
    const onFacts = async (facts: readonly HeaderFact[]) => {
      await known.onFacts(facts);
      for (const { name, value, line } of facts) {
        if (name !== 'covers') continue;
        const coverage = parseCoverage(value);
        if (coverage !== null) keys.push(this.state(coverageKey(coverage)));
        else await reject({ file, line, field: name, code: 'vocabulary', given: value, allowed: READER_SENTENCE.coverage });
      }
    };
    const office = await officeReader(input);
    if (office !== null) {
      for await (const batch of office(input, reject, this.onWarning)) {
        rows += batch.length;
        yield batch;
      }
    } else {
      const parts = new DocumentParts();
      const make = (record: TableRecord<RightHeading>): RightRecord =>
        isDocument(record) ? { rows: [], document: parts.take(record) } : tableRecord(record, known.day);
      for await (const batch of readTable(input, FORM, make, reject, this.onWarning, { onFacts, mapping })) {
        rows += batch.length;
        // Of a document over several rows the last brings it.
        yield batch.filter((made) => made.rows.length > 0 || made.document !== null);
      }
      if (parts.line !== null)
        await reject({ file, line: parts.line, field: EXPORTED, code: 'truncated', given: '', allowed: READER_SENTENCE.truncated });
    }
    if (keys.length > 0 && (rejects > 0 || rows === 0)) {
      for (const key of keys) this.doubted.add(key);
      this.onWarning(say(READER_SENTENCE.coverage_dropped, { file, count: rejects }));
    }
  }
}
