import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label, Rejected } from '@zhijian/contract';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { fileInput, limitsOf, openInputs, readRows, readTable, type TableForm } from './index.ts';
import { type Part, zipOf } from './testing-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (content: Uint8Array): string => {
  const file = join(folder, `book-${files++}`);
  writeFileSync(file, content);
  return file;
};

type Field = 'number' | 'name' | 'day';
const FORM: TableForm<Field> = {
  columns: { number: '号码 申请号', name: '名称 专利名称', day: '日期 申请日' },
  required: ['number'],
  oneOf: [],
  exact: ['number'],
};

const read = async (content: Uint8Array) => {
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const records: [number, Record<string, string | undefined>, Record<string, string>][] = [];
  const input = await fileInput(write(content), '登记簿.xlsx');
  const keep = (one: Rejected) => rejected.push(one);
  const warn = (one: Label) => warnings.push(one);
  for await (const batch of readTable(input, FORM, (record) => record, keep, warn)) {
    records.push(...batch.map(({ line, given, extra }): (typeof records)[number] => [line, given, extra]));
  }
  return {
    records,
    rejected,
    warnings: warnings.map(({ zh }) => zh),
    codes: rejected.map(({ sheet, line, field, code }) => [sheet, line, field, code]),
  };
};

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** A workbook by hand: what is between <sheetData> and its end, for each sheet. */
const book = (
  sheets: readonly { name?: string; state?: string; rows: string }[],
  { styles = '', shared = '', date1904 = false, first = [] as Part[] } = {},
): Buffer =>
  zipOf([
    ...first,
    { name: '[Content_Types].xml', data: '<Types xmlns="x"/>' },
    { name: '_rels/.rels', data: `<Relationships>${relation('rId1', 'officeDocument', '/xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(({ name = '表', state }, i) => `<sheet name="${name}"${state ? ` state="${state}"` : ''} sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('t', 'styles', '../xl/styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${shared}</sst>` },
    { name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` },
    ...sheets.map(({ rows }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: `<worksheet><sheetData>${rows}</sheetData></worksheet>` })),
  ]);
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row r="1">${text('申请号')}${text('专利名称')}${text('申请日')}${text('备注')}</row>`;

test('a workbook of another writer reads as it was written: texts, numbers, days, yes and no, gaps', async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: '专利',
        rows: [
          ['申请号', '名称', '申请日', '页数', '有效'],
          ['201829999002.7', '=HYPERLINK("x")', new Date(Date.UTC(2018, 5, 1)), 12, true],
          [2018299990027, '  空格 \n换行', new Date(Date.UTC(2018, 5, 1, 13, 30)), 0.1 + 0.2, false],
          [],
          ['00123', '𠮷😀', null, -1e-7, null],
        ],
      },
    ],
  });
  const { records, rejected, warnings } = await read(content);
  expect(rejected).toEqual([]);
  expect(records).toEqual([
    [2, { number: '201829999002.7', name: '=HYPERLINK("x")', day: '2018-06-01' }, { 页数: '12', 有效: 'TRUE' }],
    [3, { number: '2018299990027', name: '  空格 \n换行', day: '2018-06-01 13:30:00' }, { 页数: '0.3', 有效: 'FALSE' }],
    [5, { number: '00123', name: '𠮷😀' }, { 页数: '-0.0000001' }],
  ]);
  expect(warnings[0]).toBe('登记簿.xlsx [专利]：记录之间有 1 个空行；首行在第 4 行');
});

