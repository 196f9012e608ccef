// exchange-document, fulltext-document and family-member -> publications. Both dialects: OPS says the spelling of a number on each
// document-id, DOCDB on the reference around it.
import { EPO_SENTENCE, fieldNames, READER_SENTENCE, say } from '@zhijian/contract';
import { at, attr, child, children, descendants, SetAside, textOf, type XmlElement } from '../../readers/index.ts';
import { claimsOf } from './claims.ts';
import { decidingDay, stampDay } from './days.ts';
import { legalEntry } from './legal-xml.ts';
import { type DocId, type Named, type Publication, publicationOf } from './model.ts';
import { classSymbol, partyName } from './names.ts';

const FORMS = new Map<string, DocId['type']>([
  ['docdb', 'docdb'],
  ['docdba', 'docdb'],
  ['epodoc', 'epodoc'],
  ['original', 'original'],
]);

const docIds = (reference: XmlElement, field: string): DocId[] =>
  children(reference, 'document-id').flatMap((id) => {
    const number = textOf(child(id, 'doc-number'));
    if (number === null) return [];
    const type = FORMS.get(attr(id, 'document-id-type') ?? attr(reference, 'data-format') ?? 'docdb');
    if (type === undefined) return [];
    return [
      { type, country: textOf(child(id, 'country')), number, kind: textOf(child(id, 'kind')), date: decidingDay(textOf(child(id, 'date')), field) },
    ];
  });

const required = (text: string | null, field: string): string => {
  if (text !== null) return text;
  throw new SetAside(field, 'required', '', say(READER_SENTENCE.cell_required, { field: fieldNames([field]) }));
};

/** Country, number and kind out of attributes or of the DOCDB spelling; country and kind may stand apart. */
const named = (element: XmlElement, ids: readonly DocId[], format: Publication['format']): Publication => {
  const docdb = ids.find(({ type }) => type === 'docdb');
  const country = required(attr(element, 'country') ?? docdb?.country ?? null, 'country').toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw new SetAside('country', 'vocabulary', country, READER_SENTENCE.office);
  const number = required(attr(element, 'doc-number') ?? docdb?.number ?? null, 'doc-number').replace(/\s/g, '');
  const kind = required(attr(element, 'kind') ?? docdb?.kind ?? null, 'kind').toUpperCase();
  if (!/^[A-Z0-9/.-]{1,40}$/i.test(number)) throw new SetAside('doc-number', 'right_number', number, READER_SENTENCE.foreign_number);
  if (!/^[A-Z]\d?$/.test(kind)) throw new SetAside('kind', 'vocabulary', kind, EPO_SENTENCE.kind_code);
  return publicationOf(format, country, number, kind);
};

/** The first day among the numbers, those of DOCDB first. */
const dayOf = (ids: readonly DocId[]) => ids.find(({ date }) => date !== null)?.date ?? null;

/** An exchange-document: biblio, abstract. Throws SetAside. */
export const exchangeDocument = (element: XmlElement): Publication => {
  const biblio = child(element, 'bibliographic-data');
  const ids = children(biblio, 'publication-reference').flatMap((one) => docIds(one, 'publication-date'));
  const publication = named(element, ids, 'epo_docdb');
  publication.date = dayOf(ids) ?? decidingDay(attr(element, 'date-publ'), 'publication-date');
  publication.familyId = attr(element, 'family-id');
  publication.knownOn = stampDay(attr(element, 'date-of-last-exchange'));
  publication.applications = children(biblio, 'application-reference').flatMap((one) => docIds(one, 'filing_date'));
  publication.priorities = priorities(children(child(biblio, 'priority-claims'), 'priority-claim'));
  publication.titles = children(biblio, 'invention-title').flatMap((title) => {
    const text = textOf(title);
    return text === null ? [] : [{ language: attr(title, 'lang')?.toLowerCase() ?? null, text }];
  });
  publication.abstract = inLanguage(children(element, 'abstract'), textOf);
  publication.applicants = people(at(biblio, 'parties/applicants'), 'applicant');
  publication.inventors = people(at(biblio, 'parties/inventors'), 'inventor');
  if (biblio !== undefined) publication.classes = classes(biblio);
  return publication;
};

/** Claims of a full text; null for a description alone. Throws SetAside. */
export const fulltextDocument = (element: XmlElement): Publication | null => {
  const ids = children(at(element, 'bibliographic-data'), 'publication-reference').flatMap((one) => docIds(one, 'publication-date'));
  const texts = children(element, 'claims');
  if (texts.length === 0) return null;
  const publication = named(element, ids, 'epo_fulltext');
  publication.date = dayOf(ids);
  publication.claims = inLanguage(texts, (claims) => claimsOf(claimPieces(claims))) ?? [];
  return publication;
};

