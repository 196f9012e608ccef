// What the API answers, as types. The server checks requests against schemas of the same shapes (platform/src/entry/routes).
import type { Decision } from './decisions.ts';
import type { Act, DefenceCode, HeldCode, JudgmentReason, Label, ModelName, RightStatus, Strength } from './vocabulary.ts';
import type { Day, Lead, Line, Offer, OfferRef, Rejected, Right, RightRef, Trader } from './records.ts';
import type { RightState } from './right-view.ts';
import type { TraderRecord } from './traders.ts';

export type LeadState = 'open' | 'explained' | 'suspected' | 'not_infringing' | 'needs_evidence';
export type Verdict = 'suspected_infringement' | 'suspected_counterfeit_patent' | 'not_infringing' | 'needs_evidence';

export interface Me {
  account: { login: string; name: string; role: 'officer' | 'administrator' };
  body: { name: string; region: string; kind: string };
  demo: boolean;
}

/** What has become of a lead's right. The lead goes by the day of the act; who judges it has to know that the right has ended since, or before. */
export interface Lapse {
  state: RightState;
  /** The status that ended it. */
  reason: RightStatus | null;
  /** First day without the right; of an invalidation, which reaches back to the beginning, the day of its announcement. */
  since: Day | null;
  published_on: Day | null;
  /** The day of judging. */
  as_known: Day;
  /** Day of the act; null where none is known. */
  acted_on: Day | null;
}

/** A row of the list 线索. */
export interface LeadRow {
  lead_id: string;
  state: LeadState;
  strength: Strength;
  score: number;
  act: Act | null;
  model: ModelName;
  right: RightRef | null;
  claimed_number: string | null;
  trader: Trader;
  reason: Label;
  offers: number;
  opened_at: string;
  /** Null while the right is in force, and where it never was. */
  lapse: Lapse | null;
}
export interface LeadList {
  rows: LeadRow[];
  total: number;
  /** Counts of the body's leads by state, whatever the filter. */
  by_state: Record<LeadState, number>;
  /** Where the body's leads are offered, in the order of their names: the choice of the filter. */
  platforms: string[];
}

export interface LeadEvent {
  at: string;
  /** Who judged; null for what the detection tells, whoever imported. */
  by: string | null;
  kind: string;
  detail: Record<string, unknown>;
  /** File of the import after which the detection told it; null for what a person did. */
  file: string | null;
}

export interface Registered {
  /** By a name several may be found. */
  by: 'code' | 'name';
  traders: TraderRecord[];
}

export interface LeadDetail {
  state: LeadState;
  lead: Lead;
  /** The offers of the matches, in full, so that spans can be marked. */
  offers: Offer[];
  right: Right | null;
  /** State of the right on the day of the act and as known on the day of judging. */
  status: { on: Day; as_known: Day; state: string; reason: string | null; since: Day | null; published_on: Day | null } | null;
  /** Null while the right is in force, and where it never was. */
  lapse: Lapse | null;
  /** What the register of companies says of the trader; null where it has neither its code nor, without a code, its name. */
  registered: Registered | null;
  /** Decisions that name the trader as a party, the newest first. */
  decisions: Decision[];
  history: LeadEvent[];
  /** Other leads on the same trader or the same right. */
  related: LeadRow[];
  /** The verdicts that fit the act, in order. */
  verdicts: Verdict[];
  judgment: { id: number; verdict: Verdict; reason_code: string; note: string | null; by: string; at: string } | null;
}

export interface ScreenedRow {
  id: number;
  offer: OfferRef;
  right: RightRef | null;
  claimed_number: string | null;
  trader: Trader;
  by: { code: DefenceCode; reason: Label };
  line: Line;
}
export interface HeldRow {
  id: number;
  offer: OfferRef;
  right: RightRef | null;
  claimed_number: string | null;
  trader: Trader;
  for: { code: HeldCode; reason: Label };
  line: Line;
}

