// Records that an import sets aside, from outside: as a file, mended in place, and headings that a person maps once.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ImportDetail,
  type ImportPreview,
  type ImportRow,
  type StartedImports,
  type Mended,
  PATH,
  type Problem,
  type RightPage,
  type SetAsideRecord,
} from '@zhijian/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImport, importById, keepFile } from '../imports/index.ts';
import { asBody, asSystem } from '../kernel/index.ts';
import { RAW_LIMIT } from '../readers/index.ts';
import { zipOf } from '../readers/testing-zip.ts';
import { type Browser, type TestHouse, testHouse } from './testing.ts';

let house: TestHouse;
let a: Browser;
let b: Browser;
const dir = mkdtempSync(join(tmpdir(), 'zhijian-aside-'));
beforeAll(async () => {
  house = await testHouse();
  [a, b] = [await house.signedIn(house.logins[0]!), await house.signedIn(house.logins[1]!)];
});
afterAll(async () => {
  await house.close();
  rmSync(dir, { recursive: true, force: true });
});

const address = (path: string, facts: Record<string, string | number>) => path.replace(/:(\w+)/g, (_, name: string) => String(facts[name]));
const settled = async (browser: Browser, id: string): Promise<ImportDetail> => {
  for (;;) {
    const { body } = await browser.get<ImportDetail>(address(PATH.import, { import_id: id }));
    if (body.state === 'done' || body.state === 'failed') return body;
    await new Promise((go) => setTimeout(go, 50));
  }
};

const RIGHTS = `# known_on: 2026-11-20
权利种类,号码,商标名称,权利人,类别,商品,注册日,状态,状态日期
商标,99990001,鲸屿,杭州鲸屿科技有限公司,9,手机壳,2019-06-07,已注册,2019-06-07
商标,99990002,青岚,=HYPERLINK(1),9,耳机,2020-13-45,已注册,2020-02-07
商标,99990003,云汀,云汀公司,9,耳机,2021-02-07,不知何状,2021-02-07
`;

test('what was set aside is a table under its own headings, with what is wrong; mended, it imports to what it would have been', async () => {
  const done = await a.import('rights', 'rights.csv', RIGHTS);
  expect(done).toMatchObject({ stored: 1, set_aside: 2 });
  expect(done.rejected.map(({ sequence, field, can_mend }) => ({ sequence, field, can_mend }))).toEqual([
    { sequence: 1, field: 'grant_date', can_mend: true },
    { sequence: 2, field: 'status', can_mend: true },
  ]);
  expect(JSON.stringify(done.rejected)).not.toContain('HYPERLINK');
  const url = address(PATH.set_aside_csv, { import_id: done.id });
  const csv = await a.get<string>(url);
  expect(csv.status).toBe(200);
  expect(String(csv.headers['content-type'])).toContain('text/csv');
  expect(String(csv.headers['content-disposition'])).toContain('attachment');
  const lines = csv.body.split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFF权利种类,号码,商标名称,权利人,类别,商品,注册日,状态,状态日期,known_on,问题,问题_字段,问题_所给内容,问题_允许内容,问题_位置',
  );
  expect(lines[1]).toContain(",'=HYPERLINK(1),");
  expect(lines).toHaveLength(4);
  // Another body has no such import, in none of its addresses.
  expect((await b.get<Problem>(url)).body.code).toBe('not_found');
  expect((await b.get<Problem>(address(PATH.set_aside, { import_id: done.id, sequence: 1 }))).body.code).toBe('not_found');
  const mended = csv.body.replace('2020-13-45', '2020-02-07').replace('不知何状', '已注册');
  expect(await b.import('rights', 'mended.csv', mended)).toMatchObject({ stored: 2, set_aside: 0 });
  const right = await b.get<RightPage>(`${address(PATH.right, { office: 'CN', kind: 'trademark', number: '99990002' })}?on=2026-11-24`);
  expect(right.body).toMatchObject({ state: 'in_force', known_on: '2026-11-20', right: { owner: '=HYPERLINK(1)' } });
});

