// US patents since 2004, grants and applications: us-patent-grant and us-patent-application, 4.0 to 4.5.
import type { OtherNumber, PartyRef } from '@zhijian/contract';
import { at, attr, child, children, descendants, textOf, type XmlElement } from '../../readers/index.ts';
import { claimNumber, claimsOf, markedClaims, type RawClaim, treeOfNested } from './claims.ts';
import { classesOf, ipcCode, locarnoCode, type PatentClass, uspcCode } from './classes.ts';
import { describedFigures, sheets } from './figures.ts';
import { anyDay, applicationNumber, dayOf, documentNumber, internationalNumber, missing } from './numbers.ts';
import { Parents } from './parents.ts';
import { countryOf, distinctParties, issuedAs, type Patent, type Published, typeOfKind } from './patent.ts';
import { fileOf, paragraphsOf, rawText, runningText } from './text.ts';

/** A patent and the number of claims that its file states. Throws SetAside. */
export const redBookPatent = (root: XmlElement): { patent: Patent; stated: number | null } => {
  const granted = root.name === 'us-patent-grant';
  const bib = child(root, granted ? 'us-bibliographic-data-grant' : 'us-bibliographic-data-application');
  const publication = at(bib, 'publication-reference/document-id');
  const application = at(bib, 'application-reference/document-id');
  const kind = textOf(child(publication, 'kind'));
  const field = granted ? 'grant_date' : 'published_on';
  const date = dayOf(textOf(child(publication, 'date')), field);
  if (date === null) throw missing(field);
  const issued: Published = { number: documentNumber(textOf(child(publication, 'doc-number')), kind), date };
  const type = attr(child(bib, 'application-reference'), 'appl-type')?.toLowerCase() ?? typeOfKind(kind);
  const related = child(bib, 'us-related-documents');
  const before = granted ? relatedPublications(related) : [];
  const produced = anyDay(attr(root, 'date-produced'));
  const { extra, provisional } = relations(related);
  const patent: Patent = {
    format: granted ? 'uspto_grant' : 'uspto_application',
    type,
    application: applicationNumber(textOf(child(application, 'doc-number')), textOf(child(bib, 'us-application-series-code'))),
    filed: dayOf(textOf(child(application, 'date')), 'filing_date'),
    ...(granted ? issuedAs(type, issued, before) : { granted: null, published: [issued] }),
    international: international(bib),
    // Produced some days ahead; nobody outside could know it before it was published.
    known: produced !== null && produced > date ? produced : date,
    title: runningText(child(bib, 'invention-title')),
    abstract: abstractOf(root),
    parties: partiesOf(bib),
    classes: classes(bib, type),
    priorities: [...children(child(bib, 'priority-claims'), 'priority-claim').map(priorityOf), ...provisional].filter((one) => one !== null),
    claims: claimsOf(children(child(root, 'claims'), 'claim').map(rawClaim)),
    figures: figuresOf(root),
    extra: { ...extra, ...termOf(bib) },
  };
  const stated = textOf(child(bib, 'number-of-claims'));
  return { patent, stated: stated !== null && /^\d{1,5}$/.test(stated) ? Number(stated) : null };
};

const rawClaim = (claim: XmlElement, index: number): RawClaim => ({
  number: claimNumber(attr(claim, 'num')) ?? claimNumber(attr(claim, 'id')) ?? index + 1,
  marked: markedClaims(claim, 'claim-ref', ['idref']),
  ...treeOfNested(claim, 'claim-text'),
});

const abstractOf = (root: XmlElement): string | null => {
  for (const abstract of children(root, 'abstract')) {
    const text = runningText(abstract);
    if (text !== null) return text;
  }
  return null;
};

const priorityOf = (element: XmlElement): Patent['priorities'][number] | null => {
  const number = textOf(child(element, 'doc-number'));
  if (number === null) return null;
  return { country: countryOf(textOf(child(element, 'country'))), number, date: anyDay(textOf(child(element, 'date'))) };
};

const relatedPublications = (related: XmlElement | undefined): Published[] =>
  children(related, 'related-publication')
    .flatMap((one) => children(one, 'document-id'))
    .flatMap((id) => {
      const date = dayOf(textOf(child(id, 'date')), 'published_on');
      return date === null ? [] : [{ number: documentNumber(textOf(child(id, 'doc-number')), textOf(child(id, 'kind'))), date }];
    });

/** Provisional applications are priorities; parents by continuation, division and so on are named by their relation. */
const relations = (related: XmlElement | undefined) => {
  const provisional: (Patent['priorities'][number] | null)[] = [];
  const parents = new Parents();
  for (const one of children(related)) {
    if (one.name === 'us-provisional-application') provisional.push(...children(one, 'document-id').map(priorityOf));
    for (const relation of [...children(one, 'relation'), ...children(one, 'us-relation')]) {
      const parent = at(relation, 'parent-doc/document-id');
      parents.add(one.name, textOf(child(parent, 'doc-number')), textOf(child(parent, 'date')));
    }
  }
  return { provisional, extra: parents.extra };
};

