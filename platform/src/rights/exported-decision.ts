// Decisions as exports write them, and back.
import {
  type DecidedRight,
  type Decision,
  DECISION_KIND,
  DECISION_RESULT,
  DECISION_ROLE,
  DECISION_SENTENCE,
  type DecisionParty,
  RIGHT_KIND,
  type RightKind,
} from '@zhijian/contract';
import { allowedOf, type Codec, type Codecs, DAY, exportedRecord, SetAside, type TableRecord, TEXT, wordOf, YES_NO } from '../readers/index.ts';
import { parseCaseNumber } from './case-number.ts';
import type { DecisionField } from './decision-columns.ts';
import { partiesOf } from './decision-parties.ts';
import { rightNumber } from './number.ts';

const RIGHT = wordOf(RIGHT_KIND, allowedOf(RIGHT_KIND));
const alone = (): null => null;

const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (value: unknown, is: (one: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && is(one as Record<string, unknown>));

/** `发明专利 201810000001.2；US 外观设计 D435854`. */
const RIGHTS: Codec = {
  show: (value) =>
    (value as DecidedRight[])
      .map(({ office, kind, number }) => `${office === 'CN' ? '' : `${office} `}${RIGHT.show(kind, alone)} ${number}`)
      .join('；'),
  read(text) {
    const rights: DecidedRight[] = [];
    for (const part of text.split(/[;；\n]/)) {
      const [, office = 'CN', word = '', given = ''] = /^\s*(?:([A-Z]{2})\s+)?(\S+)\s+(\S.*?)\s*$/s.exec(part) ?? [];
      const kind = RIGHT.read(word, alone) as RightKind | null;
      const right = kind === null ? null : readNumber(kind, given, office);
      if (right === null) return null;
      rights.push(right);
    }
    return rights;
  },
  is: (value) =>
    isListOf(value, ({ office, kind, number }) => isText(office) && /^[A-Z]{2}$/.test(office) && RIGHT.is(kind) && isText(number) && number !== ''),
  none: [],
  allowed: DECISION_SENTENCE.rights_exported,
  shown: true,
};
const readNumber = (kind: RightKind, given: string, office: string): DecidedRight | null => {
  try {
    const right = rightNumber(kind, given, office, 'right_numbers');
    return { office: right.office, kind: right.kind, number: right.number };
  } catch (error) {
    if (error instanceof SetAside) return null;
    throw error;
  }
};

/** `原告或请求人：甲公司（91330100MA9999902B）；被告或被请求人：乙公司`. */
const PARTIES: Codec = {
  show: (value) =>
    (value as DecisionParty[]).map(({ role, name, code }) => `${DECISION_ROLE[role].zh}：${name}${code === null ? '' : `（${code}）`}`).join('；'),
  read: (text) => partiesOf({ parties: text }),
  is: (value) =>
    isListOf(value, ({ role, name, code }) => isText(role) && Object.hasOwn(DECISION_ROLE, role) && isText(name) && (code === null || isText(code))),
  none: [],
  allowed: DECISION_SENTENCE.parties_exported,
  shown: true,
};

export type ExportedDecision = Omit<Decision, 'rights' | 'extra'> & { right_numbers: DecidedRight[] };

export const DECISION_CODECS: Codecs<keyof ExportedDecision> = {
  kind: wordOf(DECISION_KIND, allowedOf(DECISION_KIND)),
  case_number: TEXT,
  internal_number: TEXT,
  authority: TEXT,
  decided_on: DAY,
  published_on: DAY,
  announced_on: DAY,
  effective_on: DAY,
  final: YES_NO,
  right_numbers: RIGHTS,
  parties: PARTIES,
  result: wordOf(DECISION_RESULT, allowedOf(DECISION_RESULT)),
  result_text: TEXT,
  cause: TEXT,
  clause: TEXT,
  summary: TEXT,
  url: TEXT,
  known_on: DAY,
};

/** A stored decision with the fields under the names of its table. */
export const flatDecision = ({ rights, ...rest }: Record<string, unknown>): Record<string, unknown> => ({ ...rest, right_numbers: rights });

/** The decision of an exported record. Throws SetAside for a cell that a person has changed into what it cannot be. */
export const exportedDecision = (record: TableRecord<DecisionField>): Decision => {
  const made = exportedRecord(record as TableRecord<keyof ExportedDecision>, DECISION_CODECS);
  const { right_numbers, ...read } = made as unknown as ExportedDecision & Pick<Decision, 'extra'>;
  const number = parseCaseNumber(read.case_number)?.number;
  if (number === undefined) throw new SetAside('case_number', 'number', read.case_number, DECISION_SENTENCE.case_number);
  if (read.kind === 'invalidation' && read.result === null)
    throw new SetAside('result', 'vocabulary', read.result_text ?? '', DECISION_SENTENCE.invalidation_result);
  const { kind, internal_number, authority, decided_on, published_on, announced_on, effective_on, final } = read;
  const { parties, result, result_text, cause, clause, summary, url, known_on, extra } = read;
  // In the one order in which decisions are stored: the same decision has the same bytes.
  const head = { kind, case_number: number, internal_number, authority, decided_on, published_on, announced_on, effective_on, final };
  return { ...head, rights: right_numbers, parties, result, result_text, cause, clause, summary, url, known_on, extra };
};
