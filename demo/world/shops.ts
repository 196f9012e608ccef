// The 30 shops, on three platforms that do not exist.
import { type Company, LICENSEE, OWNER, TRADER } from './companies.ts';

export type Platform = '禾集网' | '舟市' | '云埠';

export interface Shop {
  platform: Platform;
  name: string;
  company: Company;
  /** Written on its own goods; null where it has none. */
  brand: string | null;
  ships: string;
  /** Keys of the kinds of goods in wares.ts that it carries. */
  sells: readonly string[];
}

const shop = (platform: Platform, name: string, company: Company, brand: string | null, ships: string, ...sells: string[]): Shop => ({
  platform,
  name,
  company,
  brand,
  ships,
  sells,
});

export const SHOP = {
  huanzhou: shop('禾集网', '鹮舟官方旗舰店', OWNER.huanzhou, '鹮舟', '浙江宁波', 'audio'),
  kestrova: shop('禾集网', 'KESTROVA官方旗舰店', OWNER.kestrova, 'KESTROVA', '福建泉州', 'shoes'),
  ganquan: shop('云埠', '绀泉净水旗舰店', OWNER.ganquan, '绀泉', '广东佛山', 'water'),
  limorella: shop('禾集网', 'LIMORELLA官方旗舰店', OWNER.limorella, 'LIMORELLA', '上海', 'makeup'),
  congye: shop('舟市', '枞野服饰旗舰店', OWNER.congye, '枞野', '浙江杭州', 'clothes'),
  jixiu: shop('舟市', '霁岫茶业', OWNER.jixiu, '霁岫', '福建泉州', 'tea'),
  dentorva: shop('禾集网', 'DENTORVA口腔护理旗舰店', OWNER.dentorva, 'DENTORVA', '江苏扬州', 'teeth'),
  suihe: shop('云埠', '穗禾师旗舰店', OWNER.suihe, '穗禾师', '河南许昌', 'noodles'),
  qovaris: shop('禾集网', 'QOVARIS手机官方店', OWNER.qovaris, 'QOVARIS', '广东深圳', 'phones'),
  zhuning: shop('云埠', '杼柠家居生活馆', OWNER.zhuning, '杼柠', '浙江金华', 'household', 'cups'),
  paohe: shop('舟市', '庖禾厨具专卖店', OWNER.paohe, '庖禾', '广东揭阳', 'kitchen'),
  chongmai: shop('云埠', '桐簏宠物之家', OWNER.chongmai, '桐簏', '浙江温州', 'pets'),
  lixing: shop('舟市', '砾行汽车用品', OWNER.lixing, '砾行', '广东广州', 'car', 'garden'),
  dengqi: shop('禾集网', '灯栖照明旗舰店', OWNER.dengqi, '灯栖', '广东中山', 'lamps'),
  yimo: shop('禾集网', '椅末家具旗舰店', OWNER.yimo, '椅末', '浙江湖州', 'furniture'),
  shuanglan: shop('禾集网', '霜阑数码专营店', LICENSEE.shuanglan, '霜阑', '浙江杭州', 'audio', 'digital'),
  tingguo: shop('禾集网', '汀过数码', LICENSEE.tingguo, '汀过', '江苏苏州', 'digital', 'lamps'),
  yuanting: shop('舟市', '远汀港货', LICENSEE.yuanting, null, '香港', 'makeup', 'digital'),
  chuyi: shop('云埠', '褚衣服饰', LICENSEE.chuyi, '褚衣', '江苏南京', 'clothes'),
  yueting: shop('云埠', '粤汀电子', LICENSEE.yueting, '粤汀', '广东广州', 'audio', 'digital'),
  mengli: shop('舟市', '萌篱家居', LICENSEE.mengli, '萌篱', '四川成都', 'household', 'kitchen'),
  chelu: shop('云埠', '澈栎净水电器', LICENSEE.chelu, '澈栎', '山东青岛', 'water', 'kitchen'),
  miandu: shop('舟市', '绵垛家纺', TRADER.miandu, '绵垛', '江苏南通', 'textiles'),
  guoyang: shop('云埠', '果漾坊食品', TRADER.guoyang, '果漾坊', '山东烟台', 'food', 'drinks'),
  haosu: shop('禾集网', '皓簌数码配件', TRADER.haosu, '皓簌', '广东深圳', 'digital', 'phonecases'),
  chili: shop('舟市', '驰栎运动鞋店', TRADER.chili, '驰栎', '福建泉州', 'shoes', 'sports'),
  tongcu: shop('云埠', '童簇母婴', TRADER.tongcu, '童簇', '浙江湖州', 'children', 'textiles'),
  yanbi: shop('舟市', '晏笔文具', TRADER.yanbi, '晏笔', '浙江宁波', 'stationery', 'books'),
  zahuo: shop('云埠', '篱南百货批发', TRADER.zahuo, null, '浙江义乌', 'household', 'sports', 'garden', 'toys'),
  pusui: shop('禾集网', '朴穗面业', TRADER.pusui, '朴穗', '河南周口', 'noodles', 'food'),
} as const satisfies Record<string, Shop>;
export type ShopKey = keyof typeof SHOP;
