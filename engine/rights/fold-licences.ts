// A3: what an office enters of a licence later, its change and its end, folded into the licence.
import type { Day, Licence } from '@zhijian/contract';
import { addDays } from './days.ts';
import { legalName } from './trader.ts';

/** The day on which a licence or an entry could be known; null where the file says none: it then counts as of the day judged. */
export const licenceKnown = ({ known_on, published_on, entry_date }: Licence): Day | null => known_on ?? published_on ?? entry_date ?? null;

/**
 * First day on which a change or an ending holds: the day of its entry, else of the gazette. Without both, a change holds from its own first
 * day and an ending from the day after its own last one, each no later than it was known. Null where no day is given.
 */
export const entryDay = ({ entry, entry_date, published_on, known_on, from, to }: Licence): Day | null => {
  const own = entry === 'changed' ? from : to === null ? null : addDays(to, 1);
  const [first = null] = [own, known_on ?? null].filter((day) => day !== null).sort();
  return entry_date ?? published_on ?? first;
};

/**
 * The licences that hold after the entries among them: an ending cuts the licences that it is about on the day before it and is none itself; a
 * change parts one into what held before it and what holds from it, and where the licence is not known it is one from its own day. An entry is
 * about the licences of its record number, else about those of its licensee that had begun, had not ended and were not entered later.
 * Entries are taken by their days, so the order in which files came does not count.
 */
export const foldLicences = (licences: readonly Licence[]): Licence[] => {
  const entries = licences.filter(({ entry }) => entry !== undefined);
  let held = licences.filter(({ entry }) => entry === undefined);
  if (entries.length === 0) return held;
  const order = new Map(entries.map((one) => [one, `${entryDay(one) ?? ''} ${one.entry} ${JSON.stringify(one)}`]));
  entries.sort((a, b) => (order.get(a)! < order.get(b)! ? -1 : order.get(a)! > order.get(b)! ? 1 : 0));
  for (const entry of entries) held = enter(entry, held);
  return held;
};

const enter = (entry: Licence, held: Licence[]): Licence[] => {
  const day = entryDay(entry);
  if (day === null) return held;
  const about = new Set(aboutOf(entry, day, held));
  if (entry.entry === 'ended') return held.flatMap((licence) => (about.has(licence) ? cut(licence, day) : [licence]));
  const { entry: _, ...changed } = entry;
  if (about.size === 0) return [...held, { ...changed, from: entry.from ?? day }];
  const from = entry.from !== null && entry.from > day ? entry.from : day;
  return held.flatMap((licence) => (about.has(licence) ? [...cut(licence, from), { ...licence, ...statedBy(changed), from }] : [licence]));
};

const aboutOf = (entry: Licence, day: Day, held: readonly Licence[]): Licence[] => {
  const ofRight = held.filter(({ right_kind, right_number }) => right_kind === entry.right_kind && right_number === entry.right_number);
  const number = legalName(entry.record_number ?? null);
  const numbered = ofRight.filter(({ record_number }) => number !== null && legalName(record_number ?? null) === number);
  if (numbered.length > 0) return numbered;
  return ofRight.filter(
    (licence) =>
      (number === null || licence.record_number === undefined) &&
      sameLicensee(licence, entry) &&
      (licence.from === null || licence.from <= day) &&
      (licence.to === null || licence.to >= day) &&
      (licence.entry_date === undefined || licence.entry_date <= day),
  );
};

const sameLicensee = (a: Licence, b: Licence): boolean => {
  if (a.licensee_code !== null && b.licensee_code !== null) return a.licensee_code.toUpperCase() === b.licensee_code.toUpperCase();
  const name = legalName(a.licensee);
  if (name !== null && b.licensee !== null) return name === legalName(b.licensee);
  const shop = legalName(a.shop);
  return shop !== null && shop === legalName(b.shop);
};

/** What is left of a licence before a day; nothing where it had not begun. */
const cut = (licence: Licence, day: Day): Licence[] => {
  const last = addDays(day, -1);
  const to = licence.to !== null && licence.to < last ? licence.to : last;
  return licence.from !== null && licence.from > to ? [] : [{ ...licence, to }];
};

/** The facts that an entry states; what it leaves open stays as it was. */
const statedBy = (entry: Partial<Licence>): Partial<Licence> =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
