// Status as registers, gazettes and data services write it -> the closed lists. INPADOC codes: domain.md 1.3.
// A word that does not tell which status is meant (无效 of a patent, C32, C35: in full or in part?) stays out, and its row is set aside.
import {
  type Day,
  type Label,
  PATENT_STATUS,
  type PatentStatus,
  type RightKind,
  type RightStatus,
  TRADEMARK_STATUS,
  type TrademarkStatus,
} from '@zhijian/contract';
import { allowedOf, wordKey, wordsOf } from '../readers/index.ts';

const keysOf = (words: string): Set<string> => new Set(words.trim().split(/\s+/).map(wordKey));

export const PATENT_STATUS_ALIASES: Partial<Record<PatentStatus, string>> = {
  application_published: '公开 公布 已公开 发明公布 发明专利申请公布 申请公开 published PB01 BB1A C06',
  in_examination: `
    实质审查的生效 实审 实质审查生效 实质审查请求的生效 进入实质审查 审查中 在审 审中 实质审查中 pending under_examination SE01 C10 EXSB
    DE01 GR02
  `,
  refused: '已驳回 申请驳回 驳回申请 发明专利申请公布后的驳回 rejected RJ01 C12',
  withdrawn: `
    视为撤回 视撤 主动撤回 已撤回 申请撤回 发明专利申请公布后的撤回 发明专利申请公布后的视为撤回 deemed_withdrawn WD01 WW01 C01 C02 C03
    C04 C05
  `,
  granted: `
    已授权 有效 有权 专利权维持 维持 维持有效 专利权有效 授权公告 专利权授予 专利权的授予 有效专利 in_force valid GR01 GR03 C14 FG4A FG1K
  `,
  lapsed_unpaid_fee: `
    未缴年费专利权终止 未缴年费 欠费终止 因未缴年费终止 因费用终止 未缴年费失效 lapsed CF01 C19 MM4A MM1K
  `,
  expired_term: '期限届满 届满 有效期届满 专利权有效期届满 期限届满专利权终止 期满终止 届满终止 专利有效期届满 expired CX01 MK4A MK1K',
  abandoned: `
    放弃专利权 主动放弃 专利权的主动放弃 视为放弃 视为放弃取得专利权 专利权放弃 避免重复授权放弃专利权 避免重复授予专利权 避免重复授权
    AV01 AD01 C20 AR01 C25 RGAV
  `,
  invalidation_decided_not_final: '无效决定未生效 无效宣告审查决定未生效 invalidation_not_final',
  invalidated_full: '全部无效 专利权全部无效 专利权宣告全部无效 专利权被宣告全部无效 全部宣告无效 fully_invalidated IW01',
  invalidated_part: `
    部分无效 专利权部分无效 专利权宣告部分无效 专利权被宣告部分无效 部分宣告无效 partly_invalidated partially_invalidated IP01
  `,
  revoked: '专利权撤销 专利权的撤销 已撤销 RW01 C28',
  restored: '恢复 专利权恢复 专利权的恢复 权利的恢复 RR01 RA01 C49 C52 REIN RN01',
  transferred: '转让 权利转移 专利权转移 专利权的转移 专利申请权转移 专利申请权的转移 专利申请权、专利权的转移 TR01 C41 ASS TA01',
  licensed: '许可 实施许可 实施许可合同备案 专利实施许可合同备案的生效 专利实施许可合同备案的变更 许可合同备案 EE01 EM01 LIC LICC',
  license_ended: '许可合同备案注销 专利实施许可合同备案的注销 许可备案的注销 EC01',
  open_license: '开放许可声明 OL01',
  open_license_withdrawn: '开放许可声明撤回 开放许可声明的撤回 OL02',
  pledged: '专利权质押 质押登记 专利权质押合同登记的生效 专利权质押合同登记的变更 PE01 PM01',
  preserved: '专利权保全 专利权的保全 财产保全 PP01 RINS',
  name_change: '变更 著录变更 著录项目变更 专利权人的姓名或者名称、地址的变更 CP01 CP02 CP03 CB01 CB02 CB03 CB04 C56',
  term_adjusted: '专利权期限补偿 TG01',
  term_extended: '药品专利权期限补偿 TP01',
};

