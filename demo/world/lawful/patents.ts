// Lawful words about patents: the owner's and the licensee's true marking, a reseller's, numbers that no loaded register has, and words that claim nothing.
import { LICENSEE } from '../companies.ts';
import { patentNumber } from '../numbers.ts';
import type { WorldOffer } from '../offer.ts';
import { PATENT } from '../patents.ts';
import type { Random } from '../random.ts';
import type { WorldRight } from '../register.ts';
import { SHOP, type ShopKey } from '../shops.ts';
import { dayOf, priceText, salesText } from './title.ts';

const offer = (random: Random, shop: ShopKey, title: string, category: string, more: Partial<WorldOffer>): WorldOffer => {
  const sales = salesText(random);
  return {
    shop,
    title,
    category,
    price: priceText(random, 19 + random.below(300)),
    capturedAt: dayOf(random),
    ...(sales === '' ? {} : { sales }),
    ...more,
  };
};

const spelled = (random: Random, { number }: WorldRight): string =>
  random.pick([`ZL ${number}`, `ZL${number}`, `ZL${number.replace('.', '')}`, `ZL ${number.slice(0, 4)} ${number.slice(4, 5)} ${number.slice(5)}`]);

/** Patents in force, with the owner's shop and goods; the kind is said as the register has it. */
const OWNED: readonly [WorldRight, ShopKey, title: string, category: string][] = [
  [PATENT.mop, 'zhuning', '杼柠 伸缩拖把 免手洗 懒人', '家居/拖把'],
  [PATENT.rack, 'zhuning', '杼柠 升降晾衣架 阳台 手摇', '家居/晾衣架'],
  [PATENT.hanger, 'zhuning', '杼柠 旋转衣架 防滑 10个装', '家居/衣架'],
  [PATENT.feeder, 'chongmai', '桐簏 宠物自动喂食器 5L 定时', '宠物/喂食器'],
  [PATENT.box, 'paohe', '庖禾 保鲜盒 玻璃 分隔', '厨具/保鲜盒'],
  [PATENT.filter, 'ganquan', '绀泉 净水器 厨下式 600G', '家电/净水器'],
  [PATENT.solar, 'dengqi', '灯栖 太阳能庭院灯 感应 防水', '家居/庭院灯'],
  [PATENT.lamp, 'dengqi', '灯栖 台灯 护眼 三色调光', '家居/台灯'],
  [PATENT.chair, 'yimo', '椅末 椅子 北欧 餐椅 靠背', '家具/椅子'],
  [PATENT.brush, 'dentorva', 'DENTORVA 声波电动牙刷 5档', '个护/电动牙刷'],
  [PATENT.toothbrush, 'dentorva', 'DENTORVA 电动牙刷 情侣款', '个护/电动牙刷'],
  [PATENT.earphones, 'huanzhou', '鹮舟 头戴式耳机 降噪', '数码/耳机'],
  [PATENT.sole, 'kestrova', 'KESTROVA 跑步鞋 缓震鞋底', '鞋/跑步鞋'],
];

/** Kind and number, on the page or on the goods (办法 Articles 4 and 5). */
export const markedByOwner = (random: Random): WorldOffer => {
  const [right, shop, title, category] = random.pick(OWNED);
  const words = `${random.pick(['', '中国', '国家'])}${right.kind} ${random.pick(['', '专利号：'])}${spelled(random, right)}`;
  const brand = SHOP[shop].brand!;
  return random.once(2)
    ? offer(random, shop, title, category, { brand, description: `本品获${words}，请认准` })
    : offer(random, shop, title, category, { brand, maker: SHOP[shop].company.name, madeOn: '2026-05-11', marking: words });
};

/** A licensee with consent to mark. */
export const markedByLicensee = (random: Random): WorldOffer =>
  random.once(2)
    ? offer(random, 'mengli', '萌篱 保鲜盒 食品级 冰箱收纳', '厨具/保鲜盒', {
        brand: '萌篱',
        description: `实用新型专利 ${spelled(random, PATENT.box)}`,
      })
    : offer(random, 'lixing', '砾行 太阳能庭院灯 户外', '家居/庭院灯', { brand: '砾行', description: `发明专利 ${spelled(random, PATENT.solar)}` });

/** A reseller: of the owner's goods, of a licensee's, or one that says nothing of the maker. */
export const resold = (random: Random): WorldOffer => {
  const words = (right: WorldRight) => `${right.kind} ${spelled(random, right)}`;
  return random.pick([
    () => offer(random, 'zahuo', '伸缩拖把 一拖净 家用', '家居/拖把', { description: words(PATENT.mop) }),
    () => offer(random, 'zahuo', '杼柠 升降晾衣架 阳台', '家居/晾衣架', { brand: '杼柠', description: words(PATENT.rack) }),
    () =>
      offer(random, 'mengli', '旋转衣架 无痕 20个', '家居/衣架', {
        maker: PATENT.hanger.owner.name,
        madeOn: '2026-02-03',
        marking: words(PATENT.hanger),
      }),
    () =>
      offer(random, 'tongcu', '宠物自动喂食器 猫用', '宠物/喂食器', {
        maker: LICENSEE.keluo.name,
        madeOn: '2026-06-06',
        marking: words(PATENT.feeder),
      }),
    () => offer(random, 'zahuo', '餐椅 靠背椅子 2把', '家具/椅子', { description: words(PATENT.chair) }),
  ])();
};

/** Well formed, of a kind and year that the loaded register does not claim to hold: nobody is accused. */
export const notLoaded = (random: Random): WorldOffer => {
  const [kind, type] = random.pick([
    ['发明专利', 1],
    ['实用新型专利', 2],
    ['外观设计专利', 3],
  ] as const);
  const number = patentNumber(2015 + random.below(9), type, 500 + random.below(200));
  const [shop, title, category] = random.pick([
    ['guoyang', '果漾坊 坚果礼盒 独立包装', '食品/坚果'],
    ['yanbi', '晏笔 中性笔 按动 速干', '文具/中性笔'],
    ['tongcu', '童簇 婴儿奶瓶 防胀气', '母婴/奶瓶'],
    ['haosu', '皓簌 充电宝 20000mAh', '数码配件/充电宝'],
  ] as const);
  return offer(random, shop, title, category, { brand: SHOP[shop].brand!, description: `${kind}，专利号 ZL ${number}` });
};

const NO_CLAIM: readonly [ShopKey, title: string, category: string, description?: string][] = [
  ['yanbi', '《专利法教程》第五版 法学教材 正版', '图书/教材'],
  ['yanbi', '《专利代理实务》 考试用书 2026版', '图书/教材'],
  ['zahuo', '女士 patent leather 漆皮高跟鞋 黑色', '鞋/高跟鞋'],
  ['haosu', '手机支架 桌面 可折叠 铝合金', '手机配件/手机支架', '公版开模，无专利纠纷，放心代发'],
  ['zahuo', '水壶 家用 大容量', '家居/水壶', '本品无专利，欢迎比价'],
  ['zahuo', '塑料收纳盒 抽屉式 10个', '家居/收纳盒', '不侵犯他人专利权，图片实拍'],
  ['yanbi', '发明家的故事 儿童绘本 全8册', '图书/儿童绘本'],
];
export const noClaim = (random: Random): WorldOffer => {
  const [shop, title, category, description] = random.pick(NO_CLAIM);
  return offer(random, shop, title, category, description === undefined ? {} : { description });
};