test('days in both systems and in Chinese formats, rich text, phonetic readings, escapes, formulas and errors', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[$-804]0.00&quot;d&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="57"/><xf numFmtId="165"/></cellXfs>';
  const shared =
    '<si><t>申请号</t></si><si><r><rPr/><t>专利</t></r><r><t xml:space="preserve">名称</t></r><rPh sb="0" eb="1"><t>zhuanli</t></rPh></si><si><t>申请日</t></si><si><t>备注</t></si><si><t>a_x000A_b&amp;c</t></si>';
  const s = (i: number, r: string) => `<c r="${r}" t="s"><v>${i}</v></c>`;
  const rows =
    `<row r="1">${s(0, 'A1')}${s(1, 'B1')}${s(2, 'C1')}${s(3, 'D1')}</row>` +
    `<row r="2"><c r="A2"><v>1</v></c>${s(4, 'B2')}<c r="C2" s="1"><v>45985</v></c><c r="D2" s="3"><v>1.5</v></c></row>` +
    '<row r="3"><c r="A3"><v>2</v></c><c r="C3" s="2"><v>61</v></c><c r="D3" t="e"><v>#N/A</v></c></row>' +
    '<row r="4"><c r="A4"><f>B4+1</f><v>3</v></c><c r="B4" t="str"><f>"x"</f><v>算得</v></c><c r="C4"><f>TODAY()</f></c><c r="D4" s="1"><v>2018299990027</v></c></row>';
  const { records, warnings } = await read(book([{ rows }], { styles, shared }));
  expect(records).toEqual([
    [2, { number: '1', name: 'a\nb&c', day: '2025-11-24' }, { 备注: '1.5' }],
    [3, { number: '2', day: '1900-03-01' }, {}],
    [4, { number: '3', name: '算得' }, { 备注: '2018299990027' }],
  ]);
  expect(warnings.join()).toContain('有 1 行的公式未存计算结果');
  const old = await read(book([{ rows }], { styles, shared, date1904: true }));
  expect(old.records[0]?.[1].day).toBe('2029-11-25');
});

test('a number of which a spreadsheet kept 15 digits sets its record aside where every digit counts, and only there', async () => {
  const numbers = ['2018299990027', '123456789012345', '1234567890123456', '4.403001234567E+17', '9.13301E17', '1e21'];
  const rows = head + numbers.map((number, i) => `<row r="${i + 2}"><c><v>${number}</v></c>${text('名')}<c/><c><v>${number}</v></c></row>`).join('');
  const { records, rejected, codes } = await read(book([{ rows }]));
  expect(records.map(([line, { number }, { 备注 }]) => [line, number, 备注])).toEqual([
    [2, '2018299990027', '2018299990027'],
    [3, '123456789012345', '123456789012345'],
  ]);
  expect(codes).toEqual([4, 5, 6, 7].map((line) => ['表', line, 'number', 'lost_digits']));
  expect(rejected.map(({ given }) => given)).toEqual(['1234567890123456', '440300123456700000', '913301000000000000', '1000000000000000000000']);
  expect(rejected[0]?.allowed.zh).toContain('前 15 位');
  expect(rejected[0]?.cells).toEqual({ 申请号: '1234567890123456', 专利名称: '名', 申请日: '', 备注: '1234567890123456' });
});

describe('sheets', () => {
  const row = (line: number, number: string) => `<row r="${line}">${text(number)}${text(`名${number}`)}</row>`;

  test('are read one after the other, each with its own headings; hidden ones too; one without a table is named', async () => {
    const { records, warnings, codes } = await read(
      book([
        { name: '封面', rows: `<row>${text('某局专利登记簿')}</row>` },
        { name: '一', rows: head + row(2, '1') },
        { name: '空', rows: '' },
        {
          name: '二',
          state: 'hidden',
          rows: `<row>${text('名称')}${text('号码')}</row><row>${text('乙')}${text('2')}</row><row>${text('丙')}</row>`,
        },
      ]),
    );
    expect(records.map(([line, given]) => [line, given.number, given.name])).toEqual([
      [2, '1', '名1'],
      [2, '2', '乙'],
    ]);
    expect(codes).toEqual([['二', 3, 'number', 'required']]);
    expect(warnings.some((one) => one.startsWith('登记簿.xlsx：工作表“封面”未读：缺少'))).toBe(true);
    expect(warnings).toContain('登记簿.xlsx：隐藏的工作表也已读入：二');
  });

  test('none of which has a table are one reject that names the columns', async () => {
    const { codes, warnings } = await read(book([{ name: '甲', rows: `<row>${text('品名')}</row>` }]));
    expect(codes).toEqual([['甲', 1, 'number', 'heading']]);
    expect(warnings).toEqual(['登记簿.xlsx：无法作为表格读入，整个文件的记录均未读']);
    expect((await read(book([{ rows: '' }]))).codes).toEqual([[undefined, 1, null, 'empty']]);
  });

  test('a cell beyond the headings sets its row aside; 16,384 empty ones do not', async () => {
    const { records, codes } = await read(
      book([
        { rows: `${head}<row r="2">${text('1')}<c r="H2" t="inlineStr"><is><t>多</t></is></c></row><row r="3">${text('2')}<c r="XFD3"/></row>` },
      ]),
    );
    expect(codes).toEqual([['表', 2, null, 'column_count']]);
    expect(records.map(([line]) => line)).toEqual([3]);
  });
});

