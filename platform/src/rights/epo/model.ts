// What the files of the EPO say, whatever their form (XML of OPS and DOCDB, JSON conversions): the readers make this, record.ts makes rights of it.
import type { Claim, Day, RegisterFormat, RightDocument } from '@zhijian/contract';

/** A number in one of the EPO's spellings. `docdb` has country, number and kind apart, `epodoc` one word, `original` is as the office wrote it. */
export interface DocId {
  type: 'docdb' | 'epodoc' | 'original';
  country: string | null;
  number: string;
  kind: string | null;
  date: Day | null;
}

export interface Named {
  /** Spelling of the name: the standardised one of DOCDB, the older one of EPODOC, or the office's own. */
  form: 'docdb' | 'epodoc' | 'original';
  name: string;
  country: string | null;
}

/** An entry of INPADOC. */
export interface LegalEntry {
  country: string;
  code: string;
  /** The code's own words, `FEE PAYMENT PROCEDURE`. */
  description: string;
  /** What the entry says beyond them. */
  detail: string;
  /** Free text alone, where the reason and further days stand. */
  free: string;
  owner: string | null;
  /** Days as written; null where there is none. */
  gazette: string | null;
  effective: string | null;
  /** Days on which the EPO took the entry in and sent it out. */
  exchanged: (Day | null)[];
}

/** One publication, or what a file says of one. */
export interface Publication {
  format: RegisterFormat;
  country: string;
  /** Null where only the application is named. */
  number: string | null;
  kind: string;
  date: Day | null;
  applications: DocId[];
  familyId: string | null;
  /** Day of the exchange that the file states. */
  knownOn: Day | null;
  titles: RightDocument['titles'];
  abstract: string | null;
  applicants: Named[];
  inventors: Named[];
  classes: RightDocument['classes'];
  priorities: RightDocument['priorities'];
  family: string[];
  claims: Claim[];
  events: LegalEntry[];
}

/** A publication of which nothing is known yet. */
export const publicationOf = (format: RegisterFormat, country: string, number: string | null, kind: string): Publication => ({
  format,
  country,
  number,
  kind,
  date: null,
  applications: [],
  familyId: null,
  knownOn: null,
  titles: [],
  abstract: null,
  applicants: [],
  inventors: [],
  classes: [],
  priorities: [],
  family: [],
  claims: [],
  events: [],
});

/** As the office writes it: `EP1000000A1`. DOCDB leaves out a nought of US applications, `US2006142694A1` is US20060142694A1. */
export const spelledPublication = (country: string, number: string, kind: string): string =>
  `${country}${country === 'US' && /^20\d{8}$/.test(number) ? `${number.slice(0, 4)}0${number.slice(4)}` : number}${kind}`;

export const publicationNumber = ({ country, number, kind }: Publication): string | null =>
  number === null ? null : spelledPublication(country, number, kind);
