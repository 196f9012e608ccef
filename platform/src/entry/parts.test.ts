// Uploads in parts, from outside: broken off, gone on with, nobody else's, never larger than was said.
import { type AddressInfo, connect } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportPreview, PATH, type Problem, REQUEST_HEADER, UPLOAD_OFFSET, type UploadPart } from '@zhijian/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSystem } from '../kernel/index.ts';
import { demoAccounts } from '../people/index.ts';
import { testDatabase } from '../kernel/testing.ts';
import { sweepUploads } from '../imports/index.ts';
import { buildServer } from './server.ts';
import { ROOT } from './testing.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zhijian-parts-'));
let house: Awaited<ReturnType<typeof testDatabase>>;
let app: FastifyInstance;
let a: string;
let b: string;
beforeAll(async () => {
  house = await testDatabase();
  const logins = await asSystem(house.pool, demoAccounts);
  app = await buildServer({ pool: house.pool, dataDir, root: ROOT });
  const enter = async (at: number) => {
    const { person, password } = logins[at]!;
    const payload = { login: person.login, password };
    const answer = await app.inject({ method: 'POST', url: PATH.session, headers: { [REQUEST_HEADER]: '1' }, payload });
    return String(answer.headers['set-cookie']).split(';')[0]!;
  };
  [a, b] = [await enter(0), await enter(1)];
});
afterAll(async () => {
  await app.close();
  await house.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async <T>(cookie: string, method: 'GET' | 'POST' | 'PATCH' | 'HEAD', url: string, payload?: object | Buffer, offset?: number) => {
  const bytes = payload instanceof Buffer ? { 'content-type': 'application/octet-stream', [UPLOAD_OFFSET]: String(offset) } : {};
  const answer = await app.inject({
    method,
    url,
    headers: { cookie, [REQUEST_HEADER]: '1', ...bytes },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: (method === 'HEAD' ? null : answer.json()) as T & Problem };
};
const begin = async (size: number) => (await ask<UploadPart>(a, 'POST', PATH.upload_parts, { file_name: 'C:\\桌面\\商品.csv', size })).body;
const at = ({ part_id }: UploadPart) => PATH.upload_part.replace(':part_id', part_id);
const CSV = Buffer.from(`商品编号,商品标题,平台\n${Array.from({ length: 500 }, (_, i) => `${i},鲸屿 手机壳 ${i},甲平台`).join('\n')}\n`);

test('a file in parts is the file; a part that begins elsewhere is told where to begin ', async () => {
  const begun = await begin(CSV.length);
  expect(begun).toMatchObject({ offset: 0, size: CSV.length });
  const half = 4097;
  expect((await ask<UploadPart>(a, 'PATCH', at(begun), CSV.subarray(0, half), 0)).body.offset).toBe(half);
  const twice = await ask(a, 'PATCH', at(begun), CSV.subarray(0, half), 0);
  expect(twice).toMatchObject({ status: 409, body: { code: 'upload_offset', en: expect.stringContaining(String(half)) } });
  expect((await ask(a, 'POST', at(begun))).body.code).toBe('upload_offset');
  expect((await ask<UploadPart>(a, 'GET', at(begun))).body).toEqual({ part_id: begun.part_id, offset: half, size: CSV.length });
  expect((await ask(a, 'HEAD', at(begun))).status).toBe(200);
  expect((await ask<UploadPart>(a, 'PATCH', at(begun), CSV.subarray(half), half)).body.offset).toBe(CSV.length);
  const preview = await ask<ImportPreview>(a, 'POST', at(begun));
  expect(preview.body).toMatchObject({ file_name: '商品.csv', kind: 'offers' });
  expect(preview.body.rows).toHaveLength(10);
  const started = await ask(a, 'POST', PATH.imports, { upload_id: preview.body.upload_id, kind: 'offers', covers: [] });
  expect(started.status).toBe(200);
  expect((await ask(a, 'GET', at(begun))).body.code).toBe('upload_unknown');
});

test('a connection that breaks leaves what came through, and the upload goes on there', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const begun = await begin(CSV.length);
  const socket = connect(port, '127.0.0.1');
  const head = [`PATCH ${at(begun)} HTTP/1.1`, 'host: x', `cookie: ${a}`, `${REQUEST_HEADER}: 1`, `${UPLOAD_OFFSET}: 0`];
  socket.write(`${[...head, 'content-type: application/octet-stream', `content-length: ${CSV.length}`].join('\r\n')}\r\n\r\n`);
  socket.write(CSV.subarray(0, 3000));
  let offset = 0;
  while (offset === 0) {
    offset = (await ask<UploadPart>(a, 'GET', at(begun))).body.offset;
    await new Promise((go) => setTimeout(go, 20));
  }
  // Two at once would write over one another.
  expect((await ask(a, 'PATCH', at(begun), CSV.subarray(offset), offset)).body.code).toBe('upload_offset');
  socket.destroy();
  for (let done = false; !done; ) {
    const { status, body } = await ask<UploadPart>(a, 'PATCH', at(begun), CSV.subarray(offset), offset);
    done = status === 200;
    if (done) expect(body.offset).toBe(CSV.length);
    await new Promise((go) => setTimeout(go, 20));
  }
  expect((await ask<ImportPreview>(a, 'POST', at(begun))).body).toMatchObject({ kind: 'offers' });
});

test("another person's upload is not found, and one is never larger than was said or than the limit", async () => {
  const begun = await begin(10);
  for (const method of ['GET', 'POST'] as const) expect((await ask(b, method, at(begun))).body.code).toBe('upload_unknown');
  expect((await ask(b, 'PATCH', at(begun), Buffer.from('x'), 0)).body.code).toBe('upload_unknown');
  expect((await ask(a, 'PATCH', at(begun), Buffer.alloc(11), 0)).body.code).toBe('file_too_large');
  expect((await ask(a, 'GET', at(begun))).body.code).toBe('upload_unknown');
  expect(await ask(a, 'POST', PATH.upload_parts, { file_name: 'x', size: 2 * 2 ** 30 + 1 })).toMatchObject({
    status: 413,
    body: { code: 'file_too_large' },
  });
  for (const wrong of ['../../x', '00000000-0000-0000-0000-00000000000g'])
    expect((await ask(a, 'GET', PATH.upload_part.replace(':part_id', encodeURIComponent(wrong)))).status).toBe(400);
  const bare = await app.inject({
    method: 'PATCH',
    url: at(begun),
    headers: { cookie: a, [REQUEST_HEADER]: '1', 'content-type': 'application/octet-stream' },
    payload: 'x',
  });
  expect(bare.json<Problem>().code).toBe('request_invalid');
});

test('an upload that nobody goes on with is swept after a day', async () => {
  mkdirSync(join(dataDir, 'uploads'), { recursive: true });
  await begin(10);
  const parts = () => readdirSync(join(dataDir, 'uploads'), { recursive: true }).filter((name) => /\.(part|json)$/.test(String(name))).length;
  const before = parts();
  expect(before).toBeGreaterThanOrEqual(2);
  await sweepUploads(house.pool, dataDir, Date.now() + 3_600_000);
  expect(parts()).toBe(before);
  await sweepUploads(house.pool, dataDir, Date.now() + 25 * 3_600_000);
  expect(parts()).toBe(0);
});
