// Story 4: names that look or sound like another, on the same goods, on other goods, and inside ordinary words.
import { MARK } from '../marks.ts';
import { type Planted, tell } from '../story.ts';

const told = tell('4 近似名称');

export const LOOK_ALIKES: readonly Planted[] = [
  told('师写作帅，同为面条。师 written 帅, noodles both.', MARK.suihe, ['lead', '4'], {
    shop: 'zahuo',
    title: '穗禾帅 手工面条 宝宝辅食 500g*5袋 低脂劲道 【整箱包邮】',
    brand: '穗禾帅',
    category: '食品/面条',
    price: '¥29.9',
    sales: '400+',
  }),
  told('同一名称用在轮胎上：商品不类似。The same name on tyres: the goods are not similar.', MARK.suihe, ['none'], {
    shop: 'lixing',
    title: '穗禾帅 汽车轮胎 205/55R16 91V 静音舒适型',
    brand: '穗禾帅',
    category: '汽车用品/轮胎',
    price: '¥260.00',
  }),
  told('“穗禾师”只是“朴穗”“禾师傅”的片段。穗禾师 is only a piece of 朴穗 and 禾师傅.', MARK.suihe, ['none'], {
    shop: 'pusui',
    title: '朴穗禾师傅手工面条 河南特产 宽面 2斤装',
    brand: '朴穗',
    category: '食品/面条',
    price: '¥16.80',
  }),
  told('商标中间加点，仍是该商标。Dots between the characters: still the mark.', MARK.suihe, ['lead', '2'], {
    shop: 'zahuo',
    title: '穗·禾·师 手工挂面 礼盒 送长辈🎁',
    category: '食品/面条',
    price: '¥58',
  }),
  told('同音字：禾写作和。The same sound: 禾 written 和.', MARK.suihe, ['lead', '4'], {
    shop: 'zahuo',
    title: '穗和师 鸡蛋挂面 1kg 早餐速食',
    brand: '穗和师',
    category: '食品/挂面',
    price: '¥12.9',
  }),
  told('首字明显不同。The first character clearly differs.', MARK.suihe, ['screened', 'meaning_differs'], {
    shop: 'zahuo',
    title: '麦禾师 荞麦面条 无添加 300g',
    brand: '麦禾师',
    category: '食品/面条',
    price: '¥9.9',
  }),
  told('字母 I 写作小写 l。The letter I written as a small l.', MARK.limorella, ['lead', '4'], {
    shop: 'zahuo',
    title: 'LlMORELLA 口红 哑光小样 3支装 平替',
    category: '美妆/口红',
    price: '¥25',
  }),
  told('繁体写法，同为面条。In traditional characters, noodles both.', MARK.suihe, ['lead', '4'], {
    shop: 'yuanting',
    title: '穗禾師 手工麵條 港式蝦子麵 現貨',
    category: '食品/面条',
    price: '¥42',
  }),
];
