// Files of decisions -> decisions and the status rows that follow from them (A2).
import { type Day, type Decision, DECISION_KIND, DECISION_SENTENCE, READER_SENTENCE, type RightRow, say } from '@zhijian/contract';
import { eachInput, type Input, KnownOn, type Mapping, type OnRejected, type OnWarning, readTable, type TableForm } from '../readers/index.ts';
import { decisionOf, INVALID_NUMBERS, statusRows } from './decision.ts';
import { DECISION_COLUMNS, type DecisionField, impliedDecision } from './decision-columns.ts';
import { impliedKind } from './implied-kind.ts';

/** A decision, and a row for each right that it invalidates. */
export interface DecisionRecord {
  decision: Decision;
  rows: RightRow[];
}

/** What a word of a kind of right stands for where the headings imply it. */
const IMPLIED_RIGHT = { trademark: 'trademark', patent: '专利' } as const;

const FORM: TableForm<DecisionField> = {
  columns: DECISION_COLUMNS,
  required: ['kind', 'case_number'],
  oneOf: [],
  exact: ['case_number', 'right_numbers', 'party_code'],
  implied(headings) {
    const kind = impliedDecision(headings);
    const right = impliedKind(headings);
    if (kind === null && right === null) return null;
    return {
      given: { ...(kind === null ? {} : { kind }), ...(right === null ? {} : { right_kind: IMPLIED_RIGHT[right] }) },
      warning: (file) => say(DECISION_SENTENCE.kind_implied, { file, kind: kind === null ? { zh: '', en: '' } : DECISION_KIND[kind] }),
    };
  },
  unknown: READER_SENTENCE.unknown_register_columns,
};

/**
 * The decisions of files, in order, ZIPs looked into. What decides whether a right stands and cannot be read sets its record aside; a result
 * that is none of the closed list is kept in its words, and a number that is none of a right as given, each with one warning a file. Throws ZhijianError `file_missing` or `file_unreadable`.
 * @param mapping a person's own meaning of headings: heading -> field
 * @param knownOn the day of which a file is that does not say it itself
 */
export async function* readDecisions(
  files: readonly (string | Input)[],
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping?: Mapping,
  knownOn: Day | null = null,
): AsyncGenerator<DecisionRecord, void, undefined> {
  for await (const input of eachInput(files, onRejected)) yield* readInput(input, onRejected, onWarning, mapping, knownOn);
}

async function* readInput(
  input: Input,
  onRejected: OnRejected,
  onWarning: OnWarning,
  mapping: Mapping | undefined,
  knownOn: Day | null,
): AsyncGenerator<DecisionRecord, void, undefined> {
  const file = input.name;
  const known = new KnownOn(file, DECISION_COLUMNS, mapping, onRejected, knownOn);
  const open = new FirstOfMany();
  const invalid = new FirstOfMany();
  const make = (record: Parameters<typeof decisionOf>[0]): DecisionRecord => {
    const decision = decisionOf(record, known.day);
    // Of a table that the house itself wrote this was said when the decision came.
    if (record.exported !== undefined) return { decision, rows: statusRows(decision) };
    if (decision.result === null) open.add(record.line, decision.result_text);
    invalid.add(record.line, decision.extra[INVALID_NUMBERS] ?? null);
    return { decision, rows: statusRows(decision) };
  };
  for await (const batch of readTable(input, FORM, make, known.reject, onWarning, { onFacts: known.onFacts, mapping })) yield* batch;
  if (open.first !== null) onWarning(say(DECISION_SENTENCE.results_open, { file, ...open.first, count: open.count }));
  if (invalid.first !== null) onWarning(say(DECISION_SENTENCE.numbers_invalid, { file, ...invalid.first, count: invalid.count }));
}

/** How many records of a file have something odd, and the first of them: one warning tells of all. */
class FirstOfMany {
  first: { line: number; given: string } | null = null;
  count = 0;

  add(line: number, given: string | null): void {
    if (given === null) return;
    this.first ??= { line, given: given.slice(0, 40).toWellFormed() };
    this.count++;
  }
}
