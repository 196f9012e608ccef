// Saved pages and JSON feeds of shops.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Label, Rejected } from '@zhijian/contract';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { fileInput } from '../readers/index.ts';
import { numbers } from '../readers/testing-damage.ts';
import { type PlacedOffer, readOffers } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhijian-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const read = async (content: string | Uint8Array) => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, content);
  const rejected: Rejected[] = [];
  const warnings: Label[] = [];
  const placed: PlacedOffer[] = [];
  for await (const batch of readOffers(
    [await fileInput(file, '页面')],
    (reject) => rejected.push(reject),
    (warning) => warnings.push(warning),
  ))
    placed.push(...batch);
  const offers = placed.map(({ offer }) => offer);
  return {
    placed,
    offers,
    titles: offers.map(({ title }) => title),
    codes: rejected.map(({ line, field, code }) => [line, field, code]),
    rejected,
    warnings,
  };
};

const page = (body: string, head = '') => `<!DOCTYPE html>
<!-- saved from url=(0040)https://www.shop.example.cn/item/900001 -->
<html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>
${body}
</body></html>`;
const script = (value: unknown) => `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

const PRODUCT = {
  '@context': 'https://schema.org/',
  '@type': 'Product',
  sku: '900001',
  name: '鲸屿手机壳 <b>磁吸</b> A&amp;B',
  description: '透明防摔',
  brand: { '@type': 'Brand', name: '鲸屿' },
  manufacturer: { '@type': 'Organization', name: '杭州鲸屿科技有限公司' },
  image: ['https://img.example.cn/1.jpg', { '@type': 'ImageObject', contentUrl: './页面_files/2,3.jpg' }],
  gtin13: '6900000000000',
  additionalProperty: [
    { '@type': 'PropertyValue', name: '专利号', value: 'ZL201829999002.7' },
    { '@type': 'PropertyValue', name: '颜色', value: '黑' },
  ],
  offers: {
    '@type': 'Offer',
    url: '/item/900001?from=search',
    price: 29.9,
    priceCurrency: 'CNY',
    availability: 'https://schema.org/InStock',
    seller: { '@id': '#seller' },
  },
};
const SELLER = {
  '@context': 'https://schema.org',
  '@id': '#seller',
  '@type': 'Organization',
  name: '深圳澄屿贸易有限公司',
  taxID: '91440300MA9999910B',
};

test('[A4.products] a saved page: several scripts of one graph, one of them broken, give the offer with everything that it says', async () => {
  const { offers, codes, placed } = await read(
    page(
      [
        script(SELLER),
        script('{"@type": "Product", "name": "坏'),
        script({ '@type': 'BreadcrumbList' }),
        script(PRODUCT),
        '<script>alert("run")</script>',
      ].join('\n'),
      '<!-- Page saved with SingleFile url: https://www.shop.example.cn/item/900001 saved date: Fri Nov 20 2026 10:30:00 GMT+0800 -->',
    ),
  );
  expect(codes).toEqual([[5, null, 'json']]);
  expect(placed[0]?.place).toEqual({ file: '页面', line: 7 });
  expect(offers).toEqual([
    {
      kind: 'online',
      platform: 'shop.example.cn',
      item_id: '900001',
      url: 'https://www.shop.example.cn/item/900001?from=search',
      title: '鲸屿手机壳 <b>磁吸</b> A&B',
      description: '透明防摔\n专利号：ZL201829999002.7',
      brand: '鲸屿',
      maker: '杭州鲸屿科技有限公司',
      category: null,
      price: 2990,
      currency: 'CNY',
      sales: null,
      shop: null,
      seller: '深圳澄屿贸易有限公司',
      seller_code: '91440300MA9999910B',
      ship_from: null,
      market: 'CN',
      images: ['https://img.example.cn/1.jpg', './页面_files/2,3.jpg'],
      made_on: null,
      captured_at: '2026-11-20',
      language: 'zh-cn',
      marking: null,
      extra: { 专利号: 'ZL201829999002.7', 颜色: '黑', gtin13: '6900000000000', availability: 'InStock' },
    },
  ]);
});

describe('shapes of JSON-LD', () => {
  test.each<[string, unknown, [string | null, number | null][]]>([
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, PRODUCT] }, [['鲸屿手机壳 <b>磁吸</b> A&B', 2990]]],
    [
      'an array',
      [{ '@type': 'Thing' }, { '@type': ['Product', 'Thing'], name: '甲', offers: [{ price: '1,299.00', priceCurrency: 'CNY' }] }],
      [['甲', 129900]],
    ],
    ['a full type', { '@type': 'http://schema.org/Product', name: '甲' }, [['甲', null]]],
    [
      'an aggregate',
      { '@type': 'Product', name: '甲', offers: { '@type': 'AggregateOffer', lowPrice: 5, highPrice: 9, priceCurrency: 'USD' } },
      [['甲', 500]],
    ],
    [
      'a price specification',
      { '@type': 'Product', name: '甲', offers: { priceSpecification: [{ price: '7.50', priceCurrency: 'EUR' }] } },
      [['甲', 750]],
    ],
    [
      'an item list',
      {
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', item: { '@type': 'Product', name: '甲' } },
          { '@type': 'Product', name: '乙' },
        ],
      },
      [
        ['甲', null],
        ['乙', null],
      ],
    ],
    [
      'a group of variants, which share what the group says',
      {
        '@type': 'ProductGroup',
        name: '组',
        brand: '鲸屿',
        hasVariant: [
          { '@type': 'Product', name: '红', offers: { price: 1 } },
          { '@type': 'Product', sku: '2', offers: { price: 2 } },
        ],
      },
      [
        ['红', 100],
        ['组', 200],
      ],
    ],
    [
      'a group whose variants are addresses only',
      { '@type': 'ProductGroup', name: '组', hasVariant: [{ url: 'https://a.example.cn' }] },
      [['组', null]],
    ],
    [
      'two sellers of one product',
      {
        '@type': 'Product',
        sku: '1',
        name: '甲',
        offers: {
          '@type': 'AggregateOffer',
          offers: [
            { price: 3, seller: { name: '店一' } },
            { price: 4, seller: { name: '店二' } },
            { price: 5, seller: { name: '店二' } },
          ],
        },
      },
      [
        ['甲', 300],
        ['甲', 400],
      ],
    ],
    ['what is like it is not offered', { '@type': 'Product', name: '甲', isSimilarTo: { '@type': 'Product', name: '乙' } }, [['甲', null]]],
  ])('%s', async (_, value, expected) => {
    const { offers, codes } = await read(page(script(value)));
    expect(codes).toEqual([]);
    expect(offers.map(({ title, price }) => [title, price])).toEqual(expected);
  });

  test('wrapped in comments and CDATA, escaped as HTML, with line breaks in texts and a comma too many', async () => {
    const text = JSON.stringify({ '@type': 'Product', name: '甲' });
    for (const one of [
      `<!-- ${text} -->`,
      `//<![CDATA[\n${text}\n//]]>`,
      `/*<![CDATA[*/ ${text} /*]]>*/`,
      text.replaceAll('"', '&quot;'),
      '{"@type":"Product","name":"甲",}',
      `${text};`,
    ])
      expect((await read(page(script(one)))).titles, one).toEqual(['甲']);
    expect((await read(page(script('{"@type":"Product","name":"甲","description":"a\nb"}')))).offers[0]?.description).toBe('a b');
  });

  test('a product without a name is set aside; an id of 19 digits keeps them; references in a circle end', async () => {
    expect((await read(page(script({ '@type': 'Product', sku: '1' })))).codes).toEqual([[4, 'title', 'required']]);
    expect((await read(page(script('{"@type":"Product","name":"甲","sku":1234567890123456789}')))).offers[0]?.item_id).toBe('1234567890123456789');
    const circle = [
      { '@id': 'a', '@type': 'Thing', b: { '@id': 'b' } },
      { '@id': 'b', '@type': 'Product', name: '甲', x: { '@id': 'a' } },
    ];
    expect((await read(page(script(circle)))).titles).toEqual(['甲']);
  });

  test('a file of JSON-LD alone, over lines and on one', async () => {
    for (const text of [JSON.stringify(PRODUCT), JSON.stringify(PRODUCT, null, 2), JSON.stringify({ '@graph': [PRODUCT] })]) {
      const { offers, codes } = await read(text);
      expect(codes).toEqual([]);
      expect(offers.map(({ item_id, price, brand }) => [item_id, price, brand])).toEqual([['900001', 2990, '鲸屿']]);
    }
  });
});

