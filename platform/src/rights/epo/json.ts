// JSON that the open-source client patent_client makes of EPO data; some of its files are named .xml. One object, told by its fields.
import { EPO_SENTENCE, fieldNames, type Label, READER_SENTENCE, say } from '@zhijian/contract';
import { SetAside } from '../../readers/index.ts';
import { claimsOf } from './claims.ts';
import { decidingDay, stampDay } from './days.ts';
import { detailOf } from './legal-text.ts';
import { type DocId, type LegalEntry, type Named, type Publication, publicationOf, spelledPublication } from './model.ts';
import { classSymbol, partyName } from './names.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const texts = (value: unknown): string[] => list(value).flatMap((one) => text(one) ?? []);

export interface JsonContent {
  /** One for each record, in order; throws SetAside for one that cannot be read. */
  records: (() => Publication)[];
  /** What the file is, where a register needs nothing of it. */
  nothing: { sentence: Label; count: number } | null;
}

/** What an object holds; null where it is none of these. */
export const jsonContent = (value: unknown): JsonContent | null => {
  const file = object(value);
  if (Array.isArray(file['documents'])) return records(file['documents'].map((one) => () => biblio(object(one))));
  if (Array.isArray(file['claims']) && file['document_id'] !== undefined) return records([() => claims(file)]);
  if (Array.isArray(file['family_members'])) return records(family(file['family_members'].map(object)));
  if (Array.isArray(file['events']) && file['publication_reference'] !== undefined) return records(legal(file));
  const nothing = (sentence: Label, count: number): JsonContent => ({ records: [], nothing: { sentence, count } });
  if (file['description'] !== undefined && file['document_id'] !== undefined) return nothing(EPO_SENTENCE.description, 1);
  if (Array.isArray(file['results']) && file['query'] !== undefined) return nothing(EPO_SENTENCE.search, file['results'].length);
  return file['publication_number'] !== undefined && file['full_document'] !== undefined ? nothing(EPO_SENTENCE.images, 1) : null;
};

const records = (made: JsonContent['records']): JsonContent => ({ records: made, nothing: null });

const docId = (value: unknown, field: string): DocId[] => {
  const { id_type, number, country, kind, date } = object(value);
  const type = id_type === 'epodoc' || id_type === 'original' ? id_type : 'docdb';
  const own = text(number);
  return own === null ? [] : [{ type, country: text(country), number: own, kind: text(kind), date: decidingDay(text(date), field) }];
};

const named = (format: Publication['format'], country: unknown, number: unknown, kind: unknown): Publication => {
  const need = (value: unknown, field: string, form: RegExp, allowed: Label): string => {
    const given = text(value)?.replace(/\s/g, '').toUpperCase();
    if (given === undefined) throw new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));
    if (!form.test(given)) throw new SetAside(field, 'vocabulary', given, allowed);
    return given;
  };
  return publicationOf(
    format,
    need(country, 'country', /^[A-Z]{2}$/, READER_SENTENCE.office),
    need(number, 'doc_number', /^[A-Z0-9/.-]{1,40}$/, READER_SENTENCE.foreign_number),
    need(kind, 'kind', /^[A-Z]\d?$/, EPO_SENTENCE.kind_code),
  );
};

const biblio = (one: Json): Publication => {
  const publication = named('epo_docdb', one['country'], one['doc_number'], one['kind']);
  const references = (name: string, field: string) =>
    ['docdb', 'epodoc', 'original'].flatMap((form) => docId(one[`${name}_reference_${form}`], field));
  const people = (name: string): Named[] =>
    (['epodoc', 'original'] as const).flatMap((form) => texts(one[`${name}_${form}`]).flatMap((name) => partyName(form, name) ?? []));
  const symbols = (scheme: 'ipc' | 'cpc', value: unknown) =>
    texts(value).flatMap((symbol) => {
      const code = classSymbol(symbol);
      return code === null ? [] : [{ scheme, code }];
    });
  publication.date = references('publication', 'publication-date').find(({ date }) => date !== null)?.date ?? null;
  publication.applications = references('application', 'filing_date');
  publication.familyId = text(one['family_id']);
  publication.titles = list(one['titles']).flatMap((title) => {
    const words = text(object(title)['text']);
    return words === null ? [] : [{ language: text(object(title)['lang']), text: words }];
  });
  publication.abstract = text(one['abstract']);
  publication.applicants = people('applicants');
  publication.inventors = people('inventors');
  publication.classes = [
    ...symbols('ipc', one['intl_class']),
    ...symbols('cpc', one['cpc_class']),
    ...texts(one['us_class']).map((code) => ({ scheme: 'uspc' as const, code })),
  ];
  publication.priorities = priorities(list(one['priority_claims']).flatMap((claim) => docId(claim, 'priority-date')));
  return publication;
};

