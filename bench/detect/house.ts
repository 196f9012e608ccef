// The product as a person starts it: `up` in a process of its own over an empty folder, asked over HTTP as the page asks it.
import { spawn, spawnSync } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ImportDetail,
  type ImportKind,
  type ImportPreview,
  type ImportRow,
  type LeadList,
  PATH,
  REQUEST_HEADER,
  type StartedImports,
} from '@zhijian/contract';
import { asBody, asSystem, openDatabase, openPool, setSetting } from '../../platform/src/kernel/index.ts';
import { JUDGED_ON } from './scans.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'platform/src/entry/cli.ts');
// The embedded database is what is measured, whatever else runs here; sources are kept compiled, as by `./zhijian`.
const { DATABASE_URL: _, ...GIVEN } = process.env;
const ENV = { ...GIVEN, NODE_COMPILE_CACHE: join(ROOT, '.cache/compile') };

/** Runs a command of the product to its end. */
export const runCli = (...words: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', env: ENV, maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}: ${stderr.slice(-2000)}`);
};

export interface House {
  pid: number;
  address: string;
  /** Of the session that is signed in. */
  cookie: string;
  /** Null where nothing is found, else parsed JSON. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object | FormData): Promise<T>;
  stop(): Promise<void>;
}

/** `up --empty` with its first account signed in, and the bench's day of judging set. */
export async function startHouse(dataDir: string): Promise<House> {
  const child = spawn(process.execPath, [CLI, 'up', '--port', '0', '--data', dataDir, '--empty', '--no-open'], {
    env: ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const found = (form: RegExp) => form.exec(out)?.[1];
  try {
    while (found(/^ready (\S+)$/m) === undefined) {
      if (child.exitCode !== null) throw new Error(`up ended: ${err}`);
      await pause(50);
    }
    const address = found(/^ready (\S+)$/m)!;
    let cookie = '';
    const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
      const response = await fetch(address + path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
      const given = response.headers.getSetCookie()[0];
      if (given !== undefined) cookie = given.split(';')[0]!;
      if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    };
    const post = <T>(path: string, body: object | FormData): Promise<T> =>
      body instanceof FormData
        ? ask<T>(path, { method: 'POST', body, headers: { [REQUEST_HEADER]: '1' } })
        : ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { [REQUEST_HEADER]: '1', 'content-type': 'application/json' } });
    const body = { name: '测量局', region: '33', kind: 'local_office' };
    await post(PATH.first_account, {
      token: found(/\/first-account\?token=(\S+)/)!,
      body,
      login: 'bench',
      name: '测量',
      password: 'a long enough one',
    });
    await setDay(dataDir);
    return { pid: child.pid!, address, cookie, get: (path) => ask(path, {}), post, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const onDatabase = async <T>(dataDir: string, work: (pool: ReturnType<typeof openPool>) => Promise<T>): Promise<T> => {
  const database = await openDatabase({ dataDir, join: true });
  const pool = openPool(database, { max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await database.stop();
  }
};

/** The day on which the files are judged too, so that a run next year measures the same. */
const setDay = (dataDir: string): Promise<void> =>
  onDatabase(dataDir, async (pool) => {
    const { rows } = await asSystem(pool, (tx) => tx.query<{ id: string; region: string }>('SELECT id, region FROM people.body'));
    const { id, region } = rows[0]!;
    await asBody(pool, { body_id: id, region }, (tx) => setSetting(tx, 'judged_on', JUDGED_ON));
  });

/** What the server says of itself: its version, and that what is committed is on the disk. */
export const databaseFacts = (dataDir: string): Promise<string> =>
  onDatabase(dataDir, async (pool) => {
    const show = async (name: string) => Object.values((await pool.query<Record<string, string>>(`SHOW ${name}`)).rows[0]!)[0]!;
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'io_method'];
    const said = await Promise.all(settings.map(async (name) => `${name} ${await show(name)}`));
    return `PostgreSQL ${await show('server_version')}, ${said.join(', ')}`;
  });

export interface Imported {
  /** Until the server has the file and has given it to the workers. */
  upload_seconds: number;
  read_seconds: number;
  detect_seconds: number;
  /** From the first byte sent until the list holds every lead. */
  seconds: number;
  /** From the first byte sent until the list shows a lead; null where it shows none. */
  first_lead_seconds: number | null;
  row: ImportRow;
}

const LOOK_MS = 100;

/** Gives a file to the house as the page does and waits until its leads are in the list. `look` is called at every look. */
export async function importFile(house: House, kind: ImportKind, file: string, look: () => void): Promise<Imported> {
  const from = performance.now();
  const since = () => (performance.now() - from) / 1000;
  const form = new FormData();
  form.set('file', await openAsBlob(file), basename(file));
  const { upload_id } = await house.post<ImportPreview>(PATH.uploads, form);
  const { imports } = await house.post<StartedImports>(PATH.imports, { upload_id, kind, covers: [] });
  const { id } = imports[0]!;
  const uploaded = since();
  let read: number | null = null;
  let first: number | null = null;
  for (;;) {
    const row = await house.get<ImportDetail>(PATH.import.replace(':import_id', id));
    if (row.state === 'failed') throw new Error(`the import failed: ${row.failure?.en}`);
    if (read === null && (row.state === 'detecting' || row.state === 'done')) read = since();
    if (first === null && (read !== null || row.read_records > 0) && (await house.get<LeadList>(`${PATH.leads}?limit=1`)).total > 0) first = since();
    if (row.state === 'done') {
      const seconds = since();
      return { upload_seconds: uploaded, read_seconds: read! - uploaded, detect_seconds: seconds - read!, seconds, first_lead_seconds: first, row };
    }
    look();
    await pause(LOOK_MS);
  }
}
