// Tables as offices and data services hand them over.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label, Licence, Rejected, RightRow } from '@zhijian/contract';
import { foldRights } from '@zhijian/engine';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { csvLines, fileInput, type Mapping, setAsideCsv, xlsxBytes } from '../readers/index.ts';
import { readLicences, readRights } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (content: string | Uint8Array): string => {
  const file = join(folder, `table-${files++}`);
  writeFileSync(file, content);
  return file;
};

const rights = async (content: string | Uint8Array, mapping?: Mapping) => {
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const rows: RightRow[] = [];
  const reading = readRights(
    [{ file: await fileInput(write(content), '簿'), mapping }],
    (one) => rejected.push(one),
    (one) => warnings.push(one),
  );
  for await (const record of reading) rows.push(...record.rows);
  const codes = rejected.map(({ line, field, code }) => [line, field, code]);
  return { rows, rejected, codes, coverage: reading.coverage, warnings: warnings.map(({ zh }) => zh) };
};

const asXlsx = async (rows: string[][]): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(rows, '登记簿')) pieces.push(piece);
  return Buffer.concat(pieces);
};

const PRINTED = `某某省知识产权局专利登记簿,,,,,,
打印日期：2026-11-01,,,,,,
序号,专利,,申请(专利权)人,法律,,备注
,号,名称,,状态,状态公告日,
1,ＺＬ２０１８２９９９９００２．７,手机支架,鲸屿公司,授权,2019.01.11,
,,,,,,
2,ZL202330999903.5,音箱,鲸屿公司,授权,2023年5月9日,
序号,专利,,申请(专利权)人,法律,,备注
,号,名称,,状态,状态公告日,
3,ZL202110999902.0,耳机,鲸屿公司,授权,2023.05,仅到月
4,ZL201829999002.8,支架,鲸屿公司,授权,20190111,
第1页 共3页,,,,,,
合计：,4件,,,,,
注：以上数据以登记簿为准,,,,,,
制表人：张三,,,,,,
`;

describe('a register as it is printed: titles, headings over two lines, page breaks, blank rows, footnotes', () => {
  const expected = (read: Awaited<ReturnType<typeof rights>>, sheet: string) => {
    expect(read.rows.map(({ kind, number, name, owner, status, published_on }) => [kind, number, name, owner, status, published_on])).toEqual([
      ['utility_model', '201829999002.7', '手机支架', '鲸屿公司', 'granted', '2019-01-11'],
      ['design', '202330999903.5', '音箱', '鲸屿公司', 'granted', '2023-05-09'],
    ]);
    expect(read.codes).toEqual([
      [10, 'published_on', 'date'],
      [11, 'number', 'right_number'],
    ]);
    expect(read.rejected[0]?.allowed.zh).toContain('须到日');
    expect(read.rejected[0]?.cells).toMatchObject({ 专利号: 'ZL202110999902.0', 法律状态公告日: '2023.05', 备注: '仅到月' });
    expect(read.warnings.slice(0, 6)).toEqual([
      '簿：没有权利种类一列，按其余表头读作专利（种类由号码判断）',
      `簿${sheet}：表头之上有 2 行不是记录，未读；首行在第 1 行：某某省知识产权局专利登记簿`,
      `簿${sheet}：表头占两行（第 3 行起），合并读作：序号 专利号 专利名称 申请(专利权)人 法律状态 法律状态公告日 备注`,
      `簿${sheet}：记录之间有 1 个空行；首行在第 6 行`,
      `簿${sheet}：表头重复出现 2 次，未作为记录；首次在第 8 行`,
      `簿${sheet}：有 4 行合计、附注或页码，未作为记录；首行在第 12 行：第1页 共3页`,
    ]);
  };

  test.each([
    ['GB18030', iconv.encode(PRINTED, 'gb18030')],
    ['UTF-8, semicolons', PRINTED.replaceAll(',', ';')],
    ['UTF-16, tabs', Buffer.from(`\uFEFF${PRINTED.replaceAll(',', '\t')}`, 'utf16le')],
    ['GB18030, empty cells at the end left out', iconv.encode(PRINTED.replace(/^(某|打印|第|合计|注|制表)(.*?),+$/gm, '$1$2'), 'gb18030')],
  ])('%s', async (_, content) => expected(await rights(content), ''));

  test('the same in a workbook', async () => {
    const rows = PRINTED.trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expected(await rights(await asXlsx(rows)), ' [登记簿]');
  });

  test('what is no record does not make the register incomplete', async () => {
    const { coverage, rows } = await rights(
      '# covers: CN:utility_model:2010-2026\n登记簿\n专利号,专利名称,专利权人\n201829999002.7,支架,鲸屿\n合计：1件,,\n',
    );
    expect(rows).toHaveLength(1);
    expect(coverage).toHaveLength(1);
  });
});

