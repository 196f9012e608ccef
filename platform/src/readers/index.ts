// Clauses: none of its own; A1, A3, A4 read through here.
// In: files that people hand in, of any origin and any state (CSV, TSV, JSONL; UTF-8, GB18030, UTF-16 with a mark; XLSX, XLS; ZIP, gzip).
// Out: rows by heading, records by field, values; and rejects with place, field, what was given and what is allowed.
// Invariant: bounded memory, nothing dropped in silence, the same records whatever the encoding.
export { parseArea } from './areas.ts';
export type { HeaderFact } from './batch.ts';
export { type Columns, headingKey, headingsOf, type Mapping, type Meaning, meaningOf } from './columns.ts';
export { eachInput, inputsOf, openInputs, type Opened } from './containers.ts';
export { EXPORTED } from './exported-mark.ts';
export { moneyIn } from './exported-money.ts';
export {
  DAY,
  exportedCells,
  exportedLine,
  exportedRecord,
  exportHeading,
  type Codec,
  type Codecs,
  LIST,
  NUMBER,
  NUMBERS,
  TEXT,
  wordOf,
  YES_NO,
} from './exported.ts';
export {
  parseClasses,
  parseCount,
  parseDay,
  parseTerm,
  parseTermEnd,
  parseYesNo,
  saysNothing,
  splitGoods,
  splitImages,
  splitList,
} from './fields.ts';
export { type ByteReader, fileInput, headOf, type Input, inputOf, ReadFault } from './input.ts';
export { type Format, formatOf } from './format.ts';
export { decodeHtml, type HtmlToken, htmlTokens } from './html.ts';
export { readPage } from './whole-text.ts';
export { KnownOn } from './known-on.ts';
export { type Limits, limitsOf } from './limits.ts';
export { currencyOf, parseMoney } from './money.ts';
export { plainJson, plainText } from './plain-text.ts';
export { allowedOf, Fields, wordKey, wordsOf } from './record.ts';
export { SetAside } from './set-aside.ts';
export { type ReadOptions, readRows } from './rows.ts';
export { setAsideCsv } from './set-aside-file.ts';
export { textInput } from './text-input.ts';
export { placeOf, rawFile } from './raw-file.ts';
export { allowedFor, RAW_LIMIT, rawPart } from './raw-record.ts';
export { readXmlRecords, type XmlBatch, type XmlOptions, type XmlRecord } from './xml.ts';
export { at, attr, child, children, descendants, textOf, type XmlElement } from './xml-element.ts';
export { type OnRejected, type OnWarning, readTable, type Implied, type TableForm, type TableOptions, type TableRecord } from './table.ts';
export { csvLines, xlsxBytes } from './write-table.ts';
