// Offers: lines and arrays of JSON, saved pages, feeds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joined, type Sample, single } from './sample.ts';

const ROOT = join(import.meta.dirname, '../..');
const LINES = 40;

const linesOf = (path: string): Buffer[] =>
  readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, LINES)
    .map((line) => Buffer.from(line));

const product = (n: number) => ({
  '@context': 'https://schema.org/',
  '@type': 'Product',
  sku: String(900001 + n),
  name: `鲸屿手机壳 <b>磁吸</b> A&amp;B ${n}`,
  description: '透明防摔，"好用"',
  brand: { '@type': 'Brand', name: '鲸屿' },
  manufacturer: { '@type': 'Organization', name: '杭州鲸屿科技有限公司' },
  image: ['https://img.example.cn/1.jpg', { '@type': 'ImageObject', contentUrl: './页面_files/2,3.jpg' }],
  additionalProperty: [{ '@type': 'PropertyValue', name: '专利号', value: 'ZL201829999002.7' }],
  offers: {
    '@type': 'Offer',
    url: `/item/${900001 + n}?from=search`,
    price: 29.9,
    priceCurrency: 'CNY',
    seller: { '@type': 'Organization', name: '深圳澄屿贸易有限公司' },
  },
});

const HEAD = `<!DOCTYPE html>
<!-- saved from url=(0040)https://www.shop.example.cn/item/900001 -->
<html lang="zh-CN"><head><meta charset="utf-8"><title>鲸屿</title><link rel="canonical" href="https://www.shop.example.cn/item/900001"></head><body>
`;
const TAIL = '</body></html>\n';
const script = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const MICRODATA = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">鲸屿 耳机</h1><img itemprop="image" src="/a.jpg">
<span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><meta itemprop="name" content="鲸屿"></span>
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="29.90">￥29.9</span><meta itemprop="priceCurrency" content="CNY"></div></div>
`;
const OPEN_GRAPH = `<meta property="og:type" content="product"><meta property="og:title" content="鲸屿 耳机 &amp; 盒"><meta property="product:price:amount" content="1,299.00">
<meta property="product:price:currency" content="CNY"><meta property="og:image" content="https://img.example.cn/1.jpg">
`;

/** A script that is cut open swallows the page behind it, as in any browser: the products before it stay. */
const page = (): Sample => {
  const before = Buffer.from(`${HEAD}${script(product(0))}\n${script(product(1))}\n`);
  return joined({ group: 'offers', name: '网页 JSON-LD', kind: 'offers' }, before, [Buffer.from(script(product(2)))]);
};

export const offerSamples = (): Sample[] => {
  const own = { group: 'offers', kind: 'offers' } as const;
  const offers = linesOf('engine/evaluation/cases/listings-en/sample.jsonl');
  // Of the same shape as the others: behind a record without an end an object of another shape may be a part of it.
  const last = offers.pop()!;
  return [
    joined({ ...own, name: 'listings-en/sample.jsonl' }, Buffer.alloc(0), offers),
    joined({ ...own, name: 'bench/detect/sample/offers-zh.jsonl' }, Buffer.alloc(0), linesOf('bench/detect/sample/offers-zh.jsonl')),
    joined({ ...own, name: 'JSON 数组 / an array' }, Buffer.from('[\n'), offers, Buffer.from(',\n'), Buffer.from(`${last}]\n`)),
    joined(
      { ...own, name: 'JSON 信封 / an envelope' },
      Buffer.from('{"total":40,"data":{"items":[\n'),
      offers,
      Buffer.from(',\n'),
      Buffer.from(`${last}]}}\n`),
    ),
    page(),
    single({ ...own, name: '网页 microdata' }, Buffer.from(HEAD + MICRODATA + MICRODATA.replace('耳机', '音箱') + TAIL)),
    single({ ...own, name: '网页 Open Graph' }, Buffer.from(HEAD.replace('<title>', `${OPEN_GRAPH}<title>`) + TAIL)),
    single(
      { ...own, name: 'JSON-LD 文件' },
      Buffer.from(JSON.stringify({ '@context': 'https://schema.org', '@graph': [0, 1, 2].map(product) }, null, 1)),
    ),
  ];
};
