import { expect, test } from 'vitest';
import {
  currencyOf,
  parseArea,
  parseClasses,
  parseCount,
  parseDay,
  parseMoney,
  parseTerm,
  parseTermEnd,
  parseYesNo,
  splitGoods,
  splitImages,
  splitList,
} from './index.ts';

test.each([
  ['20260102', '2026-01-02'],
  ['2026-01-02', '2026-01-02'],
  ['2026.1.2', '2026-01-02'],
  ['2026/1/2', '2026-01-02'],
  ['2026年1月2日', '2026-01-02'],
  ['２０２６年１月２日', '2026-01-02'],
  ['2026-12-31T23:59:59Z', '2026-12-31'],
  ['2026/1/2 3:04', '2026-01-02'],
  ['20260102101112', '2026-01-02'],
  ['2024-02-29', '2024-02-29'],
  ['2000-02-29', '2000-02-29'],
  ['2026-02-29', null],
  ['1900-02-29', null],
  ['2026-13-01', null],
  ['2026-00-10', null],
  ['2026-04-31', null],
  ['2026-1.2', null],
  ['01/02/2026', null],
  ['45985', '2025-11-24'],
  ['45985.75', '2025-11-24'],
  ['36526', '2000-01-01'],
  ['二〇二三年一月二日', '2023-01-02'],
  ['二○二三年十二月三十一日', '2023-12-31'],
  ['二零二四年二月二十九日', '2024-02-29'],
  ['二〇二三年二月三十日', null],
  ['2023年1月1日 12:30', '2023-01-01'],
  ['2023.05', null],
  ['2023-05', null],
  ['2023年5月', null],
  ['202305', null],
  ['4598', null],
  ['145985', null],
  ['昨天', null],
  ['9'.repeat(5000), null],
])('day %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each([
  ['2016年1月7日至2026年1月6日', '2026-01-06'],
  ['20160107-20260106', '2026-01-06'],
  ['2026-01-06', '2026-01-06'],
  ['2026-01-06至2016-01-07', null],
  ['至2026-01-06', null],
])('end of a term %s', (text, day) => {
  expect(parseTermEnd(text)).toBe(day);
});

test.each([
  ['2013-01-01至2022-12-31', '2013-01-01', '2022-12-31'],
  ['2013-01-01 至 2022-12-31', '2013-01-01', '2022-12-31'],
  ['2013.01.01~2022.12.31', '2013-01-01', '2022-12-31'],
  ['自2013年1月1日至2022年12月31日止', '2013-01-01', '2022-12-31'],
  ['20130101 - 20221231', '2013-01-01', '2022-12-31'],
  ['2013年01月01日-2022年12月31日', '2013-01-01', '2022-12-31'],
])('term %s', (text, from, to) => {
  expect(parseTerm(text)).toEqual({ from, to });
});

test.each([
  ['9', [9]],
  ['第9类', [9]],
  ['09,25', [9, 25]],
  ['25、9；9', [9, 25]],
  ['第9类第25类', [9, 25]],
  ['Class 9; class 35', [9, 35]],
  ['９', [9]],
  ['第二十五类', [25]],
  ['第四十五类', [45]],
  ['十', [10]],
  ['0', null],
  ['46', null],
  ['9,IPC', null],
  ['G06F', null],
  ['第五十类', null],
])('classes %s', (text, classes) => {
  expect(parseClasses(text)).toEqual(classes);
});

test.each([
  ['¥1,299.00', 129900, 'CNY'],
  ['￥1299', 129900, 'CNY'],
  ['1299元', 129900, 'CNY'],
  ['¥1299元', 129900, 'CNY'],
  ['129.95', 12995, null],
  ['US$ 12.99', 1299, 'USD'],
  ['12.99 USD', 1299, 'USD'],
  ['HK$5', 500, 'HKD'],
  ['12.5万元', 12_500_000, 'CNY'],
  ['1.005', 101, null],
  ['12,99', 1299, null],
  ['JPY 1200', 1200, 'JPY'],
  ['0', 0, null],
  ['0.1', 10, null],
  ['KWD 1.2345', 1235, 'KWD'],
])('price %s', (text, amount, currency) => {
  expect(parseMoney(text, null, 'CN')).toEqual({ amount, currency });
});
test.each(['12-15', '-5', '面议', '12,3456', '1.2.3', '¥', '', '99999999999999999999', '$5元'])('no price: %s', (text) => {
  expect(parseMoney(text, null, 'CN')).toBeNull();
});
test('the currency of the column wins; the yen sign is read by the market', () => {
  expect(parseMoney('1,200', 'JPY', 'CN')).toEqual({ amount: 1200, currency: 'JPY' });
  expect(parseMoney('¥1200', null, 'JP')).toEqual({ amount: 1200, currency: 'JPY' });
  expect(['人民币', 'rmb', '€', 'usd', '贝壳'].map((word) => currencyOf(word, 'CN'))).toEqual(['CNY', 'CNY', 'EUR', 'USD', null]);
});

test.each([
  ['1.2万', 12_000],
  ['1.29万', 12_900],
  ['1200+', 1200],
  ['月销 1,200', 1200],
  ['10万+人付款', 100_000],
  ['已售3件', 3],
  ['2.3k', 2300],
  ['0', 0],
  ['3亿', 300_000_000],
  ['很多', null],
  ['-1', null],
  ['1,2', null],
  [`${'销售'.repeat(40)}x`, null],
])('count %s', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test('yes and no', () => {
  expect(['是', 'YES', '1', 'true', '同意', '有'].map(parseYesNo)).toEqual(Array(6).fill(true));
  expect(['否', 'no', '0', 'FALSE', '不同意', '无'].map(parseYesNo)).toEqual(Array(6).fill(false));
  expect(['也许', '2'].map(parseYesNo)).toEqual([null, null]);
});

test('lists: codes part at commas, goods do not, addresses of pictures only before the next one', () => {
  expect(splitList('9; 25，35、42|1')).toEqual(['9', '25', '35', '42', '1']);
  expect(splitGoods('手机；手机套、 充电器\nlamps, electric;')).toEqual(['手机', '手机套', '充电器', 'lamps, electric']);
  expect(splitImages('https://a.cn/1,2.jpg,https://a.cn/3.jpg https://a.cn/4.jpg')).toEqual([
    'https://a.cn/1,2.jpg',
    'https://a.cn/3.jpg',
    'https://a.cn/4.jpg',
  ]);
  expect(splitImages('a.jpg,b.jpg')).toEqual(['a.jpg', 'b.jpg']);
});

test('places', () => {
  expect(['cn', '全国', '浙江省', '广西壮族自治区', '上海市', '4403', '440300', '全球', 'US'].map(parseArea)).toEqual([
    'CN',
    'CN',
    '33',
    '45',
    '31',
    '4403',
    '440300',
    '*',
    'US',
  ]);
  expect(['火星', '00', '123', '99'].map(parseArea)).toEqual([null, null, null, null]);
});
