// The built page. Addresses within it are the page's own, so what is no file answers with its index.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { PAGE_SENTENCE, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance } from 'fastify';
import { OPERATION } from '../permissions.ts';

const notBuilt = (): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>知鉴</title><p>${PAGE_SENTENCE.not_built.zh}</p><p lang="en">${PAGE_SENTENCE.not_built.en}</p></html>`;

export const pageRoutes = async (app: FastifyInstance, dist: string): Promise<void> => {
  if (existsSync(dist)) await app.register(fastifyStatic, { root: dist, serve: false, wildcard: false });
  app.route({
    method: 'GET',
    url: OPERATION.page.path,
    config: { operation: 'page' },
    schema: { hide: true },
    handler: async (request, reply) => {
      const path = (request.params as { '*': string })['*'];
      if (/^api(\/|$)/.test(path)) throw new ZhijianError('not_found');
      if (!existsSync(join(dist, 'index.html'))) return reply.type('text/html; charset=utf-8').send(notBuilt());
      // Names of built files carry a hash of their content; what has an ending and is not there is missing, not a page.
      if (/^assets\//.test(path)) return reply.sendFile(path, dist, { maxAge: '365d', immutable: true });
      // The number of a Chinese patent has a dot and is no ending.
      if (/\.[a-z0-9]+$/i.test(path) && !path.startsWith('rights/')) return reply.sendFile(path, dist, { maxAge: 0 });
      return reply.sendFile('index.html', dist, { maxAge: 0 });
    },
  });
  app.setNotFoundHandler(() => {
    throw new ZhijianError('not_found');
  });
};
