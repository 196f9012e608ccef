// US grants of 1976 to 2001: the Green Book, as text.
import { type PartyRef, say, USPTO_SENTENCE } from '@zhijian/contract';
import { SetAside } from '../../readers/index.ts';
import { claimNumber, claimsOf, type RawClaim, treeOfLevels } from './claims.ts';
import { classesOf, ipcCode, locarnoCode, type PatentClass, uspcCode } from './classes.ts';
import { describedFigures } from './figures.ts';
import { type GreenField, type GreenSection, greenSections } from './green-lines.ts';
import { anyDay, applicationNumber, checkDigit, dayOf, documentNumber, internationalNumber, missing } from './numbers.ts';
import { Parents } from './parents.ts';
import { distinctParties, issuedAs, type Patent } from './patent.ts';
import { collapse } from './text.ts';

/** APT, the type of application, and the kind code that later formats write for it. */
const TYPES: Record<string, { type: string; kind: string | null }> = {
  '1': { type: 'utility', kind: 'A' },
  '2': { type: 'reissue', kind: 'E' },
  '3': { type: 'tvpp', kind: null },
  '4': { type: 'design', kind: 'S' },
  '5': { type: 'defensive', kind: 'T' },
  '6': { type: 'plant', kind: 'P' },
  '7': { type: 'sir', kind: 'H' },
};

/** COD of a related application. */
const RELATIONS: Record<string, string> = {
  '71': 'continuation',
  '72': 'continuation-in-part',
  '74': 'division',
  '75': 'addition',
  '76': 'substitution',
  '78': 'reissue',
};

/** Codes of paragraphs that go one level deeper each; other paragraphs are on the level of the claim. */
const LEVEL: Record<string, number> = { PA1: 1, PA2: 2, PA3: 3, PA4: 4, PA5: 5 };

class Fields {
  private readonly fields: readonly GreenField[];
  constructor(section: GreenSection | undefined) {
    this.fields = section?.fields ?? [];
  }
  one(code: string): string | null {
    const value = collapse(this.fields.find((field) => field.code === code)?.value ?? '');
    return value === '' ? null : value;
  }
  all(code: string): string[] {
    return this.fields.filter((field) => field.code === code).map(({ value }) => value);
  }
}

/** A grant and the number of claims that its file states. Throws SetAside. */
export const greenBookPatent = (text: string): { patent: Patent; stated: number | null } => {
  const sections = greenSections(text);
  const named = (name: string) => sections.filter((section) => section.name === name);
  const head = new Fields(named('PATN')[0]);
  const date = dayOf(head.one('ISD'), 'grant_date');
  if (date === null) throw missing('grant_date');
  const { type, kind } = TYPES[head.one('APT') ?? ''] ?? { type: null, kind: null };
  const issued = { number: documentNumber(withoutCheck(head.one('WKU'), 8), kind), date };
  const claims = claimsOf(sections.filter(({ name }) => /^[DP]?CLMS?$/.test(name)).flatMap(rawClaims));
  const pct = new Fields(named('PCTA')[0]);
  const patent: Patent = {
    format: 'uspto_grant',
    type,
    application: applicationNumber(withoutCheck(head.one('APN'), 6), head.one('SRC')),
    filed: dayOf(head.one('APD'), 'filing_date'),
    ...issuedAs(type, issued, []),
    international: [
      { number: pct.one('PCN'), date: anyDay(pct.one('PD3')) },
      { number: pct.one('PCP'), date: anyDay(pct.one('PCD')) },
    ].flatMap(({ number, date: day }) =>
      number === null ? [] : [{ type: 'international' as const, number: internationalNumber(number), date: day }],
    ),
    known: date,
    title: head.one('TTL'),
    abstract: paragraphs(named('ABST')).join(' ') || null,
    parties: distinctParties([
      ...named('ASSG').map((section) => party('owner', section)),
      ...named('INVT').map((section) => party('inventor', section)),
      ...named('LREP').flatMap(agents),
    ]),
    classes: named('CLAS').flatMap((section) => classes(new Fields(section), type)),
    priorities: named('PRIR').flatMap((section) => {
      const fields = new Fields(section);
      const number = fields.one('APN');
      return number === null ? [] : [{ country: countryOfCode(fields.one('CNT')), number, date: anyDay(fields.one('APD')) }];
    }),
    claims,
    figures: describedFigures(paragraphs(named('DRWD'))),
    extra: parents(named('RLAP')),
  };
  const stated = head.one('NCL');
  return { patent, stated: stated !== null && /^\d{1,5}$/.test(stated) ? Number(stated) : null };
};

