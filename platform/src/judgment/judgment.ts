// What a person may say of a lead, and where the lead then stands. Pure.
import { type Judge, type JudgmentReason, type LeadState, REASONS_OF, type Verdict, VERDICTS_OF, ZhijianError } from '@zhijian/contract';

export interface Judgment {
  id: number;
  account_id: string;
  verdict: Verdict;
  reason_code: JudgmentReason;
  note: string | null;
  at: string;
}

export const stateAfter = (verdict: Verdict): LeadState =>
  verdict === 'suspected_infringement' || verdict === 'suspected_counterfeit_patent' ? 'suspected' : verdict;

/**
 * Software says lead, a person says suspected: of a patent's marking 疑似假冒专利, of a mark 疑似侵权, never one for the other (plan D2 routes by it).
 * @throws ZhijianError `verdict_unfit`, `reason_unfit`
 */
export const checkJudgment = (act: string | null, { verdict, reason_code }: Judge): void => {
  if (!VERDICTS_OF(act).includes(verdict)) throw new ZhijianError('verdict_unfit');
  if (!REASONS_OF[verdict].includes(reason_code)) throw new ZhijianError('reason_unfit');
};
