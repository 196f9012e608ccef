// ops:legal -> an entry of INPADOC. The fields have numbers (L001EP …), the entry's own ones stand in L500EP.
import { attr, child, children, textOf, type XmlElement } from '../../readers/index.ts';
import { stampDay } from './days.ts';
import { detailOf } from './legal-text.ts';
import type { LegalEntry } from './model.ts';

export const legalEntry = (legal: XmlElement): LegalEntry => {
  const field = (number: string) => textOf(child(legal, `L${number}EP`));
  const own = child(legal, 'L500EP');
  const inner = (number: string) => textOf(child(own, `L${number}EP`));
  const code = (attr(legal, 'code') ?? field('008') ?? '').trim();
  const description = attr(legal, 'desc') ?? '';
  const lines = children(legal, 'pre').map((line) => textOf(line) ?? '');
  return {
    country: (field('001') ?? '').toUpperCase(),
    code,
    description,
    detail: detailOf(lines, code, description),
    free: inner('510') ?? '',
    owner: inner('509'),
    gazette: field('007'),
    effective: inner('525'),
    exchanged: [stampDay(field('018')), stampDay(field('019'))],
  };
};
