// Ordinary goods: without a brand, or under the shop's own.
import { SHOP, type Shop, type ShopKey } from '../shops.ts';
import type { WorldOffer } from '../offer.ts';
import type { Random } from '../random.ts';
import { dayOf, priceOf, priceText, salesText, titleOf } from './title.ts';
import { WARES } from './wares.ts';

const SHOPS = Object.entries(SHOP) as [ShopKey, Shop][];

const DESCRIPTIONS = [
  '',
  '',
  '材质安全，做工细致，支持7天无理由退换。',
  '<p>实物拍摄，<b>颜色以收到为准</b></p>',
  'Material: PP/ABS. Fast shipping, good quality!',
  '店铺承诺：24小时内发货，破损包赔。客服在线 9:00-22:00',
  '规格参数见详情页；图片仅供参考。=1+1',
];

/** Goods of a shop, of `kind` and among `among` where these are given, with `brand` where it writes one on them. */
export const goodsOf = (random: Random, key: ShopKey, brand: string | null, kind?: string, among?: readonly string[]): WorldOffer => {
  const shop: Shop = SHOP[key];
  const ware = WARES[kind ?? random.pick(shop.sells)]!;
  const yuan = priceOf(random, ware);
  const goods = random.pick(among ?? ware.goods);
  const sales = salesText(random);
  const description = random.pick(DESCRIPTIONS);
  // Some fill in the brand field only, some the title only, most both.
  const inTitle = brand !== null && !random.once(5);
  const inField = brand !== null && (!inTitle || !random.once(5));
  return {
    shop: key,
    title: titleOf(random, ware, inTitle ? `${brand}${random.once(3) ? '' : ' '}${goods}` : goods, yuan),
    category: random.once(8) ? ware.category.split('/')[0]! : `${ware.category.split('/')[0]}/${goods}`,
    price: priceText(random, yuan),
    capturedAt: dayOf(random),
    ...(description === '' ? {} : { description }),
    ...(inField ? { brand } : {}),
    ...(sales === '' ? {} : { sales }),
  };
};

export const unbranded = (random: Random): WorldOffer => {
  const offer = goodsOf(random, random.pick(SHOPS)[0], null);
  return random.once(6) ? { ...offer, brand: '无' } : offer;
};

const BRANDED = SHOPS.filter(([, { brand }]) => brand !== null);

/** Of an owner of a mark these are the mark's goods; of others just their own brand, registered or not. */
export const ownBrand = (random: Random): WorldOffer => {
  const [key, { brand }] = random.pick(BRANDED);
  return goodsOf(random, key, brand);
};
