// The words by which a text claims a patent, and those that only look like it (domain.md 2.2, 2.4).
import type { RightKind } from '@zhijian/contract';
import type { Folded } from '../../numbers/index.ts';

/** pending_statutory: 专利申请，尚未授权; pending_loose: any other word of a pending application; process: obtained by a patented process. */
export type WordSort = 'claim' | 'chinese' | 'content' | 'pending_statutory' | 'pending_loose' | 'process';

export interface PatentWord {
  sort: WordSort;
  /** Folded offsets; `span` is the raw one. */
  start: number;
  end: number;
  span: [number, number];
  text: string;
}

export interface KindWord {
  /** technical: 技术专利 and the like, which no design is. */
  kind: RightKind | 'technical';
  start: number;
  end: number;
  span: [number, number];
  text: string;
}

// Books on patents, services around patents, frames for certificates, denials, other people's patents, slogans and leather.
// Blanked before claims are read.
const NO_CLAIM = new RegExp(
  [
    '《[^《》]{0,40}专利[^《》]{0,40}》',
    '(?:无|非|没有|未获得?|未取得|尚无|不是|并非|不属于|没申请|未申请|不涉及|不含|不带|零|避开|规避|绕开)(?:任何|国家|中国|相关|外观|发明|实用新型|设计){0,3}专利',
    '专利(?:代理|代办|代写|代缴|申请(?:代|服务|加急|咨询|办理|流程|费|书|文件|指南)|转让|买卖|交易|购买|出售|评估|检索|查询|导航|预警|分析|地图|撰写|挖掘|布局|培训|考试|审查|法|律师|诉讼|侵权|纠纷|维权|无效|年费|局|事务所|工程师|师|挂靠|已?过期|已?到期|已?失效|池|战|文献|数据库|情报|运营|质押|复审|实务|基础|教程|制度|案例)',
    '专利证书[^。;,!]{0,4}(?:相框|画框|镜框|裱框|框架|外壳|封皮|封套|夹|收纳|展示架|奖牌|打印|印刷|定制|定做|制作|翻译|模板)',
    '专利权?(?:均|都|全部|一律)?(?:归属?|属)(?:于)?(?:原|他人|权利人|品牌方|各自|其)',
    '(?<![受有得到获国家明型计观术项种])专利保护',
    '(?:侵犯|侵害|侵权|违反)[^。;]{0,6}专利(?:权)?',
    'PATENT[- ]?LEATHER|PATENT (?:AGENTS?|ATTORNEYS?|LAWS?|INFRINGEMENT|SERVICES?|SEARCH|FREE|MEDICINES?|BLUE|OFFICE)|(?:NON|NOT|UN|NEVER)[ -]?PATENTED|(?:NO|WITHOUT) PATENTS?(?! ?(?:NO|NUMBER|#))',
  ].join('|'),
  'g',
);

