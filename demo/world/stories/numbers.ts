// Story 5: numbers that cannot be, numbers mistyped, applications called patents, the wrong kind, another's number.
import { patentNumber, withWrongCheck, withWrongDigit } from '../numbers.ts';
import { PATENT } from '../patents.ts';
import { type Planted, tell } from '../story.ts';

const told = tell('5 专利号');
const { stool, mop, dryer, fryer, lamp, earphones } = PATENT;
/** In no register and near to no number that is. */
const NOBODY = withWrongCheck(patentNumber(2024, 2, 777));

export const NUMBERS: readonly Planted[] = [
  told('校验位不对，登记中也没有相近的号码。The check character is wrong and no near number is registered.', null, ['lead', '5'], {
    shop: 'zahuo',
    title: '免打孔毛巾架 太空铝 浴室置物架 北欧风',
    description: `国家专利产品，专利号：ZL ${NOBODY}`,
    category: '家居/毛巾架',
    price: '¥22',
  }),
  told('权利人写错自己专利号的一位数字。The owner mistypes one digit of its own number.', mop, ['lead', '4>30'], {
    shop: 'zhuning',
    title: '杼柠 平板拖把 伸缩杆 360°旋转 懒人拖布 2026新款',
    description: `实用新型专利 ZL ${withWrongDigit(mop.number, 12)}`,
    brand: '杼柠',
    category: '家居/拖把',
    price: '¥59.9',
  }),
  told('尚未授权的申请写作 ZL。A pending application is called ZL.', dryer, ['lead', '9'], {
    shop: 'chongmai',
    title: '桐簏 宠物吹风机 低噪速干 大功率 猫狗吹水机',
    description: `发明专利 专利号：ZL ${dryer.number}`,
    brand: '桐簏',
    category: '宠物/吹风机',
    price: '¥168.00',
  }),
  told('外观设计称作发明专利。A design is called an invention.', lamp, ['lead', '24'], {
    shop: 'dengqi',
    title: '灯栖 护眼台灯 LED学习灯 三档调光 宿舍床头',
    description: `荣获发明专利 ZL ${lamp.number}，国AA级照度`,
    brand: '灯栖',
    category: '家居/台灯',
    price: '¥129',
  }),
  told('自有品牌商品标注他人的专利号。Goods of an own brand bear another’s number.', earphones, ['lead', '19'], {
    shop: 'haosu',
    title: '皓簌 头戴式耳机 无线蓝牙 电竞游戏 超长续航60h',
    description: `独特造型，外观设计专利 ZL${earphones.number}`,
    brand: '皓簌',
    category: '数码/耳机',
    price: '¥99.00',
  }),
  told('已驳回的申请称作专利。A refused application is called a patent.', fryer, ['lead', '10'], {
    shop: 'paohe',
    title: '庖禾 空气炸锅 5L大容量 智能控温 无油电炸锅',
    description: `控温专利技术，专利号：${fryer.number}`,
    brand: '庖禾',
    category: '厨具/空气炸锅',
    price: '¥199',
  }),
  told('商品上的号码只错校验位，所指专利已终止。Only the check character is wrong; the patent that is meant has lapsed.', stool, ['lead', '4>12'], {
    shop: 'zahuo',
    title: '折叠凳 加厚承重 户外野餐 伸缩小凳子',
    category: '家具/凳子',
    price: '29',
    madeOn: '2025-09-10',
    marking: `专利号：${withWrongCheck(stool.number)}`,
  }),
  told('申请按规定注明“专利申请，尚未授权”。The application is marked with the words that the rules ask for.', dryer, ['none'], {
    shop: 'chongmai',
    title: '桐簏 低噪吹风机 宠物家用 负离子护毛',
    description: `本产品为发明专利申请，申请号：${dryer.number}，专利申请，尚未授权`,
    brand: '桐簏',
    category: '宠物/吹风机',
    price: '¥158.00',
  }),
];
