// The records that pass between the parts. A field that was not given is null, never ''.
import type { RawForm } from './raw-form.ts';
import type {
  Act,
  DefenceCode,
  DefenceResult,
  HeldCode,
  Label,
  LicenceEntry,
  LicenceType,
  ModelName,
  OfferKind,
  Output,
  RejectCode,
  RightKind,
  RightStatus,
  Role,
  Scope,
  Strength,
} from './vocabulary.ts';

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/** Where a record came from; for messages only, never part of an id. */
export interface Place {
  file: string;
  line: number;
}

/** One status event of a right, in two times: when it took effect, and when it could be known. */
export interface StatusEvent {
  status: RightStatus;
  effective_on: Day | null;
  published_on: Day | null;
  known_on: Day | null;
  /** Annuity paid through this day, as the register said with this event. */
  paid_to: Day | null;
}

/** One row of a rights file: the facts of a right, and at most one status event. */
export interface RightRow {
  kind: RightKind;
  /** Canonical: `201829999002.7` for Chinese patents; digits for trademarks. */
  number: string;
  name: string | null;
  owner: string | null;
  owner_code: string | null;
  office: string;
  classes: number[];
  goods: string[];
  filing_date: Day | null;
  grant_date: Day | null;
  expiry_date: Day | null;
  paid_to: Day | null;
  status: RightStatus | null;
  status_date: Day | null;
  published_on: Day | null;
  known_on: Day | null;
  image: string | null;
  extra: Record<string, string>;
}

/** A right: its rows folded into one record with its events. */
export interface Right extends Omit<RightRow, 'status' | 'status_date' | 'published_on' | 'known_on' | 'paid_to'> {
  events: StatusEvent[];
  licences: Licence[];
}

/** What a register file says it holds completely: only within it is an absent number an accusation. */
export interface Coverage {
  office: string;
  kind: RightKind;
  from_year: number;
  to_year: number;
}

export interface Licence {
  right_kind: RightKind;
  right_number: string;
  licensee: string | null;
  licensee_code: string | null;
  /** Not there where the file does not say. */
  licence_type?: LicenceType;
  /** An entry of the office that changes or ends a licence and is none itself; not there for a licence. */
  entry?: LicenceEntry;
  /** 备案号, under which the office keeps the licence. This and the days below are not there where the file does not say. */
  record_number?: string;
  /** Day of the entry: a change or an ending holds from it. */
  entry_date?: Day;
  published_on?: Day;
  known_on?: Day;
  shop: string | null;
  platform: string | null;
  /** Country codes or Chinese division codes (2, 4 or 6 digits). Empty: everywhere. */
  territory: string[];
  /** Nice classes. Empty: all classes of the right. */
  classes: number[];
  marking_consent: boolean | null;
  from: Day | null;
  /** Inclusive. */
  to: Day | null;
  extra: Record<string, string>;
}

export interface Offer {
  kind: OfferKind;
  platform: string | null;
  item_id: string;
  url: string | null;
  title: string | null;
  description: string | null;
  brand: string | null;
  maker: string | null;
  category: string | null;
  /** Minor units (cents, fen). */
  price: number | null;
  currency: string | null;
  sales: number | null;
  shop: string | null;
  seller: string | null;
  seller_code: string | null;
  ship_from: string | null;
  /** Country or Chinese division code. */
  market: string;
  images: string[];
  made_on: Day | null;
  captured_at: Day | null;
  language: string | null;
  /** Words on the goods or the packaging, as against the page. */
  marking: string | null;
  extra: Record<string, string>;
}

/** The text fields of an offer in which a model may point at a span. */
export type TextField = 'title' | 'description' | 'brand' | 'maker' | 'category' | 'shop' | 'seller' | 'marking';

export interface Feature {
  /** A key of FEATURE. */
  name: string;
  value: number | string | boolean | null;
  /** Share of the score; 0 for a feature that only informs. */
  weight: number;
  field: TextField | null;
  /** UTF-16 offsets into the raw field. */
  span: [start: number, end: number] | null;
  text: string | null;
}

export interface Defence {
  code: DefenceCode;
  result: DefenceResult;
  reason: Label;
}

export interface LawCitation {
  /** Title of the legal text. */
  text: string;
  article: string;
  /** Paragraph or item within the article, as printed: 第一款第（一）项. */
  item: string | null;
  /** Year of the version in force on the day of the act. */
  version: string;
  /** The words of the item; null when that version's text is not loaded, and `article` is cited by number alone. */
  words: string | null;
}

export interface Match {
  item_id: string;
  model: ModelName;
  scope: Scope;
  act: Act | null;
  role: Role;
  /** Row of the decision table (domain.md 2.4 or 3.6). */
  row: string;
  /** Row of the near number's evaluation, where row is 4. */
  inner_row: string | null;
  output: Output;
  strength: Strength | null;
  law: LawCitation | null;
  /** Day of the act. */
  acted_on: Day | null;
  /** 0..1, for ordering; calibrated as the model release states. */
  score: number;
  reason: Label;
  features: Feature[];
  defences: Defence[];
}

export interface Trader {
  platform: string | null;
  shop: string | null;
  seller: string | null;
  code: string | null;
}

export interface OfferRef {
  platform: string | null;
  item_id: string;
  url: string | null;
  title: string | null;
  /** What the file said beyond the fields, by heading; not there where it said no more. A long value is only begun. */
  extra?: Record<string, string>;
}

export interface RightRef {
  kind: RightKind;
  number: string;
  name: string | null;
  owner: string | null;
}

/** One line of leads.jsonl, screened.jsonl or held.jsonl. */
export interface Line {
  lead_id: string;
  right: RightRef | null;
  claimed_number: string | null;
  trader: Trader;
  strength: Strength | null;
  score: number;
  reason: Label;
  offers: OfferRef[];
  matches: Match[];
  /** Release of each model that has a match here. */
  release: Partial<Record<ModelName, string>>;
}
export type Lead = Line & { strength: Strength };
export interface Screened extends Line {
  screened_by: { code: DefenceCode; reason: Label };
}
export interface Held extends Line {
  held_for: { code: HeldCode; reason: Label };
}

export interface Rejected {
  file: string;
  /** Of a workbook with several tables, the sheet; `line` counts in it. */
  sheet?: string;
  line: number;
  /** Offset of the record's first byte, from 0, and its number among the records of the file, from 1; not there for rows of a table. */
  byte?: number;
  record?: number;
  /** The record's own number as it stands there, a serial or document number; not there where it could not be read. */
  number?: string;
  /** Of an office's file, in which form the record is kept as it stands: `cells` holds it alone, under RAW_RECORD. Not there over 256 KiB. */
  form?: RawForm;
  field: string | null;
  code: RejectCode;
  given: string;
  allowed: Label;
  /** The record's cells by heading as the file has them, so that it can be mended; not there where they could not be told apart, or over 64 KiB. */
  cells?: Record<string, string>;
}