test('headings of the trademark office: kind by the headings, a term from day to day, goods with their groups', async () => {
  const { rows, rejected, warnings } = await rights(
    '申请/注册号,国际分类,申请日期,申请人名称(中文),专用权期限,商标名称,流程状态,商品/服务列表(类似群),初审公告期号\n' +
      '99990001,9,2012年1月6日,鲸屿公司,2013-01-01至2022-12-31,鲸屿,注册,0907手机套；0908 耳机（0908）；灯(装饰用),1650\n',
  );
  expect(rejected).toEqual([]);
  expect(rows[0]).toMatchObject({
    kind: 'trademark',
    number: '99990001',
    classes: [9],
    grant_date: '2013-01-01',
    expiry_date: '2022-12-31',
    status: 'registered',
    filing_date: '2012-01-06',
  });
  expect(rows[0]?.goods).toEqual(['0907手机套', '耳机', '灯(装饰用)']);
  expect(rows[0]?.extra).toMatchObject({ similar_groups: '0908', 初审公告期号: '1650' });
  expect(warnings[0]).toContain('读作商标');
});

test('headings of data services: the present holder before the first, the event before the simple status', async () => {
  const { rows, codes, warnings } = await rights(
    '公开(公告)号,标题,[标]当前申请(专利权)人,原始申请(专利权)人,申请号,申请日,专利类型,受理局,简单法律状态,法律状态/事件,预估到期日\n' +
      'CN208999999U,支架,鲸屿公司,旧公司,CN201829999002.7,2018-06-01,实用新型,中国,有效,授权,2028-06-01\n' +
      'CN208999998U,支架,鲸屿公司,旧公司,CN201829999002.7,2018-06-01,实用新型,中国,失效,未缴年费,2028-06-01\n' +
      'CN208999998U,支架,鲸屿公司,旧公司,CN201829999002.7,2018-06-01,实用新型,中国,失效,,2028-06-01\n',
  );
  expect(rows.map(({ owner, status, expiry_date, office }) => [owner, status, expiry_date, office])).toEqual([
    ['鲸屿公司', 'granted', '2028-06-01', 'CN'],
    ['鲸屿公司', 'lapsed_unpaid_fee', '2028-06-01', 'CN'],
  ]);
  expect(codes).toEqual([[4, 'status', 'vocabulary']]);
  expect(warnings.join()).toContain('原始申请(专利权)人');
  expect(warnings.join()).not.toContain('公开(公告)号');
});

describe('a status cell that tells a history', () => {
  const history = async (cell: string, more: [string, string] = ['', '']) => {
    const { rows, rejected, codes } = await rights(`专利号,专利权人,法律状态${more[0]}\n201829999002.7,鲸屿公司,"${cell}"${more[1]}\n`);
    return {
      rows: rows.map(({ owner, status, status_date, published_on }) => [owner, status, status_date, published_on]),
      rejected,
      codes,
      all: rows,
    };
  };
  const events = [
    ['鲸屿公司', null, null, null],
    [null, 'granted', '2019-01-11', '2019-01-11'],
    [null, 'lapsed_unpaid_fee', null, '2025-10-15'],
  ];

  test.each([
    '2019-01-11 授权\n2025-10-15 未缴年费终止',
    '20190111 授权\r\n20251015 未缴年费专利权终止',
    '授权（2019.01.11）\n\n终止(2025年10月15日)',
    '2019/1/11：授权；2025/10/15：未缴年费终止',
    '[2019-01-11] GR01\n[2025-10-15] CF01',
  ])('%j', async (cell) => {
    const { rows, rejected, all } = await history(cell);
    expect(rejected).toEqual([]);
    expect(rows).toEqual(events);
    expect(foldRights(all)[0]?.events).toHaveLength(2);
  });

  test('its days line by line in the column beside it, of the gazette or of effect', async () => {
    const gazette = await history('授权\n未缴年费终止', [',法律状态公告日', ',"2019-01-11\n2025-10-15"']);
    expect(gazette.rows).toEqual(events);
    const effect = await history('授权\n未缴年费终止', [',状态生效日', ',"2019-01-11\n2025-03-01"']);
    expect(effect.rows.slice(1)).toEqual([
      [null, 'granted', '2019-01-11', null],
      [null, 'lapsed_unpaid_fee', '2025-03-01', null],
    ]);
  });

  test('one day and one word are one row; what cannot be read sets the record aside', async () => {
    expect((await history('2019-01-11 授权')).rows).toEqual([['鲸屿公司', 'granted', '2019-01-11', '2019-01-11']]);
    expect((await history('2019-01-11 授权\n2020-02-30 未缴年费终止')).codes).toEqual([[2, 'status', 'date']]);
    expect((await history('2019-01-11 授权\n2020-02-28 天晓得')).codes).toEqual([[2, 'status', 'vocabulary']]);
    expect((await history('授权\n未缴年费终止')).codes).toEqual([[2, 'status', 'date']]);
    const kept = await history('2019-01-11 授权\n2020-01-01 质押注销');
    expect(kept.rows).toEqual([['鲸屿公司', 'granted', '2019-01-11', '2019-01-11']]);
    expect(kept.all[0]?.extra['status']).toContain('质押注销');
  });
});

