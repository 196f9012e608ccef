// Closed lists that only people meet: what the register and the numbers come to, and the names of fields and places.
import type { Label } from './vocabulary.ts';

const list = <T extends Record<string, Label>>(entries: T): T => entries;

/** What the facts of a right come to on a day (engine/rights/verdict.ts). */
export const RIGHT_STATE = list({
  in_force: { zh: '有效', en: 'in force' },
  application: { zh: '申请中，尚未授权', en: 'application, not granted' },
  ended: { zh: '已终止', en: 'ended' },
  invalidated_full: { zh: '已全部无效', en: 'invalid in full' },
  invalidated_part: { zh: '部分无效，其余有效', en: 'invalid in part' },
  invalidation_not_final: { zh: '无效决定未生效', en: 'invalidation not final' },
  dead_application: { zh: '申请未获授权', en: 'application never granted' },
  disputed: { zh: '有争议', en: 'in dispute' },
  unknown: { zh: '状态不明', en: 'not known' },
});

/** What the register has of a number. */
export const REGISTER_SAYS = list({
  grant: { zh: '登记中有这件专利，已经授权', en: 'the register has the patent, granted' },
  application: { zh: '登记中只有申请，尚未授权', en: 'the register has an application only' },
  none: { zh: '登记中查不到这个号码', en: 'the register has no such number' },
  not_loaded: { zh: '号码不在已载入的登记范围内', en: 'the loaded register does not cover the number' },
  foreign: { zh: '是外国专利号', en: 'a patent number of another country' },
  wrong_number: { zh: '号码本身不成立', en: 'the number itself cannot exist' },
  no_number: { zh: '没有写明号码', en: 'no number is given' },
});

/** How the characters of a patent number check out. */
export const NUMBER_CHECK = list({
  ok: { zh: '号码的校验位相符', en: 'the check character fits' },
  computed: { zh: '号码未写校验位，已按规则补上', en: 'the check character was missing and has been computed' },
  shape: { zh: '号码的位数或写法不对', en: 'the number has the wrong length or form' },
  year: { zh: '没有这一年份的此种号码', en: 'there are no such numbers of that year' },
  future_date: { zh: '号码中的年份尚未到来', en: 'the year in the number has not come' },
  type_digit: { zh: '号码中的种类数字不存在', en: 'the type digit of the number does not exist' },
  check_digit: { zh: '号码的校验位不符', en: 'the check character does not fit' },
});

export const PLAN_STATE = list({
  works: { zh: '可用', en: 'works' },
  'first form': { zh: '初步', en: 'first form' },
  'not yet': { zh: '尚未', en: 'not yet' },
});

/** Fields of the three kinds of files, as a heading of a table would name them. */
export const FIELD = list({
  kind: { zh: '种类', en: 'kind' },
  number: { zh: '号码', en: 'number' },
  name: { zh: '名称', en: 'name' },
  owner: { zh: '权利人', en: 'owner' },
  owner_code: { zh: '权利人代码', en: 'code of the owner' },
  office: { zh: '登记机关', en: 'office' },
  classes: { zh: '类别', en: 'classes' },
  goods: { zh: '核定商品', en: 'goods' },
  filing_date: { zh: '申请日', en: 'filing date' },
  grant_date: { zh: '授权（注册）日', en: 'grant or registration date' },
  expiry_date: { zh: '期满日', en: 'end of the term' },
  paid_to: { zh: '年费缴至', en: 'annuity paid to' },
  status: { zh: '法律状态', en: 'legal status' },
  status_date: { zh: '状态生效日', en: 'status effective on' },
  published_on: { zh: '公告日', en: 'published on' },
  known_on: { zh: '知悉日', en: 'known on' },
  image: { zh: '图样', en: 'picture' },
  right_kind: { zh: '权利种类', en: 'kind of right' },
  right_number: { zh: '权利号码', en: 'number of the right' },
  licensee: { zh: '被许可人', en: 'licensee' },
  licensee_code: { zh: '被许可人代码', en: 'code of the licensee' },
  territory: { zh: '许可地域', en: 'territory' },
  marking_consent: { zh: '同意标注', en: 'consent to mark' },
  from: { zh: '起始日', en: 'from' },
  to: { zh: '终止日', en: 'to' },
  platform: { zh: '平台', en: 'platform' },
  item_id: { zh: '商品编号', en: 'item number' },
  url: { zh: '链接', en: 'link' },
  title: { zh: '标题', en: 'title' },
  description: { zh: '详情', en: 'description' },
  brand: { zh: '品牌', en: 'brand' },
  maker: { zh: '生产者', en: 'maker' },
  category: { zh: '类目', en: 'category' },
  price: { zh: '价格', en: 'price' },
  currency: { zh: '币种', en: 'currency' },
  sales: { zh: '销量', en: 'sales' },
  shop: { zh: '店铺名称', en: 'shop name' },
  seller: { zh: '卖方', en: 'seller' },
  seller_code: { zh: '卖方代码', en: 'code of the seller' },
  ship_from: { zh: '发货地', en: 'shipped from' },
  market: { zh: '销售市场', en: 'market' },
  images: { zh: '图片', en: 'pictures' },
  made_on: { zh: '生产日期', en: 'made on' },
  captured_at: { zh: '采集日', en: 'captured on' },
  language: { zh: '语言', en: 'language' },
  marking: { zh: '商品或包装上的文字', en: 'words on the goods' },
  // Decisions, transfers and traders.
  case_number: { zh: '案号或决定号', en: 'case number' },
  internal_number: { zh: '委内编号', en: 'internal number' },
  authority: { zh: '机关', en: 'authority' },
  decided_on: { zh: '决定日', en: 'decided on' },
  announced_on: { zh: '公告日', en: 'announced on' },
  final: { zh: '是否生效', en: 'final' },
  right_numbers: { zh: '权利号码', en: 'numbers of rights' },
  result: { zh: '结果', en: 'result' },
  parties: { zh: '当事人', en: 'parties' },
  assignor: { zh: '让与人', en: 'assignor' },
  assignee: { zh: '受让人', en: 'assignee' },
  assignee_code: { zh: '受让人代码', en: "assignee's code" },
  entry: { zh: '登记事项', en: 'entry' },
  entry_date: { zh: '登记日', en: 'day of the entry' },
  record_number: { zh: '备案号', en: 'record number' },
  right_name: { zh: '权利名称', en: 'name of the right' },
  licence_type: { zh: '许可种类', en: 'kind of licence' },
  code: { zh: '统一社会信用代码', en: 'unified social credit code' },
  capital: { zh: '注册资本', en: 'registered capital' },
  founded_on: { zh: '成立日期', en: 'founded on' },
  term: { zh: '营业期限', en: 'term of business' },
  term_from: { zh: '营业期限自', en: 'term of business from' },
  term_to: { zh: '营业期限至', en: 'term of business to' },
  // A fact of a whole file of rights, not of a row.
  covers: { zh: '完整收录的范围', en: 'what the file holds completely' },
});

