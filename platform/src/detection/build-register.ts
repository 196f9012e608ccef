// Stored rows of rights and licences -> the index, and what one import changed in it.
import type { Coverage, Day, ImportKind, Licence, Right, RightKind, RightRow } from '@zhijian/contract';
import { attachLicences, buildIndex, foldRights, type IndexData } from '@zhijian/engine';

/** JSON texts in the order of storing, each with whether the import at hand brought it. */
export interface RegisterRows {
  kind: ImportKind;
  rights: { content: string; isNew: boolean }[];
  licences: { content: string; isNew: boolean }[];
  coverage: Coverage[];
  coverage_moved: boolean;
}

export interface ChangedRight {
  kind: RightKind;
  number: string;
}

/** What an import of rights or licences changed: an offer that asks for none of it has the same findings as before. */
export interface Touched {
  /** So much that looking at every offer afresh is cheaper than asking. */
  everything: boolean;
  changed: ChangedRight[];
  /** The changed rights as they were and as they are. */
  index: IndexData;
  coverage: boolean;
  knownOn: boolean;
  serials: boolean;
}

export interface BuiltRegister {
  index: IndexData;
  /** Null for an import of offers. */
  touched: Touched | null;
}

const LARGE_SHARE = 4;

const keyOf = ({ office, kind, number }: { office: string; kind: RightKind; number: string }): string => `${office}\n${kind}\n${number}`;

export const buildStored = ({ kind, rights, licences, coverage, coverage_moved }: RegisterRows): BuiltRegister => {
  const rows = rights.map(({ content }) => JSON.parse(content) as RightRow);
  const all = foldRights(rows);
  const allLicences = licences.map(({ content }) => JSON.parse(content) as Licence);
  // Compared as they are without licences.
  // Files of licences hold transfers too, and files of decisions invalidations: they bring rows of rights.
  const named = new Set(kind === 'offers' ? [] : rows.filter((_, i) => rights[i]!.isNew).map(keyOf));
  const before = foldRights(rows.filter((row, i) => !rights[i]!.isNew && named.has(keyOf(row))));
  const was = new Map(before.map((right) => [keyOf(right), right]));
  const moved = all.filter((right) => named.has(keyOf(right)) && JSON.stringify(was.get(keyOf(right))) !== JSON.stringify(right));
  attachLicences(all, allLicences);
  const index = buildIndex(all, coverage);
  if (kind === 'offers') return { index, touched: null };
  const licensed = new Set(allLicences.filter((_, i) => licences[i]!.isNew).map((one) => `${one.right_kind}\n${one.right_number}`));
  const isMoved = new Set(moved);
  const changed = licensed.size === 0 ? moved : all.filter((right) => isMoved.has(right) || licensed.has(`${right.kind}\n${right.number}`));
  if (moved.length === 0) return { index, touched: touchedBy(changed, [], all.length, { coverage: coverage_moved, knownOn: false, serials: false }) };
  const untouched = all.filter((right) => !named.has(keyOf(right)));
  return {
    index,
    touched: touchedBy(changed, before, all.length, {
      coverage: coverage_moved,
      knownOn: lastKnown([...untouched, ...before]) !== index.knownOn,
      serials: changed.some((right) => right.kind !== 'trademark'),
    }),
  };
};

const touchedBy = (now: Right[], before: Right[], all: number, moved: Pick<Touched, 'coverage' | 'knownOn' | 'serials'>): Touched => {
  const everything = now.length * LARGE_SHARE > all;
  const keys = new Set(now.map(keyOf));
  const parts = everything ? [] : [...before.filter((right) => keys.has(keyOf(right))), ...now];
  return { everything, changed: now.map(({ kind, number }) => ({ kind, number })), index: buildIndex(parts, []), ...moved };
};

const lastKnown = (rights: readonly Right[]): Day | null => {
  let last: Day | null = null;
  for (const { events } of rights) for (const { known_on } of events) if (known_on !== null && (last === null || known_on > last)) last = known_on;
  return last;
};
