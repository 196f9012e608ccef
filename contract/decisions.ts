// Decisions of courts and authorities on rights: what a file says of one, and the closed lists it is said in (domain.md 8.6).
import type { Day } from './records.ts';
import type { Label, RightKind } from './vocabulary.ts';

export const DECISION_KIND = {
  judgment: { zh: '司法裁判', en: 'court judgment' },
  penalty: { zh: '行政处罚', en: 'administrative penalty' },
  adjudication: { zh: '行政裁决', en: 'administrative adjudication' },
  invalidation: { zh: '无效宣告审查决定', en: 'invalidation decision' },
  reexamination: { zh: '复审决定', en: 're-examination decision' },
} satisfies Record<string, Label>;
export type DecisionKind = keyof typeof DECISION_KIND;

export const DECISION_RESULT = {
  invalidated_full: { zh: '宣告全部无效', en: 'invalidated in full' },
  invalidated_part: { zh: '宣告部分无效', en: 'invalidated in part' },
  maintained: { zh: '维持有效', en: 'maintained' },
  infringement: { zh: '侵权成立', en: 'infringement found' },
  no_infringement: { zh: '不构成侵权', en: 'no infringement' },
  penalised: { zh: '予以处罚', en: 'penalised' },
  not_penalised: { zh: '不予处罚', en: 'not penalised' },
  granted: { zh: '支持请求', en: 'claims granted' },
  granted_part: { zh: '部分支持', en: 'claims granted in part' },
  dismissed: { zh: '驳回请求', en: 'claims dismissed' },
  upheld: { zh: '维持原决定', en: 'decision below upheld' },
  reversed: { zh: '撤销或改判', en: 'decision below reversed' },
  remanded: { zh: '发回重审', en: 'remanded' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  settled: { zh: '调解或和解', en: 'settled' },
} satisfies Record<string, Label>;
export type DecisionResult = keyof typeof DECISION_RESULT;

export const DECISION_ROLE = {
  claimant: { zh: '原告或请求人', en: 'claimant' },
  respondent: { zh: '被告或被请求人', en: 'respondent' },
  holder: { zh: '权利人', en: 'right holder' },
  third_party: { zh: '第三人', en: 'third party' },
  party: { zh: '当事人', en: 'party' },
} satisfies Record<string, Label>;
export type DecisionRole = keyof typeof DECISION_ROLE;

export interface DecisionParty {
  role: DecisionRole;
  name: string;
  code: string | null;
}

export interface DecidedRight {
  office: string;
  kind: RightKind;
  number: string;
}

export interface Decision {
  kind: DecisionKind;
  /** In one spelling: `（2017）最高法民再234号`, `第29147号`, `杭市监罚〔2021〕12号`. */
  case_number: string;
  /** The number of the case within the office, 委内编号: `5W109912`. */
  internal_number: string | null;
  authority: string | null;
  decided_on: Day | null;
  /** When the decision was made public. */
  published_on: Day | null;
  /** When the gazette announced its outcome: from then on an invalidation is final. */
  announced_on: Day | null;
  effective_on: Day | null;
  /** Whether it is final, where the file tells. */
  final: boolean | null;
  rights: DecidedRight[];
  parties: DecisionParty[];
  /** Null where the words do not tell one of the list. */
  result: DecisionResult | null;
  /** The words as given. */
  result_text: string | null;
  cause: string | null;
  clause: string | null;
  summary: string | null;
  url: string | null;
  known_on: Day | null;
  extra: Record<string, string>;
}

export const DECISION_SENTENCE = {
  case_number: {
    zh: '案号或决定号：（2017）最高法民再234号、第29147号、5W109912、杭市监罚〔2021〕12号 等，至多 80 个字符',
    en: 'a case or decision number such as （2017）最高法民再234号, 第29147号, 5W109912, 杭市监罚〔2021〕12号, at most 80 characters',
  },
  invalidation_result: {
    zh: '须写明全部无效、部分无效或维持有效：决定权利是否有效',
    en: 'invalidated in full (全部无效), in part (部分无效) or maintained (维持有效): it decides whether the right is valid',
  },
  right_kind: {
    zh: '须写明权利种类：列名、案由和号码均不能说明 {given} 是何种权利',
    en: 'the kind of right: neither headings, cause nor number tell which kind {given} is',
  },
  kind_implied: {
    zh: '{file}：没有文书种类一列，按其余表头读作{kind}',
    en: '{file}: there is no column for the kind of decision; by the other headings read as {kind}',
  },
  rights_exported: {
    zh: '权利种类、空格、号码，如“发明专利 201829999002.7”，多项以分号隔开；外国权利前加国别，如“US ”',
    en: 'kind of right, space, number, as in 发明专利 201829999002.7, several parted by semicolons; before a foreign one its country, as in US',
  },
  parties_exported: {
    zh: '当事人地位、冒号、名称，如“被告：乙公司”，多项以分号隔开',
    en: 'part, colon, name, as in 被告：乙公司, several parted by semicolons',
  },
  not_before: { zh: '不早于决定日 {day}', en: 'not before the day of the decision, {day}' },
  numbers_invalid: {
    zh: '{file}：{count} 条中有号码不是任何权利的号码（校验位不符或写法不对），按原文保存，不与任何权利关联；首条在第 {line} 行：{given}',
    en: '{file}: {count} decisions name a number that is none of any right (its check character or its form is wrong); it is kept as given and links to no right; first on line {line}: {given}',
  },
  results_open: {
    zh: '{file}：{count} 条的结果不能归入已知种类，按原文保存，不作判断；首条在第 {line} 行：{given}',
    en: '{file}: the results of {count} decisions are none of the known kinds, are kept as they stand and decide nothing; first on line {line}: {given}',
  },
} as const;