/**
 * The number without its check digit, which stands behind the first `length` characters. Throws SetAside where it does not fit: a digit was
 * misread. With letters before the digits the rule is not known, and the digit is taken off unchecked.
 */
const withoutCheck = (text: string | null, length: number): string | null => {
  const number = text?.replace(/\s/g, '') ?? null;
  if (number === null || number.length !== length + 1) return number;
  const body = number.slice(0, length);
  const expected = /^\d+$/.test(body) ? checkDigit(body) : null;
  if (expected !== null && /^\d$/.test(number.slice(length)) && number.slice(length) !== expected)
    throw new SetAside('number', 'right_number', number, say(USPTO_SENTENCE.check_digit, { expected }));
  return body;
};

const paragraphs = (sections: readonly GreenSection[]): string[] =>
  sections
    .flatMap(({ fields }) => fields)
    .filter(({ code }) => /^PA[RL1-5]$/.test(code))
    .map(({ value }) => collapse(value))
    .filter((text) => text !== '');

/** `NUM 1.` begins a claim; a design has one without a number. */
const rawClaims = (section: GreenSection): RawClaim[] => {
  const found: { number: number; lines: { level: number; text: string }[] }[] = [];
  for (const { code, value } of section.fields) {
    if (code === 'STM') continue;
    if (code === 'NUM') found.push({ number: claimNumber(value) ?? found.length + 1, lines: [] });
    else {
      if (found.length === 0) found.push({ number: 1, lines: [] });
      found.at(-1)!.lines.push({ level: LEVEL[code] ?? 0, text: collapse(value) });
    }
  }
  return found.map(({ number, lines }) => ({ number, marked: [], ...treeOfLevels(lines) }));
};

const classes = (fields: Fields, type: string | null): PatentClass[] => {
  const international = fields.all('ICL');
  return [
    ...classesOf('locarno', type === 'design' ? international.map(locarnoCode) : []),
    ...classesOf('ipc', type === 'design' ? [] : international.map(ipcCode)),
    ...classesOf('uspc', [...fields.all('OCL'), ...fields.all('XCL')].map(uspcCode)),
  ];
};

/** `Daniels; Everette E.` -> `Everette E. Daniels`, as the later formats give a person; an organisation has no semicolon. */
const personName = (name: string): string => {
  const [last = '', first = '', ...more] = name.split(';').map((part) => part.trim());
  return more.length > 0 || first === '' ? name : `${first} ${last}`;
};

/** `JPX` is Japan; the third character says which of several registers. DT was Germany until 1978. */
const countryOfCode = (code: string | null): string | null => {
  const two = code?.slice(0, 2).toUpperCase() ?? '';
  return !/^[A-Z]{2}$/.test(two) ? null : two === 'DT' ? 'DE' : two;
};

const party = (role: PartyRef['role'], section: GreenSection): PartyRef | null => {
  const fields = new Fields(section);
  const name = fields.one('NAM');
  // An address in the United States names its state alone.
  return name === null
    ? null
    : { role, name: personName(name), country: countryOfCode(fields.one('CNT')) ?? (fields.one('STA') === null ? null : 'US') };
};

const agents = (section: GreenSection): PartyRef[] =>
  section.fields
    .filter(({ code }) => code === 'FRM' || code === 'FR2')
    .map(({ value }) => ({ role: 'agent' as const, name: personName(collapse(value)), country: null }))
    .filter(({ name }) => name !== '');

const parents = (sections: readonly GreenSection[]): Record<string, string> => {
  const found = new Parents();
  for (const section of sections) {
    const fields = new Fields(section);
    found.add(RELATIONS[fields.one('COD') ?? ''] ?? 'related', fields.one('APN') ?? fields.one('PNO'), fields.one('APD'));
  }
  return found.extra;
};
