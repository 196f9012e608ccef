import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Label, Offer, Rejected } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { headingKey, headingsOf } from '../readers/index.ts';
import { LICENCE_COLUMNS, RIGHT_COLUMNS } from '../rights/index.ts';
import { FORMATS_DOC, withTables } from './formats-doc.ts';
import { OFFER_COLUMNS, readOffers } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-offers-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (content: string | Buffer): string => {
  const file = join(folder, `offers-${files++}`);
  writeFileSync(file, content);
  return file;
};
const read = async (file: string) => {
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const offers: Offer[] = [];
  const lines: number[] = [];
  for await (const batch of readOffers(
    [file],
    (one) => rejected.push(one),
    (one) => warnings.push(one),
  )) {
    expect(batch.length).toBeLessThanOrEqual(256);
    offers.push(...batch.map(({ offer }) => offer));
    lines.push(...batch.map(({ place }) => place.line));
  }
  return { offers, lines, warnings, codes: rejected.map(({ line, field, code }) => [line, field, code]) };
};

test('the template reads', async () => {
  const { offers, lines, warnings, codes } = await read(fileURLToPath(new URL('../../../docs/templates/offers.csv', import.meta.url)));
  expect([warnings, codes]).toEqual([[], []]);
  expect(lines).toEqual([2, 4]);
  expect(offers[0]).toEqual({
    kind: 'online',
    platform: '示例商城',
    item_id: '900001',
    url: 'https://shop.example.cn/item/900001',
    title: '鲸屿手机壳 适用于iPhone',
    description: '透明防摔，磁吸支架\n专利号：201829999002.7',
    brand: '鲸屿',
    maker: '杭州鲸屿科技有限公司',
    category: '手机配件/手机壳',
    price: 2990,
    currency: 'CNY',
    sales: 12_000,
    shop: '澄屿数码专营店',
    seller: '深圳澄屿贸易有限公司',
    seller_code: '91440300MA9999910B',
    ship_from: '广东深圳',
    market: 'CN',
    images: ['https://img.example.cn/900001.jpg'],
    made_on: '2024-12-01',
    captured_at: '2026-11-20',
    language: 'zh',
    marking: null,
    extra: {},
  });
  expect(offers[1]).toMatchObject({ kind: 'exhibit', market: '31', marking: '专利产品 ZL201829999002.7', price: null });
});

test('exports of shops in Chinese, English and JSON-LD words, in UTF-8 and GB 18030', async () => {
  const table =
    '商品ID,宝贝标题,售价,月销量,店铺名称,公司名称,统一社会信用代码,抓取时间\n1,鲸屿支架,¥19.9,300+,甲店,某公司,91330100ma9999902b,2026-11-20 08:00:00\n';
  const { offers } = await read(write(table));
  expect(offers).toMatchObject([
    {
      item_id: '1',
      title: '鲸屿支架',
      price: 1990,
      currency: 'CNY',
      sales: 300,
      shop: '甲店',
      seller: '某公司',
      seller_code: '91330100MA9999902B',
      captured_at: '2026-11-20',
    },
  ]);
  expect((await read(write(iconv.encode(table, 'gb18030')))).offers).toEqual(offers);
  const jsonLd = await read(
    write(
      '{"name":"Whale case","brand":{"name":"WHALE"},"offers":{"price":"9.90","priceCurrency":"USD","seller":{"name":"Shop Ltd"}},"image":["https://a.cn/1.jpg","https://a.cn/2.jpg"]}\n',
    ),
  );
  expect(jsonLd.offers).toMatchObject([
    { title: 'Whale case', brand: 'WHALE', price: 990, currency: 'USD', seller: 'Shop Ltd', images: ['https://a.cn/1.jpg', 'https://a.cn/2.jpg'] },
  ]);
});