/** 终止 alone does not say why: the days tell, below. */
const ENDED = keysOf('终止 已终止 专利权终止 专利权的终止 权利终止 terminated ceased C17 CE01 EXPY');

/** Entries that leave the right as it is: part of it given up or revoked, the end of a pledge or a court's hold. */
const NO_CHANGE = keysOf(`
  AV02 RP01 C26 PC01 PD01 部分放弃 部分撤销 质押注销 专利权质押合同登记的注销 保全解除 专利权保全的解除 专利权的部分放弃
`);

export const TRADEMARK_STATUS_ALIASES: Partial<Record<TrademarkStatus, string>> = {
  filed: '申请 待审 待实审 审查中 等待实质审查 等待受理 已受理 商标注册申请 注册申请 pending application',
  refused: '已驳回 注册申请驳回 驳回通知 rejected',
  published: '初审公告 初步审定 初审 已初审 初步审定公告中 公告中 opposition_period',
  registered: '已注册 注册公告 核准注册 注册成功 商标已注册 有效 注册商标 有效注册 live valid in_force active',
  in_grace: '宽展期 宽展期内 续展宽展 grace_period',
  expired: '未续展 到期未续展 期满 期满未续展注销 届满 已过期 过期 已到期',
  cancelled: '已撤销 撤销公告 连续三年不使用撤销 撤三 撤销注册 注册撤销 revoked',
  invalidated:
    '无效 商标无效 商标无效宣告 商标无效宣告公告 已无效 宣告无效 已宣告无效 被宣告无效 无效宣告 无效宣告公告 注册无效 invalid declared_invalid',
  surrendered: '已注销 注销公告 主动注销 商标注销 withdrawn',
  transferred: '已转让 转让公告 转让完成 移转 assigned',
  licensed: '许可 使用许可备案 商标使用许可备案 许可备案公告',
  pledged: '质权登记 商标质押',
  opposed: '异议 被异议 异议申请中 异议审查中 opposition',
  pending_court: '应诉中 行政诉讼中 诉讼 一审中 二审中 in_litigation',
};

const PATENT_WORDS = wordsOf(PATENT_STATUS, PATENT_STATUS_ALIASES);
const TRADEMARK_WORDS = wordsOf(TRADEMARK_STATUS, TRADEMARK_STATUS_ALIASES);

const PATENT_ALLOWED = allowedOf(PATENT_STATUS);
const TRADEMARK_ALLOWED = allowedOf(TRADEMARK_STATUS);
/** The statuses of a kind of right, for a message. */
export const allowedStatuses = (kind: RightKind): Label => (kind === 'trademark' ? TRADEMARK_ALLOWED : PATENT_ALLOWED);

/** Takes effect with its announcement: Patent Law Art. 39 and 40 for a grant; a registration is announced on the day of its register entry. */
export const ON_ANNOUNCEMENT: readonly RightStatus[] = ['granted', 'registered'];

export interface StatusDays {
  effective_on: Day | null;
  filing_date: Day | null;
  expiry_date: Day | null;
}

/** Shortest term of each kind: what ended before it did not end by its term (domain.md 1.3). */
const SHORTEST = { invention: 20, utility_model: 10, design: 10 } as const;

/**
 * A status by its code, its labels or a register's word. 'no_change' for an entry that leaves the right as it is; null for
 * a word that is not known or does not tell which status is meant.
 */
export const parseStatus = (text: string, kind: RightKind, days: StatusDays): RightStatus | 'no_change' | null => {
  const word = wordKey(text);
  if (kind === 'trademark') return TRADEMARK_WORDS.get(word) ?? null;
  if (ENDED.has(word)) return endedBy(kind, days);
  return NO_CHANGE.has(word) ? 'no_change' : (PATENT_WORDS.get(word) ?? null);
};

/** 终止 on or after the end of the term is the term; before it, or with no days to tell, it is the unpaid annuity. */
const endedBy = (kind: Exclude<RightKind, 'trademark'>, { effective_on, filing_date, expiry_date }: StatusDays): PatentStatus => {
  const end = expiry_date ?? (filing_date === null ? null : `${Number(filing_date.slice(0, 4)) + SHORTEST[kind]}${filing_date.slice(4)}`);
  return end !== null && effective_on !== null && effective_on >= end ? 'expired_term' : 'lapsed_unpaid_fee';
};
