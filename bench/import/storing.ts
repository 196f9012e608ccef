// Imports one file into a database of its own, in a process of its own as a worker is one, and prints one line of JSON:
// `node bench/import/storing.ts FILE [OFFERS]`. OFFERS: so many offers lie in the database, and the detection behind the import is measured too.
// The database is the embedded one with its usual durable settings, in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { detectionJobs } from '../../platform/src/detection/index.ts';
import { createImport, importById, type ImportJob, runImport } from '../../platform/src/imports/index.ts';
import { type Asker, asBody, asSystem, migrate, openDatabase, openPool, type Pool } from '../../platform/src/kernel/index.ts';
import { insertOffers, type SequencedOffer } from '../../platform/src/offers/index.ts';
import { ownMemory, PeakMemory } from '../detect/memory.ts';
import { readOffers, repeatOffers } from '../detect/offers.ts';
import { JUDGED_ON } from '../detect/scans.ts';
import { findSources } from '../detect/sources.ts';

export interface Storing {
  records: number;
  stored: number;
  set_aside: number;
  rows: number;
  documents: number;
  seconds: number;
  /** Of this process; what the database took beside it is not in it. */
  cpu_seconds: number;
  peak_mb: number;
  database_mb: number;
  /** The detection job behind the import against the offers, and the peak of memory with it; null without offers. */
  detect: { offers: number; seconds: number; peak_mb: number } | null;
}

const LOOK_MS = 1_000;

const body = async (pool: Pool): Promise<Asker> => {
  const sql = `INSERT INTO people.body (kind, name, region) VALUES ('local_office', '测量局', '33') RETURNING id`;
  const { rows } = await asSystem(pool, (tx) => tx.query<{ id: string }>(sql));
  return { body_id: rows[0]!.id, region: '33' };
};

const repeated = (count: number): SequencedOffer[] =>
  repeatOffers(
    readOffers(findSources(true)).zh.map(({ offer }) => offer),
    count,
  ).map((offer, i) => ({ sequence: i + 1, offer }));

async function store(pool: Pool, file: string, offers: number): Promise<Storing> {
  const asker = await body(pool);
  const memory = new PeakMemory();
  const timer = setInterval(() => memory.look(process.pid), LOOK_MS);
  try {
    const given = { file_name: basename(file), file_path: file, kind: 'rights' as const, covers: [] };
    const import_id = await asBody(pool, asker, (tx) => createImport(tx, asker, given));
    const job: ImportJob = { ...asker, import_id };
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    await runImport(pool, job);
    const seconds = (performance.now() - from) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const peak_mb = ownMemory();
    const row = (await asBody(pool, asker, (tx) => importById(tx, import_id)))!;
    if (row.state !== 'detecting') throw new Error(`the import is ${row.state}: ${row.failure?.en}`);
    const count = async (table: string) =>
      (await asBody(pool, asker, (tx) => tx.query<{ n: number }>(`SELECT count(*) AS n FROM rights.${table}`))).rows[0]!.n;
    const [rows, documents] = [await count('right_row'), await count('document')];
    if (offers > 0) await asBody(pool, asker, (tx) => insertOffers(tx, import_id, repeated(offers)));
    const started = performance.now();
    const signal = new AbortController().signal;
    if (offers > 0) await detectionJobs(pool, { today: () => JUDGED_ON })['detect']!(job as never, { id: 1, attempt: 1, signal });
    return {
      records: row.read_records,
      stored: row.stored,
      set_aside: row.set_aside,
      rows,
      documents,
      seconds,
      cpu_seconds: (user + system) / 1e6,
      peak_mb,
      database_mb: memory.peaks.get('PostgreSQL') ?? 0,
      detect: offers > 0 ? { offers, seconds: (performance.now() - started) / 1000, peak_mb: ownMemory() } : null,
    };
  } finally {
    clearInterval(timer);
  }
}

const [, , file = '', word = ''] = process.argv;
if (file !== '') {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-storing-'));
  const database = await openDatabase({ dataDir: dir });
  const pool = openPool(database);
  try {
    await migrate(database);
    process.stdout.write(`${JSON.stringify(await store(pool, file, Number(word)))}\n`);
  } finally {
    await pool.end();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