test('an id that the file lacks comes from the content, whatever file or encoding', async () => {
  const row = 'platform,shop,title,price\n某平台,甲店,鲸屿手机壳,5\n某平台,甲店,鲸屿手机壳,6\n某平台,乙店,鲸屿手机壳,5\n';
  const ids = (await read(write(row))).offers.map(({ item_id }) => item_id);
  expect(ids[0]).toMatch(/^[0-9a-f]{12}$/);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect((await read(write(iconv.encode(`price,title,shop,platform\n5,鲸屿手机壳,甲店,某平台\n`, 'gb18030')))).offers[0]?.item_id).toBe(ids[0]);
});

test('a bad price or count warns once and is kept; a bad day, kind or market sets the row aside', async () => {
  const { offers, warnings, codes } = await read(
    write(
      'title,price,sales,currency,captured_at,kind,market\na,面议,很多,贝壳,,,\nb,1-2,-,,,,\nc,5,,,2026-02-30,,\nd,5,,,,商店街,\ne,5,,,,,火星\nf,5,1,USD,,展品,US\n',
    ),
  );
  expect(codes).toEqual([
    [4, 'captured_at', 'date'],
    [5, 'kind', 'vocabulary'],
    [6, 'market', 'vocabulary'],
  ]);
  expect(offers.map(({ price, sales, currency, extra }) => [price, sales, currency, extra])).toEqual([
    [null, null, null, { price: '面议', sales: '很多', currency: '贝壳' }],
    [null, null, null, { price: '1-2' }],
    [500, 1, 'USD', {}],
  ]);
  expect(warnings.map(({ en }) => /(\d+) values of (\w+)/.exec(en)?.slice(1))).toEqual([
    ['1', 'currency'],
    ['2', 'price'],
    ['1', 'sales'],
  ]);
});

test('no currency is guessed for a foreign text or market', async () => {
  const { offers } = await read(write('title,price,market\nwhale case,5,\n鲸屿手机壳,5,US\n鲸屿手机壳,5,浙江\n'));
  expect(offers.map(({ currency, market }) => [currency, market])).toEqual([
    [null, 'CN'],
    [null, 'US'],
    ['CNY', '33'],
  ]);
});

test('formulas, HTML, lone surrogates and spaces in a title stay as they are', async () => {
  const titles = ['=HYPERLINK("http://x","y")', '<script>alert(1)</script>', '鲸\ud83d屿', '  鲸屿  ', '\u202e屿鲸'];
  const { offers } = await read(write(titles.map((title) => `${JSON.stringify({ title })}\n`).join('')));
  expect(offers.map(({ title }) => title)).toEqual(titles);
  expect(new Set(offers.map(({ item_id }) => item_id)).size).toBe(titles.length);
});

test('a row with no words to look at is set aside', async () => {
  expect((await read(write('title,brand,price\n,,5\n'))).codes).toEqual([[2, 'title, description, brand, marking', 'required']]);
  expect((await read(write('price\n5\n'))).codes).toEqual([[1, 'title, description, brand, marking', 'heading']]);
});

test('names that only some lines of a JSONL file have make one warning', async () => {
  const { warnings, offers } = await read(write('{"title":"a","颜色":"红"}\n{"title":"b","size":5}\n{"title":"c","颜色":"蓝"}\n'));
  expect(offers.map(({ extra }) => extra)).toEqual([{ 颜色: '红' }, { size: '5' }, { 颜色: '蓝' }]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]?.zh).toMatch(/颜色.*size/);
});

test('no heading means two fields', () => {
  for (const columns of [RIGHT_COLUMNS, LICENCE_COLUMNS, OFFER_COLUMNS] as Record<string, string>[]) {
    const seen = new Map<string, string>();
    for (const field of Object.keys(columns)) {
      for (const heading of headingsOf(columns, field)) {
        expect(seen.get(headingKey(heading)) ?? field, heading).toBe(field);
        seen.set(headingKey(heading), field);
      }
    }
    expect(seen.size).toBeGreaterThan(60);
  }
});

test('docs/formats.md has the tables of the code', () => {
  const text = readFileSync(FORMATS_DOC, 'utf8');
  expect(withTables(text), 'run node platform/src/offers/formats-doc.ts').toBe(text);
  expect(() => withTables(text.replace('<!-- table offers -->', ''))).toThrow('table offers');
});
