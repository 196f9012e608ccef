// Tables and daily files through the house: nothing odd passes in silence, and the order of files does not matter.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportDetail, PATH, type RightListRow, type RightPage } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectFiles } from '../detection/index.ts';
import { xlsxBytes } from '../readers/index.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

const MARKS = join(import.meta.dirname, '../rights/samples/uspto-trademarks');
const folder = mkdtempSync(join(tmpdir(), 'zhijian-office-tables-'));
let house: TestHouse;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  house = await testHouse();
  a = await house.signedIn(house.logins[0]!);
  b = await house.signedIn(house.logins[1]!);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const find = async (by: Browser, q: string) => (await by.get<RightListRow[]>(`${PATH.rights}?q=${encodeURIComponent(q)}`)).body;
const pageOf = async (by: Browser, number: string, day = '2026-11-24') => {
  const [found] = await find(by, number);
  if (found === undefined) throw new Error(`no right ${number}`);
  const address = PATH.right.replace(':office', found.office).replace(':kind', found.kind).replace(':number', encodeURIComponent(found.number));
  return (await by.get<RightPage>(`${address}?on=${day}&as_known=${day}`)).body;
};

const mark = (name: string) => readFileSync(join(MARKS, `${name}.xml`), 'utf8');
const daily = (...records: string[]) =>
  `<?xml version="1.0"?>\n<trademark-applications-daily><application-information><file-segments><action-keys>${records.join('\n')}</action-keys></file-segments></application-information></trademark-applications-daily>`;
const before = daily(mark('98186103-revival-before'), mark('79366581-publication-before'));
const after = daily(mark('79366581-publication-after'), mark('98186103-revival-after'));

test('[D5.foreign-rights-data] two daily files in either order give the same register', async () => {
  for (const file of [before, after]) expect(await a.import('rights', 'apc.xml', file)).toMatchObject({ state: 'done', stored: 2, set_aside: 0 });
  for (const file of [after, before]) expect(await b.import('rights', 'apc.xml', file)).toMatchObject({ state: 'done', stored: 2, set_aside: 0 });
  for (const number of ['98186103', '79366581']) {
    for (const day of ['2024-01-01', '2024-09-14', '2024-09-20', '2024-09-25', '2026-11-24']) {
      const one = await pageOf(a, number, day);
      expect(one.right.events.length).toBeGreaterThan(2);
      expect(await pageOf(b, number, day)).toEqual(one);
    }
    expect(await find(b, number)).toEqual(await find(a, number));
  }
}, 60_000);

const PRINTED = `某省知识产权局专利登记簿,,,,,,
打印日期：2026-11-01,,,,,,
序号,专利,,申请(专利权)人,法律,,备注
,号,名称,,状态,状态公告日,
1,ＺＬ２０１８２９９９９００２．７,折叠手机支架,鲸屿公司,授权,2019.01.11,
,,,,,,
2,ZL202330999903.5,桌面音箱,鲸屿公司,授权,2023年5月9日,
序号,专利,,申请(专利权)人,法律,,备注
,号,名称,,状态,状态公告日,
3,ZL202110999902.0,耳机,鲸屿公司,授权,2023.05,仅到月
4,ZL201829999002.8,支架,鲸屿公司,授权,20190111,
第1页 共3页,,,,,,
注：以上数据以登记簿为准,,,,,,
`;

describe('[A1.status-history] a register as it is printed, with merged headings, footnotes and blank rows', () => {
  const told = ({ warnings }: ImportDetail) => warnings.map(({ zh }) => zh).join('\n');
  const agrees = async (by: Browser, done: ImportDetail) => {
    expect(done).toMatchObject({ state: 'done', read_records: 4, stored: 2, set_aside: 2 });
    for (const word of ['表头之上有 2 行', '表头占两行', '记录之间有 1 个空行', '表头重复出现', '有 2 行合计、附注或页码'])
      expect(told(done)).toContain(word);
    expect(done.rejected.map(({ line, field, code }) => [line, field, code])).toEqual([
      [10, 'published_on', 'date'],
      [11, 'number', 'right_number'],
    ]);
    expect((await pageOf(by, 'ZL 2018 2 9999002.7')).right).toMatchObject({ name: '折叠手机支架', owner: '鲸屿公司', kind: 'utility_model' });
    expect(await pageOf(by, '202330999903.5')).toMatchObject({
      state: 'in_force',
      right: { events: [{ status: 'granted', published_on: '2023-05-09' }] },
    });
    expect(await find(by, '耳机')).toEqual([]);
  };
  test('CSV in GB18030', async () => {
    await agrees(a, await a.import('rights', '登记簿.csv', iconv.encode(PRINTED, 'gb18030')));
  }, 60_000);
  test('the same as a workbook', async () => {
    const pieces: Uint8Array[] = [];
    const rows = PRINTED.trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    for await (const piece of xlsxBytes(rows, '登记簿')) pieces.push(piece);
    await agrees(b, await b.import('rights', '登记簿.xlsx', Buffer.concat(pieces)));
  }, 60_000);
});

