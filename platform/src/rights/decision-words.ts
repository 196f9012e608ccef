// Words of decisions -> the closed lists: which paper it is, what it came to.
import { DECISION_KIND, DECISION_RESULT, type DecisionKind, type DecisionResult, type DecisionRole } from '@zhijian/contract';
import { wordKey, wordsOf } from '../readers/index.ts';

export const DECISION_KIND_ALIASES: Record<DecisionKind, string> = {
  judgment: `
    判决 裁定 裁判 判决书 裁定书 裁判文书 民事判决书 民事裁定书 行政判决书 行政裁定书 刑事判决书 刑事裁定书 民事调解书 调解书 民事 court court_decision
  `,
  penalty: '处罚 处罚决定 处罚决定书 行政处罚决定 行政处罚决定书 行政处罚信息 administrative_sanction fine',
  adjudication: '裁决 裁决书 行政裁决书 专利侵权纠纷行政裁决 专利侵权纠纷行政裁决书 专利侵权纠纷处理决定 处理决定书',
  invalidation: `
    无效 无效宣告 无效决定 无效宣告决定 无效宣告请求审查决定 无效宣告请求审查决定书 无效宣告请求裁定书 商标无效宣告裁定书 无效审查决定
    invalidation_decision nullity
  `,
  reexamination: '复审 复审请求审查决定 复审请求审查决定书 复审审查决定 驳回复审决定',
};
const KINDS = wordsOf(DECISION_KIND, DECISION_KIND_ALIASES);
export const parseDecisionKind = (text: string): DecisionKind | null => KINDS.get(wordKey(text)) ?? null;

export const DECISION_RESULT_ALIASES: Record<DecisionResult, string> = {
  invalidated_full: '全部无效 宣告专利权全部无效 专利权全部无效 无效宣告成立 fully_invalidated',
  invalidated_part: '部分无效 宣告专利权部分无效 专利权部分无效 partly_invalidated partially_invalidated',
  maintained: '维持专利权有效 维持有效 维持 有效 予以维持 维持注册 valid upheld_valid',
  infringement: '侵权 构成侵权 侵权成立 成立 责令停止侵权 infringing infringed',
  no_infringement: '不侵权 不构成侵权 侵权不成立 未侵权 not_infringing',
  penalised: '处罚 罚款 警告 没收 罚没 责令改正 fined',
  not_penalised: '不予处罚 不予行政处罚 免予处罚 不罚',
  granted: '支持 全部支持 支持诉讼请求 胜诉 支持原告诉讼请求',
  granted_part: '部分支持 部分胜诉 支持部分诉讼请求 部分支持诉讼请求',
  dismissed: '驳回 驳回起诉 驳回诉讼请求 驳回原告诉讼请求 驳回全部诉讼请求 驳回请求 败诉 rejected',
  upheld: '维持原判 驳回上诉 驳回上诉维持原判 维持驳回 维持驳回决定 驳回再审申请 affirmed',
  reversed: '撤销 改判 撤销原判 撤销驳回决定 撤销驳回 撤销原决定',
  remanded: '发回 发回重审 指令再审',
  withdrawn: '撤诉 准许撤诉 撤回起诉 撤回请求 按撤诉处理 视为撤回',
  settled: '调解 和解 调解结案 达成调解',
};
const RESULTS = wordsOf(DECISION_RESULT, DECISION_RESULT_ALIASES);

/** What the words of an invalidation come to. The order counts: what keeps some claims is in part, though it names 无效 first. */
const OF_VALIDITY: readonly [pattern: RegExp, result: DecisionResult][] = [
  [/驳回[^。；;]{0,20}(?:无效宣告|无效)请求|不予(?:宣告)?无效|(?:请求|理由)不(?:能)?成立/, 'maintained'],
  [/部分(?:权利要求)?无效|基础上[^。；;]{0,12}维持|部分(?:商品|服务)[^。；;]{0,20}(?:无效|维持)/, 'invalidated_part'],
  [/权利要求[\d\s、，,.至到及和~-]{1,60}(?:项)?无效/, 'invalidated_part'],
  [/全部无效/, 'invalidated_full'],
  [/维持[^。；;]{0,60}有效|予以维持/, 'maintained'],
];

