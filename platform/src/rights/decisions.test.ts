// Files of decisions: judgments, penalties, adjudications and invalidations as courts and authorities list them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label, Rejected } from '@zhijian/contract';
import { rightRow, viewRight } from '@zhijian/engine';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { fileInput, xlsxBytes } from '../readers/index.ts';
import { numbers } from '../readers/testing-damage.ts';
import { type DecisionRecord, parseCaseNumber, readDecisions } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const read = async (content: string | Uint8Array) => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const records: DecisionRecord[] = [];
  for await (const one of readDecisions(
    [await fileInput(file, '裁判')],
    (reject) => rejected.push(reject),
    (warning) => warnings.push(warning),
  ))
    records.push(one);
  return {
    records,
    decisions: records.map(({ decision }) => decision),
    rejected,
    codes: rejected.map(({ line, field, code }) => [line, field, code]),
    warnings,
  };
};

test.each([
  ['(2017)最高法民再234号', '（2017）最高法民再234号', 'court'],
  ['（２０１５）民提字第２３号', '（2015）民提字第23号', 'court'],
  ['最高人民法院民事判决书 (2018) 京行终 4169 号', '（2018）京行终4169号', 'court'],
  ['(2021)浙01民初12号之一', '（2021）浙01民初12号之一', 'court'],
  ['第29147号', '第29147号', 'office'],
  ['29147', '第29147号', 'office'],
  ['WX29147', '第29147号', 'office'],
  ['4W109912', '4W109912', 'internal'],
  ['5w109912', '5W109912', 'internal'],
  ['6W109912', '6W109912', 'internal'],
  ['1F234567', '1F234567', 'internal'],
  ['杭市监罚[2021]12号', '杭市监罚〔2021〕12号', 'paper'],
  ['商评字【2019】第0000012345号', '商评字〔2019〕第0000012345号', 'paper'],
  ['Case 1:20-cv-01234', 'CASE1:20-CV-01234', 'other'],
])('the number %s is %s', (text, number, form) => {
  expect(parseCaseNumber(text)).toMatchObject({ number, form });
});

test('no number of a case: nothing, words, a text without end', () => {
  for (const text of ['', '无', '未编号', '\u0000', `1${'号'.repeat(500)}`, '('.repeat(5000)]) expect(parseCaseNumber(text)).toBeNull();
  expect(parseCaseNumber('(2019)粤73民初12号、(2019)粤73民初13号')).toMatchObject({
    number: '（2019）粤73民初12号',
    others: ['（2019）粤73民初13号'],
  });
});

const JUDGMENTS = `案号,审理法院,裁判日期,案由,原告,被告,商标注册号,裁判结果,法律依据
（2021）浙01民初9912号,某某市中级人民法院,2022年3月4日,侵害商标权纠纷,杭州鲸屿科技有限公司,上海某某五金制品有限公司（91310000MA9999929M）、李某,99990001,判决被告立即停止侵权并赔偿；驳回原告的其他诉讼请求,商标法第五十七条第（二）项
(2022)浙民终9913号,某某省高级人民法院,2022-11-30,侵害商标权纠纷,杭州鲸屿科技有限公司,上海某某五金制品有限公司,99990001,驳回上诉，维持原判,
(2022)浙01民初9914号,某某市中级人民法院,2022-12-30,侵害外观设计专利权纠纷,甲公司,乙公司,,责令另行处理若干事项,
`;

test('[A2.court-decisions] a list of judgments in GB18030: numbers in one spelling, parties with their codes, results in words and by code', async () => {
  const { decisions, codes, warnings, records } = await read(iconv.encode(JUDGMENTS, 'gb18030'));
  expect(codes).toEqual([]);
  expect(
    decisions.map((one) => [one.kind, one.case_number, one.decided_on, one.result, one.rights.map(({ kind, number }) => `${kind} ${number}`)]),
  ).toEqual([
    ['judgment', '（2021）浙01民初9912号', '2022-03-04', 'granted_part', ['trademark 99990001']],
    ['judgment', '（2022）浙民终9913号', '2022-11-30', 'upheld', ['trademark 99990001']],
    ['judgment', '（2022）浙01民初9914号', '2022-12-30', null, []],
  ]);
  expect(decisions[0]).toMatchObject({
    authority: '某某市中级人民法院',
    clause: '商标法第五十七条第（二）项',
    parties: [
      { role: 'claimant', name: '杭州鲸屿科技有限公司', code: null },
      { role: 'respondent', name: '上海某某五金制品有限公司', code: '91310000MA9999929M' },
      { role: 'respondent', name: '李某', code: null },
    ],
  });
  expect(decisions[2]?.result_text).toBe('责令另行处理若干事项');
  expect(warnings.map(({ en }) => en).filter((text) => text.includes('none of the known kinds'))).toHaveLength(1);
  expect(records.flatMap(({ rows }) => rows)).toEqual([]);
});