test('a record is mended field by field in place: a wrong cell says why, a right one is stored and detected ', async () => {
  const offers = '商品编号,商品标题,平台,抓取时间\n1,鲸屿手机壳 青岚耳机,甲平台,2026-11-01\n';
  await a.import('offers', 'offers.csv', offers);
  const [import_id] = (await a.get<{ rows: ImportRow[] }>(PATH.imports)).body.rows.filter(({ kind }) => kind === 'rights').map(({ id }) => id);
  const url = address(PATH.set_aside, { import_id: import_id!, sequence: 1 });
  const { body: record } = await a.get<SetAsideRecord>(url);
  expect(record).toMatchObject({ sequence: 1, wrong: ['注册日'], rejected: { field: 'grant_date', code: 'date', given: '2020-13-45' } });
  const cells = record.rejected.cells!;
  expect(cells).toMatchObject({ 号码: '99990002', 权利人: '=HYPERLINK(1)', known_on: '2026-11-20' });

  const still = await a.change<Mended>('POST', url, { cells: { ...cells, 注册日: '2020-02-30' } });
  expect(still.body.still).toMatchObject({ wrong: ['注册日'], rejected: { given: '2020-02-30', line: record.rejected.line } });
  expect(still.body.import).toMatchObject({ stored: 1, set_aside: 2 });
  // A second fault shows once the first is gone.
  const other = await a.change<Mended>('POST', url, { cells: { ...cells, 注册日: '2020-02-07', 号码: '不是号码' } });
  expect(other.body.still).toMatchObject({ wrong: ['号码'], rejected: { code: 'right_number' } });

  expect((await b.change<Problem>('POST', url, { cells })).body.code).toBe('not_found');
  const both = await Promise.all([1, 2].map(() => a.change<Mended & Problem>('POST', url, { cells: { ...cells, 注册日: '2020-02-07' } })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  const good = both.find(({ status }) => status === 200)!;
  expect(good.body.still).toBeNull();
  expect(good.body.import).toMatchObject({ stored: 2, set_aside: 1, state: 'done' });
  expect(good.body.import.rejected.map(({ sequence }) => sequence)).toEqual([2]);
  expect((await a.get<Problem>(url)).body.code).toBe('not_found');

  // Who and when stays beside what had been set aside, and the offer is looked at again.
  const { rows } = await asSystem(house.pool, (tx) =>
    tx.query<{ login: string; mended_as: object; rejected: object }>(
      `SELECT a.login, s.mended_as, s.rejected FROM imports.set_aside s JOIN people.account a ON a.id = s.mended_by WHERE mended_at IS NOT NULL`,
    ),
  );
  expect(rows).toMatchObject([{ login: house.logins[0]!.person.login, mended_as: { 注册日: '2020-02-07' }, rejected: { given: '2020-13-45' } }]);
  for (let found = 0; found === 0; ) {
    found = (await asSystem(house.pool, (tx) => tx.query(`SELECT 1 FROM detection.finding WHERE right_number = '99990002'`))).rows.length;
    await new Promise((go) => setTimeout(go, 50));
  }
  // One import in the list, not two.
  expect((await a.get<{ rows: ImportRow[] }>(PATH.imports)).body.rows.map(({ file_name }) => file_name).sort()).toEqual(['offers.csv', 'rights.csv']);
});

test('a number that a spreadsheet rounded is right only when it was typed again; a line of too many cells can be put right', async () => {
  const done = await a.import(
    'licences',
    'l.csv',
    '权利种类,权利号,被许可人,被许可人代码\n商标,99990001,甲公司,9.13301E+17\n商标,99990001,乙,公司,91330100MA9999902B\n',
  );
  expect(done.rejected.map(({ code }) => code).sort()).toEqual(['column_count', 'lost_digits']);
  const of = (code: string) => address(PATH.set_aside, { import_id: done.id, sequence: done.rejected.find((one) => one.code === code)!.sequence });
  const lost = (await a.get<SetAsideRecord>(of('lost_digits'))).body;
  expect((await a.change<Mended>('POST', of('lost_digits'), { cells: lost.rejected.cells! })).body.still).toMatchObject({ wrong: ['被许可人代码'] });
  const whole = { ...lost.rejected.cells, 被许可人代码: '91330100MA9999902B' };
  expect((await a.change<Mended>('POST', of('lost_digits'), { cells: whole })).body.still).toBeNull();
  const { cells } = (await a.get<SetAsideRecord>(of('column_count'))).body.rejected;
  expect(
    (await a.change<Mended>('POST', of('column_count'), { cells: { ...cells, 被许可人: '乙公司', 被许可人代码: '91330100MA9999902B', '#5': '' } }))
      .body.still,
  ).toBeNull();
});

test('a heading is mapped once: for this import, for later previews and imports of the body, and for no other body ', async () => {
  const csv = (number: string) => `货品代号,货品叫法,平台,备注\n${number},鲸屿 手机壳,甲平台,无\n`;
  const first = (await a.upload('odd.csv', csv('1'))).body;
  expect(first).toMatchObject({ kind: null, fields: [] });
  const as = (await a.get<ImportPreview>(`${address(PATH.upload_preview, { upload_id: first.upload_id })}?kind=offers`)).body;
  expect(as.headings.map(({ field }) => field)).toEqual([null, null, 'platform', null]);
  expect(as.fields).toEqual(expect.arrayContaining(['item_id', 'title', 'platform']));
  const wrong = { upload_id: first.upload_id, kind: 'offers', covers: [], mapping: { offers: { 货品代号: 'nonsense' } } };
  expect((await a.change<Problem>('POST', PATH.imports, wrong)).body.code).toBe('request_invalid');
  const mapping = { 货品代号: 'item_id', 货品叫法: 'title', 平台: '' };
  const started = await a.change<StartedImports>('POST', PATH.imports, { ...wrong, mapping: { offers: mapping } });
  expect(started.status).toBe(200);
  expect(await settled(a, started.body.imports[0]!.id)).toMatchObject({ stored: 1, set_aside: 0 });
  const { rows } = await asSystem(house.pool, (tx) => tx.query<{ content: object }>(`SELECT content FROM offers.version ORDER BY id DESC LIMIT 1`));
  expect(rows[0]!.content).toMatchObject({ item_id: '1', title: '鲸屿 手机壳', platform: null, extra: { 平台: '甲平台', 备注: '无' } });

  const later = (await a.upload('odd.csv', csv('2'))).body;
  expect(later).toMatchObject({ kind: 'offers', headings: [{ field: 'item_id' }, { field: 'title' }, { field: null }, { field: null }] });
  expect((await b.upload('odd.csv', csv('2'))).body.kind).toBeNull();
  // A file that comes by another way, without anybody's choice: as the body was told.
  const { body_id, region } = house.logins[0]!.person;
  const asker = { body_id, region };
  const file = join(dir, 'odd.csv');
  writeFileSync(file, csv('3'));
  const id = await asBody(house.pool, asker, (tx) =>
    createImport(tx, asker, { file_name: 'odd.csv', file_path: keepFile(dir, file), kind: 'offers', covers: [] }),
  );
  expect(await asBody(house.pool, asker, (tx) => importById(tx, id))).toMatchObject({
    mapping: { 货品代号: 'item_id', 货品叫法: 'title', 平台: '' },
  });
  expect(await settled(a, id)).toMatchObject({ stored: 1, set_aside: 0 });
});

test('an import reads with the mapping that it began with, whatever was told since', async () => {
  const { body_id, region } = house.logins[0]!.person;
  const asker = { body_id, region };
  const file = join(dir, 'later.csv');
  writeFileSync(file, '货品代号,货品叫法\n9,鲸屿 耳机\n');
  const id = await asBody(house.pool, asker, async (tx) => {
    const made = await createImport(tx, asker, { file_name: 'later.csv', file_path: keepFile(dir, file), kind: 'offers', covers: [] });
    // Before the worker sees it, in the same transaction.
    await tx.query(`UPDATE imports.mapping SET field = 'brand' WHERE field = 'title'`);
    return made;
  });
  await settled(a, id);
  const { rows } = await asSystem(house.pool, (tx) =>
    tx.query<{ content: { title: string } }>(`SELECT content FROM offers.version WHERE import_id = $1`, [id]),
  );
  expect(rows[0]!.content.title).toBe('鲸屿 耳机');
});

const mark = (serial: string, words: string) =>
  `<case-file><serial-number>${serial}</serial-number><case-file-header><filing-date>20240924</filing-date><status-code>630</status-code>` +
  `<mark-identification>${words}</mark-identification></case-file-header></case-file>`;
/** A day's file as offices send it: one line. */
const DAILY =
  '<?xml version="1.0" encoding="UTF-8"?><trademark-applications-daily><version><creation-datetime>202409250000</creation-datetime></version>' +
  `<application-information><file-segments><action-keys><action-key>NA</action-key>${mark('98763166', 'SUVENEER')}` +
  `${mark('99000001', 'JING&nosuch;YU')}${mark('9900000X', 'QINGLAN--&amp;')}</action-keys></file-segments></application-information>` +
  '</trademark-applications-daily>';
const pageOf = (browser: Browser, number: string) =>
  browser.get<RightPage>(`${address(PATH.right, { office: 'US', kind: 'trademark', number })}?on=2026-11-24`);

test('bad records of one line of a daily file are told apart, handed out as they stand, and import once they are mended', async () => {
  const done = await a.import('rights', 'apc.xml', DAILY);
  expect(done).toMatchObject({ stored: 1, set_aside: 2 });
  const at = (serial: string) => Buffer.from(DAILY).indexOf(`<case-file><serial-number>${serial}`);
  const place = { file: 'apc.xml', line: 1, form: 'uspto_trademark', can_mend: true };
  expect(done.rejected).toMatchObject([
    { ...place, record: 2, byte: at('99000001'), number: '99000001', code: 'entity', given: '&nosuch;' },
    { ...place, record: 3, byte: at('9900000X'), number: '9900000X', code: 'right_number', field: 'serial-number', given: '9900000X' },
  ]);
  const url = address(PATH.set_aside_records, { import_id: done.id, form: 'uspto_trademark' });
  const file = await a.get<string>(url);
  expect(String(file.headers['content-disposition'])).toMatch(/attachment; filename="set-aside-.*-uspto_trademark\.xml"/);
  expect(file.body).toContain(mark('9900000X', 'QINGLAN--&amp;'));
  expect(file.body.match(/<!-- apc\.xml:1 #3 @\d+ 9900000X \| /g)).toHaveLength(1);
  expect(file.body).not.toContain('SUVENEER');
  expect((await b.get<Problem>(url)).body.code).toBe('not_found');
  // The table names them too, without their text.
  const csv = (await a.get<string>(address(PATH.set_aside_csv, { import_id: done.id }))).body;
  expect(csv).toContain(`apc.xml:1 #2 @${at('99000001')} 99000001`);
  expect(csv).not.toContain('case-file>');

  const again = await b.import('rights', 'again.xml', file.body);
  expect(again).toMatchObject({ stored: 0, set_aside: 2 });
  const mended = file.body.replace('<serial-number>9900000X', '<serial-number>99000002').replace('JING&nosuch;YU', 'JINGYU');
  expect(await b.import('rights', 'mended.xml', mended)).toMatchObject({ stored: 2, set_aside: 0 });
  expect((await pageOf(b, '99000001')).body).toMatchObject({ right: { name: 'JINGYU' }, known_on: '2024-09-25' });
  expect((await pageOf(b, '99000002')).body).toMatchObject({ right: { name: 'QINGLAN--&' } });
});

test('a record of an office is mended in place, in its own text, by the reader of its file', async () => {
  const rows = (await a.get<{ rows: ImportRow[] }>(PATH.imports)).body.rows;
  const import_id = rows.find(({ file_name }) => file_name === 'apc.xml')!.id;
  const sequences = (await a.get<ImportDetail>(address(PATH.import, { import_id }))).body.rejected.map(({ sequence }) => sequence);
  const bad = (await a.get<SetAsideRecord>(address(PATH.set_aside, { import_id, sequence: sequences[1]! }))).body;
  expect(bad).toMatchObject({ wrong: ['raw_record'], rejected: { number: '9900000X', record: 3 } });
  const raw = bad.rejected.cells!['raw_record']!;
  const post = (text: string) =>
    a.change<Mended & Problem>('POST', address(PATH.set_aside, { import_id, sequence: bad.sequence }), { cells: { raw_record: text } });
  expect((await post(raw.replace('9900000X', '9900'))).body.still).toMatchObject({
    wrong: ['raw_record'],
    rejected: { field: 'serial-number', given: '9900', record: 3 },
  });
  expect((await post(raw.slice(0, -4))).body.still).not.toBeNull();
  expect((await post('<b>no record</b>')).body.still).not.toBeNull();
  expect((await post('')).body.still).not.toBeNull();
  const { body } = await post(raw.replaceAll('9900000X', '99000003'));
  expect(body.still).toBeNull();
  expect(body.import).toMatchObject({ stored: 2, set_aside: 1 });
  expect((await pageOf(a, '99000003')).body).toMatchObject({ known_on: '2024-09-25', right: { name: 'QINGLAN--&' } });
});

test('records of several offices in a ZIP are handed out each in its own form; one too long to be kept says so', async () => {
  const samples = join(import.meta.dirname, '../rights/samples');
  const green = readFileSync(join(samples, 'uspto-patents/greenbook/US03937375.greenbook'), 'utf8').replace(
    /^(WKU {2}\d{8})(\d)/m,
    (_, body, digit) => `${body}${(Number(digit) + 1) % 10}`,
  );
  const grant = readFileSync(join(samples, 'uspto-patents/xml2004/US06859910.xml'), 'utf8').replace(
    '</invention-title>',
    '&nosuch;</invention-title>',
  );
  const epo = readFileSync(join(samples, 'epo/claims-ep.xml'), 'utf8').replace('<claim-text>', '<claim-text>&nosuch;');
  const long = DAILY.replace('QINGLAN--', 'x'.repeat(RAW_LIMIT));
  const zip = zipOf([green, grant, epo, long].map((data, i) => ({ name: `${i}`, data })));
  const done = await a.import('rights', 'all.zip', zip);
  const forms = done.rejected.map(({ form = null, can_mend, number }) => [form, can_mend, number]);
  expect(forms).toMatchObject([
    ['green_book', true, '039373755'],
    ['uspto_patent', true, '06859910'],
    ['epo', true, '1000000'],
    ['uspto_trademark', true, '99000001'],
    [null, false, '9900000X'],
  ]);
  expect(done.rejected[4]!.allowed.zh).toContain(`超过 ${RAW_LIMIT} 字节`);
  for (const form of ['green_book', 'uspto_patent', 'epo']) {
    const { body } = await a.get<string>(address(PATH.set_aside_records, { import_id: done.id, form }));
    expect([form, await b.import('rights', form, body)]).toMatchObject([form, { stored: 0, set_aside: 1 }]);
    const mended = body.replaceAll('&nosuch;', '').replace(/^(WKU {2}\d{8})(\d)/m, (_, number, digit) => `${number}${(Number(digit) + 9) % 10}`);
    expect([form, await b.import('rights', form, mended)]).toMatchObject([form, { stored: 1, set_aside: 0 }]);
  }
});
