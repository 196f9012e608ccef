// Which form a file has, by its content; its name says nothing.
import { USPTO_SENTENCE } from '@zhijian/contract';

/** Elements that are records, in any number and mixture. */
export const RECORDS = [
  'us-patent-grant',
  'us-patent-application',
  'PATDOC',
  'patent-application-publication',
  'ClaimsDocument',
  'SpecificationDocument',
] as const;
export type RecordName = (typeof RECORDS)[number];

/** Bytes from the beginning that are looked at: a file of 2001 declares hundreds of drawings before its record. */
export const HEAD_BYTES = 1 << 20;

/** What the office distributes along with patents and is no register. */
export type Other = 'cpc_master' | 'cpc_scheme' | 'css_brs' | 'other_file';
export type UsptoForm = 'xml' | 'green_book' | Other;

const ELEMENT = new RegExp(`<(?:[\\w.-]+:)?(?:${RECORDS.join('|')})[\\s/>]`);
const OTHERS: [pattern: RegExp, other: Other][] = [
  [/<(?:[\w.-]+:)?CPCMasterClassificationFile[\s/>]/, 'cpc_master'],
  [/<class-scheme[\s/>]/, 'cpc_scheme'],
  [/^\*\*\* BRS DOCUMENT BOUNDARY \*\*\*/m, 'css_brs'],
];

/** The form of a US patent file by its first bytes; `other_file` where it is none of them. */
export const usptoPatentForm = (head: Buffer): UsptoForm => {
  const text = decoded(head);
  for (const [pattern, other] of OTHERS) if (pattern.test(text)) return other;
  if (ELEMENT.test(text)) return 'xml';
  return /^(?:PATN[ \r]*$|WKU {1,3}\S)/m.test(text) ? 'green_book' : 'other_file';
};

const decoded = (head: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(0, head.length - (head.length % 2)))
      .swap16()
      .toString('utf16le');
  return head.toString('latin1');
};

export const whatItIs = (other: Other) => USPTO_SENTENCE[other];
