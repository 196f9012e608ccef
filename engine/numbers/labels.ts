// The words that tell what a number on a page is. The nearest one before a number decides (domain.md 1.1, 6 and 7).
export interface NumberLabel {
  /** strong: names a patent number; weak: speaks of patents; other: names another kind of number. */
  sort: 'strong' | 'weak' | 'other';
  start: number;
  end: number;
  text: string;
}

const STRONG = [
  '(?:中国|国家)?(?:发明|实用新型|外观设计|外观)?专利(?:权)?(?:申请|授权)?(?:公告)?(?:注册|登记)?(?:编)?号码?',
  '专利\\s?(?:NO\\.?|#)',
  '(?:授权|申请)?(?:公告|公开|公布)号',
  '(?<!商标|商标注册|软著|版权|著作权)申请号',
  'PATENT(?: APPLICATION)?\\s?(?:NO\\.?|NUMBER|#)',
  'PAT\\.?\\s?(?:NO\\.?|NUMBER)',
  '(?<![A-Z])ZL(?![A-Z])',
].join('|');
const WEAK = ['专利', '实用新型', '外观设计', 'PATENT(?:ED|S)?(?! ?LEATHER)'].join('|');
const OTHER = [
  '专利证书(?:编)?号',
  '证书(?:编)?号',
  '电话',
  '手机',
  '热线',
  '客服',
  '咨询',
  '联系',
  '微信',
  '传真',
  '订单',
  '单号',
  '货号',
  '款号',
  '编号',
  '型号',
  '货品',
  '编码',
  '条码',
  '条形码',
  '价',
  '¥',
  '￥',
  '备案',
  '公网安备',
  '(?<![A-Z])ICP',
  '许可证',
  '许可',
  '商标(?:注册)?申请号',
  '商标',
  '国际注册',
  '马德里',
  '海关',
  '注册号',
  '注册证',
  '®',
  '批号',
  '批次',
  '日期',
  '标准',
  '身份证',
  '信用代码',
  '税号',
  '账号',
  '卡号',
  '邮编',
  '序列号',
  '运单',
  '快递',
  '库存',
  '销量',
  '登记号',
  '著作权',
  '版权',
  '(?<![A-Z])(?:TEL|PHONE|MOBILE|WHATSAPP|FAX|QQ|VX|RMB|EUIPO|EUTM|CTM|UKIPO|IR|WIPO|EAN|GTIN|UPC|ISBN|ASIN|SKU|SN|S/N|GB|GB/T|SC|QS|CCC|3C|CE|ORDER|MODEL)(?![A-Z])',
].join('|');
const LABEL = new RegExp(`(${STRONG})|(?:${OTHER})|(${WEAK})`, 'g');

/** All labels of a folded text, in order. */
export const labelsOf = (folded: string): NumberLabel[] => {
  const labels: NumberLabel[] = [];
  for (const found of folded.matchAll(LABEL)) {
    const sort = found[1] !== undefined ? 'strong' : found[2] !== undefined ? 'weak' : 'other';
    labels.push({ sort, start: found.index, end: found.index + found[0].length, text: found[0] });
  }
  return labels;
};

/** The labels that end within `reach` characters before `start`. By halving, so that a page of nothing but labels costs no square. */
export const labelsBefore = (labels: NumberLabel[], start: number, reach: number): NumberLabel[] => {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (labels[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && start - labels[first - 1]!.end <= reach) first--;
  return labels.slice(first, low);
};
