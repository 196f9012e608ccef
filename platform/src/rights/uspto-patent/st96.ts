// ST.96 papers of an application file (XML4IP): claims and abstracts. They name the application and their day, no more.
import { child, children, descendants, textOf, type XmlElement } from '../../readers/index.ts';
import { claimNumber, claimsOf, markedClaims, type RawClaim, treeOfLevels } from './claims.ts';
import { anyDay, applicationNumber } from './numbers.ts';
import type { Patent } from './patent.ts';
import { paragraphsOf, runningText } from './text.ts';

/** The paper as a patent; null for one that says nothing of the right, a specification. Throws SetAside. */
export const st96Patent = (root: XmlElement): Patent | null => {
  const code = textOf(child(root, 'DocumentCode'));
  const claims = root.name === 'ClaimsDocument';
  if (!claims && code !== 'ABST') return null;
  return {
    format: 'st96',
    type: null,
    application: applicationNumber(textOf(descendants(child(root, 'DocumentHeaderDetails'), 'ApplicationNumber')[0]), null),
    filed: null,
    granted: null,
    published: [],
    international: [],
    known: anyDay(textOf(child(root, 'MailRoomDate'))),
    title: null,
    abstract: claims ? null : paragraphsOf(descendants(child(root, 'Specification'), 'P')).join(' ') || null,
    parties: [],
    classes: [],
    priorities: [],
    claims: claims ? claimsOf(descendants(child(root, 'ClaimSet'), 'Claim').flatMap(rawClaim)) : [],
    figures: [],
    extra: code === null ? {} : { DocumentCode: code },
  };
};

/** Cancelled claims are named by number without their words, page headings and ranges are put in as claims without one. */
const rawClaim = (claim: XmlElement): RawClaim[] => {
  const number = claimNumber(textOf(child(claim, 'ClaimNumber')));
  if (number === null || /^cancell?ed$/i.test(textOf(child(claim, 'ClaimStatusCategory')) ?? '')) return [];
  const lines = children(claim, 'ClaimText').map((one, index) => ({ level: index === 0 ? 0 : 1, text: runningText(one) ?? '' }));
  return [{ number, marked: markedClaims(claim, 'ClaimReference', ['idrefs', 'idref']), ...treeOfLevels(lines) }];
};
