import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Label, Licence, Rejected, RightRow } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { readLicences, readRights } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-rights-'));
afterAll(() => rmSync(folder, { recursive: true }));
const template = (name: string) => fileURLToPath(new URL(`../../../docs/templates/${name}`, import.meta.url));

let files = 0;
const write = (content: string | Buffer): string => {
  const file = join(folder, `rights-${files++}`);
  writeFileSync(file, content);
  return file;
};

const rights = async (content: string | Buffer, covers: string[] = []) => {
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const rows: RightRow[] = [];
  const reading = readRights(
    [{ file: write(content), covers }],
    (one) => rejected.push(one),
    (one) => warnings.push(one),
  );
  for await (const record of reading) rows.push(...record.rows);
  return { rows, rejected, warnings, coverage: reading.coverage, codes: rejected.map(({ line, field, code }) => [line, field, code]) };
};

test('the template reads, and its rows are the facts and events of two rights', async () => {
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const rows: RightRow[] = [];
  for await (const record of readRights(
    [{ file: template('rights.csv') }],
    (one) => rejected.push(one),
    (one) => warnings.push(one),
  ))
    rows.push(...record.rows);
  expect([rejected, warnings]).toEqual([[], []]);
  expect(rows.map(({ kind, number, status, status_date, published_on }) => [kind, number, status, status_date, published_on])).toEqual([
    ['trademark', '99990001', 'registered', '2019-06-07', '2019-06-06'],
    ['utility_model', '201829999002.7', 'granted', '2019-01-11', '2019-01-11'],
    ['utility_model', '201829999002.7', 'lapsed_unpaid_fee', '2025-03-01', '2025-10-15'],
  ]);
  expect(rows[0]).toMatchObject({ classes: [9], goods: ['手机壳', '手机屏幕专用保护膜', '耳机'], owner_code: '91330100MA9999902B', office: 'CN' });
});

test('Chinese and English headings, UTF-8 and GB 18030 give the same rows', async () => {
  const chinese =
    '权利种类,申请(专利权)人,专利号,法律状态\n实用新型,鲸屿公司,ZL201829999002.7,专利权维持\n外观设计,鲸屿公司,２０２３３０９９９９０３５,CF01\n';
  const english =
    'Kind,Patentee,PATENT_NO,legal status\nutility model,鲸屿公司,CN 2018 2 9999002.7,granted\ndesign,鲸屿公司,202330999903,lapsed_unpaid_fee\n';
  const { rows, rejected } = await rights(chinese);
  expect(rejected).toEqual([]);
  expect(rows.map(({ number, status }) => [number, status])).toEqual([
    ['201829999002.7', 'granted'],
    ['202330999903.5', 'lapsed_unpaid_fee'],
  ]);
  expect((await rights(english)).rows).toEqual(rows);
  expect((await rights(iconv.encode(chinese, 'gb18030'))).rows).toEqual(rows);
});

