// Whose format a file has: that of an office, by its content, or a table.
import { READER_SENTENCE, type RightRecord } from '@zhijian/contract';
import { formatOf, headOf, type Input, type OnRejected, type OnWarning } from '../readers/index.ts';
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
  if (format !== 'xml' && format !== 'json' && format !== 'jsonl' && format !== 'other' && format !== 'table' && format !== 'html') return null;
  const head = await headOf(input, HEAD);
  const text = textOf(head);
  if (format === 'json' || format === 'jsonl') return EPO_JSON.every((sign) => sign.test(text.slice(0, NAMES))) ? readEpo : null;
  if (EPO_MESSAGES.test(text)) return readEpo;
  if (TRADEMARKS.test(text)) return readUsptoTrademarks;
  if (EPO_XML.test(text)) return readEpo;
  if (usptoPatentForm(head) !== 'other_file') return readUsptoPatents;
  return format === 'xml' ? noRegister : null;
};

/** XML of another kind: named, and nothing of it is read. */
async function* noRegister(input: Input, onRejected: OnRejected): AsyncGenerator<RightRecord[], void, undefined> {
  await onRejected({ file: input.name, line: 1, field: null, code: 'unsupported', given: '<?xml', allowed: READER_SENTENCE.office_xml });
  yield [];
}

const textOf = (head: Buffer): string => {
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  return (utf16 ? head.toString('utf16le') : head.toString('latin1').replace(/^\xef\xbb\xbf/, '')).trimStart();
};
