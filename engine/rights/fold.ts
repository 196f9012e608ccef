// Rows of rights files become rights: the rows of one number are its facts and its status events.
import type { Day, Right, RightRow, RightStatus, StatusEvent } from '@zhijian/contract';

/** The day on which a row could be known; null where the file says neither: it then counts as of the day judged. */
export const knownDay = ({ known_on, published_on }: Pick<RightRow, 'known_on' | 'published_on'>): Day | null => known_on ?? published_on;

/** A row without a status still says "granted" where it has a day of grant; its known_on and paid_to hang on that event. */
const eventOf = (row: RightRow): StatusEvent | null => {
  const { published_on, known_on, paid_to } = row;
  if (row.status !== null) return { status: row.status, effective_on: row.status_date, published_on, known_on, paid_to };
  if (row.grant_date === null) return null;
  const status: RightStatus = row.kind === 'trademark' ? 'registered' : 'granted';
  return { status, effective_on: row.grant_date, published_on, known_on, paid_to };
};

const text = (day: Day | null) => day ?? '';
const inOrder = (a: StatusEvent, b: StatusEvent): number => {
  const left = `${text(a.effective_on ?? a.published_on)} ${text(a.published_on)} ${text(a.known_on)} ${a.status} ${text(a.paid_to)}`;
  const right = `${text(b.effective_on ?? b.published_on)} ${text(b.published_on)} ${text(b.known_on)} ${b.status} ${text(b.paid_to)}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * Groups rows by office, kind and number, in the order in which each number first appears.
 * Of a fact that rows state differently the one known last wins (rows without known_on count as known first, then file order); of
 * classes and goods those that `speaking` says; extra facts are united. Events are sorted by effect, publication, knowledge; equal
 * events are kept once. So the same rows in any order give the same right, but for facts that two rows of one day state differently.
 */
export const foldRights = (rows: readonly RightRow[]): Right[] => {
  const groups = new Map<string, RightRow[]>();
  for (const row of rows) {
    const key = `${row.office}\n${row.kind}\n${row.number}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map(foldOne);
};

/**
 * The rows that say which classes and goods a right has. A Chinese certificate is for one class, so of each class the rows known last
 * (domain.md 1.4); another office's record is whole, so the rows known last speak for all: goods given up are gone.
 */
const speaking = (rows: readonly RightRow[]): RightRow[] => {
  const stating = rows.filter((row) => row.classes.length > 0 || row.goods.length > 0);
  const partsOf = (row: RightRow): readonly number[] => (row.office === 'CN' && row.classes.length > 0 ? row.classes : [0]);
  const last = new Map<number, string>();
  for (const row of stating) for (const part of partsOf(row)) if (text(row.known_on) > (last.get(part) ?? '')) last.set(part, text(row.known_on));
  return stating.filter((row) => partsOf(row).some((part) => text(row.known_on) === (last.get(part) ?? '')));
};

/** Of two facts known on one day the one published later counts. */
const byKnowledge = (a: RightRow, b: RightRow): number => {
  const left = `${text(a.known_on)} ${text(a.published_on)}`;
  const right = `${text(b.known_on)} ${text(b.published_on)}`;
  return left < right ? -1 : left > right ? 1 : 0;
};

const foldOne = (rows: RightRow[]): Right => {
  const known = rows.length === 1 ? rows : [...rows].sort(byKnowledge);
  const last = <K extends keyof RightRow>(field: K): RightRow[K] | null => known.findLast((row) => row[field] !== null)?.[field] ?? null;
  // Facts say a grant too; where an entry of that day says it, it says more.
  const entered = new Set(known.filter((row) => row.status !== null).map(({ status, status_date }) => `${status} ${status_date}`));
  const events = known
    .filter((row) => row.status !== null || !entered.has(`${row.kind === 'trademark' ? 'registered' : 'granted'} ${row.grant_date}`))
    .map(eventOf)
    .filter((event) => event !== null)
    // Of two that are one event the one that states its day of effect stays.
    .sort((a, b) => inOrder(a, b) || Number(a.effective_on === null) - Number(b.effective_on === null));
  const first = rows[0]!;
  const said = rows.length === 1 ? rows : speaking(known);
  return {
    kind: first.kind,
    number: first.number,
    office: first.office,
    name: last('name'),
    owner: last('owner'),
    owner_code: last('owner_code'),
    classes: [...new Set(said.flatMap((row) => row.classes))].sort((a, b) => a - b),
    goods: [...new Set(said.flatMap((row) => row.goods))],
    filing_date: last('filing_date'),
    grant_date: last('grant_date'),
    expiry_date: last('expiry_date'),
    image: last('image'),
    extra: Object.assign({}, ...known.map((row) => row.extra)) as Record<string, string>,
    events: events.filter((event, i) => i === 0 || inOrder(event, events[i - 1]!) !== 0),
    licences: [],
  };
};
