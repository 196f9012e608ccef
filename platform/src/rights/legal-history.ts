// The list of legal events that data services nest in a record (`PatentLegalHistory`): a word, a day and words of detail each.
import { type Day, type OfficeEvent, READER_SENTENCE, type RightRow } from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { parseDay, SetAside } from '../readers/index.ts';
import { statedEvents } from './status-events.ts';
import { allowedStatuses, ON_ANNOUNCEMENT, parseStatus } from './status-words.ts';

interface Entry {
  word: string;
  detail: string;
  day: string | null;
}

/** How services name the parts of an entry, letters and digits alone. */
const WORD = /^(?:legalstatus|legalstatusdesc|lawstatus|status|event|eventname|name|title|type|法律状态|状态|事件)$/;
const DETAIL = /^(?:desc|description|detail|details|content|legalstatusinfo|statusinfo|remark|描述|详情|内容|法律状态信息)$/;
const DAY_NAME =
  /^(?:legalstatusdate|lawstatusdate|statusdate|date|eventdate|publishdate|publicationdate|法律状态公告日|公告日|公告日期|日期|状态日期)$/;

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const entryOf = (value: unknown): Entry | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const part = (names: RegExp): string | null => {
    for (const [name, one] of Object.entries(value))
      if (names.test(keyOf(name)) && (typeof one === 'string' || typeof one === 'number')) return `${one}`.trim();
    return null;
  };
  const detail = part(DETAIL) ?? '';
  const word = part(WORD) ?? detail;
  return word === '' ? null : { word, detail, day: part(DAY_NAME) };
};

/** Entries as JSON, or as lines of a day and a word; null where the cell holds neither. */
const entriesOf = (cell: string): Entry[] | null => {
  if (!/^\s*[[{]/.test(cell)) {
    const stated = statedEvents(cell, null);
    return stated === null ? null : stated.map(({ word, day }) => ({ word, detail: '', day }));
  }
  let json: unknown;
  try {
    json = JSON.parse(cell);
  } catch {
    return null;
  }
  const entries = (Array.isArray(json) ? json : [json]).map(entryOf);
  return entries.every((entry) => entry !== null) ? entries : null;
};

/** Words that may end a right or bring it back: an entry with one that is not understood may not be passed over. */
const DECISIVE = /终止|无效|撤|驳回|放弃|失效|届满|恢复|lapse|expire|terminat|invalid|revok|refus|withdraw|restor/i;
const EFFECTIVE = /(?:终止|生效|登记生效)(?:日期|日)\s*[:：]?\s*(\d{4}[-./年]?\d{1,2}[-./月]?\d{1,2}日?)/;

const dayIn = (text: string | null | undefined): Day | null =>
  text === null || text === undefined || text.length > 40 ? null : parseDay(text.replace(/\s+/g, ''));

/** The words before the facts that follow them: `未缴年费专利权终止 申请日:20160203 终止日期:20200203`. */
const beginning = (detail: string): string => /^[^\s:：,，;；]*/.exec(detail)?.[0] ?? '';

export interface History {
  rows: RightRow[];
  /** The entries as they stand, for the document. */
  events: OfficeEvent[];
}

/**
 * The events of a nested history as rows of their own. The detail speaks before the word, which is often that of a group of entries. An entry
 * that ends nothing and is not understood is kept as it stands; one that may end the right sets the record aside.
 */
export const historyOf = (cell: string, facts: RightRow): History => {
  const entries = entriesOf(cell);
  if (entries === null) throw new SetAside('legal_history', 'json', cell, READER_SENTENCE.status_history);
  const rows: RightRow[] = [];
  const events = entries.map(({ word, detail, day }): OfficeEvent => {
    const published = dayIn(day);
    const effective = dayIn(EFFECTIVE.exec(detail)?.[1]);
    const { kind, filing_date, expiry_date, known_on } = facts;
    const days = { filing_date, expiry_date, effective_on: effective ?? published };
    const status = parseStatus(beginning(detail), kind, days) ?? parseStatus(word, kind, days);
    if (status === null && DECISIVE.test(`${word} ${detail}`))
      throw new SetAside('legal_history', 'vocabulary', detail || word, allowedStatuses(kind));
    const text = detail === '' || detail === word ? null : detail;
    const entry = { code: word, text, published_on: published };
    if (status === null || status === 'no_change') return { ...entry, status: null, effective_on: effective };
    if (published === null && effective === null) throw new SetAside('legal_history', 'date', day ?? word, READER_SENTENCE.status_history);
    const effective_on = effective ?? (ON_ANNOUNCEMENT.includes(status) ? published : null);
    rows.push(rightRow(facts, { status, status_date: effective_on, published_on: published, known_on }));
    return { ...entry, status, effective_on };
  });
  return { rows, events };
};
