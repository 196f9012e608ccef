// Tables: those of the repository, and registers as Chinese offices and right holders hand them over.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportKind } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { xlsxBytes } from '../../platform/src/readers/index.ts';
import { xlsOf } from '../../platform/src/readers/testing-xls.ts';
import { zipOf } from '../../platform/src/readers/testing-zip.ts';
import { chineseRow, HEADINGS } from '../import/files.ts';
import { joined, type Sample, single } from './sample.ts';

const ROOT = join(import.meta.dirname, '../..');
const MOST_ROWS = 60;

const FILES: [path: string, kind: ImportKind][] = [
  ['examples/rights.csv', 'rights'],
  ['examples/licences.csv', 'licences'],
  ['examples/offers.csv', 'offers'],
  ['examples/offers-with-errors.csv', 'offers'],
  ['docs/templates/rights.csv', 'rights'],
  ['docs/templates/licences.csv', 'licences'],
  ['docs/templates/decisions.csv', 'decisions'],
  ['docs/templates/traders.csv', 'traders'],
  ['docs/templates/offers.csv', 'offers'],
  ['demo/world/rights.csv', 'rights'],
  ['demo/world/licences.csv', 'licences'],
  ['demo/world/offers.csv', 'offers'],
];

/** Lines of facts and the headings, then at most 60 rows. None of these files has a row over several lines. */
const ofRepository = ([path, kind]: [string, ImportKind]): Sample => {
  const lines = readFileSync(join(ROOT, path), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const facts = lines.findIndex((line) => !line.replace('\ufeff', '').startsWith('#'));
  const head = lines
    .slice(0, facts + 1)
    .map((line) => `${line}\n`)
    .join('');
  const rows = lines.slice(facts + 1, facts + 1 + MOST_ROWS).map((line) => Buffer.from(line));
  return joined({ group: 'tables', name: path, kind }, Buffer.from(head), rows);
};

const ROWS = Array.from({ length: 30 }, (_, i) => chineseRow(i));
const quoted = (cell: string) => (/[",\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const PATENTS = [
  ['序号', '申请(专利)号', '授权公告号', '发明名称', '申请(专利权)人', '申请日', '授权公告日', '法律状态', '法律状态公告日', '主权项'],
  ...['ZL201829999002.7', 'ZL202330999903.5', 'ZL202110999902.0', '201829999005.0', '201829999006.5'].map((number, i) => [
    String(i + 1),
    number,
    `CN29999${i}01U`,
    `折叠手机支架, 第${i}型`,
    '宁波鲸屿数码科技有限公司',
    '2018.01.11',
    '2019年1月11日',
    '授权',
    '2019-01-11',
    `1. 一种"支架"，其特征在于：包括底座${i}`,
  ]),
];

const delimited = (name: string, rows: readonly string[][], separator: string, encode: (text: string) => Buffer): Sample => {
  const [head = [], ...records] = rows;
  const line = (cells: readonly string[]) => encode(cells.map(quoted).join(separator));
  return joined({ group: 'tables', name, kind: 'rights' }, Buffer.concat([line(head), encode('\r\n')]), records.map(line), encode('\r\n'));
};

/** A register as it is printed: titles, headings over two lines, page breaks, blank rows, footnotes. */
const PRINTED = {
  head: `某省知识产权局专利登记簿,,,,,,\n打印日期：2026-11-01,,,,,,\n序号,专利,,申请(专利权)人,法律,,备注\n,号,名称,,状态,状态公告日,\n`,
  rows: [
    '1,ＺＬ２０１８２９９９９００２．７,折叠手机支架,鲸屿公司,授权,2019.01.11,',
    ',,,,,,',
    '2,ZL202330999903.5,桌面音箱,鲸屿公司,授权,2023年5月9日,',
    '3,ZL202110999902.0,耳机,鲸屿公司,授权,2023.05.09,"甲,乙"',
  ],
  tail: '第1页 共3页,,,,,,\n注：以上数据以登记簿为准,,,,,,\n',
};

const printed = (name: string, encode: (text: string) => Buffer): Sample =>
  joined({ group: 'tables', name, kind: 'rights' }, encode(PRINTED.head), PRINTED.rows.map(encode), encode('\n'), encode(PRINTED.tail), [0, 2, 3]);

const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');
const utf8 = (text: string): Buffer => Buffer.from(text);

const escaped = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
const XLSX_PARTS: [name: string, data: string][] = [
  ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
  ['_rels/.rels', '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'],
  ['xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="簿" sheetId="1" r:id="r1"/></sheets></workbook>'],
  ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'],
];
const rowXml = (cells: readonly string[], r: number) =>
  `<row r="${r + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`;
const storedBook = (rows: readonly string[]): Buffer =>
  zipOf(
    [...XLSX_PARTS, ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`] as [string, string]].map(
      ([name, data]) => ({ name, data, stored: true }),
    ),
  );

/** A workbook whose parts are not packed, so that a row can be damaged by itself; a sheet is one XML, which is read up to where it breaks off. */
const workbookByRow = (name: string, rows: readonly string[][]): Sample => {
  const xml = rows.map(rowXml);
  const bytes = storedBook(xml);
  let at = 0;
  const places = xml.map((row): [number, number] => {
    at = bytes.indexOf(row, at);
    return [at, at + Buffer.byteLength(row)];
  });
  return { group: 'tables', name, kind: 'rights', bytes, records: places.slice(3), inPlace: true, without: (k) => storedBook(xml.slice(0, k + 3)) };
};

export const tableSamples = async (): Promise<Sample[]> => {
  const marks = [HEADINGS, ...ROWS];
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(marks, '商标')) pieces.push(piece);
  return [
    ...FILES.map(ofRepository),
    delimited('商标登记簿 CSV, UTF-8', marks, ',', utf8),
    delimited('商标登记簿 CSV, GB18030', marks, ',', gb),
    delimited('专利登记簿 TSV, UTF-8', PATENTS, '\t', utf8),
    delimited('专利登记簿 CSV (;), GB18030', PATENTS, ';', gb),
    printed('打印的登记簿 CSV, UTF-8', utf8),
    printed('打印的登记簿 CSV, GB18030', gb),
    single({ group: 'tables', name: '商标登记簿 XLSX', kind: 'rights' }, Buffer.concat(pieces)),
    workbookByRow('商标登记簿 XLSX, by row', marks),
    single({ group: 'tables', name: '商标登记簿 XLS', kind: 'rights' }, xlsOf(marks.slice(0, 12), '商标')),
    single({ group: 'tables', name: '专利登记簿 XLS', kind: 'rights' }, xlsOf(PATENTS, '专利')),
  ];
};
