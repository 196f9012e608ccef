// US grants of 2001 to 2004: PATDOC, ST.32 2.4 and 2.5.
import type { OtherNumber, PartyRef } from '@zhijian/contract';
import { at, attr, child, children, descendants, textOf, type XmlElement } from '../../readers/index.ts';
import { claimNumber, claimsOf, markedClaims, type RawClaim, treeOfLevels } from './claims.ts';
import { classesOf, ipcCode, locarnoCode, type PatentClass, uspcCode } from './classes.ts';
import { describedFigures, sheets } from './figures.ts';
import { anyDay, applicationNumber, dayOf, documentNumber, internationalNumber, missing } from './numbers.ts';
import { Parents } from './parents.ts';
import { countryOf, distinctParties, issuedAs, type Patent, type Published, typeOfKind } from './patent.ts';
import { fileOf, paragraphsOf, rawText, runningText } from './text.ts';

/** Where a parent stands below B600, and the relation by the name that later formats have for it. */
const RELATIONS: [path: string, name: string][] = [
  ['B610', 'addition'],
  ['B620', 'division'],
  ['B630/B631', 'continuation'],
  ['B630/B632', 'continuation-in-part'],
  ['B630/B633', 'continuing-reissue'],
  ['B640', 'reissue'],
  ['B641US', 'us-divisional-reissue'],
  ['B645', 'reexamination'],
  ['B646US', 'reexamination'],
  ['B660', 'substitution'],
];

/** A grant and the number of claims that its file states. Throws SetAside. */
export const sgmlPatent = (root: XmlElement): { patent: Patent; stated: number | null } => {
  const bib = child(root, 'SDOBI');
  const text = (path: string) => textOf(at(bib, path));
  const kind = text('B100/B130');
  const date = dayOf(text('B100/B140/DATE'), 'grant_date');
  if (date === null) throw missing('grant_date');
  const type = typeOfKind(kind);
  const issued: Published = { number: documentNumber(text('B100/B110/DNUM'), kind), date };
  const b600 = child(bib, 'B600');
  const term = text('B400/B472/B474');
  const patent: Patent = {
    format: 'uspto_grant',
    type,
    application: applicationNumber(text('B200/B210/DNUM'), text('B200/B211US')),
    filed: dayOf(text('B200/B220/DATE'), 'filing_date'),
    ...issuedAs(type, issued, priorPublications(b600)),
    international: international(bib),
    known: date,
    title: runningText(at(bib, 'B500/B540')),
    abstract: paragraphsOf(descendants(child(root, 'SDOAB'), 'PARA')).join(' ') || null,
    parties: partiesOf(child(bib, 'B700')),
    classes: classes(child(bib, 'B500'), type),
    priorities: prioritiesOf(bib, b600),
    claims: claimsOf(descendants(child(root, 'SDOCL'), 'CLM').map(rawClaim)),
    figures: [
      ...sheets(descendants(child(root, 'SDODR'), 'EMI').map(fileOf)),
      ...describedFigures(descendants(root, 'DRWDESC').flatMap((one) => paragraphsOf(descendants(one, 'PARA')))),
    ],
    extra: { ...(term === null ? {} : { 'length-of-grant': term }), ...parents(b600) },
  };
  const stated = text('B500/B570/B577');
  return { patent, stated: stated !== null && /^\d{1,5}$/.test(stated) ? Number(stated) : null };
};

const rawClaim = (claim: XmlElement, index: number): RawClaim => ({
  number: claimNumber(attr(claim, 'ID')) ?? index + 1,
  marked: markedClaims(claim, 'CLREF', ['ID']),
  ...treeOfLevels(
    children(claim).map((one) => ({ level: one.name === 'CLMSTEP' ? Number(attr(one, 'LVL') ?? 1) || 1 : 0, text: runningText(one) ?? '' })),
  ),
});

const prioritiesOf = (bib: XmlElement | undefined, b600: XmlElement | undefined): Patent['priorities'] => [
  ...children(bib, 'B300').flatMap((one) => {
    const number = textOf(at(one, 'B310/DNUM'));
    return number === null ? [] : [{ country: countryOf(textOf(at(one, 'B330/CTRY'))), number, date: anyDay(textOf(at(one, 'B320/DATE'))) }];
  }),
  ...children(b600, 'B680US').flatMap((one) => {
    const number = textOf(at(one, 'DOC/DNUM'));
    return number === null ? [] : [{ country: 'US', number: number.replace(/\D/g, ''), date: anyDay(textOf(at(one, 'DOC/DATE'))) }];
  }),
];

const priorPublications = (b600: XmlElement | undefined): Published[] =>
  children(b600, 'B690US').flatMap((one) => {
    const date = dayOf(textOf(at(one, 'DOC/DATE')), 'published_on');
    return date === null ? [] : [{ number: documentNumber(textOf(at(one, 'DOC/DNUM')), textOf(at(one, 'DOC/KIND'))), date }];
  });

const parents = (b600: XmlElement | undefined): Record<string, string> => {
  const found = new Parents();
  for (const [path, name] of RELATIONS) {
    const [first = '', second] = path.split('/');
    const holders = second === undefined ? children(b600, first) : children(b600, first).flatMap((one) => children(one, second));
    for (const holder of holders) {
      const parent = at(holder, 'PARENT-US/PDOC/DOC');
      found.add(name, textOf(child(parent, 'DNUM')), textOf(child(parent, 'DATE')));
    }
  }
  return found.extra;
};

const international = (bib: XmlElement | undefined): OtherNumber[] =>
  ['B800/B860/B861/DOC', 'B800/B870/B871/DOC'].flatMap((path) => {
    const number = textOf(at(bib, `${path}/DNUM`));
    return number === null
      ? []
      : [{ type: 'international' as const, number: internationalNumber(number), date: anyDay(textOf(at(bib, `${path}/DATE`))) }];
  });

const classes = (b500: XmlElement | undefined, type: string | null): PatentClass[] => {
  // Columns count: the text is taken as it stands.
  const listed = (holder: string, names: readonly string[]) =>
    names.flatMap((name) => children(child(b500, holder), name).map((one) => rawText(one.children).replace(/[\r\n]/g, '')));
  const ipc = listed('B510', ['B511', 'B512']);
  return [
    ...classesOf('locarno', type === 'design' ? ipc.map(locarnoCode) : []),
    ...classesOf('ipc', type === 'design' ? [] : ipc.map(ipcCode)),
    ...classesOf('uspc', listed('B520', ['B521', 'B522']).map(uspcCode)),
  ];
};

const partiesOf = (b700: XmlElement | undefined): PartyRef[] => {
  const party = (role: PartyRef['role'], holder: XmlElement): PartyRef | null => {
    const us = child(holder, 'PARTY-US');
    const name =
      runningText(at(us, 'NAM/ONM')) ??
      ['FNM', 'SNM', 'SFX']
        .map((one) => runningText(at(us, `NAM/${one}`)))
        .filter((one) => one !== null)
        .join(' ');
    const country = countryOf(textOf(at(us, 'ADR/CTRY'))) ?? countryOf(textOf(at(us, 'RCTRY/CTRY')));
    // An address in the United States names its state alone.
    return name === '' ? null : { role, name, country: country ?? (textOf(at(us, 'ADR/STATE')) === null ? null : 'US') };
  };
  return distinctParties([
    ...children(b700, 'B730').flatMap((one) => children(one, 'B731').map((holder) => party('owner', holder))),
    ...children(child(b700, 'B720'), 'B721').map((one) => party('inventor', one)),
    ...children(child(b700, 'B740'), 'B741').map((one) => party('agent', one)),
  ]);
};
