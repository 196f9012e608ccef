import { ZhijianError } from '@zhijian/contract';
import { lockLead, moveLead, stateByFindings } from '../detection/index.ts';
import { audit, type Queryable } from '../kernel/index.ts';
import { stateAfter } from './judgment.ts';
import { addJudgment, standingJudgment } from './judgment-store.ts';

/**
 * Takes back the judgment that stands, if it is the caller's own; the lead then stands as the judgment before it says, or as its findings do.
 * @throws ZhijianError `not_found`, `nothing_to_undo`, `undo_not_own`
 */
export const undoJudgment = async (db: Queryable, leadId: string, accountId: string): Promise<void> => {
  if ((await lockLead(db, leadId)) === null) throw new ZhijianError('not_found');
  const last = await standingJudgment(db, leadId);
  if (last === null) throw new ZhijianError('nothing_to_undo');
  if (last.account_id !== accountId) throw new ZhijianError('undo_not_own');
  const { verdict, reason_code } = last;
  await addJudgment(db, leadId, { verdict, reason_code, note: null }, last.id);
  const before = await standingJudgment(db, leadId);
  await moveLead(db, leadId, before === null ? await stateByFindings(db, leadId) : stateAfter(before.verdict), 'undone', {
    judgment: last.id,
    verdict,
    reason_code,
  });
  await audit(db, { action: 'lead.undone', subject: `lead ${leadId}`, detail: { judgment: last.id } });
};
