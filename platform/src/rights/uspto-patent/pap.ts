// US patent application publications of 2001 to 2004: patent-application-publication 1.5 and 1.6.
import type { OtherNumber, PartyRef } from '@zhijian/contract';
import { at, child, children, descendants, textOf, type XmlElement } from '../../readers/index.ts';
import { claimNumber, claimsOf, markedClaims, treeOfNested } from './claims.ts';
import { classesOf, ipcCode, type PatentClass, uspcCode } from './classes.ts';
import { describedFigures, sheets } from './figures.ts';
import { anyDay, applicationNumber, dayOf, documentNumber, internationalNumber, missing } from './numbers.ts';
import { Parents } from './parents.ts';
import { countryOf, distinctParties, type Patent } from './patent.ts';
import { fileOf, paragraphsOf, runningText } from './text.ts';

const TYPES: Record<string, string> = { 'new-utility': 'utility', 'new-plant': 'plant', 'new-design': 'design' };

/** A publication of an application. Throws SetAside. */
export const papPatent = (root: XmlElement): Patent => {
  const bib = child(root, 'subdoc-bibliographic-information');
  const id = child(bib, 'document-id');
  const filing = child(bib, 'domestic-filing-data');
  const date = dayOf(textOf(child(id, 'document-date')), 'published_on');
  if (date === null) throw missing('published_on');
  const filingType = textOf(child(bib, 'publication-filing-type'));
  const technical = child(bib, 'technical-information');
  const continuity = child(bib, 'continuity-data');
  return {
    format: 'uspto_application',
    type: TYPES[filingType ?? ''] ?? null,
    application: applicationNumber(textOf(at(filing, 'application-number/doc-number')), textOf(child(filing, 'application-number-series-code'))),
    filed: dayOf(textOf(child(filing, 'filing-date')), 'filing_date'),
    granted: null,
    published: [{ number: documentNumber(textOf(child(id, 'doc-number')), textOf(child(id, 'kind-code'))), date }],
    international: international(bib),
    known: date,
    title: runningText(child(technical, 'title-of-invention')),
    abstract: paragraphsOf(descendants(child(root, 'subdoc-abstract'), 'paragraph')).join(' ') || null,
    parties: partiesOf(bib),
    classes: classes(technical),
    priorities: prioritiesOf(bib, continuity),
    claims: claimsOf(
      descendants(child(root, 'subdoc-claims'), 'claim').map((claim, index) => ({
        number: claimNumber(claim.attributes['id'] ?? null) ?? index + 1,
        marked: markedClaims(claim, 'dependent-claim-reference', ['depends_on']),
        ...treeOfNested(claim, 'claim-text'),
      })),
    ),
    figures: [
      ...sheets(descendants(child(root, 'subdoc-drawings'), 'image').map(fileOf)),
      ...describedFigures(descendants(root, 'brief-description-of-drawings').flatMap((one) => paragraphsOf(descendants(one, 'paragraph')))),
    ],
    extra: { ...(filingType === null ? {} : { 'publication-filing-type': filingType }), ...parents(continuity) },
  };
};

const prioritiesOf = (bib: XmlElement | undefined, continuity: XmlElement | undefined): Patent['priorities'] => [
  ...children(bib, 'foreign-priority-data').flatMap((one) => {
    const number = textOf(at(one, 'priority-application-number/doc-number'));
    return number === null
      ? []
      : [{ country: countryOf(textOf(child(one, 'country-code'))), number, date: anyDay(textOf(child(one, 'filing-date'))) }];
  }),
  ...children(continuity, 'non-provisional-of-provisional').flatMap((one) => {
    const number = textOf(at(one, 'document-id/doc-number'));
    return number === null ? [] : [{ country: 'US', number, date: anyDay(textOf(at(one, 'document-id/document-date'))) }];
  }),
];

/** Parents by continuation, division and so on, by the name of their relation. */
const parents = (continuity: XmlElement | undefined): Record<string, string> => {
  const found = new Parents();
  for (const one of [...children(continuity), ...children(child(continuity, 'continuations'))]) {
    const parent = at(one, 'parent-child/parent/document-id');
    found.add(one.name.replace(/-of$/, ''), textOf(child(parent, 'doc-number')), textOf(child(parent, 'document-date')));
  }
  return found.extra;
};

const international = (bib: XmlElement | undefined): OtherNumber[] =>
  children(bib, 'international-conventions').flatMap((one) =>
    ['pct-application', 'pct-publication'].flatMap((name) => {
      const number = textOf(at(one, `${name}/document-id/doc-number`));
      if (number === null) return [];
      return [
        { type: 'international' as const, number: internationalNumber(number), date: anyDay(textOf(at(one, `${name}/document-id/document-date`))) },
      ];
    }),
  );

const classes = (technical: XmlElement | undefined): PatentClass[] => {
  const ipc = child(technical, 'classification-ipc');
  const us = child(technical, 'classification-us');
  return [
    ...classesOf(
      'ipc',
      descendants(ipc, 'ipc').map((one) => ipcCode(textOf(one) ?? '')),
    ),
    ...classesOf(
      'uspc',
      descendants(us, 'uspc').map((one) => uspcCode(`${(textOf(child(one, 'class')) ?? '').padStart(3)}${textOf(child(one, 'subclass')) ?? ''}`)),
    ),
  ];
};

const partiesOf = (bib: XmlElement | undefined): PartyRef[] => {
  const party = (role: PartyRef['role'], element: XmlElement): PartyRef | null => {
    const name =
      runningText(child(element, 'organization-name')) ??
      ['given-name', 'middle-name', 'family-name', 'name-suffix']
        .map((one) => runningText(at(element, `name/${one}`)))
        .filter((one) => one !== null)
        .join(' ');
    const country =
      countryOf(textOf(descendants(child(element, 'residence'), 'country-code')[0])) ??
      countryOf(textOf(descendants(child(element, 'address'), 'country-code')[0]));
    return name === '' ? null : { role, name, country };
  };
  return distinctParties([
    ...children(bib, 'assignee').map((one) => party('owner', one)),
    ...children(child(bib, 'inventors')).map((one) => party('inventor', one)),
  ]);
};
