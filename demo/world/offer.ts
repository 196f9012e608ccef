// What an offer of the world says, and its row in offers.csv.
import type { Row } from './csv.ts';
import { JUDGED_ON } from './days.ts';
import { SHOP, type ShopKey } from './shops.ts';

export interface WorldOffer {
  shop: ShopKey;
  title: string;
  description?: string;
  brand?: string;
  maker?: string;
  category?: string;
  /** As the page has it: `¥1,299.00`, `12.9元`. */
  price: string;
  sales?: string;
  /** Country or division code; China where none is given. */
  market?: string;
  madeOn?: string;
  capturedAt?: string;
  /** Words on the goods or the packaging. */
  marking?: string;
}

export const OFFER_HEADINGS = [
  '平台',
  '商品编号',
  '链接',
  '商品标题',
  '详情',
  '品牌',
  '生产企业',
  '类目',
  '价格',
  '月销量',
  '店铺名称',
  '公司名称',
  '统一社会信用代码',
  '发货地',
  '销售地域',
  '生产日期',
  '采集时间',
  '包装文字',
] as const;

const SITE = { 禾集网: 'heji', 舟市: 'zhoushi', 云埠: 'yunbu' } as const;

/** The row of an offer. Links end in .example, which no one can own (RFC 2606). */
export const rowOf = (offer: WorldOffer, id: string): Row<(typeof OFFER_HEADINGS)[number]> => {
  const { platform, name, company, ships } = SHOP[offer.shop];
  return {
    平台: platform,
    商品编号: id,
    链接: `https://${SITE[platform]}.example/item/${id}`,
    商品标题: offer.title,
    详情: offer.description ?? '',
    品牌: offer.brand ?? '',
    生产企业: offer.maker ?? '',
    类目: offer.category ?? '',
    价格: offer.price,
    月销量: offer.sales ?? '',
    店铺名称: name,
    公司名称: company.name,
    统一社会信用代码: company.code,
    发货地: ships,
    销售地域: offer.market ?? '',
    生产日期: offer.madeOn ?? '',
    采集时间: offer.capturedAt ?? JUDGED_ON,
    包装文字: offer.marking ?? '',
  };
};
