// What an office's file says of a right beyond a row of a table. The rows decide status and matching; the document is what a person reads,
// and what comparison of claims and designs starts from.
import type { Day, RightRow } from './records.ts';
import type { Label, RightKind, RightStatus } from './vocabulary.ts';

/** Formats in which registers come, besides tables. */
export const REGISTER_FORMAT = {
  uspto_trademark: { zh: '美国商标批量数据', en: 'USPTO trademark bulk XML' },
  uspto_grant: { zh: '美国专利授权数据', en: 'USPTO patent grant (Red Book, SGML, Green Book)' },
  uspto_application: { zh: '美国专利申请公开数据', en: 'USPTO patent application publication' },
  epo_docdb: { zh: '欧洲专利局著录数据', en: 'EPO DOCDB exchange document' },
  epo_legal: { zh: '欧洲专利局法律状态数据', en: 'INPADOC legal events' },
  epo_fulltext: { zh: '欧洲专利局全文数据', en: 'EPO full text' },
  table: { zh: '登记表格', en: 'table of a register' },
  st96: { zh: 'WIPO ST.96 数据', en: 'WIPO ST.96' },
} satisfies Record<string, Label>;
export type RegisterFormat = keyof typeof REGISTER_FORMAT;

export interface PartyRef {
  role: 'applicant' | 'owner' | 'inventor' | 'agent';
  name: string;
  country: string | null;
}

/** Kinds of numbers of one right; the right's own number is the application number. */
export type NumberType = 'application' | 'publication' | 'grant' | 'registration' | 'international' | 'family';

export interface OtherNumber {
  type: NumberType;
  /** As the office writes it, without spaces and separators: `US6970935B1`, `EP1000000A1`, `0146682`. */
  number: string;
  date: Day | null;
}

export interface ClaimPart {
  text: string;
  parts: ClaimPart[];
}

export interface Claim extends ClaimPart {
  number: number;
  /** Numbers of the claims that it refers to; none for an independent claim. */
  depends_on: number[];
}

export interface Figure {
  /** File name as the document refers to it; null where it describes a figure without saying on which sheet it stands. */
  file: string | null;
  /** `FIG. 1 is a front view …`, where the document says it; null for a sheet. */
  description: string | null;
}

/** An entry of the office, as it stands; `status` null where no status of ours follows from it. */
export interface OfficeEvent {
  code: string;
  text: string | null;
  status: RightStatus | null;
  effective_on: Day | null;
  published_on: Day | null;
}

export interface RightDocument {
  office: string;
  kind: RightKind;
  number: string;
  format: RegisterFormat;
  /** Day of the snapshot that the file states. */
  known_on: Day | null;
  numbers: OtherNumber[];
  titles: { language: string | null; text: string }[];
  abstract: string | null;
  parties: PartyRef[];
  classes: { scheme: 'nice' | 'us_trademark' | 'locarno' | 'ipc' | 'cpc' | 'uspc'; code: string }[];
  goods: { class: number | null; text: string }[];
  priorities: { country: string | null; number: string; date: Day | null }[];
  /** Publication numbers of the same family. */
  family: string[];
  claims: Claim[];
  figures: Figure[];
  events: OfficeEvent[];
}

/** One record of an office's file: the first row holds the facts, each further one a status event. */
export interface RightRecord {
  rows: RightRow[];
  document: RightDocument | null;
}