const SORTS: [sort: WordSort, pattern: string][] = [
  ['pending_statutory', '专利申请[ ,、;.]{0,2}尚未授权'],
  [
    'pending_loose',
    '(?:已|正在|正|现已|刚)?申请(?:了|中|国家|中国|发明|实用新型|外观设计|外观|多项|的){0,3}专利(?!号)|专利(?:正在|已)?(?:申请中|受理|审批中|待批|待授权)|(?:(?:已|正在)(?:提交|递交|提出)?(?:了)?(?:国家|中国|发明|实用新型|外观设计|外观){0,2})?专利申请(?!号|人|日|公)|PATENTS? ?PENDING|PAT\\.? ?PEND(?:ING)?',
  ],
  ['process', '(?:依照|按照|采用|使用)?专利(?:方法|工艺)(?:直接)?(?:获得|制得|制造|生产|制成)|(?:方法|工艺)专利'],
  ['content', '专利(?:配方|成分|技术|原料|菌株|工艺|口味)'],
  ['chinese', '(?:国家|中国)(?:级)?(?:发明|实用新型|外观设计|外观|技术)?专利|国家知识产权局|(?:CHINA|CHINESE|NATIONAL) PATENT(?:ED)?'],
  [
    'claim',
    '(?:已?获得?|荣获|拥有|取得)?(?:[一二三四五六七八九十\\d]{1,3}[项大])?(?:发明|实用新型|外观设计|外观|设计|独家|自主|核心|技术)?专利(?:产品|设计|款|保护|认证|证书|方法|权|号)?|(?<![A-Z])ZL(?= ?[:.]? ?\\d)|PATENTED|PROTECTED BY (?:(?:A|CHINESE|CN) ){0,2}PATENTS?|PATENT ?(?:NO|NUMBER|#)|(?:INVENTION|DESIGN|UTILITY MODEL) PATENT|PATENT (?:DESIGN|TECHNOLOGY|PRODUCT|PROTECTED|CERTIFICATE)',
  ],
];
const WORD = new RegExp(SORTS.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

const KIND: [kind: KindWord['kind'], pattern: string][] = [
  ['utility_model', '实用新型|UTILITY MODEL'],
  ['design', '外观设计|外观专利|设计专利|DESIGN PATENT'],
  ['invention', '发明专利|发明(?=[ :(]{0,2}(?:ZL|\\d))|INVENTION PATENT'],
  ['technical', '技术专利|专利技术'],
];
const KINDS = new RegExp(KIND.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

/** True where a text can hold a patent number or claim at all; cheap, for the nine offers in ten that cannot. */
export const mayClaim = (text: string): boolean =>
  /[专專] {0,3}利|尚未授权|[实實]用新型|外[观觀][设設][计計]|申[请請][号號]|公告[号號]|[ZzＺｚ][LlＬｌ]|pat|特許|意匠|Pat|PAT|CN\s?\d/.test(text);

const groupOf = (found: RegExpMatchArray): number => found.findIndex((text, i) => i > 0 && text !== undefined) - 1;

/** Claims of a patent in a folded text, in order. What NO_CLAIM covers is no claim. */
export const patentWords = (folded: Folded, raw: string): PatentWord[] => {
  const text = folded.text.replace(NO_CLAIM, (denied) => '\0'.repeat(denied.length));
  return [...text.matchAll(WORD)].map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    const span: [number, number] = [folded.from[start]!, folded.to[end - 1]!];
    return { sort: SORTS[groupOf(found)]![0], start, end, span, text: raw.slice(...span) };
  });
};

/** Words of kind in a folded text. */
export const kindWords = (folded: Folded, raw: string): KindWord[] =>
  [...folded.text.matchAll(KINDS)].map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    const span: [number, number] = [folded.from[start]!, folded.to[end - 1]!];
    return { kind: KIND[groupOf(found)]![0], start, end, span, text: raw.slice(...span) };
  });

/** Without a number a bare 专利申请 is what agents sell; with one it names an application. */
export const isBareNoun = (word: PatentWord): boolean => word.sort === 'pending_loose' && /^专\s*利\s*申\s*请$/.test(word.text);

// An agent for patents says 申请专利 of its service, not of goods.
const SERVICE =
  /(?:专利|商标|知识产权|版权)[^。;]{0,6}(?:代理|代办|代写|事务所|代申请)|代理(?:申请)?(?:专利|商标)|代(?:办|写|申请)(?:发明|实用新型|外观)?专利/;
/** True where a folded text offers services around patents. */
export const isService = (folded: Folded): boolean => SERVICE.test(folded.text);

// 「专利号：二〇一八…」「2o18…」「2015****9.2」: something stands where the number should, and no reader makes a number of it.
const UNREADABLE =
  /(?:专利(?:权|申请)?号码?|PATENT ?(?:NO\.?|NUMBER)|(?<![A-Z])ZL)[ .:#为是]{0,4}(?:ZL ?)?((?:[\d〇○零一二三四五六七八九OILX*.?-] ?){8,24})/g;
/** Dots and dashes alone are a line to fill in; figures alone are a number of whatever length. */
const FEWEST_FIGURES = 4;
/** Folded ranges of numbers that no machine can read, behind a word that names one. */
export const unreadable = (folded: Folded): { start: number; end: number }[] =>
  [...folded.text.matchAll(UNREADABLE)]
    .filter(
      (found) => /[*?OIL〇○零一二三四五六七八九]/.test(found[1]!) && (found[1]!.match(/[\d〇○零一二三四五六七八九]/g) ?? []).length >= FEWEST_FIGURES,
    )
    .map((found) => ({ start: found.index + found[0].length - found[1]!.length, end: found.index + found[0].trimEnd().length }));