test('a workbook in a ZIP is read through a file on disk', async () => {
  const zip = write(zipOf([{ name: '局/簿.xlsx', data: book([{ rows: `${head}<row r="2">${text('1')}</row>` }]) }]));
  const seen: [string, number][] = [];
  for await (const one of openInputs(zip, 'outer.zip')) {
    if ('rejected' in one) throw new Error(one.rejected.allowed.en);
    for await (const { rows } of readRows(one.input)) seen.push(...rows.map(({ line }): [string, number] => [one.input.name, line]));
  }
  expect(seen).toEqual([['outer.zip/局/簿.xlsx', 2]]);
});

test('what is no workbook that can be read is one reject with advice', async () => {
  const only = async (content: Uint8Array) => {
    const { codes, rejected } = await read(content);
    expect(codes).toHaveLength(1);
    return [codes[0]?.at(-1), rejected[0]?.allowed.zh, rejected[0]?.allowed.en].join(' ');
  };
  const whole = book([{ rows: head }]);
  expect(
    await only(
      zipOf([
        { name: '[Content_Types].xml', data: 'x' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
    ),
  ).toMatch(/unsupported .*另存为 \.xlsx .*save it as \.xlsx/);
  expect(await only(whole.subarray(0, whole.length - 30))).toMatch(/^(?:damaged|encoding) /);
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
  expect(await only(ole)).toMatch(/^damaged .*另存为 \.xlsx/);
  expect(await only(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch(/^unsupported .*密码.*password/);
  expect(await only(zipOf([{ name: 'a.csv', data: 'x' }]))).toContain('ZIP');
  const limits = { ...limitsOf({}), sharedTextBytes: 100 };
  const shared = book([{ rows: head }], { shared: '<si><t>一二三四五六七八九十</t></si>'.repeat(10) });
  for await (const { rejected } of readRows(await fileInput(write(shared)), { limits })) {
    expect(rejected.map(({ code, allowed }) => [code, allowed.en])).toEqual([
      ['limit', 'at most 100 bytes of texts that the rows of a workbook share'],
    ]);
  }
});

test('a sheet that breaks off gives the rows before the break', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 2}">${text(String(i))}</row>`).join('');
  const parts = book([{ rows: `${head}${rows}<row r="2002"><c><v>1</b></row>` }]);
  const { records, codes } = await read(parts);
  expect(records).toHaveLength(2000);
  expect(codes).toEqual([['表', 2002, null, 'damaged']]);
});

test('entities of a DTD are not expanded', async () => {
  const sheet = `<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${head}<row r="2">${text('1')}</row><row r="3">${text('&a;')}</row></sheetData></worksheet>`;
  const { records, codes } = await read(book([{ rows: '' }], { first: [{ name: 'xl/worksheets/sheet1.xml', data: sheet }] }));
  expect(records.map(([line]) => line)).toEqual([2]);
  expect(codes).toEqual([['表', 3, null, 'damaged']]);
});
