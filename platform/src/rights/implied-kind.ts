// A register of one office has no column for the kind: its other headings tell (domain.md 8.1 for patents, 8.2 for marks).
import { headingKey } from '../readers/index.ts';

const keysOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(headingKey));

const OF_MARKS = keysOf(`
  商标名称 商标 商标名 商标文字 商标注册号 申请/注册号 注册/申请号 注册号/申请号 商标号 注册号 注册证号 商标注册人 商标权人 国际分类 商标类别
  尼斯分类 尼斯类别 专用权期限 专用期限 专用权截止日期 商品/服务 商品/服务列表 商品/服务列表(类似群) 核定使用商品 核定使用商品/服务
  核定使用商品/服务项目 商品/服务项目 类似群 初审公告日期 初审公告日 初审公告期号 注册公告日期 注册公告日 注册公告期号 商标类型 商标形式
  商标状态 商标图样 商标图片 tmName tmOffice trademark_number trademark_name mark_text mark_name mark_identification nice_class
  nice_classes MarkVerbalElementText tradeMarkStatus
`);
const OF_PATENTS = keysOf(`
  专利号 申请(专利)号 专利申请号 专利名称 发明名称 专利权人 申请(专利权)人 当前申请(专利权)人 [标]当前申请(专利权)人 原始申请(专利权)人
  发明(设计)人 发明人 公开(公告)号 公开(公告)日 公开号 公告号 授权公告号 授权公告日 主分类号 主分类 分类号 IPC IPC分类号 IPC主分类号 洛迦诺分类号
  主权项 权利要求 专利状态 专利有效性 国省代码 优先权 patentee patent_number patent_no invention_title inventorName inventor mainIpc pubNumber
  AssigneestringList InventorStringList PatentLegalHistory
`);

/** The kind that all rights of a table have by its headings: marks, patents of the kind that each number says, or null where they do not tell. */
export const impliedKind = (headings: readonly string[]): 'trademark' | 'patent' | null => {
  const keys = headings.map(headingKey);
  const marks = keys.some((key) => OF_MARKS.has(key));
  const patents = keys.some((key) => OF_PATENTS.has(key));
  return marks === patents ? null : marks ? 'trademark' : 'patent';
};
