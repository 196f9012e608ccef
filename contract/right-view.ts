// A right as it stood on one day, as one could know it on another.
import type { Decision } from './decisions.ts';
import type { Day, Licence, Right } from './records.ts';
import type { OtherNumber, RightDocument } from './register.ts';
import type { RightDoubt } from './right-doubt.ts';
import type { RightKind, RightStatus } from './vocabulary.ts';
import type { RIGHT_STATE } from './vocabulary-page.ts';

export type RightState = keyof typeof RIGHT_STATE;

/** One holder in the chain of holders. */
export interface Holding {
  owner: string;
  owner_code: string | null;
  /** First day, by the transfer's entry; null for the first holder known, and where only a snapshot names the holder. */
  from: Day | null;
  /** Day of the snapshot that names a holder whom no transfer explains. */
  seen_on: Day | null;
  published_on: Day | null;
}

/** What snapshots state differently although it cannot have changed. */
export interface Contradiction {
  of: { fact: 'name' | 'filing_date' | 'grant_date' } | { status: RightStatus };
  /** Each value with the day from which it was known, in the order of knowledge. The last one counts. */
  values: { value: string; known_on: Day | null }[];
}

export interface RightView {
  office: string;
  kind: RightKind;
  number: string;
  /** Other numbers of the same right. */
  numbers: OtherNumber[];
  /** The day asked about, and the day as of which it is known. */
  on: Day;
  as_known: Day;
  /** False where nothing of the right could be known then: all below is then empty. */
  known: boolean;
  state: RightState;
  /** The status that decided. */
  reason: RightStatus | null;
  since: Day | null;
  published_on: Day | null;
  /** Latest day on which the register was read, of the facts that count. */
  known_on: Day | null;
  paid_to: Day | null;
  /** A fee due before `on` of which the register does not say that it was paid: until the last day the right may yet end, as of the due day. */
  fee_open: { due: Day; until: Day } | null;
  /** What is computed or contradictory in the state; null where the register says it. */
  doubt: RightDoubt | null;
  /** First day on which the term is over. */
  term_end: Day | null;
  /** The end of the term may be another: disclaimers, extensions and fees that the office's files do not tell. */
  term_estimated: boolean;
  holder: Holding | null;
  holders: Holding[];
  /** Licences whose term holds the day. */
  licences_on: Licence[];
  open_licence: boolean;
  contradictions: Contradiction[];
  /** The facts as known then; its events are all events, those known later too. */
  right: Right;
  /** Events that could not be known on `as_known`, by their place in right.events. */
  known_later: number[];
}

/** A right's page: the view, and the newest document of each format. */
export interface RightPage extends RightView {
  documents: RightDocument[];
  /** The register at hand was read so long before `as_known` that it accuses nobody: it has to be asked again. */
  stale: boolean;
  /** Decisions that name the right, the newest first; those known later too. */
  decisions: Decision[];
  /** Leads of the body on this right, by state. */
  leads: number;
}

export interface RightListRow {
  office: string;
  kind: RightKind;
  number: string;
  name: string | null;
  owner: string | null;
  state: RightState;
  reason: RightStatus | null;
  since: Day | null;
  events: number;
}