test('entities and DTDs are neither fetched nor expanded', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('<!ENTITY far "FROM AFAR">');
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const far = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'A SECRET OF THE MACHINE');
  const caseFile = (serial: string, name: string) =>
    `<case-file><serial-number>${serial}</serial-number><transaction-date>20240914</transaction-date><case-file-header><filing-date>20230919</filing-date><mark-identification>${name}</mark-identification></case-file-header></case-file>`;
  const dtd = `<!DOCTYPE trademark-applications-daily SYSTEM "${far}/x.dtd" [<!ENTITY % more SYSTEM "${far}/more.dtd"> %more;
    <!ENTITY near SYSTEM "file://${secret}"><!ENTITY far SYSTEM "${far}/text"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
  const names = ['&near;', '&far;', '&b;', 'GOOD &amp; PLAIN'];
  const file = `<?xml version="1.0"?>${dtd}${daily(...names.map((name, i) => caseFile(`9800000${i}`, name))).replace('<?xml version="1.0"?>', '')}`;
  const done = await a.import('rights', 'entities.xml', file);
  await new Promise((go) => server.close(go));
  expect(asked).toEqual([]);
  expect(done).toMatchObject({ state: 'done', stored: 1, set_aside: 3 });
  expect(done.rejected.map(({ code }) => code)).toEqual(['entity', 'entity', 'entity']);
  expect(JSON.stringify(done)).not.toMatch(/SECRET|FROM AFAR|aaaaaaaaaa/);
  expect((await pageOf(a, '98000003')).right.name).toBe('GOOD & PLAIN');
});

test('formulas and HTML are text, as they were written', async () => {
  const formula = `=HYPERLINK("http://x.example","点此")`;
  const html = '<img src=x onerror=alert(1)><b>鲸屿</b>';
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const file = `kind,number,name,owner\ntrademark,71999901,${quoted(formula)},${quoted(html)}\n`;
  expect(await a.import('rights', 'hostile.csv', file)).toMatchObject({ state: 'done', stored: 1, set_aside: 0 });
  expect((await pageOf(a, '71999901')).right).toMatchObject({ name: formula, owner: html });
  const list = await a.get<RightListRow[]>(`${PATH.rights}?q=71999901`);
  expect(String(list.headers['content-type'])).toMatch(/^application\/json/);
});

test('[B3.online-recognition] detect reads a file of the US office, in a ZIP too: an offer that uses its mark is a lead', async () => {
  const [xml, zip, offers] = ['marks.xml', 'marks.zip', 'offers.csv'].map((name) => join(folder, name)) as [string, string, string];
  const file = daily(mark('72269147-ib'), mark('71060608-repeated-codes'));
  writeFileSync(xml, file);
  writeFileSync(zip, zipOf([{ name: 'apc240925.xml', data: file }]));
  writeFileSync(
    offers,
    'platform,item_id,title,category,price,market\nshop.example,1,SARGENT padlock with two keys,padlocks,99,US\nshop.example,2,steel cup,cups,19,US\n',
  );
  for (const rights of [xml, zip]) {
    const out = join(folder, `out-${rights.endsWith('zip')}`);
    await detectFiles({ rights: [rights], licences: [], offers: [offers], covers: [], judgedOn: '2026-11-24', threads: 1, out });
    const leads = ['leads', 'held', 'screened'].flatMap((name) =>
      readFileSync(join(out, `${name}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => `${name} ${line}`),
    );
    expect(leads.filter((line) => line.startsWith('leads') && line.includes('71060608'))).not.toEqual([]);
  }
});
