// Files of market entities with the headings of the national register.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rejected, TraderRecord } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { readTraders } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-traders-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const read = async (content: string | Uint8Array) => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  const rejected: Rejected[] = [];
  const traders: TraderRecord[] = [];
  for await (const one of readTraders(
    [file],
    (reject) => rejected.push(reject),
    () => {},
  ))
    traders.push(one);
  return { traders, rejected, codes: rejected.map(({ line, field, code }) => [line, field, code]) };
};

const HEAD = '统一社会信用代码,名称,类型,法定代表人,注册资本,成立日期,营业期限,登记机关,登记状态,住所,经营范围\n';
const FIRST =
  '91310000MA9999929M,上海某某五金制品有限公司,有限责任公司（自然人独资）,王某,500.000000万人民币,2019年03月04日,2019年03月04日至无固定期限,某某区市场监督管理局,存续（在营、开业、在册）,某某路1号,五金制品销售。\n';

test('[A5.companies] a page of the national register in GB18030: every field, the capital in fen, a term without end', async () => {
  const { traders, codes } = await read(
    iconv.encode(
      `# known_on: 2026-11-01\n${HEAD}${FIRST}91330100MA9999902B,杭州鲸屿科技有限公司,,,1.2亿元,2018-01-02,2018-01-02 至 2038-01-01,,吊销，未注销,,\n91440300ma9999910b,深圳澄屿贸易有限公司,,,100万美元,,长期,,有待核实,,\n`,
      'gb18030',
    ),
  );
  expect(codes).toEqual([]);
  expect(traders[0]).toEqual({
    code: '91310000MA9999929M',
    name: '上海某某五金制品有限公司',
    type: '有限责任公司（自然人独资）',
    legal_representative: '王某',
    capital: 500_000_000,
    capital_currency: 'CNY',
    founded_on: '2019-03-04',
    term_from: '2019-03-04',
    term_to: null,
    authority: '某某区市场监督管理局',
    status: 'active',
    address: '某某路1号',
    scope: '五金制品销售。',
    known_on: '2026-11-01',
    extra: {},
  });
  expect(traders.slice(1).map((one) => [one.code, one.capital, one.capital_currency, one.term_to, one.status, one.extra])).toEqual([
    ['91330100MA9999902B', 12_000_000_000, 'CNY', '2038-01-01', 'revoked', {}],
    ['91440300MA9999910B', 100_000_000, 'USD', null, null, { status: '有待核实' }],
  ]);
});

test('[A5.registration-facts] a code that fails a check is set aside with the check and the expected character', async () => {
  const { rejected, codes, traders } = await read(
    `统一社会信用代码,名称\n91310000MA9999929N,甲\n91310000MA9999928M,乙\n91310000MA999992IM,丙\n123,丁\n9.13301E+17,戊\n,己\n91310000MA9999929M,庚\n`,
  );
  expect(codes).toEqual([
    [2, 'code', 'number'],
    [3, 'code', 'number'],
    [4, 'code', 'number'],
    [5, 'code', 'number'],
    [6, 'code', 'lost_digits'],
    [7, 'code', 'required'],
  ]);
  expect(rejected[0]?.allowed.zh).toBe('第 18 位（统一社会信用代码校验位，GB 32100）应为 M，所给为 N');
  expect(rejected[1]?.allowed.en).toContain('character 17 (the check character of the organisation code, GB 11714) should be 9, got 8');
  expect(rejected[1]?.allowed.en).toContain('character 18');
  expect(rejected[2]?.allowed.en).toContain('character 17 cannot be I');
  expect(traders.map(({ name }) => name)).toEqual(['庚']);
});

test('the template is read whole', async () => {
  const template = readFileSync(new URL('../../../docs/templates/traders.csv', import.meta.url));
  const { traders, codes } = await read(template);
  expect([traders.length, codes]).toEqual([2, []]);
});

test('a day that no calendar has is set aside; HTML and formulas are text', async () => {
  const { traders, codes } = await read(
    `${HEAD}${FIRST.replace('2019年03月04日,', '2019年02月30日,')}${FIRST.replace('上海某某五金制品有限公司', '<b>=1+1</b>').replace('500.000000万人民币', '若干')}`,
  );
  expect(codes).toEqual([[2, 'founded_on', 'date']]);
  expect(traders.map(({ name, capital, extra }) => [name, capital, extra])).toEqual([['<b>=1+1</b>', null, { capital: '若干' }]]);
});

test('two hundred mutations of one row: nothing crashes, and the rows before and behind it are read', async () => {
  let state = 7;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(FIRST.trimEnd());
    for (let n = 1 + next(4); n > 0; n--) bytes[next(bytes.length)] = next(256);
    for (const [i, byte] of bytes.entries()) if (byte === 10 || byte === 13 || byte === 0x22) bytes[i] = 0x3f;
    const { traders } = await read(Buffer.concat([Buffer.from(HEAD + FIRST), bytes, Buffer.from(`\n${FIRST.replace('上海', '北海')}`)]));
    expect(traders[0]?.name, `round ${round}`).toBe('上海某某五金制品有限公司');
    expect(traders.at(-1)?.name, `round ${round}`).toBe('北海某某五金制品有限公司');
  }
});

test.each([
  ['永续', null],
  ['永续经营', null],
  ['永久存续', null],
  ['长期有效', null],
  ['不约定期限', null],
  ['1984-05-30 至 永久', '1984-05-30'],
  ['2018年1月2日至长期有效', '2018-01-02'],
  ['2018-01-02 至 9999-12-31', '2018-01-02'],
  ['自2018-01-02至', '2018-01-02'],
])('the term %s has no end', async (term, from) => {
  const { traders, codes } = await read(`${HEAD}${FIRST.replace('2019年03月04日至无固定期限', term)}`);
  expect(codes).toEqual([]);
  expect(traders.map(({ term_from, term_to }) => [term_from, term_to])).toEqual([[from, null]]);
});

test('a term that cannot be read is no open one', async () => {
  for (const term of ['二十年', '2018-01-02 至 2018-13-01', '至今'])
    expect((await read(`${HEAD}${FIRST.replace('2019年03月04日至无固定期限', term)}`)).codes, term).toEqual([[2, 'term', 'date']]);
});
