// Story 1: a patent has ended, or nobody knows yet; on the page, on the goods, before, after and on the very day.
import { PATENT } from '../patents.ts';
import { type Planted, tell } from '../story.ts';

const told = tell('1 专利终止');
const { stool, lid, kettle, stand, mount, shears } = PATENT;

export const ENDED: readonly Planted[] = [
  told('页面仍称已终止的专利。The page still claims a lapsed patent.', stool, ['lead', '12'], {
    shop: 'yimo',
    title: '【厂家直销】椅末 便携折叠凳 加厚 户外钓鱼小板凳 🪑包邮',
    description: `本品已获国家实用新型专利，专利号：ZL ${stool.number}，仿冒必究。承重150kg`,
    brand: '椅末',
    category: '家具/凳子',
    price: '¥39.90',
    sales: '2000+',
  }),
  told('终止前生产并标注，现在销售。Made and marked before the lapse, sold now.', stool, ['screened', 'SH1'], {
    shop: 'zahuo',
    title: '库存清仓❗便携折叠凳 加厚 塑料小马扎 2只装',
    category: '家具/凳子',
    price: '30',
    madeOn: '2024-12-01',
    marking: `实用新型专利号：${stool.number}`,
  }),
  told(
    '年费只缴至 2026-06-17，现处宽限期和恢复期内。The annuity is paid through 2026-06-17: grace and restoration are running.',
    lid,
    ['held', 'annuity_uncertain'],
    {
      shop: 'zhuning',
      title: '杼柠 316不锈钢保温杯 500ml 大容量 学生便携水杯 可刻字',
      description: `防漏杯盖，实用新型专利 ZL${lid.number}`,
      brand: '杼柠',
      category: '水具/保温杯',
      price: '¥59.00',
      sales: '1.2万',
    },
  ),
  told('终止三个月后生产，仍标注。Made three months after the lapse, still marked.', stool, ['lead', '12'], {
    shop: 'zahuo',
    title: '便携折叠凳 加厚新货 ２０２６新款 地铁排队神器 包邮',
    category: '家具/凳子',
    price: '30',
    madeOn: '2025-06-01',
    marking: `专利号：ＺＬ２０１８２９９９９０１２．${stool.number.at(-1)}`,
  }),
  told('终止当日生产：权利自该日起已终止。Made on the very day of the lapse: the right has ended from that day.', stool, ['lead', '12'], {
    shop: 'zahuo',
    title: '折叠凳子家用 加厚款 换鞋凳 收纳不占地',
    category: '家具/凳子',
    price: '28.8元',
    madeOn: '2025-03-01',
    marking: `专利号 ${stool.number}`,
  }),
  told('终止前一日生产。Made on the day before.', stool, ['screened', 'SH1'], {
    shop: 'zahuo',
    title: '折叠凳 成人家用 马扎 尾货处理 不退不换',
    category: '家具/凳子',
    price: '26',
    madeOn: '2025-02-28',
    marking: `专利号 ${stool.number}`,
  }),
  told('商品上有专利号，生产日期不明。The goods bear the number, nobody says when they were made.', stool, ['lead', '13'], {
    shop: 'zahuo',
    title: '折叠凳 钓鱼凳 迷你小板凳 便携 mini',
    category: '家具/凳子',
    price: '25',
    marking: `实用新型专利 ZL${stool.number.replace('.', '')}`,
  }),
  told('外观设计十年期满，页面仍称专利。The ten years of a design are over, the page still claims it.', kettle, ['lead', '12'], {
    shop: 'paohe',
    title: '庖禾 鸣音烧水壶 304不锈钢 燃气电磁炉通用 4L',
    description: `经典壶形，外观设计专利 ZL ${kettle.number}`,
    brand: '庖禾',
    category: '厨具/水壶',
    price: '¥69.00',
  }),
  told('专利已公告全部无效，页面仍称专利。Announced as invalid in full, the page still claims it.', stand, ['lead', '15'], {
    shop: 'haosu',
    title: '皓簌 磁吸手机支架 桌面懒人 360°旋转 铝合金',
    description: `国家实用新型专利，专利号 ${stand.number}`,
    brand: '皓簌',
    category: '手机配件/手机支架',
    price: '¥19.90',
    sales: '500+',
  }),
  told(
    '无效公告前标注、公告后销售：条文未提无效，由人判断。Marked before the announcement of invalidity, sold after: SH1 does not name invalidation, a person decides.',
    stand,
    ['held', 'marked_before_invalidation'],
    {
      shop: 'zahuo',
      title: '手机支架 磁吸款 老库存 车载桌面两用',
      category: '手机配件/手机支架',
      price: '6.5',
      madeOn: '2024-08-10',
      marking: `实用新型专利 ZL ${stand.number}`,
    },
  ),
  told('终止后已恢复，权利人如实标注。Lapsed, then restored; the owner marks it as it is.', mount, ['none'], {
    shop: 'lixing',
    title: '砾行 车载手机支架 出风口卡扣式 不挡风口 通用型',
    description: `实用新型专利，专利号：ZL ${mount.number}`,
    brand: '砾行',
    category: '汽车用品/车载支架',
    price: '¥29.00',
  }),
  told('已决定宣告无效，决定尚未生效。The decision of invalidity is not final.', shears, ['held', 'invalidation_not_final'], {
    shop: 'lixing',
    title: '砾行 园艺修枝剪 SK5钢 省力果树剪刀 粗枝剪',
    description: `实用新型专利 ZL ${shears.number}`,
    brand: '砾行',
    category: '园艺/修枝剪',
    price: '35.00',
  }),
];