/** The names of fields in one sentence; a heading that is no field of ours stays as it is. */
export const fieldNames = (fields: readonly string[]): Label => {
  const names = fields.map((field) => (FIELD as Record<string, Label>)[field] ?? { zh: field, en: field });
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
};

/** Acts in a few words, for a row of a list; the decision beside it names them in full (ACT). */
export const ACT_SHORT = list({
  CP1a: { zh: '未授权而标注专利', en: 'marked, never granted' },
  CP1b: { zh: '终止后仍标注专利', en: 'marked after the end' },
  CP1c: { zh: '标注他人专利号', en: "marked with another's number" },
  CP3a: { zh: '未授权而称专利', en: 'called patented, never granted' },
  CP3b: { zh: '把申请称为专利', en: 'application called a patent' },
  CP3c: { zh: '说明中用他人专利号', en: "another's number in the text" },
  CP4: { zh: '伪造专利文件', en: 'forged patent document' },
  CP5: { zh: '其他混淆行为', en: 'other confusion' },
  AD12a: { zh: '未标专利号和种类', en: 'no number and kind' },
  marking_irregular: { zh: '标注不规范', en: 'irregular marking' },
  T1: { zh: '相同商标，同种商品', en: 'same mark, same goods' },
  T2: { zh: '近似商标或类似商品', en: 'similar mark or goods' },
  T7: { zh: '其他损害', en: 'other damage' },
  T_false_registration: { zh: '冒充注册商标', en: 'false registration' },
  AUCL7: { zh: '店铺名称等混淆', en: 'confusing shop name' },
});

/** First-level divisions by the first two digits of the division code (GB/T 2260), and the whole country. */
export const REGION = list({
  CN: { zh: '全国', en: 'nationwide' },
  '11': { zh: '北京市', en: 'Beijing' },
  '12': { zh: '天津市', en: 'Tianjin' },
  '13': { zh: '河北省', en: 'Hebei' },
  '14': { zh: '山西省', en: 'Shanxi' },
  '15': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  '21': { zh: '辽宁省', en: 'Liaoning' },
  '22': { zh: '吉林省', en: 'Jilin' },
  '23': { zh: '黑龙江省', en: 'Heilongjiang' },
  '31': { zh: '上海市', en: 'Shanghai' },
  '32': { zh: '江苏省', en: 'Jiangsu' },
  '33': { zh: '浙江省', en: 'Zhejiang' },
  '34': { zh: '安徽省', en: 'Anhui' },
  '35': { zh: '福建省', en: 'Fujian' },
  '36': { zh: '江西省', en: 'Jiangxi' },
  '37': { zh: '山东省', en: 'Shandong' },
  '41': { zh: '河南省', en: 'Henan' },
  '42': { zh: '湖北省', en: 'Hubei' },
  '43': { zh: '湖南省', en: 'Hunan' },
  '44': { zh: '广东省', en: 'Guangdong' },
  '45': { zh: '广西壮族自治区', en: 'Guangxi' },
  '46': { zh: '海南省', en: 'Hainan' },
  '50': { zh: '重庆市', en: 'Chongqing' },
  '51': { zh: '四川省', en: 'Sichuan' },
  '52': { zh: '贵州省', en: 'Guizhou' },
  '53': { zh: '云南省', en: 'Yunnan' },
  '54': { zh: '西藏自治区', en: 'Tibet' },
  '61': { zh: '陕西省', en: 'Shaanxi' },
  '62': { zh: '甘肃省', en: 'Gansu' },
  '63': { zh: '青海省', en: 'Qinghai' },
  '64': { zh: '宁夏回族自治区', en: 'Ningxia' },
  '65': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  '71': { zh: '台湾省', en: 'Taiwan' },
  '81': { zh: '香港特别行政区', en: 'Hong Kong' },
  '82': { zh: '澳门特别行政区', en: 'Macao' },
});
