// Story 2: the same earphones, the same mark; only the licence differs. And two licensees of one patent.
import { YESTERDAY } from '../days.ts';
import { MARK } from '../marks.ts';
import type { WorldOffer } from '../offer.ts';
import { PATENT } from '../patents.ts';
import { type Planted, tell } from '../story.ts';

const told = tell('2 许可');
const { box } = PATENT;
const earphones = (shop: WorldOffer['shop'], title: string, more: Partial<WorldOffer> = {}): WorldOffer => ({
  shop,
  title,
  brand: '鹮舟',
  category: '数码/耳机',
  price: '¥399.00',
  ...more,
});

export const LICENSED: readonly Planted[] = [
  told(
    '许可有效。The licence holds.',
    MARK.huanzhou,
    ['screened', 'licensed'],
    earphones('shuanglan', '鹮舟 降噪耳机 头戴式 蓝牙5.3 【旗舰款】顺丰包邮', { sales: '800+' }),
  ),
  told(
    '许可昨日到期。The licence ended yesterday.',
    MARK.huanzhou,
    ['lead', '2'],
    earphones('tingguo', '鹮舟 降噪耳机 清仓特价 头戴式蓝牙', { price: '¥199' }),
  ),
  told(
    '同一卖家，许可最后一日。The same seller on the last day of the licence.',
    MARK.huanzhou,
    ['screened', 'licensed'],
    earphones('tingguo', '鹮舟 真无线蓝牙耳机 入耳式 长续航', { capturedAt: YESTERDAY, price: '¥259' }),
  ),
  told(
    '许可地域为香港，在内地销售。Licensed for Hong Kong, offered in the mainland.',
    MARK.huanzhou,
    ['lead', '2'],
    earphones('yuanting', '港版 鹮舟 头戴式耳机 Hi-Res 現貨速發', { market: 'CN' }),
  ),
  told(
    '许可限第25类，销售耳机。Licensed for class 25, sells earphones.',
    MARK.huanzhou,
    ['lead', '2'],
    earphones('chuyi', '鹮舟联名 无线耳机 潮流款 奶油风 礼盒装'),
  ),
  told(
    '许可限广东，在深圳销售。Licensed for Guangdong, offered in Shenzhen.',
    MARK.huanzhou,
    ['screened', 'licensed'],
    earphones('yueting', '鹮舟 运动蓝牙耳机 挂耳式 防汗【深圳同城】', { market: '440300' }),
  ),
  told(
    '许可限广东，销售地域不明。Licensed for Guangdong, offered nobody says where.',
    MARK.huanzhou,
    ['held', 'place_of_sale'],
    earphones('yueting', '鹮舟 有线耳机 Type-C 带麦 重低音'),
  ),
  told(
    '许可限广东，在北京销售。Licensed for Guangdong, offered in Beijing.',
    MARK.huanzhou,
    ['lead', '2'],
    earphones('yueting', '鹮舟 降噪耳机 白色 北京门店自提', { market: '110000' }),
  ),
  told(
    '许可给另一平台的同名店铺。The licence is for the shop of that name on another platform.',
    MARK.huanzhou,
    ['lead', '2'],
    earphones('haosu', '鹮舟 蓝牙耳机 半入耳 学生党平价', { price: '¥89' }),
  ),
  told('被许可人经同意标注专利。The licensee marks the patent with consent.', box, ['screened', 'marking_consent'], {
    shop: 'mengli',
    title: '萌篱 玻璃保鲜盒 微波炉可用 分隔饭盒 3件套',
    brand: '萌篱',
    maker: '成都萌篱家居有限公司',
    category: '厨房/保鲜盒',
    price: '¥45.00',
    madeOn: '2026-03-12',
    marking: `中国实用新型专利 ZL ${box.number}`,
  }),
  told('被许可人标注专利，未见同意标注。The licensee marks the patent, consent is not shown.', box, ['held', 'marking_consent'], {
    shop: 'chelu',
    title: '澈栎 冰箱保鲜盒 真空密封 食品级 大号',
    brand: '澈栎',
    maker: '青岛澈栎电器有限公司',
    category: '厨房/保鲜盒',
    price: '¥39.00',
    madeOn: '2026-05-20',
    marking: `中国实用新型专利 ZL ${box.number}`,
  }),
];