describe('numbers', () => {
  test.each([
    ['专利', '201829999002.7', 'utility_model', '201829999002.7'],
    ['专利', 'zl2021109999020', 'invention', '202110999902.0'],
    ['design', '202330999903', 'design', '202330999903.5'],
    ['发明', '95115608.X', 'invention', '95115608.X'],
    ['商标', '第99990001号', 'trademark', '99990001'],
    ['商标', 'g1516387', 'trademark', 'G1516387'],
  ])('%s %s', async (kind, given, read, number) => {
    expect((await rights(`kind,number\n${kind},${given}\n`)).rows.map((row) => [row.kind, row.number])).toEqual([[read, number]]);
  });

  test.each([
    ['实用新型', '201829999002.8', '7'],
    ['发明', '201829999002.7', '实用新型专利'],
    ['发明', 'CN106844774A', '公开号'],
    ['发明', '123', '专利号'],
    ['商标', '123456789', '注册号'],
  ])('%s %s is set aside, and the message says what is allowed', async (kind, given, word) => {
    const { rejected, codes } = await rights(`kind,number\n${kind},${given}\n`);
    expect(codes).toEqual([[2, 'number', 'right_number']]);
    expect(rejected[0]?.given).toBe(given);
    expect(rejected[0]?.allowed.zh).toContain(word);
  });

  test('a number that a spreadsheet has rounded is set aside as such: its digits are gone', async () => {
    const { rejected, codes } = await rights('kind,number,owner_code\n发明,2.01829999E+11,\n商标,99990001,9.13301E+17\n');
    expect(codes).toEqual([
      [2, 'number', 'lost_digits'],
      [3, 'owner_code', 'lost_digits'],
    ]);
    expect(rejected[0]?.allowed.zh).toContain('前 15 位');
  });

  test('a foreign number keeps its office', async () => {
    const { rows } = await rights('kind,number,office\ninvention,US 10123456 B2,\n商标,018123456,EUIPO\n');
    expect(rows.map(({ office, number }) => [office, number])).toEqual([
      ['US', 'US10123456B2'],
      ['EM', '018123456'],
    ]);
  });

  test.each([
    ['商标', '国际注册第1516387号', '', 'CN', 'G1516387'],
    ['商标', '国际注册第1516387号', 'WIPO', 'WO', 'G1516387'],
    ['商标', '1516387', '世界知识产权组织', 'WO', 'G1516387'],
    ['商标', 'IR 1516387', '', 'WO', 'G1516387'],
    ['商标', '018123456', '', 'EM', '018123456'],
    ['商标', '18123456', '欧盟', 'EM', '018123456'],
    ['商标', '18123456', '', 'CN', '18123456'],
    ['商标', '18123456', 'EU', 'EM', '018123456'],
    ['商标', 'EM500000018123456', '', 'EM', '018123456'],
    ['商标', 'US502025099551004', '', 'US', '99551004'],
    ['商标', 'EG501980000058242', '', 'EG', 'EG501980000058242'],
    ['商标', 'UK00003123456', '', 'GB', 'UK00003123456'],
    ['商标', '3123456', 'UK', 'GB', 'UK00003123456'],
    ['商标', '登録第6123456号', '', 'JP', '6123456'],
    ['商标', 'KR4012345678', '', 'KR', 'KR4012345678'],
    ['商标', 'CN6320249', '', 'CN', '6320249'],
    ['外观设计', '009012345-0001', '', 'EM', '009012345-0001'],
    ['外观设计', 'DM/69123', '', 'WO', 'DM/069123'],
    ['发明', 'PCT/CN2019/76517', '', 'WO', 'PCT/CN2019/076517'],
    ['invention', 'PCT/US2013/050328', 'WO', 'WO', 'PCT/US2013/050328'],
    ['发明', 'ZL2O161O312345.X', '', 'CN', '201610312345.X'],
  ])('%s %s (%s) belongs to %s as %s', async (kind, given, column, office, number) => {
    const { rows, rejected } = await rights(`kind,number,office\n${kind},${given},${column}\n`);
    expect([rejected, rows.map((row) => [row.office, row.number])]).toEqual([[], [[office, number]]]);
    // What was read is read as itself where the office stands beside it, as in an exported file.
    const again = await rights(`kind,number,office\n${kind},${number},${office}\n`);
    expect(again.rows.map((row) => [row.office, row.number])).toEqual([[office, number]]);
  });

  test.each([
    ['商标', '018123456', 'CN', 'number'],
    ['商标', 'TM12345678', '', 'number'],
    ['专利', 'PCT/CN2019/076517', '', 'number'],
    ['商标', '6320249', 'ZZ', 'office'],
  ])('%s %s (%s) is set aside', async (kind, given, column, field) => {
    expect((await rights(`kind,number,office\n${kind},${given},${column}\n`)).codes.map(([, one]) => one)).toEqual([field]);
  });
});