describe('invalidations', () => {
  const head = '决定号,委内编号,决定日,申请(专利)号,无效请求人,专利权人,审查结论,是否生效,无效宣告公告日,决定要点\n';
  const right = '201829999002.7';

  test('[A2.invalidation-decisions] in full or in part, final or not: the right has the status from the day that its announcement gives', async () => {
    const { records, codes } = await read(
      `${head}第9912号,5W109912,2023-05-06,${right},甲公司,乙公司,宣告第201829999002.7号实用新型专利权全部无效,是,2023-09-08,要点
9913,5W109913,2023-05-06,${right},甲公司,乙公司,宣告专利权部分无效,,2023-09-08,
9914,,2023-05-06,${right},甲公司,乙公司,全部无效,,,
9915,,2023-05-06,${right},甲公司,乙公司,在权利要求4-8的基础上继续维持该专利权有效,未生效,,
9916,,2023-05-06,${right},甲公司,乙公司,维持专利权有效,是,,
`,
    );
    expect(codes).toEqual([]);
    expect(
      records.map(({ decision, rows: [row] }) => [decision.case_number, decision.result, row && [row.status, row.status_date, row.published_on]]),
    ).toEqual([
      ['第9912号', 'invalidated_full', ['invalidated_full', '2023-09-08', '2023-09-08']],
      ['第9913号', 'invalidated_part', ['invalidated_part', '2023-09-08', '2023-09-08']],
      ['第9914号', 'invalidated_full', ['invalidation_decided_not_final', '2023-05-06', null]],
      ['第9915号', 'invalidated_part', ['invalidation_decided_not_final', '2023-05-06', null]],
      ['第9916号', 'maintained', undefined],
    ]);
    expect(records[0]?.decision).toMatchObject({ kind: 'invalidation', internal_number: '5W109912', summary: '要点' });
    expect(records[0]?.rows[0]).toMatchObject({ kind: 'utility_model', number: right, office: 'CN', name: null });
  });

  test('what does not say whether the right stands is set aside, and so are a wrong check character, no number and a day before the decision', async () => {
    const { codes, records } = await read(
      `${head}9912,,2023-05-06,${right},甲公司,乙公司,宣告专利权无效,是,,
9913,,2023-05-06,201829999002.8,甲公司,乙公司,全部无效,是,,
9914,,2023-05-06,,甲公司,乙公司,全部无效,是,,
9915,,2023-05-06,${right},甲公司,乙公司,全部无效,是,2023-05-05,
9916,,2023-05,${right},甲公司,乙公司,全部无效,是,,
9917,,2023-05-06,${right},甲公司,乙公司,全部无效,待定,,
9918,,2023-05-06,${right},甲公司,乙公司,全部无效,是,,
`,
    );
    expect(codes).toEqual([
      [2, 'result', 'vocabulary'],
      [3, 'right_numbers', 'right_number'],
      [4, 'right_numbers', 'required'],
      [5, 'announced_on', 'date'],
      [6, 'decided_on', 'date'],
      [7, 'final', 'vocabulary'],
    ]);
    expect(records.map(({ decision }) => decision.case_number)).toEqual(['第9918号']);
  });

  test('of a mark: invalidated in full when final, else no status of the closed list', async () => {
    const { records } = await read(`文书种类,裁定书文号,商标注册号,裁决结果,公告日
商标无效宣告裁定书,商评字[2023]第0000099912号,99990001,争议商标予以无效宣告,2023-09-08
商标无效宣告裁定书,商评字[2023]第0000099913号,99990001,争议商标予以维持,
商标无效宣告裁定书,商评字[2023]第0000099914号,99990001,宣告无效,
`);
    expect(records.map(({ decision, rows }) => [decision.result, rows.map(({ kind, status }) => [kind, status])])).toEqual([
      ['invalidated_full', [['trademark', 'invalidated']]],
      ['maintained', []],
      ['invalidated_full', []],
    ]);
  });
});

