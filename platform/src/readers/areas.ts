// Places as files name them -> country codes (ST.3) and Chinese division codes (GB/T 2260).

const PROVINCES: Record<string, string> = {
  北京: '11',
  天津: '12',
  河北: '13',
  山西: '14',
  内蒙古: '15',
  辽宁: '21',
  吉林: '22',
  黑龙江: '23',
  上海: '31',
  江苏: '32',
  浙江: '33',
  安徽: '34',
  福建: '35',
  江西: '36',
  山东: '37',
  河南: '41',
  湖北: '42',
  湖南: '43',
  广东: '44',
  广西: '45',
  海南: '46',
  重庆: '50',
  四川: '51',
  贵州: '52',
  云南: '53',
  西藏: '54',
  陕西: '61',
  甘肃: '62',
  青海: '63',
  宁夏: '64',
  新疆: '65',
};
const COUNTRIES: Record<string, string> = {
  中国: 'CN',
  中国大陆: 'CN',
  全国: 'CN',
  国内: 'CN',
  CHINA: 'CN',
  香港: 'HK',
  中国香港: 'HK',
  澳门: 'MO',
  中国澳门: 'MO',
  台湾: 'TW',
  中国台湾: 'TW',
  美国: 'US',
  USA: 'US',
  日本: 'JP',
  韩国: 'KR',
  德国: 'DE',
  法国: 'FR',
  英国: 'GB',
  UK: 'GB',
  意大利: 'IT',
  西班牙: 'ES',
  荷兰: 'NL',
  俄罗斯: 'RU',
  加拿大: 'CA',
  澳大利亚: 'AU',
  印度: 'IN',
  巴西: 'BR',
  新加坡: 'SG',
  马来西亚: 'MY',
  泰国: 'TH',
  越南: 'VN',
  印度尼西亚: 'ID',
  印尼: 'ID',
  菲律宾: 'PH',
  墨西哥: 'MX',
  欧盟: 'EM',
};
const EVERYWHERE = new Set(['全球', '全世界', '世界', '世界范围', 'WORLD', 'WORLDWIDE', '*']);

/** A country code, a division code of 2, 4 or 6 digits, or '*' for everywhere; null where it is none of them. */
export const parseArea = (text: string): string | null => {
  const word = text.normalize('NFKC').trim().toUpperCase();
  if (EVERYWHERE.has(word)) return '*';
  const country = COUNTRIES[word];
  if (country !== undefined) return country;
  if (/^[A-Z]{2}$/.test(word) || /^[1-8]\d(?:\d{2}){0,2}$/.test(word)) return word;
  return PROVINCES[word.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, '')] ?? null;
};
