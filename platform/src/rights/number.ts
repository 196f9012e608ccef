// Numbers of rights in their one spelling, with the office they belong to.
import { type Label, READER_SENTENCE, RIGHT_KIND, type RightKind, say } from '@zhijian/contract';
import {
  isReject,
  parseOfficeCode,
  parsePatentNumber,
  parsePctNumber,
  parsePublicationNumber,
  parseRegisterNumber,
  parseTrademarkNumber,
} from '@zhijian/engine';
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
  美国专利商标局: 'US',
  EUIPO: 'EM',
  OHIM: 'EM',
  欧盟: 'EM',
  欧盟知识产权局: 'EM',
  EPO: 'EP',
  欧洲: 'EP',
  欧洲专利局: 'EP',
  WIPO: 'WO',
  世界知识产权组织: 'WO',
  国际局: 'IB',
  马德里: 'WO',
  JPO: 'JP',
  日本: 'JP',
  日本特许厅: 'JP',
  KIPO: 'KR',
  韩国: 'KR',
  UKIPO: 'GB',
  英国: 'GB',
  英国知识产权局: 'GB',
  DPMA: 'DE',
  德国: 'DE',
  法国: 'FR',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
};

/** An office code (ST.3, two letters; `EU` and `UK` are EM and GB) by code or name; null for another word. */
export const parseOffice = (text: string): string | null => OFFICES[text.normalize('NFKC').trim().toUpperCase()] ?? parseOfficeCode(text);

/**
 * The one spelling of a right's number. `kind` 'patent' takes the kind from the number's type digit.
 * Throws SetAside, field `field`, for what is no number of such a right: a wrong check character, a publication number, a
 * type digit of another kind.
 * @param office that of the file's own column; null where it has none: then a spelling or a prefix that only another office has decides, else CN.
 * `G1516387` and 国际注册 are then the designation of China, which the Chinese register holds, `IR 1516387` WIPO's.
 */
export const rightNumber = (kind: RightKind | 'patent', text: string, office: string | null, field: string): RightNumber => {
  const refuse = (allowed: Label) => new SetAside(field, 'right_number', text, allowed);
  if (text.length > 100) throw refuse(kind === 'trademark' ? READER_SENTENCE.trademark_number : READER_SENTENCE.patent_number);
  const foreign = kind === 'patent' ? parsePct(text, office) : parseRegisterNumber(kind, text, office);
  if (foreign !== null && kind !== 'patent') return { kind, number: foreign.canonical, office: foreign.office };
  const home = foreign?.office ?? office ?? prefixOf(kind, text) ?? 'CN';
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

/** An international application tells neither an invention from a utility model nor its national number. */
const parsePct = (text: string, office: string | null) => (office === null || office === 'WO' ? parsePctNumber(text) : null);

/** Before a mark's number also TM, NO and SN stand, which are countries too: of marks only the offices named above. */
const MARK_OFFICES = new Set(Object.values(OFFICES));

/** Two letters before the digits of a number name its office; ZL is the Chinese 专利. */
const prefixOf = (kind: RightKind | 'patent', text: string): string | null => {
  const prefix = /^([A-Z]{2})[A-Z]?\s*[\d]/.exec(text.normalize('NFKC').trim().toUpperCase())?.[1];
  if (prefix === undefined || prefix === 'ZL' || prefix === 'NO') return null;
  return kind !== 'trademark' || MARK_OFFICES.has(prefix) ? prefix : null;
};
