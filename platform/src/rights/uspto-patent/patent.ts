// What any of the formats says of a patent -> the rows and the document of a right.
import type {
  Claim,
  Day,
  Figure,
  OtherNumber,
  PartyRef,
  RegisterFormat,
  RightDocument,
  RightKind,
  RightRecord,
  RightRow,
  RightStatus,
} from '@zhijian/contract';
import { EARLIEST_FILED, rightRow } from '@zhijian/engine';
import type { PatentClass } from './classes.ts';

/** A published document: number as the office writes it, and its day. */
export interface Published {
  number: string;
  date: Day;
}

export interface Patent {
  format: RegisterFormat;
  /** `utility`, `design`, `plant`, `reissue`, `sir` …; null where the file does not say. */
  type: string | null;
  application: string;
  filed: Day | null;
  granted: Published | null;
  /** Publications before the grant, and of what is published without one. */
  published: Published[];
  international: OtherNumber[];
  /** Day of the file; for published documents not before the day on which the public could know them. */
  known: Day | null;
  title: string | null;
  abstract: string | null;
  parties: PartyRef[];
  classes: PatentClass[];
  priorities: RightDocument['priorities'];
  claims: Claim[];
  figures: Figure[];
  extra: Record<string, string>;
}

/** Of kind code S or a series of designs (29; 35 of the Hague system), or said to be one; all else the office grants as inventions. */
const kindOf = ({ type, application }: Patent): RightKind => (type === 'design' || /^(?:29|35)/.test(application) ? 'design' : 'invention');

/** Assignees; where there are none the applicants, and where none are named the inventors, to whom a US patent belongs by itself. */
const ownerOf = (parties: readonly PartyRef[]): string | null => {
  for (const role of ['owner', 'applicant', 'inventor'] as const) {
    const names = parties.filter((party) => party.role === role).map(({ name }) => name);
    if (names.length > 0) return [...new Set(names)].join('; ');
  }
  return null;
};

/** An international application has its effect from its own filing (35 U.S.C. 363), before the day on which it came to the office. */
const earliest = ({ international, filed, extra }: Patent): Record<string, string> => {
  const days = international.flatMap(({ number, date }) => (number.startsWith('PCT') && date !== null ? [date] : []));
  const [first] = [...days, ...(extra[EARLIEST_FILED] === undefined ? [] : [extra[EARLIEST_FILED]])].sort();
  return first === undefined || filed === null || first >= filed ? {} : { [EARLIEST_FILED]: first };
};

/** The rows, facts first, then one for each status event, and the document. The end of the term is in none of these files, only what it is computed from: no day of expiry. */
export const rightRecord = (patent: Patent): RightRecord => {
  const { application, known, granted } = patent;
  const kind = kindOf(patent);
  const row = (said: Partial<RightRow>): RightRow => rightRow({ kind, number: application, office: 'US' }, { known_on: known, ...said });
  const event = (status: RightStatus, day: Day): RightRow => row({ status, status_date: day, published_on: day });
  const facts = row({
    name: patent.title,
    owner: ownerOf(patent.parties),
    filing_date: patent.filed,
    grant_date: granted?.date ?? null,
    extra: { ...(patent.type === null ? {} : { 'appl-type': patent.type }), ...patent.extra, ...earliest(patent) },
  });
  return {
    rows: [
      facts,
      ...patent.published.map(({ date }) => event('application_published', date)),
      ...(granted === null ? [] : [event('granted', granted.date)]),
    ],
    document: documentOf(patent, kind),
  };
};

const documentOf = (patent: Patent, kind: RightKind): RightDocument => ({
  office: 'US',
  kind,
  number: patent.application,
  format: patent.format,
  known_on: patent.known,
  numbers: [
    { type: 'application', number: patent.application, date: patent.filed },
    ...patent.published.map(({ number, date }): OtherNumber => ({ type: 'publication', number, date })),
    ...(patent.granted === null ? [] : [{ type: 'grant' as const, ...patent.granted }]),
    ...patent.international,
  ],
  titles: patent.title === null ? [] : [{ language: 'en', text: patent.title }],
  abstract: patent.abstract,
  parties: patent.parties,
  classes: patent.classes,
  goods: [],
  priorities: patent.priorities,
  family: [],
  claims: patent.claims,
  figures: patent.figures,
  events: [],
});

/** Kinds of document that are published and give no right: statutory invention registrations, defensive publications. */
const NO_GRANT = new Set(['sir', 'defensive', 'tvpp']);

/** The document of a grant file: a grant, or the publication of what is never granted. */
export const issuedAs = (type: string | null, issued: Published, before: readonly Published[]): Pick<Patent, 'granted' | 'published'> =>
  type !== null && NO_GRANT.has(type) ? { granted: null, published: [...before, issued] } : { granted: issued, published: [...before] };

/** The type of patent that a kind code tells, where the file does not name it. */
export const typeOfKind = (kind: string | null): string | null =>
  kind === null
    ? null
    : (({ S: 'design', P: 'plant', E: 'reissue', H: 'sir', T: 'defensive', B: 'utility' } as Record<string, string>)[kind.slice(0, 1)] ?? null);

/** The parties without those named twice in one role. */
export const distinctParties = (parties: readonly (PartyRef | null)[]): PartyRef[] => {
  const seen = new Set<string>();
  return parties.filter((party): party is PartyRef => {
    if (party === null) return false;
    const key = JSON.stringify(party);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** A country of two letters; `unknown`, `omitted` and other words are none. */
export const countryOf = (text: string | null): string | null => {
  const code = text?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
};