test('penalties and adjudications, in a workbook and as JSON lines; a file says when it was known', async () => {
  const rows = [
    ['行政处罚决定书文号', '行政相对人名称', '统一社会信用代码', '违法行为类型', '处罚内容', '处罚机关', '处罚决定日期', '专利号'],
    [
      '杭市监罚〔2023〕9912号',
      '上海某某五金制品有限公司',
      '91310000MA9999929M',
      '假冒专利',
      '罚款5000元',
      '某某市市场监督管理局',
      '20230607',
      'ZL201829999002.7',
    ],
    ['杭市监罚〔2023〕9913号', '某店', '', '假冒专利', '不予行政处罚', '某某市市场监督管理局', '20230608', ''],
  ];
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(rows, '处罚')) pieces.push(piece);
  const penalties = await read(Buffer.concat(pieces));
  expect(penalties.codes).toEqual([]);
  expect(penalties.decisions.map((one) => [one.kind, one.result, one.parties, one.rights.length])).toEqual([
    ['penalty', 'penalised', [{ role: 'respondent', name: '上海某某五金制品有限公司', code: '91310000MA9999929M' }], 1],
    ['penalty', 'not_penalised', [{ role: 'respondent', name: '某店', code: null }], 0],
  ]);
  const lines = await read(
    `{"known_on":"2026-11-01"}\n${JSON.stringify({
      kind: '行政裁决书',
      case_number: '浙知法裁字〔2023〕9912号',
      number: ['201829999002.7', '202330999903.5'],
      right_kind: '专利',
      parties: [{ role: 'claimant', name: '鲸屿公司', code: null }, { role: '主任', name: '<b>乙</b>' }, 7],
      result: '侵权成立',
    })}\n`,
  );
  expect(lines.codes).toEqual([]);
  expect(lines.decisions[0]).toMatchObject({
    kind: 'adjudication',
    result: 'infringement',
    known_on: '2026-11-01',
    rights: [
      { kind: 'utility_model', number: '201829999002.7' },
      { kind: 'design', number: '202330999903.5' },
    ],
    parties: [
      { role: 'claimant', name: '鲸屿公司' },
      { role: 'party', name: '<b>乙</b>' },
    ],
  });
});

test('two hundred mutations of one row: nothing crashes, and the rows before and behind it are read', async () => {
  const row = (i: number) => `9${i},,2023-05-06,201829999002.7,甲公司,乙公司,部分无效,是,2023-09-08,要点${i}\n`;
  const head = '决定号,委内编号,决定日,申请(专利)号,无效请求人,专利权人,审查结论,是否生效,无效宣告公告日,决定要点\n';
  for (let seed = 0; seed < 200; seed++) {
    const next = numbers(seed);
    const bytes = Buffer.from(row(2).trimEnd());
    for (let n = 1 + next(4); n > 0; n--) bytes[next(bytes.length)] = next(3) === 0 ? '",;[{<=()'.charCodeAt(next(9)) : next(256);
    // A line break or an opened quote makes several lines of one; here one record is damaged.
    for (const [i, byte] of bytes.entries()) if (byte === 10 || byte === 13 || byte === 0x22) bytes[i] = 0x3f;
    const { decisions } = await read(Buffer.concat([Buffer.from(head + row(1)), bytes, Buffer.from(`\n${row(3)}`)]));
    const found = decisions.map(({ case_number }) => case_number);
    expect([found[0], found.at(-1)], `seed ${seed}`).toEqual(['第91号', '第93号']);
  }
});

test('the template is read whole', async () => {
  const { decisions, codes, records } = await read(readFileSync(new URL('../../../docs/templates/decisions.csv', import.meta.url)));
  expect(codes).toEqual([]);
  expect(decisions.map(({ kind, result }) => [kind, result])).toEqual([
    ['judgment', 'granted_part'],
    ['invalidation', 'invalidated_part'],
    ['penalty', 'penalised'],
  ]);
  expect(records.flatMap(({ rows }) => rows.map(({ status, published_on }) => [status, published_on]))).toEqual([['invalidated_part', '2023-09-08']]);
});

