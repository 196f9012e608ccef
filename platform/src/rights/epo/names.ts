// Names of parties and classes as EPO files write them.
import type { PartyRef, RightDocument } from '@zhijian/contract';
import type { Named } from './model.ts';

type Class = RightDocument['classes'][number];

/** `BOER BEHEER NIJMEGEN BV DE [NL]` -> name and country. EPODOC leaves commas and odd blanks at the ends. Null where no name is left. */
export const partyName = (form: Named['form'], text: string): Named | null => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const found = /^(.*?)\s*\[([A-Z]{2})\]$/.exec(flat);
  const name = withoutTail(found?.[1] ?? flat);
  return name === '' ? null : { form, name, country: found?.[2] ?? null };
};

/** Without the commas and blanks at its end; character by character, as a pattern would look from each of a million commas. */
const withoutTail = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[\s,;]/u.test(text[end - 1]!)) end--;
  return text.slice(0, end).trim();
};

const RANK: Named['form'][] = ['docdb', 'epodoc', 'original'];

/** The names of the most standardised spelling that is there: EPODOC and the office's own are the same persons again. */
const standard = (all: readonly Named[]): Named[] => {
  for (const form of RANK) {
    const of = all.filter((named) => named.form === form);
    if (of.length > 0) return of;
  }
  return [];
};

/**
 * Who owns it, as the publication says. Before 2012 the inventors were applicants of every US application, beside the assignee:
 * they are left out where someone else is named.
 */
export const ownerOf = (applicants: readonly Named[], inventors: readonly Named[], country: string): string | null => {
  const names = [...new Set(standard(applicants).map(({ name }) => name))];
  const makers = new Set(inventors.map(({ name }) => name));
  const others = country === 'US' ? names.filter((name) => !makers.has(name)) : names;
  const owners = others.length > 0 ? others : names;
  return owners.length === 0 ? null : owners.join('; ');
};

/** All names, each once, the most standardised first. */
export const parties = (role: PartyRef['role'], all: readonly Named[]): PartyRef[] => {
  const found = new Map<string, PartyRef>();
  for (const form of RANK)
    for (const { name, country, form: own } of all) if (own === form && !found.has(name)) found.set(name, { role, name, country });
  return [...found.values()];
};

/** `B28B   1/    29            A I` -> `B28B1/29`: what follows the symbol is level, position, date and office. Null for no symbol. */
export const classSymbol = (text: string): string | null => {
  const found = /^\s*([A-HY]\d{2}[A-Z])\s*(\d{1,4})\s*\/\s*(\d{2,6})(?!\d)/.exec(text);
  return found === null ? null : `${found[1]}${found[2]}/${found[3]}`;
};

/** Each class once, in its order. */
export const distinctClasses = (classes: readonly Class[]): Class[] => [
  ...new Map(classes.map((one) => [`${one.scheme} ${one.code}`, one])).values(),
];
