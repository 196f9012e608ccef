// One case-file -> rows and a document.
import type { Day, OfficeEvent, OtherNumber, RightDocument, RightRecord, RightRow, RightStatus } from '@zhijian/contract';
import { READER_SENTENCE } from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { at, child, children, SetAside, textOf, type XmlElement } from '../../readers/index.ts';
import { classesAndGoods, statementsOf } from './classes.ts';
import { dayOf, isOddDay, termEndOfRenewal } from './days.ts';
import { statusOfEntry } from './event-codes.ts';
import { ownersAndParties } from './owners.ts';
import { statusOfCode } from './status-codes.ts';

/** Days on which the law stands; one that is none is kept as given. */
const DAYS = ['filing-date', 'registration-date', 'status-date', 'abandonment-date', 'cancellation-date', 'renewal-date'] as const;

/**
 * The right that a case-file says. `odd` is told each day of the header that is none: it counts as not given and is kept in `extra`.
 * @param created day of the file, where the record has no transaction-date
 * Throws SetAside for a record without a serial number.
 */
export const trademarkRecord = (record: XmlElement, created: Day | null, odd: (field: string, given: string) => void): RightRecord => {
  const number = textOf(child(record, 'serial-number'));
  if (number === null || !/^\d{8}$/.test(number)) throw new SetAside('serial-number', 'right_number', number ?? '', READER_SENTENCE.us_serial);
  const header = child(record, 'case-file-header');
  const known_on = dayOf(textOf(child(record, 'transaction-date'))) ?? created;
  const { description, others: extra } = statementsOf(record);
  const days = Object.fromEntries(
    DAYS.map((field) => {
      const text = textOf(child(header, field));
      if (isOddDay(text)) {
        odd(field, text);
        extra[field] = text;
      }
      return [field, dayOf(text)];
    }),
  ) as Record<(typeof DAYS)[number], Day | null>;
  const registration = numberOf(textOf(child(record, 'registration-number')));
  const registered = registration !== null || days['registration-date'] !== null;
  const code = textOf(child(header, 'status-code'));
  const status = statusOfCode(code, registered);
  const effective_on = effectOf(status, days);
  const { nice, classes, goods, standing } = classesAndGoods(record);
  const { owner, parties, earlier } = ownersAndParties(record);
  const name = textOf(child(header, 'mark-identification'));
  const history = historyOf(record, status, days);
  const right = { kind: 'trademark', number, office: 'US' } as const;
  const facts = rightRow(right, {
    name,
    owner,
    classes: nice,
    goods: standing,
    filing_date: days['filing-date'],
    // With a status that says nothing a day of registration alone must not speak for a living right; the document has it.
    grant_date: status === null ? null : days['registration-date'],
    expiry_date: days['renewal-date'] === null ? null : termEndOfRenewal(days['renewal-date']),
    status,
    status_date: effective_on,
    published_on: status === 'refused' || status === 'published' ? days['status-date'] : null,
    known_on,
    extra,
  });
  const rows = history.rows.map((row) => rightRow(right, row));
  const current: OfficeEvent[] = code === null ? [] : [{ code, text: null, status, effective_on, published_on: facts.published_on }];
  const document: RightDocument = {
    ...right,
    format: 'uspto_trademark',
    known_on,
    numbers: [
      { type: 'application', number, date: days['filing-date'] },
      ...(registration === null ? [] : [{ type: 'registration' as const, number: registration, date: days['registration-date'] }]),
      ...internationalOf(record),
    ],
    titles: name === null ? [] : [{ language: null, text: name }],
    abstract: description,
    parties,
    classes,
    goods,
    priorities: prioritiesOf(record),
    family: [],
    claims: [],
    figures: [],
    events: [...current, ...history.entries, ...earlier],
  };
  return { rows: [facts, ...rows], document };
};

/** An abandonment and a cancellation take effect on a day of their own, before the office enters them. */
const effectOf = (status: RightStatus | null, days: Record<(typeof DAYS)[number], Day | null>): Day | null =>
  (status === 'refused' ? days['abandonment-date'] : status === 'cancelled' || status === 'expired' ? days['cancellation-date'] : null) ??
  days['status-date'];

const numberOf = (text: string | null): string | null => (text === null || /^0*$/.test(text) ? null : text);

/**
 * The entries of the history, and those from which a status follows as rows. An entry is public from its day on, so its row has no
 * known_on: snapshots of different days say the same row, and it is kept once.
 */
const historyOf = (
  record: XmlElement,
  current: RightStatus | null,
  days: Record<(typeof DAYS)[number], Day | null>,
): { entries: OfficeEvent[]; rows: Pick<RightRow, 'status' | 'status_date' | 'published_on'>[] } => {
  const registered = days['registration-date'];
  const entries = children(child(record, 'case-file-event-statements'), 'case-file-event-statement').flatMap((entry) => {
    const code = textOf(child(entry, 'code'));
    if (code === null) return [];
    const text = textOf(child(entry, 'description-text'));
    const day = dayOf(textOf(child(entry, 'date')));
    const status = statusOfEntry(code, text, registered !== null && day !== null && day >= registered);
    // Filed is the day of filing, not of the entry.
    const entered = code === 'NWAP' || code === 'REPR';
    // The entry from which the present status comes takes effect when the header says.
    const own = day !== null && day === days['status-date'] && status === current ? effectOf(status, days) : null;
    const event: OfficeEvent = { code, text, status, effective_on: (entered ? days['filing-date'] : own) ?? day, published_on: day };
    return [{ event, order: `${day ?? ''} ${(textOf(child(entry, 'number')) ?? '').padStart(8, '0')}` }];
  });
  entries.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  const seen = new Set<string>();
  const rows = entries.flatMap(({ event: { status, effective_on: status_date, published_on } }) => {
    const key = `${status} ${status_date} ${published_on}`;
    // Without a day nothing tells what it came after.
    if (status === null || status_date === null || seen.has(key)) return [];
    seen.add(key);
    return [{ status, status_date, published_on }];
  });
  return { entries: entries.map(({ event }) => event), rows };
};

const internationalOf = (record: XmlElement): OtherNumber[] => {
  const number = numberOf(textOf(at(record, 'international-registration/international-registration-number')));
  if (number === null) return [];
  return [{ type: 'international', number, date: dayOf(textOf(at(record, 'international-registration/international-registration-date'))) }];
};

const prioritiesOf = (record: XmlElement): RightDocument['priorities'] =>
  children(child(record, 'foreign-applications'), 'foreign-application').flatMap((one) => {
    const number = textOf(child(one, 'application-number'));
    if (number === null || textOf(child(one, 'foreign-priority-claim-in')) !== 'T') return [];
    return [{ country: textOf(child(one, 'country')), number, date: dayOf(textOf(child(one, 'filing-date'))) }];
  });
