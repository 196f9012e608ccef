// Stored rows of rights and licences -> the index, and what one import changed in it. The rows come right by right, and of a right no more
// stays than its part of the index: a million rights would not fit into memory as objects.
import type { Coverage, Day, ImportKind, Licence, Right, RightKind, RightRow } from '@zhijian/contract';
import { attachLicences, foldRights, IndexBuilder, type IndexData } from '@zhijian/engine';

/** A JSON text in the order of storing, with whether the import at hand brought it. */
export interface StoredText {
  content: string;
  isNew: boolean;
}

export interface RegisterFacts {
  kind: ImportKind;
  /** All that the body has; they come before the rights. */
  licences: readonly StoredText[];
  coverage: Coverage[];
  coverage_moved: boolean;
  /** How many rights will come. */
  rights: number;
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

const numberOf = (kind: RightKind, number: string): string => `${kind}\n${number}`;

export class RegisterBuilder {
  readonly #facts: RegisterFacts;
  readonly #licences = new Map<string, { licence: Licence; isNew: boolean }[]>();
  readonly #all = new IndexBuilder();
  /** Null once everything is touched. */
  #parts: IndexBuilder | null = new IndexBuilder();
  readonly #changed: ChangedRight[] = [];
  #knownBefore: Day | null = null;
  #moved = false;
  #serials = false;

  constructor(facts: RegisterFacts) {
    this.#facts = facts;
    for (const { content, isNew } of facts.licences) {
      const licence = JSON.parse(content) as Licence;
      const key = numberOf(licence.right_kind, licence.right_number);
      const known = this.#licences.get(key);
      if (known === undefined) this.#licences.set(key, [{ licence, isNew }]);
      else known.push({ licence, isNew });
    }
  }

  /** All rows of some rights, each right's in the order of storing. */
  add(rows: readonly StoredText[]): void {
    const groups = new Map<string, { row: RightRow; isNew: boolean }[]>();
    for (const { content, isNew } of rows) {
      const row = JSON.parse(content) as RightRow;
      const key = `${row.office}\n${numberOf(row.kind, row.number)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ row, isNew }]);
      else group.push({ row, isNew });
    }
    for (const group of groups.values()) this.#addRight(group);
  }

  #addRight(rows: readonly { row: RightRow; isNew: boolean }[]): void {
    const right = foldRights(rows.map(({ row }) => row))[0]!;
    const licences = this.#licences.get(numberOf(right.kind, right.number)) ?? [];
    const licensed = { ...right, licences: [] };
    attachLicences(
      [licensed],
      licences.map(({ licence }) => licence),
    );
    this.#all.add(licensed);
    if (this.#facts.kind === 'offers') return;
    // Files of licences hold transfers too, and files of decisions invalidations: they bring rows of rights.
    const named = rows.some(({ isNew }) => isNew);
    const before = named ? foldRights(rows.filter(({ isNew }) => !isNew).map(({ row }) => row))[0] : right;
    this.#knownBefore = later(this.#knownBefore, lastKnown(before));
    // Compared as they are without licences.
    const moved = named && (before === undefined || JSON.stringify(before) !== JSON.stringify(right));
    if (!moved && !licences.some(({ isNew }) => isNew)) return;
    this.#moved ||= moved;
    this.#serials ||= right.kind !== 'trademark';
    this.#changed.push({ kind: right.kind, number: right.number });
    if (this.#everything()) this.#parts = null;
    if (named && before !== undefined) this.#parts?.add(before);
    this.#parts?.add(licensed);
  }

  #everything(): boolean {
    return this.#changed.length * LARGE_SHARE > this.#facts.rights;
  }

  build(): BuiltRegister {
    const { kind, coverage, coverage_moved } = this.#facts;
    const index = this.#all.build(coverage);
    if (kind === 'offers') return { index, touched: null };
    return {
      index,
      touched: {
        everything: this.#everything(),
        changed: this.#changed,
        index: (this.#parts ?? new IndexBuilder()).build([]),
        coverage: coverage_moved,
        knownOn: this.#moved && this.#knownBefore !== index.knownOn,
        serials: this.#moved && this.#serials,
      },
    };
  }
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);
const lastKnown = (right: Right | undefined): Day | null => {
  let last: Day | null = null;
  for (const { known_on } of right?.events ?? []) last = later(last, known_on);
  return last;
};
