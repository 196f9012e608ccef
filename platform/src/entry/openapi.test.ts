import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPENAPI_FILE, openapiDocument } from './openapi-doc.ts';
import { OPERATION } from './permissions.ts';

test('docs/openapi.json is what the server publishes', async () => {
  expect(readFileSync(OPENAPI_FILE, 'utf8'), 'run node platform/src/entry/openapi-doc.ts').toBe(await openapiDocument());
});

test('it is OpenAPI 3.1 and names every operation of the API with its permission and scope', () => {
  const document = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; 'x-permission': string; 'x-scope': string }>>;
  };
  expect(document.openapi).toMatch(/^3\.1\./);
  const named = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const told = Object.fromEntries(named.map((entry) => [entry.operationId, [entry['x-permission'], entry['x-scope']]]));
  const pages = new Set(['openapi', 'docs', 'page']);
  const expected = Object.entries(OPERATION).filter(([name]) => !pages.has(name));
  expect(told).toEqual(Object.fromEntries(expected.map(([name, { permission, scope }]) => [name, [permission, scope]])));
});

test('the upload is told as a form with one file', () => {
  const document = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: unknown }>>;
  };
  const upload = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === 'upload_file');
  expect(upload?.requestBody).toMatchObject({
    required: true,
    content: {
      'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } },
    },
  });
});
