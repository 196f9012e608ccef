import { type Judge, ZhijianError } from '@zhijian/contract';
import { lockLead, moveLead } from '../detection/index.ts';
import { audit, type Queryable } from '../kernel/index.ts';
import { checkJudgment, stateAfter } from './judgment.ts';
import { addJudgment } from './judgment-store.ts';

/**
 * A person's word on a lead of the own body. Judgment, state, history and audit are one transaction, the caller's.
 * @throws ZhijianError `not_found`, `lead_explained`, `verdict_unfit`, `reason_unfit`
 */
export const judgeLead = async (db: Queryable, leadId: string, judge: Judge): Promise<void> => {
  const lead = await lockLead(db, leadId);
  if (lead === null) throw new ZhijianError('not_found');
  if (lead.state === 'explained') throw new ZhijianError('lead_explained');
  checkJudgment(lead.act, judge);
  const judgment = await addJudgment(db, leadId, judge, null);
  const { verdict, reason_code, note } = judge;
  await moveLead(db, leadId, stateAfter(verdict), 'judged', { judgment, verdict, reason_code, note });
  await audit(db, { action: 'lead.judged', subject: `lead ${leadId}`, detail: { judgment, verdict, reason_code } });
};
