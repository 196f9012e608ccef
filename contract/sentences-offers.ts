// Sentences of the readers of pages and feeds of offers.
export const OFFER_SENTENCE = {
  no_products: {
    zh: '含商品数据的网页：schema.org Product（JSON-LD 或 microdata）或 Open Graph 商品标签；此网页没有',
    en: 'a page with data of products: schema.org Product as JSON-LD or microdata, or Open Graph tags of a product; this one has none',
  },
  json_ld: {
    zh: '完整的 JSON-LD；此段脚本无法解析，网页其余部分照常读取',
    en: 'whole JSON-LD; this script cannot be parsed, the rest of the page is read',
  },
  title: { zh: '商品名称或说明', en: 'the name of a product or its description' },
} as const;
