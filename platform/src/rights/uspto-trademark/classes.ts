// Classes and goods. A mark from before 1973 was registered in US classes, and its goods are filed under those: 025 may be locks.
import type { RightDocument } from '@zhijian/contract';
import { at, child, children, textOf, type XmlElement } from '../../readers/index.ts';

export interface ClassesAndGoods {
  /** Nice classes in which the right stands. */
  nice: number[];
  classes: RightDocument['classes'];
  /** Every statement as the file has it. */
  goods: RightDocument['goods'];
  /** Goods of the classes in which the right stands, one a piece, without those that were struck out. */
  standing: string[];
}

/** Cancelled class of a registration that goes on in others (classification status codes A to E, by sections 7, 8, 18, 24, 37). */
const CANCELLED = /^[A-E]$/;
const ACTIVE = '6';

const niceOf = (code: string | null): number | null => {
  if (code === null || !/^0\d\d$/.test(code)) return null;
  const number = Number(code);
  return number >= 1 && number <= 45 ? number : null;
};

interface Stated {
  primary: string | null;
  status: string | null;
  nice: number[];
  classes: RightDocument['classes'];
}

const stated = (one: XmlElement): Stated => {
  const international = children(one, 'international-code').map(textOf);
  const us = children(one, 'us-code').map(textOf);
  const classes: RightDocument['classes'] = [];
  // 000, A, B and 200 stand among the international codes and are no Nice classes: unknown, certification marks, membership marks.
  for (const code of international) if (code !== null) classes.push({ scheme: niceOf(code) === null ? 'us_trademark' : 'nice', code });
  for (const code of us) if (code !== null) classes.push({ scheme: 'us_trademark', code });
  return {
    primary: textOf(child(one, 'primary-code')),
    status: textOf(child(one, 'status-code')),
    nice: international.map(niceOf).filter((code) => code !== null),
    classes,
  };
};

/** The Nice class that the three digits of a goods statement mean; null where several do or none. */
const classOf = (digits: string, classifications: readonly Stated[]): { nice: number | null; from: Stated | null } => {
  const own = classifications.filter(({ primary }) => primary === digits);
  const from = own[0] ?? null;
  const code = niceOf(digits);
  if (code !== null && (from === null ? classifications.some(({ nice }) => nice.includes(code)) : from.nice.includes(code)))
    return { nice: code, from };
  const under = [...new Set(own.flatMap(({ nice }) => nice))];
  return { nice: under.length === 1 ? under[0]! : null, from };
};

const withoutBrackets = (text: string): string => {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('[', at);
    const close = open < 0 ? -1 : text.indexOf(']', open);
    if (close < 0) return kept + text.slice(at);
    kept += `${text.slice(at, open)} `;
    at = close + 1;
  }
};

/** Text in [brackets] was deleted, *starred* text was added; ((double parentheses)) stand in the registration all the same. */
const piecesOf = (text: string): string[] =>
  withoutBrackets(text)
    .replace(/\*|\(\(|\)\)/g, '')
    .split(';')
    .map((piece) =>
      piece
        .replace(/\s+/g, ' ')
        .replace(/ (?=[,.])|(?:, ?)+(?=,)/g, '')
        .trim(),
    )
    .filter((piece) => /\p{L}|\p{N}/u.test(piece));

/** Classes and goods of a case-file. */
export const classesAndGoods = (record: XmlElement): ClassesAndGoods => {
  const classifications = children(child(record, 'classifications'), 'classification').map(stated);
  const active = classifications.some(({ status }) => status === ACTIVE);
  const stands = ({ status }: Stated) => !(active && status !== null && CANCELLED.test(status));
  const goods: RightDocument['goods'] = [];
  const standing: string[] = [];
  for (const statement of children(child(record, 'case-file-statements'), 'case-file-statement')) {
    const type = textOf(child(statement, 'type-code'));
    if (type === null || !type.startsWith('GS')) continue;
    const text = children(statement, 'text')
      .map(textOf)
      .filter((part) => part !== null)
      .join(' ');
    if (text === '') continue;
    const { nice, from } = classOf(type.slice(2, 5), classifications);
    goods.push({ class: nice, text });
    if (from === null || stands(from)) standing.push(...piecesOf(text));
  }
  const seen = new Set<string>();
  return {
    nice: [...new Set(classifications.filter(stands).flatMap(({ nice }) => nice))].sort((a, b) => a - b),
    classes: classifications
      .flatMap(({ classes }) => classes)
      .filter(({ scheme, code }) => !seen.has(`${scheme} ${code}`) && seen.add(`${scheme} ${code}`)),
    goods,
    standing: [...new Set(standing)],
  };
};

/** Other statements by type code: translation, disclaimer, colours, pseudo mark. `DM` describes the mark. */
export const statementsOf = (record: XmlElement): { description: string | null; others: Record<string, string> } => {
  let description: string | null = null;
  const others: Record<string, string> = {};
  for (const statement of children(at(record, 'case-file-statements'), 'case-file-statement')) {
    const type = textOf(child(statement, 'type-code'));
    const text = children(statement, 'text')
      .map(textOf)
      .filter((part) => part !== null)
      .join(' ');
    if (type === null || text === '' || type.startsWith('GS')) continue;
    if (type.startsWith('DM') && description === null) description = text;
    else if (/^[A-Z0-9]{2,8}$/.test(type)) others[type] = Object.hasOwn(others, type) ? `${others[type]}\n${text}` : text;
  }
  return { description, others };
};
