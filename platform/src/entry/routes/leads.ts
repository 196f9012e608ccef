import { type LeadDetail as LeadDetailWords, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { leadDetail, leadList } from '../../desks/index.ts';
import { judgeLead, undoJudgment } from '../../judgment/index.ts';
import { asBody, audit, type Tx } from '../../kernel/index.ts';
import { bind } from '../bind.ts';
import { judgedOn } from '../judged-on.ts';
import { Judge, LeadDetail, LeadId, LeadList, LeadQuery } from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';

export const leadRoutes = (app: FastifyInstance, { pool }: Serving): void => {
  /** Works within the asker's body and answers the lead as it then is. A lead that is not there, also another body's, is not found, and who asked is kept. */
  const withLead = async (request: FastifyRequest, leadId: string, work: (tx: Tx) => Promise<void>): Promise<LeadDetailWords> => {
    const person = personOf(request);
    try {
      return await asBody(pool, person, async (tx) => {
        await work(tx);
        const detail = await leadDetail(tx, leadId, await judgedOn(tx));
        if (detail === null) throw new ZhijianError('not_found');
        return detail;
      });
    } catch (error) {
      if (error instanceof ZhijianError && error.code === 'not_found')
        await asBody(pool, person, (tx) => audit(tx, { action: 'lead.not_found', subject: `lead ${leadId}`, detail: { request: request.id } }));
      throw error;
    }
  };

  bind(app, 'list_leads', { query: LeadQuery, answer: LeadList }, ({ request, query }) =>
    asBody(pool, personOf(request), async (tx) => leadList(tx, query, await judgedOn(tx))),
  );
  bind(app, 'open_lead', { params: LeadId, answer: LeadDetail }, ({ request, params: { lead_id } }) =>
    withLead(request, lead_id, async (tx) => audit(tx, { action: 'lead.opened', subject: `lead ${lead_id}` })),
  );
  bind(app, 'judge_lead', { params: LeadId, body: Judge, answer: LeadDetail }, ({ request, params: { lead_id }, body }) =>
    withLead(request, lead_id, (tx) => judgeLead(tx, lead_id, body)),
  );
  bind(app, 'undo_judgment', { params: LeadId, answer: LeadDetail }, ({ request, params: { lead_id } }) =>
    withLead(request, lead_id, (tx) => undoJudgment(tx, lead_id, personOf(request).account_id)),
  );
};
