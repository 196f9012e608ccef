// Headings that mean a field of a decision: lists of judgments, of penalties and of adjudications, and the pages of the patent office (domain.md 8.6).
import type { Columns } from '../readers/index.ts';
import { headingKey } from '../readers/index.ts';
import type { DecisionKind } from '@zhijian/contract';

export type DecisionField =
  | 'kind'
  | 'case_number'
  | 'internal_number'
  | 'authority'
  | 'decided_on'
  | 'published_on'
  | 'announced_on'
  | 'effective_on'
  | 'final'
  | 'right_kind'
  | 'right_numbers'
  | 'office'
  | 'claimant'
  | 'respondent'
  | 'holder'
  | 'third_party'
  | 'parties'
  | 'party_code'
  | 'result'
  | 'result_text'
  | 'cause'
  | 'clause'
  | 'summary'
  | 'url'
  | 'known_on';

export const DECISION_COLUMNS: Columns<DecisionField> = {
  kind: '文书种类 文书类型 文书类别 决定类型 决定种类 裁判类型 案件类型 处罚类型 decision_kind decision_type document_type',
  case_number: `
    案号 决定号 决定书号 决定编号 决定书编号 决定书文号 处罚决定书文号 行政处罚决定书文号 处罚文号 处罚决定文号 裁决书文号 裁决书编号 行政裁决书文号 文书号 文号 文书编号 裁定书文号
    无效决定号 case_no decision_number decision_no document_number
  `,
  internal_number: '委内编号 案件编号 case_file_number',
  authority: `
    审理法院 法院 法院名称 裁判法院 作出机关 决定机关 处罚机关 处罚机关名称 作出处罚决定机关 作出行政处罚决定机关名称 裁决机关 办案机关 机关 合议组 court body agency
    decided_by
  `,
  decided_on: `
    决定日 决定日期 裁判日 裁判日期 判决日 判决日期 裁定日期 审结日期 结案日期 处罚日期 处罚决定日期 作出处罚决定日期 作出行政处罚决定日期 作出决定日期 裁决日 裁决日期 日期 decision_date
    judgment_date date
  `,
  published_on: '发布日 发布日期 公开日 公开日期 公示日期 上网日期 发文日 发文日期 published publication_date',
  announced_on: '公告日 公告日期 无效公告日 无效宣告公告日 无效宣告公告日期 审查决定公告日 gazette_date announced',
  effective_on: '生效日 生效日期 effective effective_date',
  final: '是否生效 是否终局 是否终审 生效状态 效力 效力状态 生效情况 is_final in_effect',
  right_kind: '权利种类 权利类型 知识产权类型 知识产权种类 专利类型 专利种类 ip_type right_type patent_type',
  right_numbers: `
    权利号 权利号码 专利号 申请号 申请(专利)号 专利申请号 涉案专利号 涉案专利 商标注册号 注册号 涉案商标号 涉案商标 涉案商标注册号 商标号 号码 number numbers right_number patent_number
    application_number registration_number rights
  `,
  office: '受理局 权利受理机关 right_office',
  claimant: '原告 上诉人 请求人 无效请求人 无效宣告请求人 复审请求人 申请人 投诉人 plaintiff applicant petitioner appellant',
  respondent: '被告 被上诉人 被请求人 被申请人 被处罚人 行政相对人 行政相对人名称 被投诉人 defendant appellee',
  holder: '专利权人 权利人 商标权人 注册人 商标注册人 patentee proprietor owner right_holder',
  third_party: '第三人 third_parties',
  parties: '当事人 当事人名称 各方当事人 当事人信息 party',
  party_code: '统一社会信用代码 社会信用代码 当事人代码 当事人统一社会信用代码 行政相对人代码 信用代码 uscc credit_code',
  result:
    '结果 裁判结果 判决结果 决定结论 审查结论 决定结果 结论 处罚内容 处罚结果 处罚种类 裁决结果 裁决内容 处理结果 判决主文 裁判主文 outcome decision conclusion disposition',
  result_text: '结果原文 结果全文 result_words',
  cause: '案由 违法行为类型 违法行为 案件名称 处罚事由 纠纷类型 cause_of_action cause',
  clause: '法律依据 处罚依据 适用法律 适用条款 依据 裁决依据 legal_basis law provision',
  summary: '摘要 决定要点 裁判要旨 裁判要点 要点 违法事实 基本案情 主要违法事实 案情摘要 abstract holding',
  url: '链接 网址 文书链接 来源链接 link source_url',
  known_on: '知悉日 获知日 查询日 查询日期 检索日期 导出日期 数据日期 数据截止日 as_of snapshot_date retrieved_on',
};

/** The fields that hold parties; `parties` may name the part of each. */
export const PARTY_FIELDS = ['claimant', 'respondent', 'holder', 'third_party', 'parties'] as const;

const keysOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(headingKey));

/** Headings that stand in lists of one kind of decision only. */
const OF_KIND: readonly [kind: DecisionKind, keys: ReadonlySet<string>][] = [
  ['reexamination', keysOf('复审决定号')],
  ['invalidation', keysOf('委内编号 审查结论 无效请求人 无效宣告请求人 无效决定号 决定要点 合议组组长 参审员 主审员 无效宣告公告日 无效公告日')],
  ['penalty', keysOf('处罚决定书文号 行政处罚决定书文号 处罚文号 处罚内容 处罚机关 处罚依据 违法行为类型 被处罚人 行政相对人名称 处罚决定日期')],
  ['adjudication', keysOf('裁决书文号 裁决书编号 行政裁决书文号 裁决机关 裁决结果 裁决日期 被请求人')],
  ['judgment', keysOf('案号 审理法院 裁判日期 判决结果 裁判结果 原告 被告 上诉人 被上诉人 判决日期 法院 court case_no plaintiff defendant')],
];

/** The kind that all decisions of a table have by its headings; null where they do not tell. */
export const impliedDecision = (headings: readonly string[]): DecisionKind | null => {
  const keys = headings.map(headingKey);
  return OF_KIND.find(([, own]) => keys.some((key) => own.has(key)))?.[0] ?? null;
};