test('a person’s own meaning of a heading wins over the table of headings', async () => {
  const table = '权证编号,权属人,专利权人,类别码\n201829999002.7,鲸屿公司,旧名,x\n';
  expect((await rights(table)).codes).toEqual([[1, 'number', 'heading']]);
  const { rows, rejected } = await rights(table, { 权证编号: 'number', '权 属 人': 'owner', 专利权人: '', 类别码: 'no_such_field' });
  expect(rejected).toEqual([]);
  expect(rows[0]).toMatchObject({ number: '201829999002.7', owner: '鲸屿公司', extra: { 专利权人: '旧名', 类别码: 'x' } });
  const licences: Licence[] = [];
  const file = write('权证,种,得许可者\n99990001,商标,甲\n');
  for await (const one of readLicences(
    [file],
    () => {},
    () => {},
    { 权证: 'right_number', 种: 'right_kind', 得许可者: 'licensee' },
  ))
    if (one.licence !== null) licences.push(one.licence);
  expect(licences.map(({ right_number, licensee }) => [right_number, licensee])).toEqual([['99990001', '甲']]);
});

describe('records that were set aside', () => {
  const csv = async (rejected: Rejected[]) => {
    let text = '';
    for await (const line of setAsideCsv(() => rejected)) text += line;
    return text;
  };

  test('come as a table under their own headings; mended, they give the rows that they would have given', async () => {
    const table =
      'kind,number,name,owner,备注,goods\n商标,99990001,好,甲,,\n商标,abc,"=1+1\n二","\'-x",\'@注,"a;b"\n实用新型,201829999002.8,+号,甲,@,\n';
    const { rejected } = await rights(table);
    expect(rejected.map(({ cells }) => cells?.['number'])).toEqual(['abc', '201829999002.8']);
    const text = await csv(rejected);
    expect(text.split('\r\n')[0]).toBe('\uFEFFkind,number,name,owner,备注,goods,问题,问题_字段,问题_所给内容,问题_允许内容,问题_位置');
    expect(text).toContain("'=1+1");
    expect(text).toContain('簿:3');
    expect((await rights(text)).codes.map(([, field, code]) => [field, code])).toEqual([
      ['number', 'right_number'],
      ['number', 'right_number'],
    ]);
    const mended = await rights(text.replaceAll('abc', '99990002').replaceAll('201829999002.8', '201829999002.7'));
    const straight = await rights(table.replaceAll('abc', '99990002').replaceAll('201829999002.8', '201829999002.7'));
    expect(mended.rejected).toEqual([]);
    expect(mended.rows).toEqual(straight.rows.slice(1));
    expect(mended.rows[0]).toMatchObject({ name: '=1+1\n二', extra: { 备注: '@注' } });
  });

  test('a record over 64 KiB comes without its cells; one whose cells could not be told apart too', async () => {
    const { rejected } = await rights(`kind,number,name\n商标,abc,${'长'.repeat(30_000)}\n商标,"x" y "z\n商标,1,2,3,4\n`);
    expect(rejected.map(({ code, cells }) => [code, cells])).toEqual([
      ['right_number', undefined],
      ['quote', undefined],
      ['column_count', { kind: '商标', number: '1', name: '2', '#4': '3', '#5': '4' }],
    ]);
    expect((await csv(rejected)).split('\r\n')).toHaveLength(5);
  });
});

test('any cells come back from a CSV and from a workbook as they were written', async () => {
  const odd = [
    '=1+1',
    "'=1+1",
    "''=x",
    "'plain",
    '+1',
    '-1',
    '@a',
    '\tx',
    '\rx',
    '＝全角',
    ' spaces ',
    '"q"',
    'a,b',
    'line\nbreak',
    '',
    '𠮷',
    '0012',
    '1e5',
    '_x000A_',
    'a\u0001b',
    '_x005F_',
    'TRUE',
  ];
  const headings = ['number', 'kind', ...odd.map((_, i) => `列${i}`)];
  const record = ['99990001', '商标', ...odd];
  let text = '';
  for await (const line of csvLines([headings, record])) text += line;
  const wanted = Object.fromEntries(odd.map((cell, i) => [`列${i}`, cell] as const).filter(([, cell]) => cell.trim() !== ''));
  expect((await rights(text)).rows[0]?.extra).toEqual(wanted);
  expect((await rights(await asXlsx([headings, record]))).rows[0]?.extra).toEqual(wanted);
  expect(text).toContain(",'=1+1,''=1+1,'''=x,'plain,'+1,'-1,'@a,");
});