describe('status', () => {
  test.each([
    [
      '实用新型',
      '201829999002.7',
      [
        ['授权', 'granted'],
        ['有效', 'granted'],
        ['专利权维持', 'granted'],
        ['未缴年费终止', 'lapsed_unpaid_fee'],
        ['未缴年费专利权终止', 'lapsed_unpaid_fee'],
        ['驳回', 'refused'],
        ['视为撤回', 'withdrawn'],
        ['实质审查的生效', 'in_examination'],
        ['公开', 'application_published'],
        ['全部无效', 'invalidated_full'],
        ['部分无效', 'invalidated_part'],
        ['放弃', 'abandoned'],
        ['期限届满', 'expired_term'],
        ['恢复', 'restored'],
        ['GR01', 'granted'],
        ['MK4A', 'expired_term'],
        ['IW01', 'invalidated_full'],
        ['EE01', 'licensed'],
        ['撤销', 'revoked'],
      ],
    ],
    [
      '商标',
      '99990001',
      [
        ['注册', 'registered'],
        ['已注册', 'registered'],
        ['异议中', 'opposed'],
        ['撤销', 'cancelled'],
        ['无效', 'invalidated'],
        ['注销', 'surrendered'],
        ['期满未续展', 'expired'],
        ['初审公告', 'published'],
        ['驳回', 'refused'],
        ['宽展期', 'in_grace'],
      ],
    ],
  ])('words of registers: %s', async (kind, number, words) => {
    const { rows, rejected } = await rights(`kind,number,status\n${words.map(([word]) => `${kind},${number},${word}\n`).join('')}`);
    expect(rejected).toEqual([]);
    expect(rows.map(({ status }) => status)).toEqual(words.map(([, status]) => status));
  });

  test('终止 alone is the term where its day is the end of the term, else the unpaid annuity', async () => {
    const { rows } = await rights(
      'kind,number,filing_date,status,status_date\n实用新型,201829999002.7,2018-03-01,终止,2025-03-01\n实用新型,201829999002.7,2018-03-01,终止,2028-03-01\n实用新型,201829999002.7,,终止,\n',
    );
    expect(rows.map(({ status }) => status)).toEqual(['lapsed_unpaid_fee', 'expired_term', 'lapsed_unpaid_fee']);
  });

  test('what does not tell full from partial is set aside; the end of a pledge is no status', async () => {
    const { rows, codes } = await rights(
      'kind,number,status\n实用新型,201829999002.7,无效\n实用新型,201829999002.7,C35\n实用新型,201829999002.7,PC01\n',
    );
    expect(codes).toEqual([
      [2, 'status', 'vocabulary'],
      [3, 'status', 'vocabulary'],
    ]);
    expect(rows.map(({ status, extra }) => [status, extra])).toEqual([[null, { status: 'PC01' }]]);
  });
});

test('what decides law and cannot be read sets its row aside; the rest goes on', async () => {
  const { rows, codes } = await rights(
    'kind,number,classes,filing_date,expiry_date,office\n商标,99990001,46,,,\n商标,99990001,9,2026-02-30,,\n商标,99990001,9,,-,火星\n版权,1,,,,\n,99990001,,,,\n商标,99990001,9,-,2016年1月7日至2026年1月6日,中国\n',
  );
  expect(codes).toEqual([
    [2, 'classes', 'number'],
    [3, 'filing_date', 'date'],
    [4, 'office', 'vocabulary'],
    [5, 'kind', 'vocabulary'],
    [6, 'kind', 'required'],
  ]);
  expect(rows.map(({ filing_date, expiry_date, office }) => [filing_date, expiry_date, office])).toEqual([[null, '2026-01-06', 'CN']]);
});

test('unknown and doubled columns are kept as extra facts, with one warning', async () => {
  const { rows, warnings } = await rights(
    '种类,申请号,专利号,代理机构,备注\n实用新型,201829999002.7,ZL201829999002.7,某所,=1+1\n实用新型,,ZL201829999002.7,,\n',
  );
  expect(rows.map(({ number, extra }) => [number, extra])).toEqual([
    ['201829999002.7', { 申请号: '201829999002.7', 代理机构: '某所', 备注: '=1+1' }],
    ['201829999002.7', {}],
  ]);
  expect(warnings).toHaveLength(1);
  for (const name of ['申请号', '代理机构', '备注']) expect(warnings[0]?.zh).toContain(name);
});

test('a missing column is named with the headings that serve, and nothing of the file is read', async () => {
  const { rows, rejected, codes } = await rights('种类,名称\n商标,鲸屿\n');
  expect(rows).toEqual([]);
  expect(codes).toEqual([[1, 'number', 'heading']]);
  expect(rejected[0]?.allowed.zh).toMatch(/number.*专利号/);
});

