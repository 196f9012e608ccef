// Records of offices that were set aside are kept as they stand.
import type { Label } from './vocabulary.ts';

/** Forms in which records of offices that were set aside are handed out, to be mended and imported again. */
export const RAW_FORM = {
  uspto_trademark: { zh: '美国商标 XML', en: 'USPTO trademark XML' },
  uspto_patent: { zh: '美国专利 XML、SGML', en: 'USPTO patent XML, SGML' },
  green_book: { zh: '美国专利绿皮书文本', en: 'USPTO Green Book text' },
  epo: { zh: '欧洲专利局 XML', en: 'EPO XML' },
} satisfies Record<string, Label>;
export type RawForm = keyof typeof RAW_FORM;
/** The name under which the text of such a record stands among its cells. */
export const RAW_RECORD = 'raw_record';
