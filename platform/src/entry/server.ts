// The server: doors of the house bound to addresses. It holds no rule; each route is a few lines over a door.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Serving } from './serving.ts';
import { answerProblems, MOST_UPLOAD } from './problems.ts';
import { importRoutes } from './routes/imports.ts';
import { partRoutes } from './routes/parts.ts';
import { rightRoutes } from './routes/rights.ts';
import { leadRoutes } from './routes/leads.ts';
import { listRoutes } from './routes/lists.ts';
import { openRoutes } from './routes/open.ts';
import { pageRoutes } from './routes/pages.ts';
import { setAsideRoutes } from './routes/set-aside.ts';
import { sessionRoutes } from './routes/session.ts';
import { guard } from './session.ts';

/** A line of the log names the path only: what was searched for, and the token of a one-time link, stand behind the question mark. */
const logged = ({ method, url, ip }: FastifyRequest) => ({ method, path: url.split('?')[0], ip });

/** The server, ready to listen or to be asked by `inject`. `log`: one JSON line a request to standard output. */
export const buildServer = async (house: Serving, { log = false } = {}): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: log ? { serializers: { req: logged } } : false,
    genReqId: () => randomUUID().slice(0, 13),
    requestIdHeader: false,
    bodyLimit: 256 * 1024,
    // A proxy on this machine may end TLS; nobody else is believed about where a request came from.
    trustProxy: 'loopback',
    // What is not declared is refused rather than dropped in silence; "" is no number.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: false, allErrors: false } },
  });

  answerProblems(app);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles into the page while it runs; scripts stay closed, and text is never put in as markup.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Pictures of offers lie on others' servers: fetching them would tell the trader that someone looks.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS is ended by the operator's proxy, which knows whether the whole domain has it.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(cookie);
  // After the cookies are read, before the first route.
  guard(app, house.pool);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: MOST_UPLOAD } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '知鉴 Zhijian', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhijian_session' } } },
    },
  });
  sessionRoutes(app, house);
  leadRoutes(app, house);
  listRoutes(app, house);
  rightRoutes(app, house);
  importRoutes(app, house);
  partRoutes(app, house);
  setAsideRoutes(app, house);
  openRoutes(app);
  await pageRoutes(app, join(house.root, 'web/dist'));
  await app.ready();
  return app;
};
