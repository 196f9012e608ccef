// A publication and its legal entries -> a right's record: a row of facts, a row for each status, and the document.
import { type OfficeEvent, type OtherNumber, READER_SENTENCE, RIGHT_KIND, type RightRecord, type RightRow, say } from '@zhijian/contract';
import { isReject, parsePatentNumber, rightRow } from '@zhijian/engine';
import { SetAside } from '../../readers/index.ts';
import { meaningOf } from './legal-status.ts';
import { type Publication, publicationNumber } from './model.ts';
import { distinctClasses, ownerOf, parties } from './names.ts';
import { applicationNumber } from './numbers.ts';
import { rightKindOf, stageOf } from './publication-kinds.ts';

type Head = Pick<RightRow, 'kind' | 'number' | 'office'>;

/**
 * The record of one publication. Its number is the application's; where the file names none, as full texts do, the publication's,
 * under which it waits for a file that says to which application it belongs. Throws SetAside for a number, kind or day that is none.
 */
export const rightRecord = (publication: Publication): RightRecord => {
  const { country: office, applications, date, titles, applicants, inventors } = publication;
  const published = publicationNumber(publication);
  const filed = applications.find((id) => id.date !== null)?.date ?? null;
  const application = applicationNumber(office, applications, filed);
  const number = application ?? published;
  if (number === null || (application === null && applications.length > 0))
    throw new SetAside(
      'number',
      'right_number',
      applications.map((id) => `${id.country ?? ''}${id.number}`).join(', '),
      office === 'CN' ? READER_SENTENCE.patent_number : READER_SENTENCE.foreign_number,
    );
  const head: Head = { kind: kindOf(publication, application), number, office };
  const stage = stageOf(office, publication.kind, date);
  const name = titles.find(({ language }) => language === 'zh' || language === 'cn') ?? titles.find(({ language }) => language === 'en') ?? titles[0];
  const rows = [
    rightRow(head, {
      name: name?.text ?? null,
      owner: ownerOf(applicants, inventors, office),
      filing_date: filed,
      grant_date: stage === 'granted' ? date : null,
      published_on: date,
      // A publication speaks of its own day, so of two the later one counts, whichever is read first.
      known_on: publication.knownOn ?? date,
    }),
  ];
  // Everyone could know what was published on that day, whenever the EPO sent it.
  if (stage !== null) rows.push(rightRow(head, { status: stage, status_date: date, published_on: date, known_on: date }));
  const events: OfficeEvent[] = [];
  for (const entry of publication.events) {
    const { status, effective_on, published_on, known_on, owner } = meaningOf(entry, { kind: head.kind as 'invention', filed });
    events.push({
      code: entry.code,
      text: [entry.description, entry.detail].filter((part) => part !== '').join('; ') || null,
      status,
      effective_on,
      published_on,
    });
    if (status !== null) rows.push(rightRow(head, { status, status_date: effective_on, published_on, known_on, owner }));
  }
  const numbers: OtherNumber[] = application === null ? [] : [{ type: 'application', number: compact(application), date: filed }];
  if (published !== null) numbers.push({ type: stage === 'granted' ? 'grant' : 'publication', number: published, date });
  if (publication.familyId !== null) numbers.push({ type: 'family', number: publication.familyId, date: null });
  return {
    rows,
    document: {
      ...head,
      format: publication.format,
      known_on: publication.knownOn,
      numbers,
      titles,
      abstract: publication.abstract,
      parties: [...parties('applicant', applicants), ...parties('inventor', inventors)],
      classes: distinctClasses(publication.classes),
      goods: [],
      priorities: publication.priorities,
      family: publication.family,
      claims: publication.claims,
      figures: [],
      events,
    },
  };
};

const compact = (number: string): string => number.replace(/[^A-Z0-9]/g, '');

/** By the publication's kind code; a Chinese number says it itself, and the two must agree. */
const kindOf = ({ country, kind, number }: Publication, application: string | null): Head['kind'] => {
  const coded = rightKindOf(country, kind);
  if (country !== 'CN' || application === null) return coded;
  const parsed = parsePatentNumber(application);
  if (isReject(parsed) || (number !== null && parsed.kind !== coded))
    throw new SetAside(
      'kind',
      'vocabulary',
      `${number}${kind}`,
      isReject(parsed) ? READER_SENTENCE.patent_number : say(READER_SENTENCE.patent_kind, { kind: RIGHT_KIND[parsed.kind] }),
    );
  return parsed.kind;
};
