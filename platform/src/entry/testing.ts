// For tests: the whole house over HTTP, with a real database and a real worker, and the two demo bodies in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportDetail, type ImportKind, type ImportPreview, PATH, REQUEST_HEADER, type StartedImports } from '@zhijian/contract';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { detectionJobs } from '../detection/index.ts';
import { failDeadImports } from '../imports/index.ts';
import { asBody, asSystem, type Pool, setSetting, startWorker } from '../kernel/index.ts';
import { testDatabase } from '../kernel/testing.ts';
import { demoAccounts, type DemoLogin } from '../people/index.ts';
import { buildServer } from './server.ts';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const JUDGED_ON = '2026-11-24';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

/** A browser of one person: keeps the cookie and sends the header. */
export interface Browser {
  get<T>(url: string): Promise<Answer<T>>;
  change<T>(method: 'POST' | 'DELETE', url: string, payload?: object): Promise<Answer<T>>;
  upload(fileName: string, bytes: string | Buffer): Promise<Answer<ImportPreview>>;
  /** Uploads, imports and waits until it is detected. */
  import(kind: ImportKind, fileName: string, bytes: string | Buffer): Promise<ImportDetail>;
}

export interface TestHouse {
  app: FastifyInstance;
  pool: Pool;
  /** Where uploads lie. */
  dataDir: string;
  /** A of Ningbo and B of Foshan; both have the same day of judging. */
  logins: DemoLogin[];
  browser(): Browser;
  signedIn(login: DemoLogin): Promise<Browser>;
  close(): Promise<void>;
}

export const testHouse = async (): Promise<TestHouse> => {
  const house = await testDatabase();
  const { pool } = house;
  const dataDir = mkdtempSync(join(tmpdir(), 'zhijian-house-'));
  const logins = await asSystem(pool, demoAccounts);
  for (const { person } of logins) await asBody(pool, person, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
  const app = await buildServer({ pool, dataDir, root: ROOT });
  const worker = await startWorker(house.database, detectionJobs(pool, { today: () => JUDGED_ON, threads: 1 }), {
    onDead: () => failDeadImports(pool),
  });
  const signedIn = async ({ person, password }: DemoLogin): Promise<Browser> => {
    const browser = browserOf(app);
    const { status } = await browser.change('POST', PATH.session, { login: person.login, password });
    if (status !== 200) throw new Error(`sign-in answers ${status}`);
    return browser;
  };
  const close = async () => {
    await worker.stop();
    await app.close();
    await house.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, pool, dataDir, logins, browser: () => browserOf(app), signedIn, close };
};

const browserOf = (app: FastifyInstance): Browser => {
  let cookie = '';
  const ask = async <T>(options: InjectOptions): Promise<Answer<T>> => {
    const answer = await app.inject({ ...options, headers: { ...options.headers, ...(cookie === '' ? {} : { cookie }) } });
    const set = answer.headers['set-cookie'];
    if (set !== undefined) cookie = String(set).split(';')[0] ?? '';
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return { status: answer.statusCode, body: (isJson ? answer.json() : answer.body) as T, headers: answer.headers };
  };
  const change = <T>(method: 'POST' | 'DELETE', url: string, payload?: object) =>
    ask<T>({ method, url, headers: { [REQUEST_HEADER]: '1' }, ...(payload === undefined ? {} : { payload }) });
  const upload = async (fileName: string, bytes: string | Buffer) => {
    const form = new FormData();
    form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), fileName);
    const encoded = new Response(form);
    const headers = { [REQUEST_HEADER]: '1', 'content-type': encoded.headers.get('content-type') ?? '' };
    return ask<ImportPreview>({ method: 'POST', url: PATH.uploads, headers, payload: Buffer.from(await encoded.arrayBuffer()) });
  };
  return {
    get: <T>(url: string) => ask<T>({ method: 'GET', url }),
    change,
    upload,
    import: async (kind, fileName, bytes) => {
      const { upload_id } = (await upload(fileName, bytes)).body;
      const started = await change<StartedImports>('POST', PATH.imports, { upload_id, kind, covers: [] });
      if (started.status !== 200) throw new Error(JSON.stringify(started.body));
      for (;;) {
        const { body } = await ask<ImportDetail>({ method: 'GET', url: `${PATH.imports}/${started.body.imports[0]!.id}` });
        if (body.state === 'done' || body.state === 'failed') return body;
        await new Promise((go) => setTimeout(go, 50));
      }
    },
  };
};
