// What every recognition model is: one function over one offer. The conformance kit is engine/evaluation/model-kit.ts.
import type { Coverage, Day, DefenceCode, HeldCode, Label, Match, ModelName, Offer, Output, Right, RightKind } from '@zhijian/contract';

/** The register as a model sees it. Built by engine/index. */
export interface Register {
  findByNumber(kind: RightKind | null, number: string): Right[];
  covers(office: string, kind: RightKind, year: number): boolean;
  /** Highest serial of that kind and filing year in the register, null if none. */
  latestSerial(kind: RightKind, year: number): number | null;
  /** The latest day on which any of its facts was known; null when no file says. */
  readonly knownOn: Day | null;
  readonly coverage: readonly Coverage[];
}

export interface ModelContext<R extends Register = Register> {
  register: R;
  judged_on: Day;
  /** A register fact older than this many days does not accuse (domain.md 2.4 row 0). */
  stale_days: number;
}

/** What a model says of one right (or claimed number) and one offer. `matches` hold every scope; `output` is the worst of them. */
export interface Finding {
  right: Right | null;
  claimed_number: string | null;
  output: Output;
  matches: Match[];
  screened_by: { code: DefenceCode; reason: Label } | null;
  held_for: { code: HeldCode; reason: Label } | null;
}

export interface Detection {
  findings: Finding[];
  /** Pairs of right and offer that were compared. */
  candidates: number;
  /** Well-formed numbers that no loaded register covers: never an accusation (row 6h). */
  not_loaded: string[];
}

export interface Model<R extends Register = Register> {
  name: ModelName;
  release: string;
  detect(offer: Offer, context: ModelContext<R>): Detection;
}

const RANK: Record<Output, number> = { lead: 3, held: 2, screened: 1, none: 0 };
const STRENGTH_RANK = { strong: 3, medium: 2, weak: 1 } as const;

/** Orders matches from the one that weighs most against the trader; ties fall to score, row and scope so that the order is total. */
export const bySeverity = (a: Match, b: Match): number =>
  RANK[b.output] - RANK[a.output] ||
  (b.strength ? STRENGTH_RANK[b.strength] : 0) - (a.strength ? STRENGTH_RANK[a.strength] : 0) ||
  b.score - a.score ||
  (a.row < b.row ? -1 : a.row > b.row ? 1 : 0) ||
  (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0);

/** The worst output of several matches (lead > held > screened > none). */
export const worstOutput = (matches: readonly Match[]): Output =>
  matches.reduce<Output>((worst, match) => (RANK[match.output] > RANK[worst] ? match.output : worst), 'none');
