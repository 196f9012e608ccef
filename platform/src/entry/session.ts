// Who asks, from the cookie; and the gate before every route. What is not in permissions.ts is refused at the start, not found out later.
import { REQUEST_HEADER, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from '../kernel/index.ts';
import { type Person, SESSION_HOURS, whoIs } from '../people/index.ts';
import { MAY, OPERATION, type OperationName } from './permissions.ts';

const COOKIE = 'zhijian_session';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
  }
  interface FastifyContextConfig {
    operation?: OperationName;
  }
}

const cookie = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https', maxAge: SESSION_HOURS * 3600 }) as const;

export const giveSession = (request: FastifyRequest, reply: FastifyReply, token: string): void => {
  reply.setCookie(COOKIE, token, cookie(request));
};
export const takeSession = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.clearCookie(COOKIE, cookie(request));
};
export const tokenOf = (request: FastifyRequest): string | null => request.cookies[COOKIE] ?? null;

/** The person behind a request of a route that is not public. */
export const personOf = ({ person }: FastifyRequest): Person => {
  if (person === null) throw new ZhijianError('sign_in_needed');
  return person;
};

export const guard = (app: FastifyInstance, pool: Pool): void => {
  app.decorateRequest('person', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    const name = (config as { operation?: OperationName } | undefined)?.operation;
    const known = name === undefined ? undefined : OPERATION[name];
    // Fastify adds HEAD to each GET; it runs the same handler behind the same gate.
    const fits = known?.method === method || (known?.method === 'GET' && method === 'HEAD');
    if (!fits || known?.path !== url) throw new Error(`${method} ${url} is not in permissions.ts`);
  });
  app.addHook('onRequest', async (request) => {
    const name = request.routeOptions.config.operation;
    // No route fits: the answer "not found" needs no permission.
    if (name === undefined) return;
    // Beside sameSite, which old browsers do not keep: a foreign page's form cannot set a header.
    if (OPERATION[name].method !== 'GET' && request.headers[REQUEST_HEADER] === undefined) throw new ZhijianError('request_foreign');
    const { permission } = OPERATION[name];
    if (permission === 'public') return;
    const token = tokenOf(request);
    request.person = token === null ? null : await whoIs(pool, token);
    if (!MAY[personOf(request).role].has(permission)) throw new ZhijianError('not_permitted');
  });
};
