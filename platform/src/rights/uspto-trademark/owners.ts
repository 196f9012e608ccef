// Who owns a US mark. party-type says in which place of the chain an owner stands: 10 original applicant, 11 to 19 new owners before
// publication, 20 owner at publication, 21 to 29 new owners after it, 30 original registrant, 40 to 49 new owners after registration.
// The highest one is the owner now (USPTO, Trademark Applications Daily documentation, owner party types); entries of one type are co-owners.
import type { OfficeEvent, PartyRef } from '@zhijian/contract';
import { at, child, children, textOf, type XmlElement } from '../../readers/index.ts';

const APPLICANT = 10;

interface Owner {
  type: number;
  entry: number;
  name: string;
  country: string | null;
}

const countryOf = (owner: XmlElement): string | null => {
  const nationality = child(owner, 'nationality');
  const country = textOf(child(nationality, 'country'));
  if (country !== null) return country;
  if (child(nationality, 'state') !== undefined) return 'US';
  return textOf(child(owner, 'country')) ?? (textOf(child(owner, 'state')) === null ? null : 'US');
};

const ownersOf = (record: XmlElement): Owner[] =>
  children(child(record, 'case-file-owners'), 'case-file-owner').flatMap((owner) => {
    const name = textOf(child(owner, 'party-name'));
    if (name === null) return [];
    const number = (field: string) => Number(textOf(child(owner, field)) ?? 0) || 0;
    return [{ type: number('party-type'), entry: number('entry-number'), name, country: countryOf(owner) }];
  });

/** The owner now, co-owners joined by `; `; the parties; and the owners between the first and the last as entries of the office. */
export const ownersAndParties = (record: XmlElement): { owner: string | null; parties: PartyRef[]; earlier: OfficeEvent[] } => {
  const owners = ownersOf(record);
  const last = owners.reduce((most, { type }) => Math.max(type, most), 0);
  // A type that cannot be read stands behind all that can.
  const current = (last === 0 ? owners : owners.filter(({ type }) => type === last)).sort((a, b) => a.entry - b.entry);
  const parties: PartyRef[] = current.map(({ name, country }) => ({ role: 'owner', name, country }));
  for (const { type, name, country } of owners) if (type === APPLICANT) parties.push({ role: 'applicant', name, country });
  const agent = textOf(at(record, 'case-file-header/attorney-name'));
  if (agent !== null) parties.push({ role: 'agent', name: agent, country: null });
  const names = [...new Set(current.map(({ name }) => name))];
  return {
    owner: names.length === 0 ? null : names.join('; '),
    parties,
    earlier: owners
      .filter(({ type }) => type !== last && type !== APPLICANT)
      .map(({ type, name }) => ({ code: `party-type ${type}`, text: name, status: null, effective_on: null, published_on: null })),
  };
};
