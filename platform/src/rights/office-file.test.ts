// Whose format a file has: words within its records say nothing of that.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesInput } from '../readers/testing-input.ts';
import { officeReader } from './office-file.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
const readerOf = async (text: string) => (await officeReader(bytesInput(text, 'x')))?.name ?? null;

test('a table stays a table, whatever tag of an office one of its cells names', async () => {
  const signs = ['<case-file>', '<exchange-document ', '<us-patent-grant>', '<class-scheme>', '"x\nPATN\n"', '"x\nWKU  039373754"'];
  for (const sign of signs) {
    expect(await readerOf(`商品标题,品牌,价格\n鲸屿 ${sign} 耳机,鲸屿,69\n`), sign).toBeNull();
    expect(await readerOf(`某店商品\n商品标题;品牌;价格\n鲸屿 ${sign} 耳机;鲸屿;69\n`), sign).toBeNull();
  }
});

test('a saved page stays a page, and XML without its beginning is still told', async () => {
  expect(await readerOf('<!DOCTYPE html><html><body><p>鲸屿 <case-file> 耳机\nPATN\n</p></body></html>')).toBeNull();
  expect(await readerOf('number>\n<case-file><serial-number>60146682</serial-number></case-file>')).toBe('readUsptoTrademarks');
  const green = sample('uspto-patents/greenbook/US03937375.greenbook');
  expect(await readerOf(green.replace('PATN', 'P?TN'))).toBe('readUsptoPatents');
  expect(await readerOf(green.slice(green.indexOf('\n') + 1))).toBe('readUsptoPatents');
});

test('of the tags of several offices the first counts, in UTF-16 too', async () => {
  const claims = sample('epo/claims-wo.xml').replace('RSS', 'R<case-file>SS <us-patent-grant>');
  expect(await readerOf(claims)).toBe('readEpo');
  const grant = sample('uspto-patents/xml2004/US06970935.xml').replace('</invention-title>', '<exchange-document ></invention-title>');
  expect(await readerOf(grant)).toBe('readUsptoPatents');
  const mark = sample('uspto-trademarks/98763166-new-application.xml');
  expect(await readerOf(`${mark}<patent-family>`)).toBe('readUsptoTrademarks');
  const wide = Buffer.from(`\ufeff${claims}`, 'utf16le');
  expect((await officeReader(bytesInput(wide, 'x')))?.name).toBe('readEpo');
});
