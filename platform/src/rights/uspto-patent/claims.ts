// Claims as a tree of their parts, whichever way a format nests them.
import type { Claim, ClaimPart } from '@zhijian/contract';
import { attr, type XmlElement } from '../../readers/index.ts';
import { claimReferences } from '../epo/claim-references.ts';
import { collapse, rawText } from './text.ts';

/** A claim as it was read; its references are settled when all claims are known. */
export interface RawClaim extends ClaimPart {
  number: number;
  /** Claims that the format's own marks name. */
  marked: number[];
}

/** `CLM-00012`, `00012`, `12` -> 12; null where there is no number from 1 to 9999. */
export const claimNumber = (text: string | null): number | null => {
  const found = /^(?:CLM-)?0*([1-9]\d{0,3})\.?$/.exec(text?.trim() ?? '');
  return found === null ? null : Number(found[1]);
};

/** Numbers of the claims that reference elements `named` point at with one of `attributes`. */
export const markedClaims = (claim: XmlElement, named: string, attributes: readonly string[]): number[] => {
  const found: number[] = [];
  const visit = (element: XmlElement) => {
    for (const one of element.children) {
      if (typeof one === 'string') continue;
      if (one.name === named)
        for (const name of attributes)
          for (const id of (attr(one, name) ?? '').split(/\s+/)) {
            const number = claimNumber(id);
            if (number !== null) found.push(number);
          }
      visit(one);
    }
  };
  visit(claim);
  return found;
};

/** Texts with their levels, in order -> a tree; the first is its root, whatever its level. */
export const treeOfLevels = (lines: readonly { level: number; text: string }[]): ClaimPart => {
  const [first, ...others] = lines.filter(({ text }) => text !== '');
  const root: ClaimPart = { text: first?.text ?? '', parts: [] };
  const open = [{ level: -1, part: root }];
  for (const { level, text } of others) {
    while (open.length > 1 && open.at(-1)!.level >= level) open.pop();
    const part: ClaimPart = { text, parts: [] };
    open.at(-1)!.part.parts.push(part);
    open.push({ level, part });
  }
  return root;
};

/**
 * A tree out of elements that nest by one name (`claim-text`): what stands before the first inner one is the text of the part, what stands
 * behind one is a part of its own, so that the order of the words stays. Where nothing stands before, the first inner one is the beginning.
 */
export const treeOfNested = (element: XmlElement, name: string): ClaimPart => {
  const part: ClaimPart = { text: '', parts: [] };
  let run: (XmlElement | string)[] = [];
  const flush = () => {
    const text = collapse(rawText(run));
    run = [];
    if (text === '') return;
    if (part.text === '' && part.parts.length === 0) part.text = text;
    else part.parts.push({ text, parts: [] });
  };
  for (const one of element.children) {
    if (typeof one === 'string' || one.name !== name) {
      run.push(one);
      continue;
    }
    flush();
    const inner = treeOfNested(one, name);
    if (inner.text !== '') part.parts.push(inner);
  }
  flush();
  const [first, ...others] = part.parts;
  return part.text === '' && first !== undefined ? { text: first.text, parts: [...first.parts, ...others] } : part;
};

const wordsOf = (part: ClaimPart): string => `${part.text} ${part.parts.map(wordsOf).join(' ')}`;

const NUMBERED = /^(?:claim\s+)?0*(\d{1,4})\s*[.)]\s*/i;

const withoutNumber = (text: string, number: number): string => {
  const found = NUMBERED.exec(text);
  return found !== null && Number(found[1]) === number ? text.slice(found[0].length) : text;
};

/** Beyond as many claims words are not searched for references: `any preceding claim` in each of them would make numbers by the billion. */
const MOST = 2000;

/** Claims with their references; the claim's own number at its beginning is taken off its text, an empty claim is none. */
export const claimsOf = (raw: readonly RawClaim[]): Claim[] => {
  const whole = raw
    .map((claim) => ({ ...claim, text: withoutNumber(claim.text, claim.number) }))
    .filter(({ text, parts }) => text !== '' || parts.length > 0);
  const known = new Set(whole.map(({ number }) => number));
  return whole.map(({ number, marked, text, parts }) => {
    const named = whole.length > MOST ? [] : claimReferences(wordsOf({ text, parts }), number);
    const found = new Set([...marked, ...named].filter((one) => one !== number && known.has(one)));
    return { number, depends_on: [...found].sort((a, b) => a - b), text, parts };
  });
};
