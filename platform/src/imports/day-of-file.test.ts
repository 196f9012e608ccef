// The day of a file, as printed and exported tables say it above their headings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER_SENTENCE, type Rejected } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { xlsxBytes } from '../readers/index.ts';
import { readDecisions, readRights } from '../rights/index.ts';
import { readTraders } from '../traders/index.ts';

const rejected: Rejected[] = [];
const reject = (one: Rejected) => rejected.push(one);
const folder = mkdtempSync(join(tmpdir(), 'zhijian-day-'));
afterAll(() => rmSync(folder, { recursive: true }));
const input = (content: string | Uint8Array): string => {
  const file = join(folder, 'table');
  writeFileSync(file, content);
  return file;
};

const RIGHTS = '申请号,申请日,授权公告日,名称,申请(专利权)人,法律状态\nZL201829999002.7,2018-03-01,2019-01-04,支架,鲸屿公司,授权\n';
const DECISIONS =
  '案号,审理法院,案由,裁判日期,涉案专利号,判决结果\n（2021）浙01民初99号,某某中级人民法院,侵害专利权纠纷,2021-03-04,201829999002.7,不构成侵权\n';
const TRADERS = '统一社会信用代码,名称,登记状态\n91310000MA9999929M,上海某某五金制品有限公司,存续\n';

const ofRights = async (content: string | Uint8Array) => {
  const days: (string | null)[] = [];
  for await (const { rows } of readRights([{ file: input(content) }], reject, () => {})) days.push(...rows.map(({ known_on }) => known_on));
  return days;
};
const ofDecisions = async (content: string) => {
  const days: (string | null)[] = [];
  for await (const { decision } of readDecisions([input(content)], reject, () => {})) days.push(decision.known_on);
  return days;
};
const ofTraders = async (content: string) => {
  const days: (string | null)[] = [];
  for await (const { known_on } of readTraders([input(content)], reject, () => {})) days.push(known_on);
  return days;
};

test.each([
  ['打印日期：2026-01-01', '2026-01-01'],
  ['某某市专利台账\n打印日期：2026年11月20日', '2026-11-20'],
  ['查询日期: 20260102', '2026-01-02'],
  ['检索日期 2026.1.3', '2026-01-03'],
  ['检索日期,2026/1/4,,,,', '2026-01-04'],
  ['数据截止日：2026-01-05', '2026-01-05'],
  ['数据截止：2026-01-05', '2026-01-05'],
  ['某某市专利台账（截至2026年1月6日）', '2026-01-06'],
  ['操作员：张三 导出时间：2026-01-07 09:30:00 共1条', '2026-01-07'],
  ['打印日期：二〇二六年一月八日', '2026-01-08'],
  ['Exported on 2026-01-09', '2026-01-09'],
  ['# known_on: 2026-01-10', '2026-01-10'],
  // The data's day goes before that of the printing.
  ['数据截止日期：2025-12-31 打印日期：2026-01-11', '2025-12-31'],
  ['打印日期：2026-01-11\n数据截止日期：2025-12-31', '2025-12-31'],
  // No day of a file.
  ['打印日期：2026年11月', null],
  ['打印日期：2026-13-45', null],
  ['有效期截止日期：2026-01-01', null],
  ['成立日期：2026-01-01', null],
])('[A1.known-on-day] %j above the headings', async (title, day) => {
  expect(await ofRights(`${title}\n${RIGHTS}`)).toEqual([day]);
  expect(await ofDecisions(`${title}\n${DECISIONS}`)).toEqual([day]);
  expect(await ofTraders(`${title}\n${TRADERS}`)).toEqual([day]);
  expect(rejected).toEqual([]);
});

test('in GB18030 and in a workbook; a row that says a day of its own keeps it', async () => {
  expect(await ofRights(iconv.encode(`打印日期：2026-01-01\n${RIGHTS}`, 'gb18030'))).toEqual(['2026-01-01']);
  const lines = `打印日期：2026-01-01\n${RIGHTS.replace('法律状态\n', '法律状态,查询日\n').replace('授权\n', '授权,2025-06-01\n')}${RIGHTS.split('\n')[1]}`;
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(
    lines.split('\n').map((line) => line.split(',')),
    '台账',
  ))
    pieces.push(piece);
  expect(await ofRights(Buffer.concat(pieces))).toEqual(['2025-06-01', '2026-01-01']);
  const { day } = READER_SENTENCE;
  await ofRights(`# known_on: gestern\n${RIGHTS}`);
  expect(rejected).toMatchObject([{ field: 'known_on', code: 'date', given: 'gestern', allowed: day }]);
});
