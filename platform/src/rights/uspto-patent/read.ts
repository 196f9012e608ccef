// Patents of the US office in any of the forms that it has used -> rights.
import { type Label, READER_SENTENCE, type RejectCode, type Rejected, type RightRecord, say, USPTO_SENTENCE } from '@zhijian/contract';
import {
  allowedFor,
  type ByteReader,
  type Input,
  limitsOf,
  type OnRejected,
  type OnWarning,
  rawPart,
  readXmlRecords,
  SetAside,
  type XmlElement,
} from '../../readers/index.ts';
import { HEAD_BYTES, RECORDS, usptoPatentForm, whatItIs } from './form.ts';
import { greenBookPatent } from './green-book.ts';
import { type GreenRecord, greenRecords } from './green-lines.ts';
import { papPatent } from './pap.ts';
import { type Patent, rightRecord } from './patent.ts';
import { redBookPatent } from './red-book.ts';
import { sgmlPatent } from './sgml.ts';
import { st96Patent } from './st96.ts';

const BATCH = 64;

/**
 * The patents of a file, in batches: Red Book 4.x grants and applications, PAP 1.5 and 1.6, ST.32 (SGML), Green Book, papers in ST.96; the
 * form is told by the content. A record that is broken goes to `onRejected` with its place, and costs no other. A file of the office that is no
 * register (CPC master and scheme, BRS exports, specifications) is named to `onWarning` and gives nothing.
 * Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readUsptoPatents(input: Input, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  const { head, whole } = await lookedAt(input);
  const form = usptoPatentForm(head);
  if (form === 'xml') yield* readXml(whole, onRejected, onWarning);
  else if (form === 'green_book') yield* readGreenBook(whole, onRejected, onWarning);
  else {
    await whole.open().then((reader) => reader.close());
    onWarning(say(USPTO_SENTENCE.no_register, { file: input.name, what: whatItIs(form) }));
  }
}

async function* readXml(input: Input, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  for await (const { records, rejected } of readXmlRecords(input, {
    records: RECORDS,
    raw: 'uspto_patent',
  })) {
    for (const one of rejected) await onRejected(one);
    const made: RightRecord[] = [];
    for (const { element, line, aside } of records) {
      try {
        const read = patentOf(element);
        if (read === null) onWarning(say(USPTO_SENTENCE.no_register, { file: input.name, what: USPTO_SENTENCE.specification }));
        else made.push(record(read, input.name, line, onWarning));
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        await onRejected(aside(error));
      }
    }
    if (made.length > 0) yield made;
  }
}

interface Read {
  patent: Patent;
  stated: number | null;
}

const patentOf = (element: XmlElement): Read | null => {
  switch (element.name) {
    case 'PATDOC':
      return sgmlPatent(element);
    case 'patent-application-publication':
      return { patent: papPatent(element), stated: null };
    case 'ClaimsDocument':
    case 'SpecificationDocument': {
      const patent = st96Patent(element);
      return patent === null ? null : { patent, stated: null };
    }
    default:
      return redBookPatent(element);
  }
};

async function* readGreenBook(input: Input, onRejected: OnRejected, onWarning: OnWarning): AsyncGenerator<RightRecord[], void, undefined> {
  const limit = limitsOf().recordBytes;
  let made: RightRecord[] = [];
  for await (const one of greenRecords(input, limit)) {
    const reject = (code: RejectCode, allowed: Label): unknown =>
      onRejected({ ...placeOf(one, input.name), field: null, code, given: one.text?.slice(0, 60).trim() ?? 'PATN', ...kept(one, allowed) });
    try {
      if (one.text === null) await reject('too_long', say(READER_SENTENCE.too_long, { limit, found: one.length }));
      else {
        const read = greenBookPatent(one.text);
        if (cutShort(one, read)) await reject('truncated', say(USPTO_SENTENCE.whole_record, { claims: read.stated ?? '?' }));
        else made.push(record(read, input.name, one.line, onWarning));
      }
    } catch (error) {
      if (!(error instanceof SetAside)) throw error;
      await onRejected({ ...error.at(input.name, one.line), ...placeOf(one, input.name), ...kept(one, error.allowed) });
    }
    if (one.fault !== null) await reject(one.fault.code, one.fault.allowed);
    if (made.length >= BATCH) {
      yield made;
      made = [];
    }
  }
  if (made.length > 0) yield made;
}

/** Nothing marks the end of a record: the last of a file is whole when it has its claims, and the last of them its full stop (37 CFR 1.75). */
const cutShort = ({ last, text }: GreenRecord, { patent, stated }: Read): boolean => {
  if (!last) return false;
  return patent.claims.length < (stated ?? 1) || !/[.!?)\]]\s*$/.test(text ?? '');
};

const record = ({ patent, stated }: Read, file: string, line: number, onWarning: OnWarning): RightRecord => {
  const found = patent.claims.length;
  if (stated !== null && stated !== found) onWarning(say(USPTO_SENTENCE.claims_differ, { file, line, number: patent.application, stated, found }));
  return rightRecord(patent);
};

const placeOf = ({ line, byte, sequence }: GreenRecord, file: string) => ({ file, line, byte, record: sequence });

const kept = ({ text }: GreenRecord, allowed: Label): Pick<Rejected, 'allowed' | 'number' | 'form' | 'cells'> =>
  text === null ? { allowed } : { allowed: allowedFor('green_book', allowed, text), ...rawPart('green_book', text) };

/** The beginning of a file, and the file from its beginning: a pipe can be opened once only. */
const lookedAt = async (input: Input): Promise<{ head: Buffer; whole: Input }> => {
  const reader = await input.open();
  const buffer = Buffer.alloc(HEAD_BYTES);
  let length = 0;
  let failed: unknown = null;
  try {
    for (let got = -1; got !== 0 && length < buffer.length; length += got) got = await reader.read(buffer, length);
  } catch (error) {
    failed = error;
  }
  const head = buffer.subarray(0, length);
  let rest = head;
  const again: ByteReader = {
    read: async (target, at) => {
      if (rest.length > 0) {
        const copied = rest.copy(target, at);
        rest = rest.subarray(copied);
        return copied;
      }
      if (failed !== null) throw failed;
      return reader.read(target, at);
    },
    close: () => reader.close(),
  };
  let opened = false;
  const open = async (): Promise<ByteReader> => {
    if (opened) return input.open();
    opened = true;
    return again;
  };
  return { head, whole: { ...input, open } };
};
