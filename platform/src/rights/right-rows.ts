// A record of a rights file -> rows: the facts, and each status event that it tells.
import { type Day, fieldNames, READER_SENTENCE, RIGHT_KIND, type RightRecord, type RightRow, say } from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { allowedOf, Fields, parseDay, parseTerm, parseTermEnd, SetAside, splitGoods, type TableRecord } from '../readers/index.ts';
import type { RightField, RightHeading } from './columns.ts';
import { exportedRight } from './exported.ts';
import { parseKind } from './kinds.ts';
import { historyOf } from './legal-history.ts';
import { parseOffice, rightNumber } from './number.ts';
import { type StatedEvent, statedEvents } from './status-events.ts';
import { allowedStatuses, ON_ANNOUNCEMENT, parseStatus } from './status-words.ts';
import { tableDocument } from './table-document.ts';

const KIND_ALLOWED = allowedOf(RIGHT_KIND);
const missing = (field: RightField): SetAside =>
  new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));

/**
 * A record's rows, and its document where it says more than a row holds.
 * @param knownOn day of the file's snapshot, for a record that has none of its own
 */
export const tableRecord = (record: TableRecord<RightHeading>, knownOn: Day | null): RightRecord => {
  if (record.exported !== undefined) return { rows: [exportedRight(record)], document: null };
  const rows = rightRows(record, knownOn);
  const facts = rows[0]!;
  const { legal_history: nested, published_first: first } = record.given;
  const history = nested === undefined ? null : historyOf(nested, facts);
  if (history !== null) rows.push(...history.rows);
  if (first !== undefined) {
    const day = facts.kind === 'trademark' ? parseDay(first) : null;
    if (day === null) facts.extra['published_first'] = first;
    else rows.push(rightRow(facts, { status: 'published', status_date: day, published_on: day, known_on: facts.known_on }));
  }
  return { rows, document: tableDocument(record, facts, history?.events ?? []) };
};

/**
 * The rows of one record: one with its facts and its status, or, where the status cell tells a history, one with the facts and one for each
 * event. Throws SetAside for what decides law and cannot be read.
 * @param knownOn day of the file's snapshot, for a record that has none of its own
 */
const rightRows = (record: TableRecord<RightHeading>, knownOn: Day | null): RightRow[] => {
  const fields = new Fields(record);
  const stated = fields.value('kind', parseKind, 'vocabulary', KIND_ALLOWED);
  const text = fields.word('number');
  if (stated === null || text === null) throw missing(stated === null ? 'kind' : 'number');
  const { kind, number, office } = rightNumber(stated, text, fields.value('office', parseOffice, 'vocabulary', READER_SENTENCE.office), 'number');
  const { status: statusCell, published_on: publishedCell, status_date: effectiveCell, classes: classCell } = record.given;
  const history = statusCell === undefined ? null : statedEvents(statusCell, publishedCell ?? effectiveCell ?? null);
  // Days that stand line by line belong to the events.
  const beside = history !== null && /[\n\r|]/.test((publishedCell ?? effectiveCell ?? '').trim());
  const days = {
    filing_date: fields.day('filing_date'),
    // Of a term from day to day the first is the day from which the right is held, where no other is given.
    grant_date: fields.day('grant_date') ?? termStart(record.given.expiry_date),
    expiry_date: fields.value('expiry_date', parseTermEnd, 'date', READER_SENTENCE.day),
    paid_to: fields.day('paid_to'),
    status_date: beside && publishedCell === undefined ? null : fields.day('status_date'),
    published_on: beside && publishedCell !== undefined ? null : fields.day('published_on'),
    known_on: fields.day('known_on') ?? knownOn,
  };
  const extra = record.extra;
  // 类别 of a patent is IPC or Locarno, not Nice.
  if (kind !== 'trademark' && classCell !== undefined) extra['classes'] = classCell;
  const facts: RightRow = {
    kind,
    number,
    office,
    name: fields.word('name'),
    owner: fields.word('owner'),
    owner_code: fields.word('owner_code')?.normalize('NFKC').toUpperCase() ?? null,
    classes: kind === 'trademark' ? fields.classes('classes') : [],
    goods: goodsOf(fields.text('goods'), extra),
    ...days,
    status: null,
    image: fields.word('image'),
    extra,
  };
  if (history === null) {
    const parse = (word: string) => parseStatus(word, kind, { ...days, effective_on: days.status_date });
    const status = fields.value('status', parse, 'vocabulary', allowedStatuses(kind));
    // The entry is kept as a fact, though no status follows from it.
    if (status === 'no_change') extra['status'] = fields.word('status')!;
    else facts.status = status;
    return [facts];
  }
  const effective = beside && publishedCell === undefined;
  const events = history.map((event) => eventRow(facts, event, effective)).filter((row) => row !== null);
  if (events.length < history.length) extra['status'] = fields.word('status')!;
  const [first] = events;
  if (events.length === 1 && first !== undefined) {
    return [
      { ...facts, status: first.status, status_date: first.status_date ?? days.status_date, published_on: first.published_on ?? days.published_on },
    ];
  }
  return [{ ...facts, status_date: null, published_on: null }, ...events];
};

/** Two days and what stands between them have 17 characters at least. */
const termStart = (term: string | undefined): Day | null => (term === undefined || term.length < 17 ? null : (parseTerm(term)?.from ?? null));

/** One event as a row of its own, which states no facts; null for an entry that leaves the right as it is. */
const eventRow = (facts: RightRow, { word, day: given }: StatedEvent, effective: boolean): RightRow | null => {
  const day = given === null ? null : parseDay(given.replace(/\s+/g, ''));
  if (day === null) throw new SetAside('status', 'date', given === null ? word : given, READER_SENTENCE.status_history);
  const { kind, known_on, filing_date, expiry_date } = facts;
  const status = parseStatus(word, kind, { filing_date, expiry_date, effective_on: day });
  if (status === null) throw new SetAside('status', 'vocabulary', word, allowedStatuses(kind));
  if (status === 'no_change') return null;
  return rightRow(facts, {
    status,
    status_date: effective || ON_ANNOUNCEMENT.includes(status) ? day : null,
    published_on: effective ? null : day,
    known_on,
  });
};

/** `0901` or `（0901）` beside the goods is their similar group (domain.md 1.5), not their name. */
const GROUP =
  /^(?:[（(【[]?(\d{4})(?:[（(][一二三四五六七八九十]+[)）])?[）)】\]]?[\s:：-]+)?(.*?)(?:\s*[（(【[](\d{4}(?:\s*[,，、]\s*\d{4})*)[）)】\]])?$/;

const goodsOf = (text: string | null, extra: Record<string, string>): string[] => {
  if (text === null) return [];
  const groups = new Set<string>();
  const goods = splitGoods(text).map((one) => {
    const [, before = '', name = '', behind = ''] = one.length > 500 ? [] : (GROUP.exec(one) ?? []);
    if (name === '') return one;
    for (const group of [before, ...behind.split(/[,，、\s]+/)]) if (group !== '') groups.add(group);
    return name;
  });
  if (groups.size > 0) extra['similar_groups'] = [...groups].join(';');
  return goods;
};
