// What is kept of a record of an office's file that is set aside: its own text, so that a person mends it where it is wrong, and its own number.
import { type Label, RAW_RECORD, type RawForm, READER_SENTENCE, type Rejected, say } from '@zhijian/contract';

/** Bytes of a record that are kept with it; a patent with its claims has about 100 kB. */
export const RAW_LIMIT = 256 << 10;

const HEAD = 32 << 10;
const TAG = '<(?:[\\w.-]{1,40}:)?';
/** Where formats of offices write it, the surest first. */
const NUMBERS: readonly RegExp[] = [
  new RegExp(`${TAG}serial-number\\b[^<>]{0,200}>\\s*([^<>]{1,40})<`),
  /<[\w.:-]{1,60}\s[^<>]{0,500}?doc-number="([^"<>]{1,40})"/,
  new RegExp(`${TAG}doc-number\\b[^<>]{0,200}>\\s*([^<>]{1,40})<`),
  /<DNUM\b[^<>]{0,200}>\s*(?:<PDAT\b[^<>]{0,200}>)?\s*([^<>]{1,40})</,
  new RegExp(`${TAG}(?:PublicationNumber|ApplicationNumberText)\\b[^<>]{0,200}>\\s*([^<>]{1,40})<`),
  /^WKU {1,3}(\S{1,40})/m,
];

/** The number that a record gives of itself; null where none can be read. */
export const ownNumber = (text: string): string | null => {
  const head = text.slice(0, HEAD);
  for (const pattern of NUMBERS) {
    const number = pattern.exec(head)?.[1]?.trim() ?? '';
    if (number !== '') return number;
  }
  return null;
};

/** The facts of a reject that let a person find and mend it. */
export type RawPart = Pick<Rejected, 'number' | 'form' | 'cells'>;

/**
 * @param before what stands outside the record and says something of it; it goes with the record
 * Too long a record has its number alone, and `allowedFor` says so.
 */
export const rawPart = (form: RawForm | undefined, text: string, before = ''): RawPart => {
  const number = ownNumber(text);
  const kept = form !== undefined && !isTooLong(before + text);
  return { ...(number === null ? {} : { number }), ...(kept ? { form, cells: { [RAW_RECORD]: before + text } } : {}) };
};

/** What is allowed, and that the record is too long to be mended here where it is. */
export const allowedFor = (form: RawForm | undefined, allowed: Label, text: string): Label =>
  form !== undefined && isTooLong(text) ? say(READER_SENTENCE.raw_too_long, { allowed, limit: RAW_LIMIT }) : allowed;

const isTooLong = (text: string): boolean => text.length > RAW_LIMIT || Buffer.byteLength(text) > RAW_LIMIT;
