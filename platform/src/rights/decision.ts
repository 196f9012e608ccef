// A record of a file of decisions -> the decision, and the status rows that an invalidation gives its right.
import {
  type Day,
  type DecidedRight,
  type Decision,
  DECISION_KIND,
  DECISION_SENTENCE,
  fieldNames,
  READER_SENTENCE,
  RIGHT_KIND,
  type RightKind,
  type RightRow,
  type RightStatus,
  say,
} from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { allowedOf, Fields, parseYesNo, SetAside, splitList, type TableRecord, wordKey } from '../readers/index.ts';
import { parseCaseNumber } from './case-number.ts';
import type { DecisionField } from './decision-columns.ts';
import { partiesOf } from './decision-parties.ts';
import { parseDecisionKind, parseResult } from './decision-words.ts';
import { exportedDecision } from './exported-decision.ts';
import { parseKind } from './kinds.ts';
import { parseOffice, rightNumber } from './number.ts';

const KIND_ALLOWED = allowedOf(DECISION_KIND);
const RIGHT_KIND_ALLOWED = allowedOf(RIGHT_KIND);

/**
 * The decision of a record. Throws SetAside for a number, a day or a kind that cannot be read, and for an invalidation whose words do not
 * say whether the right stands.
 * @param knownOn day of the file's snapshot, for a record that has none of its own
 */
export const decisionOf = (record: TableRecord<DecisionField>, knownOn: Day | null): Decision => {
  if (record.exported !== undefined) return exportedDecision(record);
  const fields = new Fields(record);
  const { extra, given } = record;
  const kind = fields.value('kind', parseDecisionKind, 'vocabulary', KIND_ALLOWED);
  if (kind === null) throw new SetAside('kind', 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames(['kind']) }));
  const { number, form, others } = fields.value('case_number', parseCaseNumber, 'number', DECISION_SENTENCE.case_number) ?? missingNumber();
  if (others.length > 0) extra['case_numbers'] = others.join(';');
  const internal = fields.value('internal_number', parseCaseNumber, 'number', DECISION_SENTENCE.case_number)?.number ?? null;
  const cause = fields.word('cause');
  const { rights, invalid } = rightsOf(fields, cause, kind === 'invalidation');
  if (invalid.length > 0) extra[INVALID_NUMBERS] = invalid.join(';');
  if (kind === 'invalidation' && rights.length === 0) {
    throw new SetAside('right_numbers', 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames(['right_numbers']) }));
  }
  const text = fields.word('result_text') ?? fields.word('result');
  const ofMarks = rights.length > 0 && rights.every((right) => right.kind === 'trademark');
  const result = text === null ? null : parseResult(text, kind, ofMarks);
  // Read wrongly, it would take a right away that stands, or leave one that never was.
  if (kind === 'invalidation' && result === null) throw new SetAside('result', 'vocabulary', text ?? '', DECISION_SENTENCE.invalidation_result);
  const decided = fields.day('decided_on');
  const after = (field: 'published_on' | 'announced_on'): Day | null => {
    const day = fields.day(field);
    if (day !== null && decided !== null && day < decided)
      throw new SetAside(field, 'date', given[field]!, say(DECISION_SENTENCE.not_before, { day: decided }));
    return day;
  };
  return {
    kind,
    case_number: number,
    internal_number: internal ?? (form === 'internal' ? number : null),
    authority: fields.word('authority'),
    decided_on: decided,
    published_on: after('published_on'),
    announced_on: after('announced_on'),
    effective_on: fields.day('effective_on'),
    final: fields.value('final', parseFinal, 'vocabulary', READER_SENTENCE.yes_no),
    rights,
    parties: partiesOf(given),
    result,
    result_text: text,
    cause,
    clause: fields.word('clause'),
    summary: fields.text('summary'),
    url: fields.word('url'),
    known_on: fields.day('known_on') ?? knownOn,
    extra,
  };
};

/** In `extra`: numbers that the decision names and that are none of any right, as given. A made-up number is what a penalty is about. */
export const INVALID_NUMBERS = 'invalid_numbers';

const missingNumber = (): never => {
  throw new SetAside('case_number', 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames(['case_number']) }));
};

const FINAL = new Set(['已生效', '生效', '终局', '终审', '已终审', '确定', '已确定', 'final', 'effective']);
const NOT_FINAL = new Set(['未生效', '尚未生效', '一审', '未终审', '诉讼中', '起诉期内', '未确定', 'notfinal', 'pending', 'appealed']);
const parseFinal = (text: string): boolean | null => {
  const word = wordKey(text);
  return FINAL.has(word) ? true : NOT_FINAL.has(word) ? false : parseYesNo(text);
};