/** What the words of a judgment or penalty come to, where they are plain; a judgment's items are many, and what is not plain stays open. */
const OF_CASE: readonly [pattern: RegExp, result: DecisionResult][] = [
  [/发回[^。；;]{0,20}重(?:新)?审/, 'remanded'],
  [/撤销[^。]{0,80}(?:判决|裁定|决定|裁决)/, 'reversed'],
  [/驳回[^。；;]{0,12}上诉|维持原判|驳回[^。；;]{0,30}再审申请|维持[^。；;]{0,60}(?:判决|裁定|决定|裁决)/, 'upheld'],
  [/准[许予][^。；;]{0,40}撤[诉回]|按(?:自动)?撤(?:回)?诉|撤回(?:起诉|请求|申请)/, 'withdrawn'],
  [/不予(?:行政)?处罚|免予(?:行政)?处罚/, 'not_penalised'],
  [/驳回[^。；;]{0,20}(?:其他|其余|其它)/, 'granted_part'],
  [/驳回[^。；;]{0,30}(?:起诉|诉讼请求|请求|申请)/, 'dismissed'],
  [/(?:不构成|未构成|没有构成)[^。；;]{0,16}侵权|未落入|侵权(?:主张|请求)?不(?:能)?成立/, 'no_infringement'],
  [/侵权(?:行为)?成立|构成[^。；;]{0,16}侵权|落入[^。；;]{0,40}保护范围/, 'infringement'],
  [/(?:达成|自愿)[^。；;]{0,12}(?:调解|和解)/, 'settled'],
];
const PENALTY = /罚款|没收|警告|责令(?:立即)?(?:停止|改正)|吊销|罚没/;

/**
 * What a decision of this kind came to by its words; null where they do not tell. Of an invalidation 宣告无效 alone does not say whether in
 * full or in part, except of a mark, of which a part is named by its goods.
 */
export const parseResult = (text: string, kind: DecisionKind, ofMarks: boolean): DecisionResult | null => {
  const validity = kind === 'invalidation';
  const word = RESULTS.get(wordKey(text));
  if (word !== undefined) {
    const decidesValidity = word === 'invalidated_full' || word === 'invalidated_part' || word === 'maintained';
    if (validity) return decidesValidity ? word : word === 'dismissed' || word === 'upheld' ? 'maintained' : word === 'withdrawn' ? word : null;
    if (kind === 'reexamination') return word === 'dismissed' || word === 'maintained' ? 'upheld' : word;
    if (!decidesValidity) return kind === 'judgment' && word === 'penalised' ? null : word;
  }
  if (text.length > 20_000) return null;
  const given = text.normalize('NFKC').replace(/\s+/g, '');
  if (validity) {
    const found = OF_VALIDITY.find(([pattern]) => pattern.test(given))?.[1];
    return found ?? (ofMarks && /(?:宣告|予以|裁定)[^。]{0,12}无效|^无效$/.test(given) ? 'invalidated_full' : null);
  }
  const found = OF_CASE.find(([pattern]) => pattern.test(given))?.[1] ?? null;
  return found ?? (kind === 'penalty' && PENALTY.test(given) ? 'penalised' : null);
};

/** How a cell of parties names the part of each: 原告：甲公司；被告：乙公司. */
export const ROLE_WORDS: readonly [pattern: RegExp, role: DecisionRole][] = [
  [/^(?:原审)?第三人/, 'third_party'],
  [/^(?:被请求人|被申请人|被告人?|被上诉人|被处罚人|被投诉人)/, 'respondent'],
  [/^(?:原告|上诉人|再审申请人|无效请求人|无效宣告请求人|复审请求人|请求人|申请人|投诉人)/, 'claimant'],
  [/^(?:专利权人|权利人|商标权人|注册人)/, 'holder'],
  [/^当事人/, 'party'],
];
