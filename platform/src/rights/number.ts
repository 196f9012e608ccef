// Numbers of rights in their one spelling, with the office they belong to.
import { type Label, READER_SENTENCE, RIGHT_KIND, type RightKind, say } from '@zhijian/contract';
import { isReject, parsePatentNumber, parsePublicationNumber, parseTrademarkNumber } from '@zhijian/engine';
import { allowedOf, SetAside } from '../readers/index.ts';

export interface RightNumber {
  kind: RightKind;
  number: string;
  office: string;
}

const OFFICES: Record<string, string> = {
  中国: 'CN',
  国家知识产权局: 'CN',
  中国国家知识产权局: 'CN',
  CNIPA: 'CN',
  SIPO: 'CN',
  商标局: 'CN',
  国家知识产权局商标局: 'CN',
  USPTO: 'US',
  美国: 'US',
  EUIPO: 'EM',
  欧盟: 'EM',
  EPO: 'EP',
  欧洲: 'EP',
  WIPO: 'WO',
  JPO: 'JP',
  日本: 'JP',
  KIPO: 'KR',
  韩国: 'KR',
  UKIPO: 'GB',
  英国: 'GB',
  DPMA: 'DE',
  德国: 'DE',
  法国: 'FR',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
};

/** An office code (ST.3, two letters) by code or name; null for another word. */
export const parseOffice = (text: string): string | null => {
  const word = text.normalize('NFKC').trim().toUpperCase();
  return /^[A-Z]{2}$/.test(word) ? word : (OFFICES[word] ?? null);
};

/**
 * The one spelling of a right's number. `kind` 'patent' takes the kind from the number's type digit.
 * Throws SetAside, field `field`, for what is no number of such a right: a wrong check character, a publication number, a
 * type digit of another kind.
 * @param office that of the file's own column; null where it has none: then a prefix decides, else CN
 */
export const rightNumber = (kind: RightKind | 'patent', text: string, office: string | null, field: string): RightNumber => {
  const refuse = (allowed: Label) => new SetAside(field, 'right_number', text, allowed);
  if (text.length > 100) throw refuse(kind === 'trademark' ? READER_SENTENCE.trademark_number : READER_SENTENCE.patent_number);
  const home = office ?? prefixOf(kind, text) ?? 'CN';
  if (home !== 'CN') {
    const number = text.normalize('NFKC').toUpperCase().replace(/\s/g, '');
    if (!/^[A-Z0-9/.-]{1,40}$/.test(number)) throw refuse(READER_SENTENCE.foreign_number);
    if (kind === 'patent') throw refuse(say(READER_SENTENCE.patent_kind_unknown, { list: allowedOf(RIGHT_KIND) }));
    return { kind, number, office: home };
  }
  if (kind === 'trademark') {
    const parsed = parseTrademarkNumber(text);
    if (parsed === null) throw refuse(READER_SENTENCE.trademark_number);
    return { kind, number: parsed.canonical, office: home };
  }
  const parsed = parsePatentNumber(text);
  if (isReject(parsed)) {
    if (parsed.reject === 'check_digit') throw refuse(say(READER_SENTENCE.patent_check, { expected: parsed.check_expected ?? '' }));
    throw refuse(parsePublicationNumber(text) === null ? READER_SENTENCE.patent_number : READER_SENTENCE.patent_publication);
  }
  if (kind !== 'patent' && kind !== parsed.kind) throw refuse(say(READER_SENTENCE.patent_kind, { kind: RIGHT_KIND[parsed.kind] }));
  return { kind: parsed.kind, number: parsed.canonical, office: home };
};

/** Two letters before the digits of a patent number name its office; ZL is the Chinese 专利. */
const prefixOf = (kind: RightKind | 'patent', text: string): string | null => {
  if (kind === 'trademark') return null;
  const prefix = /^([A-Z]{2})[A-Z]?\s*[\d]/.exec(text.normalize('NFKC').trim().toUpperCase())?.[1];
  return prefix === undefined || prefix === 'ZL' || prefix === 'NO' ? null : prefix;
};
