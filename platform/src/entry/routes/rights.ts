import { ZhijianError } from '@zhijian/contract';
import type { FastifyInstance } from 'fastify';
import { rightList, rightPage } from '../../desks/index.ts';
import { asBody } from '../../kernel/index.ts';
import { bind } from '../bind.ts';
import { judgedOn } from '../judged-on.ts';
import { RightAddress, RightList, RightPage, RightsQuery, TimesQuery } from '../schemas/rights.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';

export const rightRoutes = (app: FastifyInstance, { pool }: Serving): void => {
  bind(app, 'list_rights', { query: RightsQuery, answer: RightList }, ({ request, query }) =>
    asBody(pool, personOf(request), async (tx) => rightList(tx, query, await judgedOn(tx))),
  );
  bind(app, 'open_right', { params: RightAddress, query: TimesQuery, answer: RightPage }, ({ request, params, query: { on, as_known } }) =>
    asBody(pool, personOf(request), async (tx) => {
      const today = await judgedOn(tx);
      const page = await rightPage(tx, params, on ?? today, as_known ?? today);
      if (page === null) throw new ZhijianError('not_found');
      return page;
    }),
  );
};