describe('coverage', () => {
  const covers = [{ office: 'CN', kind: 'utility_model', from_year: 2010, to_year: 2026 }];
  const whole =
    '# covers: CN:实用新型:2010-2026\n# known_on: 2026-11-01\nkind,number,known_on\n实用新型,201829999002.7,\n实用新型,202029999011.3,2026年11月2日\n';

  test('is what the header, or the caller, says of a file read whole', async () => {
    const { coverage, rows } = await rights(whole);
    expect(coverage).toEqual(covers);
    expect(rows.map(({ known_on }) => known_on)).toEqual(['2026-11-01', '2026-11-02']);
    expect((await rights('kind,number\n实用新型,201829999002.7\n', ['CN:utility_model:2010-2026'])).coverage).toEqual(covers);
    expect((await rights('{"covers":"CN:utility_model:2010-2026"}\n{"kind":"utility_model","number":"201829999002.7"}\n')).coverage).toEqual(covers);
  });

  test('falls with the first record that could not be read, since its number would accuse a lawful seller', async () => {
    for (const bad of ['实用新型,201829999002.8,\n', '实用新型\n', '实用新型,"2020', '实用新型,202029999011.3,昨天\n']) {
      const { coverage, warnings, rows } = await rights(whole + bad);
      expect(coverage).toEqual([]);
      expect(warnings.map(({ en }) => en).join()).toContain('does not count as a complete register');
      expect(rows).toHaveLength(2);
    }
    expect((await rights('# covers: CN:design:2010-2026\nkind,number\n')).coverage).toEqual([]);
  });

  test('in another form is named', async () => {
    expect((await rights('# covers: 全部\nkind,number\n商标,99990001\n')).codes).toEqual([[1, 'covers', 'vocabulary']]);
    expect(() =>
      readRights(
        [{ file: 'x', covers: ['CN:patent:2010-2026'] }],
        () => {},
        () => {},
      ),
    ).toThrow(expect.objectContaining({ code: 'coverage_invalid' }));
  });
});

describe('licences', () => {
  const licences = async (file: string) => {
    const rejected: Rejected[] = [];
    const read: Licence[] = [];
    for await (const one of readLicences(
      [file],
      (reject) => rejected.push(reject),
      () => {},
    ))
      if (one.licence !== null) read.push(one.licence);
    return { read, codes: rejected.map(({ line, field, code }) => [line, field, code]) };
  };

  test('the template reads', async () => {
    const { read, codes } = await licences(template('licences.csv'));
    expect(codes).toEqual([]);
    expect(
      read.map(({ right_number, territory, classes, marking_consent, from, to }) => [right_number, territory, classes, marking_consent, from, to]),
    ).toEqual([
      ['99990001', ['CN'], [9], null, '2025-01-01', '2027-12-31'],
      ['201829999002.7', ['44', '33'], [], true, '2020-01-01', '2024-12-31'],
    ]);
  });

  test('a term, a place or a consent that cannot be read sets the licence aside, as does one without a licensee', async () => {
    const head = '权利种类,注册号,店铺,地域,同意标注,起始日,终止日\n';
    const { read, codes } = await licences(
      write(
        `${head}商标,99990001,甲店,火星,,,\n商标,99990001,甲店,,也许,,\n商标,99990001,甲店,,,2026-01-02,2026-01-01\n商标,99990001,,,,,\n商标,99990001,甲店,全球,无,2026.1.1,2026.1.1\n`,
      ),
    );
    expect(codes).toEqual([
      [2, 'territory', 'vocabulary'],
      [3, 'marking_consent', 'vocabulary'],
      [4, 'to', 'date'],
      [5, 'licensee, licensee_code, shop, assignee, entry', 'required'],
    ]);
    expect(read.map(({ territory, marking_consent, to }) => [territory, marking_consent, to])).toEqual([[[], false, '2026-01-01']]);
  });

  test('without any column for the licensee nothing is read', async () => {
    expect((await licences(write('kind,number\n商标,99990001\n'))).codes).toEqual([[1, 'licensee, licensee_code, shop, assignee, entry', 'heading']]);
  });
});

test('a file that is not there is an error, not an empty file', async () => {
  await expect(rightsOf(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'file_missing' });
  await expect(rightsOf(folder)).rejects.toMatchObject({ code: 'file_unreadable' });
});
const rightsOf = async (file: string) => {
  for await (const _ of readRights(
    [{ file }],
    () => {},
    () => {},
  ));
};