test('a number made up is what a penalty is about: kept as given, linked to no right, told once; what a decision takes away must be a number', async () => {
  const penalties = await read(`行政处罚决定书文号,处罚机关,行政相对人名称,违法行为类型,处罚内容,处罚依据,处罚决定日期,专利号
柳江市监处罚〔2021〕35号,柳江区市场监督管理局,某食品科技有限公司,假冒专利,罚款5000元,专利法第68条,2021-07-06,ZL 201630310356.5
柳江市监处罚〔2021〕36号,柳江区市场监督管理局,某食品科技有限公司,假冒专利,罚款5000元,专利法第68条,2021.7.6,ZL 201630310356.6
柳江市监处罚〔2021〕37号,柳江区市场监督管理局,另一公司,假冒专利,罚款3000元,专利法第68条,2021.7.7,ZL 201630310356.5；ZL 2016303
`);
  expect(penalties.codes).toEqual([]);
  const valid = { office: 'CN', kind: 'design', number: '201630310356.5' };
  expect(penalties.decisions.map(({ rights, extra }) => [rights, extra['invalid_numbers'] ?? null])).toEqual([
    [[valid], null],
    [[], 'ZL 201630310356.6'],
    [[valid], 'ZL 2016303'],
  ]);
  expect(penalties.decisions[1]).toMatchObject({
    authority: '柳江区市场监督管理局',
    parties: [{ name: '某食品科技有限公司' }],
    clause: '专利法第68条',
    result: 'penalised',
    decided_on: '2021-07-06',
  });
  const told = penalties.warnings.filter(({ zh }) => zh.includes('不是任何权利的号码'));
  expect(told).toHaveLength(1);
  expect(told[0]!.zh).toContain('2 条');
  expect(told[0]!.zh).toContain('第 3 行：ZL 201630310356.6');

  const taken = await read(`文书种类,决定号,决定日,申请(专利)号,决定结论
无效决定,第29147号,2016年6月3日,ZL201130436459.4,宣告专利权全部无效
`);
  expect(taken.codes).toEqual([[2, 'right_numbers', 'right_number']]);
});

test('an invalidation without a day of knowledge is known from its publication, else from the day it was made', async () => {
  const { records } = await read(`文书种类,决定号,决定日,公开日期,公告日,知悉日,申请(专利)号,决定结论
无效决定,5W109912,2020-03-01,,,,201730000001.0,宣告专利权全部无效
无效决定,5W109913,2020-03-01,2020-03-20,,,201730000001.0,宣告专利权全部无效
无效决定,5W109914,2020-03-01,,2021-06-01,,201730000001.0,宣告专利权全部无效
无效决定,5W109915,2020-03-01,,,2020-04-01,201730000001.0,宣告专利权全部无效
`);
  expect(records.map(({ rows: [row] }) => [row?.status, row?.status_date, row?.published_on, row?.known_on])).toEqual([
    ['invalidation_decided_not_final', '2020-03-01', null, '2020-03-01'],
    ['invalidation_decided_not_final', '2020-03-01', '2020-03-20', null],
    ['invalidated_full', '2021-06-01', '2021-06-01', null],
    ['invalidation_decided_not_final', '2020-03-01', null, '2020-04-01'],
  ]);
  const right = { kind: 'design', number: '201730000001.0', office: 'CN' } as const;
  const granted = rightRow(right, { filing_date: '2017-01-01', grant_date: '2018-01-01', status: 'granted', status_date: '2018-01-01' });
  const stateAsKnown = (day: string) => viewRight([granted, ...records[0]!.rows], [], '2019-01-01', day).state;
  expect(['2020-02-01', '2020-02-29', '2020-03-01'].map(stateAsKnown)).toEqual(['in_force', 'in_force', 'invalidation_not_final']);
  // What the file says stays what it says.
  expect(records.map(({ decision }) => decision.known_on)).toEqual([null, null, null, '2020-04-01']);
});
