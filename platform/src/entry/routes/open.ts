// What anyone may ask: is it alive, and what can be asked.
import type { FastifyInstance } from 'fastify';
import { bind } from '../bind.ts';
import { OPERATION } from '../permissions.ts';
import { Health } from '../schemas/operations.ts';

export const openRoutes = (app: FastifyInstance): void => {
  // Answers without the database: it says that this process serves.
  bind(app, 'health', { answer: Health }, async () => ({ ok: true }));
  const plain = { schema: { hide: true } };
  app.route({
    ...plain,
    method: 'GET',
    url: OPERATION.openapi.path,
    config: { operation: 'openapi' },
    handler: async (_, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  });
  app.route({
    ...plain,
    method: 'GET',
    url: OPERATION.docs.path,
    config: { operation: 'docs' },
    handler: async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(app.swagger() as unknown as Described)),
  });
};

interface Described {
  paths: Record<string, Record<string, { operationId: string; 'x-permission': string; 'x-scope': string }>>;
}

const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const docsPage = ({ paths }: Described): string => {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId, 'x-permission': permission, 'x-scope': scope }]) =>
        `<tr>${[method.toUpperCase(), path, operationId, permission, scope].map((cell) => `<td><code>${asText(cell)}</code></td>`).join('')}</tr>`,
    ),
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>知鉴 API</title>
<h1>知鉴 API</h1><p><a href="/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<table><tr><th>method</th><th>path</th><th>operation</th><th>permission</th><th>scope</th></tr>${rows.join('\n')}</table></html>`;
};