const termOf = (bib: XmlElement | undefined): Record<string, string> => {
  const term = child(bib, 'us-term-of-grant');
  const said: [string, string | null][] = [
    ['us-term-extension', textOf(child(term, 'us-term-extension'))],
    ['length-of-grant', textOf(child(term, 'length-of-grant'))],
    ['disclaimer', textOf(child(term, 'disclaimer'))],
  ];
  return Object.fromEntries(said.filter((one): one is [string, string] => one[1] !== null));
};

const international = (bib: XmlElement | undefined): OtherNumber[] =>
  ['pct-or-regional-filing-data', 'pct-or-regional-publishing-data'].flatMap((name) => {
    const id = at(bib, `${name}/document-id`);
    const number = textOf(child(id, 'doc-number'));
    return number === null ? [] : [{ type: 'international' as const, number: internationalNumber(number), date: anyDay(textOf(child(id, 'date'))) }];
  });

const classes = (bib: XmlElement | undefined, type: string | null): PatentClass[] => {
  const national = child(bib, 'classification-national');
  const locarno = child(bib, 'classification-locarno');
  const ipc = child(bib, 'classification-ipc');
  const listed = (element: XmlElement | undefined) =>
    [...children(element, 'main-classification'), ...children(element, 'further-classification')].map((one) => rawText(one.children));
  return [
    // Early files hold a design's Locarno class in the field of the IPC.
    ...classesOf('locarno', [...listed(locarno), ...(type === 'design' ? listed(ipc) : [])].map(locarnoCode)),
    ...classesOf('ipc', [...(type === 'design' ? [] : listed(ipc).map(ipcCode)), ...descendants(bib, 'classification-ipcr').map(partedCode)]),
    ...classesOf('cpc', descendants(child(bib, 'classifications-cpc'), 'classification-cpc').map(partedCode)),
    ...classesOf('uspc', textOf(child(national, 'country')) === 'US' ? listed(national).map(uspcCode) : []),
  ];
};

const partedCode = (element: XmlElement): string | null => {
  const part = (name: string) => textOf(child(element, name)) ?? '';
  const main = part('main-group');
  const code = `${part('section')}${part('class')}${part('subclass')}`;
  return code === '' ? null : main === '' ? code : `${code}${main}/${part('subgroup')}`;
};

const partiesOf = (bib: XmlElement | undefined): PartyRef[] => {
  const parties = child(bib, 'parties') ?? child(bib, 'us-parties');
  const found: (PartyRef | null)[] = children(child(bib, 'assignees'), 'assignee').map((one) => party('owner', one));
  for (const one of [...children(child(parties, 'applicants'), 'applicant'), ...children(child(parties, 'us-applicants'), 'us-applicant')]) {
    found.push(party('applicant', one));
    if (attr(one, 'app-type') === 'applicant-inventor') found.push(party('inventor', one));
  }
  for (const one of children(child(parties, 'inventors'))) found.push(party('inventor', one));
  for (const one of children(child(parties, 'agents'), 'agent')) found.push(party('agent', one));
  return distinctParties(found);
};

const party = (role: PartyRef['role'], element: XmlElement): PartyRef | null => {
  const book = child(element, 'addressbook') ?? element;
  const name =
    runningText(child(book, 'orgname')) ??
    (['first-name', 'middle-name', 'last-name', 'suffix']
      .map((one) => runningText(child(book, one)))
      .filter((one) => one !== null)
      .join(' ') ||
      runningText(child(book, 'name')));
  const country = countryOf(textOf(at(book, 'address/country'))) ?? countryOf(textOf(at(element, 'residence/country')));
  return name === null ? null : { role, name, country };
};

const figuresOf = (root: XmlElement): Patent['figures'] => [
  ...sheets(descendants(child(root, 'drawings'), 'img').map(fileOf)),
  ...describedFigures(drawingParagraphs(child(root, 'description'))),
];

/** Grants have an element for the words on the drawings; applications only a heading before them. */
const drawingParagraphs = (description: XmlElement | undefined): string[] => {
  const own = descendants(description, 'description-of-drawings');
  if (own.length > 0) return own.flatMap((one) => paragraphsOf(descendants(one, 'p')));
  const found: XmlElement[] = [];
  let inside = false;
  for (const one of children(description)) {
    if (one.name === 'heading') inside = /\b(?:drawings?|figures?)\b/i.test(runningText(one) ?? '');
    else if (inside && one.name === 'p') found.push(one);
  }
  return paragraphsOf(found);
};