/** The numbers of all priorities stand in one list: each in EPODOC, and behind it as the office wrote it where that was known. */
const priorities = (ids: readonly DocId[]): Publication['priorities'] => {
  const found: Publication['priorities'] = [];
  for (const { type, number, country, date } of ids) {
    const last = found.at(-1);
    if (type === 'original' && last !== undefined) last.number = number;
    else if (type === 'epodoc') found.push({ country: number.slice(0, 2), number: number.slice(2), date });
    else found.push({ country, number, date });
  }
  return found;
};

const claims = (file: Json): Publication => {
  const { country, doc_number, kind } = object(file['document_id']);
  const publication = named('epo_fulltext', country, doc_number, kind);
  // The client's own division fails on some texts (all claims in the first); the text itself is whole.
  const whole = text(file['claim_text']);
  const divided = list(file['claims']).map((claim) => `${object(claim)['number']}. ${texts(object(claim)['limitations']).join(' ')}`);
  const [own, theirs] = [whole === null ? [] : claimsOf([whole]), claimsOf(divided)];
  publication.claims = theirs.length > own.length ? theirs : own;
  return publication;
};

const family = (members: readonly Json[]): (() => Publication)[] => {
  const ids = (member: Json) => list(member['publication_reference']).flatMap((one) => docId(one, 'publication-date'));
  const numbers = members.flatMap((member) => {
    const docdb = list(member['publication_reference'])
      .map(object)
      .find(({ id_type }) => id_type === 'docdb');
    const [country, number, kind] = [text(docdb?.['country']), text(docdb?.['number']), text(docdb?.['kind'])];
    return country === null || number === null || kind === null ? [] : [spelledPublication(country, number, kind)];
  });
  return members.map((member) => () => {
    const references = ids(member);
    const docdb = references.find(({ type }) => type === 'docdb');
    const publication = named('epo_docdb', docdb?.country, docdb?.number, docdb?.kind);
    publication.date = references.find(({ date }) => date !== null)?.date ?? null;
    publication.applications = list(member['application_reference']).flatMap((one) => docId(one, 'filing_date'));
    publication.familyId = text(member['family_id']);
    publication.priorities = priorities(
      list(member['priority_claims']).flatMap((one) => docId(object(one)['application_reference'], 'priority-date')),
    );
    publication.family = numbers;
    return publication;
  });
};

/** Entries name the application or publication that they belong to: one record for each. */
const legal = (file: Json): (() => Publication)[] => {
  const asked = object(file['publication_reference']);
  const groups = Map.groupBy(list(file['events']).map(object), (event) => text(event['document_number']) ?? '');
  return [...groups].map(([number, events]) => () => {
    const read = /^([A-Z]{2})\s*(\S+?)([A-Z]\d?)?$/.exec(number);
    if (read === null) throw new SetAside('document_number', 'right_number', number, READER_SENTENCE.foreign_number);
    const [, country = '', digits = '', kind = 'A'] = read;
    const filed = events[0]?.['filing_or_publication'] !== 'P';
    const publication =
      filed && asked['country'] === country
        ? named('epo_legal', country, asked['number'], asked['kind'])
        : publicationOf('epo_legal', country, filed ? null : digits, kind);
    if (filed) publication.applications = [{ type: 'docdb', country, number: digits, kind, date: null }];
    publication.events = events.map(entry);
    return publication;
  });
};

const entry = (event: Json): LegalEntry => {
  const word = (name: string) => text(event[name]);
  // `EP.17Q`; of an entry about a national code `CH.EP`, which is no code of the country's own list.
  const national = word('regional_event_code') !== null;
  const code = national ? 'REG' : (word('event_code') ?? '').replace(/^[A-Z]{2}\./, '');
  const description = national ? 'REFERENCE TO A NATIONAL CODE' : (word('event_description') ?? '');
  const metadata = object(event['metadata']);
  return {
    country: word('country_code') ?? '',
    code,
    description,
    detail: detailOf([word('text_record') ?? ''], code, description),
    free: (word('free_text') ?? '').replace(/\s+/g, ' '),
    owner: word('new_owner_name'),
    gazette: word('event_date'),
    effective: word('effective_date'),
    exchanged: [stampDay(text(metadata['subscriber_exchange_date'])), stampDay(text(metadata['epo_created_date']))],
  };
};
