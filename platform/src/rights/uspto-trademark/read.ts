// USPTO trademark XML, application and daily files and bare records -> rights.
import { READER_SENTENCE, type RightRecord, say } from '@zhijian/contract';
import { type Input, type OnRejected, type OnWarning, readXmlRecords, SetAside, type XmlOptions } from '../../readers/index.ts';
import { dayOf } from './days.ts';
import { trademarkRecord } from './record.ts';

const OPTIONS: XmlOptions = { records: ['case-file'], context: ['creation-datetime', 'action-key'], raw: 'uspto_trademark' };

interface Odd {
  count: number;
  line: number;
  given: string;
}

/**
 * The rights of a USPTO trademark file (`trademark-applications-daily`, any number of file-segments and action-keys, or case-files alone),
 * in batches, in order. Not validated: a record counts if it is XML and has a serial number. Rejects go to `onRejected` in order;
 * warnings to `onWarning`, one for each kind of day that could not be read. Throws ZhijianError `file_missing` or `file_unreadable`.
 */
export async function* readUsptoTrademarks(
  input: Input,
  onRejected: OnRejected,
  onWarning: OnWarning,
): AsyncGenerator<RightRecord[], void, undefined> {
  const odd = new Map<string, Odd>();
  let read = 0;
  for await (const { records, rejected } of readXmlRecords(input, OPTIONS)) {
    const made: RightRecord[] = [];
    for (const { element, line, context, aside } of records) {
      try {
        const created = dayOf(context['creation-datetime']?.slice(0, 8) ?? null);
        made.push(
          trademarkRecord(element, created, (field, given) => {
            const before = odd.get(field);
            if (before) before.count++;
            else odd.set(field, { count: 1, line, given });
          }),
        );
      } catch (error) {
        if (!(error instanceof SetAside)) throw error;
        rejected.push(aside(error));
      }
    }
    rejected.sort((a, b) => (a.byte ?? 0) - (b.byte ?? 0));
    for (const one of rejected) await onRejected(one);
    read += records.length + rejected.length;
    if (made.length > 0 || rejected.length > 0) yield made;
  }
  if (read === 0) onWarning(say(READER_SENTENCE.xml_no_records, { file: input.name, name: 'case-file' }));
  for (const [field, { count, line, given }] of odd) onWarning(say(READER_SENTENCE.unread_days, { file: input.name, field, count, line, given }));
}