test('GBK by the charset of the page, and a page of UTF-8 that names another', async () => {
  const text = page(script({ '@type': 'Product', name: '鲸屿手机壳', offers: { price: '¥29.90' } }));
  expect((await read(iconv.encode(text.replace('utf-8', 'gb2312'), 'gbk'))).titles).toEqual(['鲸屿手机壳']);
  expect((await read(text.replace('utf-8', 'gbk'))).titles).toEqual(['鲸屿手机壳']);
  expect((await read(iconv.encode(text.replace('utf-8', 'big5').replace('鲸屿手机壳', '手機殼'), 'big5'))).titles).toEqual(['手機殼']);
});

test('microdata where there is no JSON-LD, and Open Graph where there is neither', async () => {
  const micro = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">磁吸 <em>支架</em></h1>
<img itemprop="image" src="p_files/1.jpg"><meta itemprop="sku" content="A-1"><span itemprop="brand" itemscope itemtype="http://schema.org/Brand"><b itemprop="name">鲸屿</b></span>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="12.50">￥12.5</span><meta itemprop="priceCurrency" content="CNY"><a itemprop="url" href="/a1">买</a></div></div>`;
  const first = await read(page(micro));
  expect(first.codes).toEqual([]);
  expect(
    first.offers.map(({ title, item_id, brand, price, currency, images, url }) => [title, item_id, brand, price, currency, images, url]),
  ).toEqual([['磁吸 支架', 'A-1', '鲸屿', 1250, 'CNY', ['p_files/1.jpg'], 'https://www.shop.example.cn/a1']]);
  const tags = `<meta property="og:type" content="og:product"><meta property="og:title" content="手机壳 &quot;鲸屿&quot;"><meta property="og:url" content="https://m.shop.example.cn/9">
<meta property="product:price:amount" content="9.90"><meta property="product:price:currency" content="CNY"><meta property="og:image" content="https://img.example.cn/9.jpg"><meta property="product:brand" content="鲸屿">`;
  const second = await read(page('', tags));
  expect(second.offers.map(({ title, price, brand, platform, images }) => [title, price, brand, platform, images])).toEqual([
    ['手机壳 "鲸屿"', 990, '鲸屿', 'shop.example.cn', ['https://img.example.cn/9.jpg']],
  ]);
  expect((await read(page(micro + script(PRODUCT), tags))).offers.map(({ item_id }) => item_id)).toEqual(['900001']);
});

test('a page without products is named, and so is one over the limit', async () => {
  expect((await read(page('<p>关于我们</p>', '<meta property="og:type" content="website">'))).codes).toEqual([[1, null, 'unsupported']]);
  expect((await read(page('x'.repeat(17 << 20)))).codes).toEqual([[1, null, 'limit']]);
});

test('[A4.products] feeds: a list like that of a merchant centre, one on a single line, in GB18030 too', async () => {
  const items = [
    {
      id: '1',
      title: '鲸屿手机壳',
      link: 'https://shop.example.cn/1',
      image_link: 'https://img.example.cn/1.jpg',
      price: '29.90 CNY',
      brand: '鲸屿',
      gtin: '6900000000000',
      condition: 'new',
    },
    { id: '2', title: '=cmd()', price: 'ask', seller: { name: '某店' }, images: ['a.jpg', 'b.jpg'] },
  ];
  for (const text of [
    JSON.stringify({ version: 1, products: items }, null, 2),
    JSON.stringify({ code: 0, data: { items } }),
    JSON.stringify(items),
  ]) {
    for (const bytes of [Buffer.from(text), iconv.encode(text, 'gb18030')]) {
      const { offers, codes } = await read(bytes);
      expect(codes).toEqual([]);
      expect(offers.map(({ item_id, title, price, currency, brand, images }) => [item_id, title, price, currency, brand, images])).toEqual([
        ['1', '鲸屿手机壳', 2990, 'CNY', '鲸屿', ['https://img.example.cn/1.jpg']],
        ['2', '=cmd()', null, null, null, ['a.jpg', 'b.jpg']],
      ]);
      expect(offers[0]?.extra).toMatchObject({ gtin: '6900000000000', condition: 'new' });
    }
  }
});

test('pages made to harm: tags, quotes and comments without end, deep nesting, __proto__', async () => {
  const start = Date.now();
  const good = script(PRODUCT);
  for (const harm of [
    '<div '.repeat(200_000),
    '<div itemscope itemprop="a">'.repeat(100_000),
    '<a b="'.repeat(200_000),
    '<'.repeat(1_000_000),
    `${'['.repeat(100_000)}`,
    '&amp'.repeat(300_000),
    '<!--'.repeat(100_000),
  ])
    expect((await read(page(good + harm))).titles, harm.slice(0, 20)).toHaveLength(1);
  expect((await read(page(script('['.repeat(200_000))))).codes).toEqual([[4, null, 'json']]);
  expect(
    (await read(page(script('{"@type":"Product","name":"甲","__proto__":{"x":1},"additionalProperty":[{"name":"__proto__","value":"y"}]}')))).titles,
  ).toEqual(['甲']);
  expect((await read(page(script(`${'{"@graph":'.repeat(3000)}1${'}'.repeat(3000)}`)))).titles).toEqual([]);
  // Blanks that end in nothing: each run of them was tried in every way.
  expect((await read(page(script(`{"@type":"Product","name":"甲" ${' '.repeat(200_000)}x`)))).codes).toEqual([[4, null, 'json']]);
  expect((await read(page(script('\n/*<![CDATA[*/ {"@type":"Product","name":"甲"} ; /*]]>*/ //-->\n;')))).titles).toEqual(['甲']);
  expect(Date.now() - start).toBeLessThan(20_000);
});

test('two hundred mutations within one script: the product of the script before it stays', async () => {
  for (let seed = 0; seed < 200; seed++) {
    const next = numbers(seed);
    const bytes = Buffer.from(script({ ...PRODUCT, sku: '900002', name: '乙' }));
    for (let n = 1 + next(5); n > 0; n--) bytes[next(bytes.length)] = next(2) === 0 ? '<>"&{}[]\\!-'.charCodeAt(next(11)) : next(256);
    const { offers } = await read(Buffer.concat([Buffer.from(page(script(PRODUCT)).replace('</body></html>', '')), bytes]));
    expect(offers[0]?.item_id, `seed ${seed}`).toBe('900001');
  }
});

describe('addresses on a page that are written short', () => {
  const IMAGE = ['img/c.png', '//cdn.example.cn/d.png', 'https://img.example.cn/1.jpg', './页面_files/2.jpg'];
  const product = script({ ...PRODUCT, image: IMAGE, offers: { ...PRODUCT.offers, url: 'item/900001' } });
  const saved = 'https://www.shop.example.cn/item/900001';
  const placed = async (html: string) => {
    const [offer] = (await read(html)).offers;
    return [offer?.url, ...(offer?.images ?? [])];
  };
  const whole = (head: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${product}</body></html>`;

  test.each([
    ['<base> says it', '<base href="https://m.shop.example.cn/deals/">', 'https://m.shop.example.cn/deals/'],
    [
      'the first <base> counts',
      '<base target="_top"><base href="https://a.example.cn/x/"><base href="https://b.example.cn/">',
      'https://a.example.cn/x/',
    ],
    [
      'a <base> is written short itself',
      '<base href="/deals/"><link rel="canonical" href="https://www.shop.example.cn/p/1">',
      'https://www.shop.example.cn/deals/',
    ],
    [
      '<base> comes before canonical',
      '<link rel="canonical" href="https://c.example.cn/p/1"><base href="https://a.example.cn/x/">',
      'https://a.example.cn/x/',
    ],
    ['canonical', '<link rel="canonical" href="https://c.example.cn/p/1">', 'https://c.example.cn/p/'],
    ['og:url', '<meta property="og:url" content="https://o.example.cn/q/1">', 'https://o.example.cn/q/'],
  ])('%s', async (_, head, base) => {
    expect(await placed(whole(head))).toEqual([
      `${base}item/900001`,
      `${base}img/c.png`,
      'https://cdn.example.cn/d.png',
      'https://img.example.cn/1.jpg',
      // What the browser saved beside the page lies beside it.
      './页面_files/2.jpg',
    ]);
  });

  test('without any of them paths stay as given, and so do pictures where only the browser noted whence it saved the page', async () => {
    expect(await placed(whole(''))).toEqual(['item/900001', ...IMAGE]);
    expect(await placed(whole('<base href="file:///C:/页面/">'))).toEqual(['item/900001', ...IMAGE]);
    expect(await placed(page(product))).toEqual([`${saved.replace('900001', 'item/900001')}`, ...IMAGE]);
  });

  test('<base> is no address of the page, and microdata is read by it too', async () => {
    const html = `<base href="https://a.example.cn/x/"><div itemscope itemtype="https://schema.org/Product"><span itemprop="name">鲸屿手机壳</span><img itemprop="image" src="img/c.png"></div>`;
    const { offers } = await read(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
    expect(offers.map(({ url, platform, images }) => [url, platform, images])).toEqual([
      [null, 'a.example.cn', ['https://a.example.cn/x/img/c.png']],
    ]);
  });
});
