import type { FastifyInstance } from 'fastify';
import { figures, heldList, planClauses, screenedList } from '../../desks/index.ts';
import { asBody } from '../../kernel/index.ts';
import { bind } from '../bind.ts';
import { Figures, HeldPage, PageQuery, Plan, ScreenedPage } from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';

export const listRoutes = (app: FastifyInstance, { pool, root }: Serving): void => {
  bind(app, 'list_screened', { query: PageQuery, answer: ScreenedPage }, ({ request, query }) =>
    asBody(pool, personOf(request), (tx) => screenedList(tx, query)),
  );
  bind(app, 'list_held', { query: PageQuery, answer: HeldPage }, ({ request, query }) =>
    asBody(pool, personOf(request), (tx) => heldList(tx, query)),
  );
  bind(app, 'figures', { answer: Figures }, ({ request }) => asBody(pool, personOf(request), figures));
  bind(app, 'plan', { answer: Plan }, async () => planClauses(root));
};
