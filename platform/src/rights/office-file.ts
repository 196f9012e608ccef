// Whose format a file has: that of an office, by its content, or a table.
import { READER_SENTENCE, type RightRecord } from '@zhijian/contract';
import { type Format, formatOf, headOf, type Input, type OnRejected, type OnWarning } from '../readers/index.ts';
import { readEpo } from './epo/read-epo.ts';
import { usptoPatentForm } from './uspto-patent/form.ts';
import { readUsptoPatents } from './uspto-patent/read.ts';
import { readUsptoTrademarks } from './uspto-trademark/read.ts';

type OfficeReader = (input: Input, onRejected: OnRejected, onWarning: OnWarning) => AsyncGenerator<RightRecord[], void, undefined>;

/** A file of 2001 declares hundreds of drawings before its record. */
const HEAD = 1 << 20;
const NAMES = 4096;

const TRADEMARKS = /<(?:[\w.-]+:)?(?:trademark-applications-daily|case-file)[\s>]|<!DOCTYPE\s+trademark-applications-daily/;
const EPO_XML = /<(?:[\w.-]+:)?(?:world-patent-data|exchange-documents?|fulltext-documents?|patent-family|biblio-search|document-inquiry)[\s>]/;
const EPO_MESSAGES = /^p?BR[EW]\d{3} /;
/** What JSON made of the EPO's answers holds near its beginning: a reference to a publication, and how it is numbered. */
const EPO_JSON = [
  /"(?:publication_reference|document_id|documents|num_results|full_document)"\s*:/,
  /"(?:doc_number|docdb_number|publication_number|number|link)"\s*:/,
];

/** The reader of an office's own format for this file; null for a table, and for what no office sends. */
export const officeReader = async (input: Input): Promise<OfficeReader | null> => {
  if (input.once) return null;
  const format = await formatOf(input);
  if (format === 'greenbook') return readUsptoPatents;
  if (!MAYBE.includes(format)) return null;
  const head = await headOf(input, HEAD);
  const text = textOf(head);
  const begin = text.replace(/^(?:\xef\xbb\xbf|\ufeff)/, '').trimStart();
  if (format === 'json' || format === 'jsonl') return EPO_JSON.every((sign) => sign.test(begin.slice(0, NAMES))) ? readEpo : null;
  if (EPO_MESSAGES.test(begin)) return readEpo;
  if (format === 'html' ? PAGE.test(begin.slice(0, NAMES)) : format === 'table' && isTable(begin.slice(0, NAMES))) return null;
  // The first sign counts: what stands in a text of a record says nothing of the file.
  const [trademarks, epo] = [TRADEMARKS, EPO_XML].map((sign) => placeOf(text, sign)) as [number, number];
  const before = Math.min(trademarks, epo);
  if (usptoPatentForm(before === text.length ? head : head.subarray(0, before * (isUtf16(head) ? 2 : 1))) !== 'other_file') return readUsptoPatents;
  if (before < text.length) return trademarks < epo ? readUsptoTrademarks : readEpo;
  return format === 'xml' ? noRegister : null;
};

const MAYBE: readonly Format[] = ['xml', 'json', 'jsonl', 'other', 'table', 'html'];
const PAGE = /<(?:!doctype\s+html|html)[\s>]/i;
const GREEN_BOOK_LINE = /^(?:[A-Z]{4}\s*$|[A-Z][A-Z0-9]{1,3} {1,3}\S| {5})/;

const placeOf = (text: string, sign: RegExp): number => {
  const found = text.search(sign);
  return found < 0 ? text.length : found;
};

/** Whether the first line that says it has cells rather than tags: a title of a product, or a line of it, may name any tag of an office. */
const isTable = (begin: string): boolean => {
  for (const line of begin.split(/\r?\n|\r/)) {
    if (GREEN_BOOK_LINE.test(line)) return false;
    const at = line.search(/[<,;\t]/);
    if (at >= 0) return line[at] !== '<';
  }
  return false;
};

/** XML of another kind: named, and nothing of it is read. */
async function* noRegister(input: Input, onRejected: OnRejected): AsyncGenerator<RightRecord[], void, undefined> {
  await onRejected({ file: input.name, line: 1, field: null, code: 'unsupported', given: '<?xml', allowed: READER_SENTENCE.office_xml });
  yield [];
}

const isUtf16 = (head: Buffer): boolean => head[0] === 0xff && head[1] === 0xfe;
const textOf = (head: Buffer): string => (isUtf16(head) ? head.toString('utf16le') : head.toString('latin1'));
