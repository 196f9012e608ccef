// Lawful uses of registered marks: licensed, for what fits, as ordinary words, on other goods, abroad, and of marks that are no more.
import { MARK } from '../marks.ts';
import type { WorldOffer } from '../offer.ts';
import type { Random } from '../random.ts';
import type { ShopKey } from '../shops.ts';
import { SHOP } from '../shops.ts';
import { goodsOf } from './plain.ts';
import { dayOf, priceText, salesText } from './title.ts';

const LICENSED: readonly [ShopKey, mark: string, kind: string, ...goods: string[]][] = [
  ['shuanglan', MARK.huanzhou.name, 'audio', '蓝牙耳机', '头戴式耳机', '有线耳机', '蓝牙音箱'],
  ['chuyi', MARK.congye.name, 'clothes', '卫衣', 'T恤', '牛仔裤', '羽绒服', '衬衫'],
  ['chelu', MARK.ganquan.name, 'water', '净水器', '饮水机'],
  ['yuanting', MARK.limorella.name, 'makeup', '口红', '面霜', '粉底液', '精华液'],
  ['mengli', MARK.paohe.name, 'kitchen', '炒锅', '不粘锅', '砧板', '汤锅'],
];

/** Goods of the licensed class under a mark, by a shop whose licence holds. */
export const licensed = (random: Random): WorldOffer => {
  const [shop, mark, kind, ...goods] = random.pick(LICENSED);
  return goodsOf(random, shop, mark, kind, goods);
};

/** The same shops' other goods, under their own names. */
export const licensedSellersOther = (random: Random): WorldOffer => {
  const shop = random.pick(['shuanglan', 'tingguo', 'chuyi', 'yueting', 'mengli', 'chelu'] as const);
  return goodsOf(random, shop, SHOP[shop].brand);
};

const offer = (random: Random, shop: ShopKey, title: string, category: string, yuan: number, more: Partial<WorldOffer> = {}): WorldOffer => {
  const sales = salesText(random);
  return { shop, title, category, price: priceText(random, yuan), capturedAt: dayOf(random), ...(sales === '' ? {} : { sales }), ...more };
};

/** Phrase, category: `{m}` is the mark, `{b}` the accessory's own brand. */
const FITTING: readonly [mark: string, category: string, own: ShopKey, ...titles: string[]][] = [
  [
    'QOVARIS',
    '手机配件/手机壳',
    'haosu',
    '{b}手机壳 适用于{m} X9 防摔 液态硅胶',
    '手机壳 适用{m} X9 Pro 磁吸 透明 ins风',
    '【两片装】钢化膜 适用于{m} X9 全屏高清 防指纹',
    '{m}手机壳 X8 X9 专用 磨砂 防摔保护套',
    '{b} 65W充电器 兼容{m}手机 快充头 Type-C',
    'Phone case for {m} X9 shockproof clear cover',
    '{b} 数据线 适配{m} X9/X8 快充 1m',
  ],
  [
    '鹮舟',
    '数码配件/保护套',
    'haosu',
    '{b} 耳机收纳盒 适用于{m}耳机 抗压',
    '耳机保护套 适用{m}蓝牙耳机 硅胶 卡通',
    '耳机海绵套 适用于{m}头戴式耳机 替换耳罩 一对',
    '{b} 耳机挂绳 适配{m} 防丢',
  ],
  ['绀泉', '家电配件/滤芯', 'zahuo', '净水器滤芯 适用绀泉净水器 全套 ５支装', '滤芯 适配{m} 400G 反渗透 替换', '{m}净水器专用滤芯 PP棉 活性炭 通用'],
  [
    'DENTORVA',
    '个护/牙刷头',
    'zahuo',
    '电动牙刷头 适用于{m}电动牙刷 4支装 软毛',
    '牙刷头 适配{m} 替换刷头 杜邦',
    'Replacement brush heads for {m} toothbrush 8 pack',
  ],
  ['KESTROVA', '鞋/鞋配件', 'zahuo', '鞋带 适用于{m}运动鞋 白色 圆形 1.2m', '鞋垫 适用于{m} 运动鞋 透气吸汗 减震'],
];

export const fitting = (random: Random): WorldOffer => {
  const [mark, category, shop, ...titles] = random.pick(FITTING);
  const pattern = random.pick(titles);
  const { brand } = SHOP[shop];
  const own = pattern.includes('{b}') && brand !== null;
  return offer(random, shop, pattern.replaceAll('{m}', mark).replaceAll('{b}', brand ?? ''), category, 5 + random.below(60), own ? { brand } : {});
};

