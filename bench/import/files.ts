// The files of the bench, made from genuine records: each made again with the same bytes.
import { closeSync, createWriteStream, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { xlsxBytes } from '../../platform/src/readers/index.ts';
import { encodeGb } from './gb18030.ts';

const SAMPLES = join(import.meta.dirname, '../../platform/src/rights/samples/uspto-trademarks');
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<trademark-applications-daily>
    <version><version-no>2.0</version-no><version-date>20050801</version-date></version>
    <creation-datetime>202609250010</creation-datetime>
    <application-information>
        <data-available-code>Y</data-available-code>
        <file-segments>
            <file-segment>TRMK</file-segment>
            <action-keys>
                <action-key>TX</action-key>
`;
const TAIL = `            </action-keys>
        </file-segments>
    </application-information>
</trademark-applications-daily>
`;

export interface MadeFile {
  file: string;
  records: number;
  bytes: number;
}

/**
 * A daily file of the USPTO of about `bytes`: its ten genuine records over and over, each time under serial, registration and international
 * numbers of its own and with a number behind the mark, so that all are distinct rights. A record has 17 kB on average.
 */
export function writeDaily(file: string, bytes: number): MadeFile {
  const records = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
  const to = openSync(file, 'w');
  let written = writeSync(to, HEAD);
  let made = 0;
  while (written < bytes) {
    let text = '';
    for (const record of records) text += renumbered(record, made++);
    written += writeSync(to, text);
  }
  written += writeSync(to, TAIL);
  closeSync(to);
  return { file, records: made, bytes: written };
}

const renumbered = (record: string, place: number): string => {
  const serial = String(60_000_000 + place);
  return record
    .replace(/<serial-number>\d+</, `<serial-number>${serial}<`)
    .replace(/<registration-number>0*[1-9]\d*</, `<registration-number>${1_000_000 + place}<`)
    .replace(/<international-registration-number>0*[1-9]\d*</, `<international-registration-number>${1_000_000 + place}<`)
    .replace(/<mark-identification>([^<]*)</, `<mark-identification>$1 ${place}<`);
};

export const HEADINGS = [
  '申请/注册号',
  '国际分类',
  '商标名称',
  '申请日期',
  '申请人名称(中文)',
  '注册公告日期',
  '专用权期限',
  '商品/服务列表(类似群)',
  '流程状态',
  '查询日期',
];

const FIRST_NUMBER = 10_000_000;
const NAME = '万方兴华美家乐金全星量清明朋风福佳良食安高亮新亲爱客香山石龙林东丽';
const GOODS = ['服装(2501)', '鞋(2507)', '帽(2508)', '袜(2509)', '茶(3002)', '糕点(3006)', '大米(3008)', '调味品(3015)', '手机(0907)', '耳机(0908)'];
const two = (n: number) => String(n).padStart(2, '0');

/** The cells of a Chinese trademark table, under the headings that the register uses (申请/注册号 … 流程状态); row `n` is always the same. */
export function chineseRow(n: number): string[] {
  const name = [n, n >> 5, n >> 10, n >> 15].map((part) => NAME[part % NAME.length]).join('');
  const year = 2006 + (n % 14);
  const [month, day] = [two(1 + (n % 12)), two(1 + (n % 28))];
  const goods = [0, 3, 7].map((step) => GOODS[(n + step) % GOODS.length]).join('；');
  return [
    String(FIRST_NUMBER + n),
    String(1 + (n % 45)),
    name,
    `${year}年${month}月${day}日`,
    `${name}${NAME[n % 7]}${NAME[n % 11]}有限公司`,
    `${year + 1}-${month}-${day}`,
    `${year + 1}-${month}-${day}至${year + 21}-${month}-${day}`,
    goods,
    '注册',
    '2026-11-01',
  ];
}

const CHUNK = 10_000;

/** The first `rows` rows as a comma-separated file. */
export function writeCsv(file: string, rows: number, encoding: 'utf-8' | 'gb18030'): MadeFile {
  const to = openSync(file, 'w');
  const put = (text: string) => writeSync(to, encoding === 'utf-8' ? Buffer.from(text) : encodeGb(text));
  let bytes = put(`${HEADINGS.join(',')}\r\n`);
  for (let n = 0; n < rows; ) {
    let text = '';
    for (const last = Math.min(rows, n + CHUNK); n < last; n++) text += `${chineseRow(n).join(',')}\r\n`;
    bytes += put(text);
  }
  closeSync(to);
  return { file, records: rows, bytes };
}

function* lines(rows: number): Generator<string[], void, undefined> {
  yield HEADINGS;
  for (let n = 0; n < rows; n++) yield chineseRow(n);
}

/** The first `rows` rows as a workbook. */
export async function writeXlsx(file: string, rows: number): Promise<MadeFile> {
  await pipeline(Readable.from(xlsxBytes(lines(rows), '商标')), createWriteStream(file));
  return { file, records: rows, bytes: statSync(file).size };
}