/** A family-member: a publication with its application, and its legal events where the file has them. Throws SetAside. */
export const familyMember = (element: XmlElement): Publication => {
  const references = children(element, 'publication-reference');
  const inside = child(element, 'exchange-document');
  const ids = references.flatMap((one) => docIds(one, 'publication-date'));
  const legal = children(element, 'legal');
  const publication = inside === undefined ? named({ ...element, attributes: {} }, ids, 'epo_docdb') : exchangeDocument(inside);
  if (legal.length > 0) publication.format = 'epo_legal';
  publication.date = dayOf(ids) ?? publication.date;
  publication.familyId = attr(element, 'family-id') ?? publication.familyId;
  publication.applications = [
    ...children(element, 'application-reference').flatMap((one) => docIds(one, 'filing_date')),
    ...publication.applications,
  ];
  const claimed = priorities(children(element, 'priority-claim'));
  if (claimed.length > 0) publication.priorities = claimed;
  publication.events = legal.map(legalEntry);
  return publication;
};

/** Chinese before English before any other: what people here read. */
const inLanguage = <T>(texts: readonly XmlElement[], read: (text: XmlElement) => T | null): T | null => {
  const spoken = (language: string) => texts.find((text) => attr(text, 'lang')?.toLowerCase() === language);
  const chosen = spoken('zh') ?? spoken('cn') ?? spoken('en') ?? texts[0];
  return chosen === undefined ? null : read(chosen);
};

const priorities = (claims: readonly XmlElement[]): Publication['priorities'] =>
  claims.flatMap((claim) => {
    const ids = docIds(claim, 'priority-date');
    const docdb = ids.find(({ type }) => type === 'docdb');
    const epodoc = ids.find(({ type }) => type === 'epodoc');
    const number = docdb?.number ?? ids.find(({ type }) => type === 'original')?.number ?? epodoc?.number.slice(2);
    return number === undefined ? [] : [{ country: docdb?.country ?? epodoc?.number.slice(0, 2) ?? null, number, date: dayOf(ids) }];
  });

const people = (list: XmlElement | undefined, role: 'applicant' | 'inventor'): Named[] =>
  children(list, role).flatMap((one) => {
    const form = attr(one, 'data-format');
    const text = textOf(at(one, `${role}-name/name`));
    const name = text === null ? null : partyName(form === 'epodoc' ? 'epodoc' : form?.startsWith('docdb') ? 'docdb' : 'original', text);
    if (name === null) return [];
    return [{ ...name, country: textOf(at(one, 'residence/country')) ?? name.country }];
  });

const classes = (biblio: XmlElement): Publication['classes'] => {
  const found: Publication['classes'] = [];
  const ipc = (texts: readonly XmlElement[]) => {
    for (const text of texts) {
      const code = classSymbol(textOf(text) ?? '');
      if (code !== null) found.push({ scheme: 'ipc', code });
    }
  };
  ipc(descendants(child(biblio, 'classifications-ipcr'), 'text'));
  ipc(descendants(child(biblio, 'classification-ipc'), 'text'));
  for (const one of children(child(biblio, 'patent-classifications'), 'patent-classification')) {
    const scheme = attr(child(one, 'classification-scheme'), 'scheme') ?? '';
    const symbol = textOf(child(one, 'classification-symbol'));
    const part = (name: string) => textOf(child(one, name)) ?? '';
    if (scheme.startsWith('CPC')) {
      const code = classSymbol(symbol ?? `${part('section')}${part('class')}${part('subclass')}${part('main-group')}/${part('subgroup')}`);
      if (code !== null) found.push({ scheme: 'cpc', code });
    } else if (scheme === 'UC' && symbol !== null) found.push({ scheme: 'uspc', code: symbol });
  }
  for (const locarno of children(biblio, 'classification-locarno')) {
    const code = textOf(child(locarno, 'main-classification')) ?? textOf(child(locarno, 'text'));
    if (code !== null) found.push({ scheme: 'locarno', code });
  }
  return found;
};

/** The texts of claims with their line breaks, which tell where the next claim begins. */
const claimPieces = (claims: XmlElement): string[] => {
  const all = children(claims, 'claim');
  const several = all.length > 1;
  return all.flatMap((claim) => {
    const texts = children(claim, 'claim-text');
    return several || texts.length === 0 ? [raw(claim)] : texts.map(raw);
  });
};

const raw = (element: XmlElement): string => element.children.map((one) => (typeof one === 'string' ? one : raw(one))).join('');
