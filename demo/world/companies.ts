// The people of the world. Places are real, names are coined; demo/world/world.test.ts holds them against the names of real brands.
import { creditCode } from './numbers.ts';

export interface Company {
  name: string;
  code: string;
}

const company = (name: string, nth: number): Company => ({ name, code: creditCode(nth) });

/** Who owns rights. */
export const OWNER = {
  suihe: company('许昌穗禾师食品有限公司', 1),
  huanzhou: company('宁波鹮舟声学科技有限公司', 2),
  kestrova: company('晋江凯斯珞体育用品有限公司', 3),
  ganquan: company('佛山绀泉净水科技有限公司', 4),
  limorella: company('上海黎墨蕾化妆品有限公司', 5),
  qovaris: company('深圳阔维睿通信有限公司', 6),
  congye: company('杭州枞野服饰有限公司', 7),
  jixiu: company('安溪霁岫茶业有限公司', 8),
  dentorva: company('扬州登陀瓦口腔护理用品有限公司', 9),
  yanli: company('温州砚漓文具有限公司', 10),
  dailan: company('广州玳岚珠宝有限公司', 11),
  tianxiang: company('赣州湉橡家具有限公司', 12),
  qingning: company('漳州柠时光饮料有限公司', 13),
  bailu: company('厦门汀鹭针织有限公司', 14),
  dengqi: company('中山灯栖照明有限公司', 15),
  yimo: company('安吉椅末家具有限公司', 16),
  zhuning: company('永康杼柠日用品有限公司', 17),
  paohe: company('揭阳庖禾厨具有限公司', 18),
  chongmai: company('温州桐簏宠物用品有限公司', 19),
  lixing: company('广州砾行汽车用品有限公司', 20),
  yaopu: company('石家庄苓浦生物医药有限公司', 21),
  quehu: company('东营阙鹿轮胎有限公司', 22),
} as const;

/** Who has a licence, or had one. */
export const LICENSEE = {
  shuanglan: company('杭州霜阑贸易有限公司', 101),
  tingguo: company('苏州汀过贸易有限公司', 102),
  yuanting: company('香港远汀有限公司', 103),
  chuyi: company('南京褚衣服饰有限公司', 104),
  yueting: company('广州粤汀电子有限公司', 105),
  chuting: company('武汉楚汀商贸有限公司', 106),
  mengli: company('成都萌篱家居有限公司', 107),
  chelu: company('青岛澈栎电器有限公司', 108),
  yuji: company('长沙榆几商贸有限公司', 109),
  qingjian: company('合肥晴笕百货有限公司', 110),
  keluo: company('东莞珂络五金制品有限公司', 111),
} as const;

/** Who simply trades. */
export const TRADER = {
  miandu: company('南通绵垛家纺有限公司', 201),
  julang: company('金华橘朗工艺品有限公司', 202),
  muwei: company('临沂木蔚家居有限公司', 203),
  nuanzhen: company('嘉兴暖榛针织有限公司', 204),
  qibai: company('汕头淇白日化有限公司', 205),
  guoyang: company('烟台果漾坊食品有限公司', 206),
  xigu: company('台州犀谷五金有限公司', 207),
  suxiaojiang: company('洛阳粟小匠食品有限公司', 208),
  chili: company('泉州驰栎鞋业有限公司', 209),
  haosu: company('深圳皓簌电子有限公司', 210),
  tongcu: company('湖州童簇母婴用品有限公司', 211),
  yanbi: company('宁海晏笔文化用品有限公司', 212),
  yuehuang: company('保定跃簧体育用品有限公司', 213),
  lingkuo: company('白沟翎阔箱包有限公司', 214),
  youlu: company('曲靖柚庐茶叶有限公司', 215),
  zahuo: company('义乌市篱南日用品商行', 216),
  pusui: company('周口朴穗面业有限公司', 217),
} as const;
