// A file of the EPO, told by its content: XML of OPS or DOCDB, JSON made of it, or a list of messages.
import { EPO_SENTENCE, type Label, type Rejected, type RightRecord, say } from '@zhijian/contract';
import { attr, type Input, type OnRejected, type OnWarning, readXmlRecords, SetAside, type XmlRecord } from '../../readers/index.ts';
import { exchangeDocument, familyMember, fulltextDocument } from './biblio-xml.ts';
import { familiesIn } from './families.ts';
import { headOf, wholeOf } from './content.ts';
import { jsonContent } from './json.ts';
import type { Publication } from './model.ts';
import { rightRecord } from './record.ts';

const RECORDS = ['exchange-document', 'fulltext-document', 'family-member', 'publication-reference', 'document-inquiry'];
/** One object: it is parsed as a whole, as a record of XML is. */
const LONGEST_JSON = 64 << 20;

/**
 * Rights of a file of the EPO, in batches, in the order of its records: exchange-documents (biblio, full cycle, abstract), claims,
 * families and legal events, as XML or as JSON, whatever the file's name. What a register needs nothing of (descriptions, pages of
 * drawings, bare search results, messages of the number service) is named in a warning. A record that cannot be read goes to `onRejected`
 * with its place and costs no other. The file is opened more than once. Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readEpo(input: Input, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  const head = await headOf(input);
  const begin = head.trimStart();
  if (begin.startsWith('{')) yield* readJson(input, onRejected, onWarning);
  else if (begin.startsWith('<')) yield* readXml(input, head, onRejected, onWarning);
  else if (/^p?BR[EW]\d{3} /.test(begin)) onWarning(say(EPO_SENTENCE.number_service, { file: input.name }));
  else onWarning(say(EPO_SENTENCE.nothing, { file: input.name }));
}

/** What is counted over a file and said once. */
class Said {
  private readonly counts = new Map<Label, number>();
  add(sentence: Label, count = 1): void {
    this.counts.set(sentence, (this.counts.get(sentence) ?? 0) + count);
  }
  tell(file: string, records: number, onWarning: OnWarning): void {
    for (const [sentence, count] of this.counts) onWarning(say(sentence, { file, count }));
    if (records === 0 && this.counts.size === 0) onWarning(say(EPO_SENTENCE.nothing, { file }));
  }
}

async function* readXml(input: Input, head: string, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  const families = head.includes('patent-family') ? await familiesIn(input) : new Map<string, string[]>();
  const said = new Said();
  let records = 0;
  for await (const batch of readXmlRecords(input, { records: RECORDS, raw: 'epo' })) {
    const made: RightRecord[] = [];
    for (const rejected of batch.rejected) await onRejected(rejected);
    records += batch.rejected.length;
    for (const record of batch.records) {
      try {
        const publication = publicationIn(record, said);
        if (publication === null) continue;
        records++;
        if (record.element.name === 'family-member') publication.family = families.get(publication.familyId ?? '') ?? [];
        made.push(rightRecord(publication));
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        records++;
        await onRejected(record.aside(error));
      }
    }
    if (made.length > 0) yield made;
  }
  said.tell(input.name, records, onWarning);
}

const publicationIn = ({ element }: XmlRecord, said: Said): Publication | null => {
  if (element.name === 'exchange-document') {
    if (attr(element, 'status') !== 'D') return exchangeDocument(element);
    said.add(EPO_SENTENCE.withdrawn);
  } else if (element.name === 'family-member') return familyMember(element);
  else if (element.name === 'fulltext-document') {
    const publication = fulltextDocument(element);
    if (publication !== null) return publication;
    said.add(EPO_SENTENCE.description);
  } else if (element.name === 'document-inquiry') said.add(EPO_SENTENCE.images);
  // In a family it names the publication asked for; in search results it is all there is.
  else if (attr(element, 'family-id') !== null) said.add(EPO_SENTENCE.search);
  return null;
};

async function* readJson(input: Input, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  const rejected = (code: Rejected['code'], given: string, allowed: Label) =>
    onRejected({ file: input.name, line: 1, field: null, code, given, allowed });
  const text = await wholeOf(input, LONGEST_JSON);
  if (typeof text !== 'string') {
    await rejected(text.fault, '', text.fault === 'too_long' ? say(EPO_SENTENCE.json, { limit: LONGEST_JSON }) : EPO_SENTENCE.utf8);
    return;
  }
  let content: ReturnType<typeof jsonContent>;
  try {
    content = jsonContent(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    await rejected('json', text.slice(0, 60), say(EPO_SENTENCE.json, { limit: LONGEST_JSON }));
    return;
  }
  if (content === null) {
    onWarning(say(EPO_SENTENCE.nothing, { file: input.name }));
    return;
  }
  const made: RightRecord[] = [];
  for (const [i, record] of content.records.entries()) {
    try {
      made.push(rightRecord(record()));
    } catch (error) {
      if (!(error instanceof SetAside)) throw error;
      await onRejected({ ...error.at(input.name, 1), record: i + 1 });
    }
  }
  if (made.length > 0) yield made;
  if (content.nothing !== null) onWarning(say(content.nothing.sentence, { file: input.name, count: content.nothing.count }));
}