export type ImportKind = 'rights' | 'licences' | 'decisions' | 'traders' | 'offers';
export interface ImportPreview {
  upload_id: string;
  file_name: string;
  kind: ImportKind | null;
  /** All kinds in it: a ZIP may hold several; each becomes an import of its own. */
  kinds: ImportKind[];
  /** heading of the file -> field it is read as, null where it is kept as an extra fact. */
  headings: { heading: string; field: string | null }[];
  /** Fields that a heading may be read as; none where the file is no table. */
  fields: string[];
  rows: Record<string, string>[];
  /** What would be set aside of the rows shown, as the reader of the import says. */
  aside: AsideRow[];
}
export interface AsideRow extends Pick<Rejected, 'line' | 'field' | 'code' | 'given' | 'allowed'> {
  /** Place among the rows shown, from 0; null for a record among them whose cells could not be told apart. */
  row: number | null;
}
export interface ImportRow {
  id: string;
  file_name: string;
  kind: ImportKind;
  state: 'waiting' | 'reading' | 'detecting' | 'done' | 'failed';
  read_records: number;
  stored: number;
  already_known: number;
  set_aside: number;
  warnings: Label[];
  failure: Label | null;
  /** Failed for a reason that may pass: POST to PATH.retry lets it go on where it was. */
  can_retry: boolean;
  created_at: string;
  ended_at: string | null;
  detected: { done: number; total: number } | null;
}
/** A record that is still set aside; its cells are asked for one by one. */
export interface SetAsideRow extends Omit<Rejected, 'cells'> {
  sequence: number;
  /** Its cells were kept, so that it can be mended in place. */
  can_mend: boolean;
}
export interface ImportDetail extends ImportRow {
  rejected: SetAsideRow[];
}
export interface SetAsideRecord {
  sequence: number;
  rejected: Rejected;
  /** Headings of the cells that are wrong; a field of ours where the file has no column for it. */
  wrong: string[];
}
/** The record's cells by heading, as they should be. */
export interface Mend {
  cells: Record<string, string>;
}
export interface Mended {
  /** What is wrong now; null where the record is stored. */
  still: SetAsideRecord | null;
  import: ImportDetail;
}

export interface PlanClause {
  id: string;
  title: Label;
  state: 'works' | 'first form' | 'not yet';
  proven: number;
  points: { id: string; label: Label; proven: boolean }[];
}

export interface Figures {
  offers: number;
  rights: number;
  licences: number;
  leads: Record<LeadState, number>;
  screened: number;
  held: number;
}

/** A problem, as the server says it. */
export interface Problem {
  code: string;
  zh: string;
  en: string;
  request_id: string;
}

/** Every request that changes something carries this header: a form of a foreign page cannot set it. */
export const REQUEST_HEADER = 'x-zhijian';

/** What the API takes. */
export interface SignIn {
  login: string;
  password: string;
}
/** Of the one-time link of `up --empty`: the first body and its administrator. */
export interface FirstAccount {
  token: string;
  body: { name: string; region: string; kind: string };
  login: string;
  name: string;
  password: string;
}
/** Whether the link still makes an account: it does once, and not after its hours are over. */
export interface FirstLink {
  open: boolean;
}
export interface Judge {
  verdict: Verdict;
  reason_code: JudgmentReason;
  note: string | null;
}
/** An upload in parts: what has arrived stays when the connection breaks. */
export interface BeginUpload {
  file_name: string;
  /** Bytes. */
  size: number;
}
export interface UploadPart {
  part_id: string;
  /** Bytes that have arrived; the next part begins there. */
  offset: number;
  size: number;
}
/** Header of a part: the offset of its first byte. */
export const UPLOAD_OFFSET = 'upload-offset';
export interface StartImport {
  upload_id: string;
  /** Null: all that is in it, an import for each kind; of a ZIP with several kinds. */
  kind: ImportKind | null;
  /** `CN:utility_model:2010-2026`: what a file of rights holds completely. */
  covers: string[];
  /** Of which day the data are; a day that the file says itself goes first. */
  known_on?: Day | null;
  /** By kind: heading -> field, '' to keep it as it stands; remembered for later files of the body. */
  mapping?: Partial<Record<ImportKind, Record<string, string>>>;
}
export interface StartedImports {
  /** In the order in which they are done: rights before what is matched against them. */
  imports: ImportRow[];
}