/** Of what kind a right is by the words of its cause: 侵害外观设计专利权纠纷. */
const kindByCause = (cause: string | null): RightKind | 'patent' | null => {
  if (cause === null) return null;
  const found = (
    [
      ['商标', 'trademark'],
      ['外观设计', 'design'],
      ['实用新型', 'utility_model'],
      ['发明', 'invention'],
      ['专利', 'patent'],
    ] as const
  ).filter(([word]) => cause.includes(word));
  const [first, ...more] = found;
  return first === undefined || (first[0] === '商标' && more.length > 0) ? null : first[1];
};

/** @param strict every number must be one: whether a right stands turns on it */
const rightsOf = (fields: Fields<DecisionField>, cause: string | null, strict: boolean): { rights: DecidedRight[]; invalid: string[] } => {
  const cell = fields.value('right_numbers', (text) => text, 'right_number', READER_SENTENCE.patent_number);
  if (cell === null) return { rights: [], invalid: [] };
  const office = fields.value('office', parseOffice, 'vocabulary', READER_SENTENCE.office);
  const stated = fields.value('right_kind', parseKind, 'vocabulary', RIGHT_KIND_ALLOWED) ?? kindByCause(cause);
  const rights = new Map<string, DecidedRight>();
  const invalid = new Set<string>();
  for (const text of splitList(cell)) {
    const kind = stated ?? kindByNumber(text);
    if (!strict && !isNumberOf(kind, text, office)) {
      invalid.add(text.trim());
      continue;
    }
    const right = rightNumber(kind, text, office, 'right_numbers');
    rights.set(`${right.office}/${right.kind}/${right.number}`, { office: right.office, kind: right.kind, number: right.number });
  }
  return { rights: [...rights.values()], invalid: [...invalid] };
};

/** Of a patent any kind will do: a number of another kind than the words say is a number still. */
const isNumberOf = (kind: RightKind | 'patent', text: string, office: string | null): boolean => {
  try {
    rightNumber(kind, text, office, 'right_numbers');
    return true;
  } catch (error) {
    if (!(error instanceof SetAside)) throw error;
    return kind !== 'trademark' && kind !== 'patent' && isNumberOf('patent', text, office);
  }
};

/** A patent number with its check character is no number of a mark; digits alone may be either. */
const kindByNumber = (text: string): 'patent' => {
  if (/^\s*(?:ZL|CN)?\s*(?:\d\s*){8,12}\.\s*[\dXx]\s*$/.test(text.normalize('NFKC'))) return 'patent';
  throw new SetAside('right_kind', 'required', text, say(DECISION_SENTENCE.right_kind, { given: text.slice(0, 60).toWellFormed() }));
};

/** Until the gazette announces it, or the file says that it is final, a decision can be sued against (Patent Law Art. 46). */
const isFinal = ({ final, announced_on, effective_on }: Decision): boolean => final ?? (announced_on !== null || effective_on !== null);

const statusOf = (decision: Decision, kind: RightKind): RightStatus | null => {
  const { result } = decision;
  if (result !== 'invalidated_full' && result !== 'invalidated_part') return null;
  if (kind !== 'trademark') return isFinal(decision) ? result : 'invalidation_decided_not_final';
  // The closed list of marks has neither a part nor what is not final: a mark stands until it is invalidated in full.
  return result === 'invalidated_full' && isFinal(decision) ? 'invalidated' : null;
};

/** Rows of the rights that an invalidation touches, each with one status event and no facts; none for every other decision. */
export const statusRows = (decision: Decision): RightRow[] => {
  if (decision.kind !== 'invalidation') return [];
  return decision.rights.flatMap((right) => {
    const status = statusOf(decision, right.kind);
    if (status === null) return [];
    const undecided = status === 'invalidation_decided_not_final';
    const { decided_on, announced_on, effective_on } = decision;
    const published_on = undecided ? (decision.published_on ?? announced_on) : (announced_on ?? decision.published_on);
    return [
      rightRow(right, {
        status,
        status_date: undecided ? decided_on : (effective_on ?? announced_on ?? decided_on),
        published_on,
        // Nobody knows a decision before it is made.
        known_on: decision.known_on ?? (published_on === null ? (decided_on ?? effective_on) : null),
        extra: { decision: decision.case_number },
      }),
    ];
  });
};