/** Words that are marks of somebody, said for what they mean; and words that only hold the characters of a mark. */
const WORDS: readonly [ShopKey, title: string, category: string][] = [
  ['guoyang', '青柠味苏打气泡水 0糖 330ml*12', '食品/饮料'],
  ['guoyang', '果漾坊 冻干青柠片 泡水喝 50g', '食品/水果茶'],
  ['guoyang', '鲜榨青柠汁 调酒烘焙 500ml', '食品/饮料'],
  ['guoyang', '果漾坊 青柠蜂蜜茶 冲饮 420g', '食品/饮料'],
  ['guoyang', '果漾坊苹果醋 无糖 饮料 420ml*6 整箱', '食品/饮料'],
  ['guoyang', '海南新鲜青柠檬 5斤 奶茶店用', '食品/水果'],
  ['miandu', '绵垛 白鹭图案 纯棉毛巾 提花 3条', '家纺/毛巾'],
  ['miandu', '绵垛 一行白鹭上青天 刺绣 床单 1.8m', '家纺/床单'],
  ['miandu', '白鹭刺绣窗帘 新中式 遮光', '家纺/窗帘'],
  ['zahuo', '老师傅手工菜刀 锻打 切片刀', '厨具/菜刀'],
  ['pusui', '面点师傅推荐 高筋面粉 5kg 包子饺子', '食品/面粉'],
  ['pusui', '稻穗禾苗手工面条 儿童 宝宝 300g', '食品/面条'],
  ['guoyang', '小米辣椒酱 下饭 210g*3', '食品/辣椒酱'],
  ['yanbi', '晏笔 青柠色笔记本 A5 简约', '文具/笔记本'],
  ['miandu', '绵垛 青柠绿 四件套 全棉', '家纺/四件套'],
];
export const ordinaryWords = (random: Random): WorldOffer => {
  const [shop, title, category] = random.pick(WORDS);
  const noise = random.pick(['', ' 包邮', ' 【现货】', ' 🔥', ' 领券立减', ' 买一送一', ' hot']);
  const own = SHOP[shop].brand;
  return offer(random, shop, `${title}${noise}`, category, 9 + random.below(80), own !== null && title.includes(own) ? { brand: own } : {});
};

/** The same name for goods that have nothing to do with each other. */
const ELSEWHERE: readonly [ShopKey, title: string, category: string][] = [
  ['zahuo', '穗禾师 毛绒玩具 稻草人公仔 30cm', '玩具/毛绒玩具'],
  ['tongcu', '霁岫 婴儿连体衣 纯棉 66码', '母婴/婴儿连体衣'],
  ['pusui', '阙鹿 手工面条 1kg', '食品/面条'],
  ['yanbi', '枞野 中性笔 0.5mm 12支', '文具/中性笔'],
  ['guoyang', '鹮舟 坚果礼盒 500g', '食品/坚果'],
  ['lixing', 'LIMORELLA 汽车轮胎 205/55R16', '汽车用品/轮胎'],
];
export const otherGoods = (random: Random): WorldOffer => {
  const [shop, title, category] = random.pick(ELSEWHERE);
  return offer(random, shop, title, category, 15 + random.below(90), random.once(2) ? { brand: title.split(' ')[0]! } : {});
};

/** Marks whose registration has expired, was cancelled, surrendered, invalidated, refused, or is only applied for. */
const GONE: readonly [ShopKey, title: string, category: string][] = [
  ['yanbi', '砚漓 中性笔 速干 12支', '文具/中性笔'],
  ['zahuo', '玳岚 首饰 锆石项链 女', '首饰/项链'],
  ['zahuo', '珞柠 玻璃杯 高硼硅 350ml', '家居/杯子'],
  ['zahuo', '沅筏 积木玩具 500片', '玩具/积木'],
  ['zahuo', 'OSTRIVEL 宠物窝 可拆洗', '宠物/宠物窝'],
  ['guoyang', '鲲栈 挂耳咖啡 10包', '食品/咖啡'],
  ['miandu', 'WYNNDORA HOME 床单 1.8m', '家纺/床单'],
];
export const marksNoMore = (random: Random): WorldOffer => {
  const [shop, title, category] = random.pick(GONE);
  return offer(random, shop, title, category, 9 + random.below(90), random.once(2) ? { brand: title.replace(/ \S*[一-鿿].*$/u, '') } : {});
};

/** A Chinese registration says nothing of an offer to buyers abroad. */
export const abroad = (random: Random): WorldOffer => {
  const [mark, goods] = random.pick([
    ['QOVARIS', 'smartphone 256GB unlocked'],
    ['KESTROVA', 'running shoes men breathable'],
    ['LIMORELLA', 'matte lipstick set of 3'],
    ['鹮舟', 'wireless headphones'],
  ] as const);
  return offer(random, random.pick(['haosu', 'chili', 'zahuo'] as const), `${mark} ${goods}`, 'cross-border', 60 + random.below(200), {
    market: random.pick(['US', 'JP', 'DE', 'RU']),
  });
};
