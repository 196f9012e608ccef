// The day on which a file is known, said once above its rows (`# known_on: 2025-11-01`, 打印日期：2025-11-01).
import { type Day, READER_SENTENCE, type Rejected } from '@zhijian/contract';
import type { HeaderFact } from './batch.ts';
import { type Columns, type Mapping, meaningOf } from './columns.ts';
import { parseDay } from './fields.ts';
import type { OnRejected } from './table.ts';

export class KnownOn {
  private said: Day | null = null;
  private readonly given: Day | null;
  private readonly file: string;
  private readonly meaning: ReturnType<typeof meaningOf>;
  private readonly onRejected: OnRejected;
  /**
   * @param columns those of the table, to see whether a record says a day of its own
   * @param given what a person says of a file that does not say it itself
   */
  constructor(file: string, columns: Columns<string>, mapping: Mapping | undefined, onRejected: OnRejected, given: Day | null = null) {
    this.given = given;
    this.file = file;
    this.meaning = meaningOf(columns, mapping);
    this.onRejected = onRejected;
  }

  get day(): Day | null {
    return this.said ?? this.given;
  }

  readonly onFacts = async (facts: readonly HeaderFact[]): Promise<void> => {
    for (const { name, value, line } of facts) {
      if (name !== 'known_on') continue;
      const day = parseDay(value);
      // Of a day of the data and one of the printing the data's counts: what came between is not in the file.
      if (day !== null) this.said = this.said === null || day < this.said ? day : this.said;
      else await this.onRejected({ file: this.file, line, field: name, code: 'date', given: value, allowed: READER_SENTENCE.day });
    }
  };

  /** The day of the file goes with a record that is set aside: mended, it comes without the file. */
  readonly reject = (one: Rejected): unknown => {
    const { cells } = one;
    if (this.day === null || cells === undefined) return this.onRejected(one);
    const own = Object.keys(cells).some((heading) => cells[heading]!.trim() !== '' && this.meaning(heading)?.field === 'known_on');
    return this.onRejected(own ? one : { ...one, cells: { ...cells, known_on: this.day } });
  };
}
