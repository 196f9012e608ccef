// Story 3: who names a mark to say what fits, and who hides behind the same words; who resells what the owner made.
import { LICENSEE, OWNER } from '../companies.ts';
import { MARK } from '../marks.ts';
import { PATENT } from '../patents.ts';
import { type Planted, tell } from '../story.ts';

const told = tell('3 指示性使用与转售');
const { feeder, mop } = PATENT;

export const GENUINE: readonly Planted[] = [
  told('自有品牌的配件，说明适用的耳机。An accessory of its own brand says which earphones it fits.', MARK.huanzhou, ['screened', 'N4'], {
    shop: 'haosu',
    title: '皓簌 耳机保护套 适用于鹮舟降噪耳机 硅胶防摔壳',
    brand: '皓簌',
    category: '数码配件/保护套',
    price: '¥15.80',
    sales: '3000+',
  }),
  told(
    '“适用于”后面是脚型，不是设备：鞋子用他人商标。Behind 适用于 stand feet, not a device: shoes under another’s mark.',
    MARK.kestrova,
    ['lead', '2'],
    {
      shop: 'chili',
      title: '适用于各种脚型 KESTROVA 正品运动鞋 男女同款 透气网面',
      category: '鞋/运动鞋',
      price: '¥79',
    },
  ),
  told('转售权利人生产的专利商品。Resale of patented goods that the owner made.', feeder, ['screened', 'exhaustion'], {
    shop: 'zahuo',
    title: '猫咪自动喂食器 定时定量 智能投食机 5L 🐱',
    maker: OWNER.chongmai.name,
    category: '宠物/喂食器',
    price: '¥189',
    madeOn: '2026-04-18',
    marking: `实用新型专利 ZL ${feeder.number}`,
  }),
  told(
    '转售权利人品牌的专利商品，页面写明专利号。Resale of goods of the owner’s brand, the page cites the patent.',
    mop,
    ['screened', 'exhaustion'],
    {
      shop: 'zahuo',
      title: '杼柠 伸缩拖把 免手洗 家用一拖净 干湿两用',
      description: `实用新型专利 ZL${mop.number}，正品保障`,
      brand: '杼柠',
      category: '家居/拖把',
      price: '¥49.9',
    },
  ),
  told('转售被许可人生产的专利商品。Resale of patented goods that a licensee made.', feeder, ['screened', 'exhaustion'], {
    shop: 'mengli',
    title: '宠物自动喂食器 双碗 猫狗通用 远程可视 Wi-Fi',
    maker: LICENSEE.keluo.name,
    category: '宠物/喂食器',
    price: '¥229',
    madeOn: '2026-08-02',
    marking: `实用新型专利：ZL${feeder.number}`,
  }),
  told('无品牌的替换滤芯，说明适用的净水器。A filter without a brand says which purifier it fits.', MARK.ganquan, ['screened', 'N4'], {
    shop: 'zahuo',
    title: '净水器滤芯 适用于绀泉净水器 RO-400 PP棉+活性炭 三支装',
    category: '家电配件/滤芯',
    price: '¥68',
  }),
  told(
    '“适用于”人群，口红用他人商标并称官方正品。For everyone, it says: lipstick under another’s mark, called official.',
    MARK.limorella,
    ['lead', '2'],
    {
      shop: 'zahuo',
      title: '适用于男女老少 LIMORELLA 官方正品口红 丝绒雾面 不沾杯 💄',
      category: '美妆/口红',
      price: '¥19.9',
      sales: '1万+',
    },
  ),
  told(
    '标题写适用，品牌栏却填该商标，卖的是手机。The title says 适用于, but the brand field is the mark and the goods are a phone.',
    MARK.qovaris,
    ['lead', '2'],
    {
      shop: 'haosu',
      title: '适用于QOVARIS 智能手机 全网通 256G 全新未拆封',
      brand: 'QOVARIS',
      category: '手机',
      price: '¥399',
    },
  ),
  told('配件只是赠品，卖的是手机。The accessories are gifts, the goods are a phone.', MARK.qovaris, ['lead', '2'], {
    shop: 'haosu',
    title: 'QOVARIS X9 手机 12+256G 学生备用机 送手机壳 钢化膜',
    category: '手机',
    price: '¥459',
  }),
];
