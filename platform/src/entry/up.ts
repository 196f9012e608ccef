// `./zhijian up`: the whole product on one machine, from the database to the page, and its end.
import { spawn } from 'node:child_process';
import { type ErrorCode, fill, type Label, UP_SENTENCE, ZhijianError } from '@zhijian/contract';
import { asSystem, migrate, openDatabase, openPool, type Pool } from '../kernel/index.ts';
import { hasAccounts, INVITATION_HOURS, invite } from '../people/index.ts';
import { buildWeb, webIsStale } from './build-web.ts';
import { type Child, keepAlive, type Report } from './children.ts';
import { demoLogins, whoAwaitsDemo } from './demo-people.ts';
import { progressLine } from './progress-line.ts';
import type { UpOptions } from './up-arguments.ts';

/**
 * Runs until it is told to end. Resolves with 0 then; the database, the server and the workers have ended before.
 * @param root the checkout
 * @throws ZhijianError `database_in_use` and what else keeps it from starting; nothing is left running then
 */
export const up = async ({ port, dataDir, databaseUrl, empty, open }: UpOptions, root: string): Promise<number> => {
  const told = untilTold();
  const say = progressLine(process.stderr);
  say(UP_SENTENCE.database);
  const database = await openDatabase({ dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const children: Child[] = [];
  const pool = openPool(database, { max: 3 });
  let lose: (error: unknown) => void = () => {};
  // The database, or a process that cannot be kept alive.
  const lost = new Promise<never>((_, fail) => {
    lose = fail;
  });
  lost.catch(() => {});
  void database.lost.then(() => lose(new ZhijianError('unavailable')));
  let stopping = false;
  try {
    const start = async () => {
      await migrate(database);
      if (webIsStale(root)) {
        say(UP_SENTENCE.web);
        await buildWeb(root);
      }
      const { connection, embedded } = database;
      const child = (name: string, script: URL) => {
        // Told to end while it still started: nothing more is begun.
        if (stopping) throw new ZhijianError('unavailable');
        const kept = keepAlive(name, script, { connection, embedded, dataDir, root, port }, () => {
          if (!stopping) say(UP_SENTENCE.child_ended, { name });
        });
        children.push(kept);
        kept.lost.catch(lose);
        return kept;
      };
      const server = child('server', new URL('./serve.ts', import.meta.url));
      const worker = child('worker', new URL('./work.ts', import.meta.url));
      // Whoever is to sign in is there before the page is.
      const entry = empty ? null : await demoLogins(pool, dataDir, embedded);
      const address = `http://127.0.0.1:${ready(await server.first)}`;
      ready(await worker.first);
      const awaiting = entry === null ? null : await whoAwaitsDemo(pool);
      if (awaiting !== null) {
        const { loadDemo } = await import('./load-demo.ts');
        await loadDemo(pool, awaiting, dataDir, say);
      }
      print(await greeting(pool, entry, address));
      print([`ready ${address}`]);
      if (open) show(address);
    };
    await Promise.race([start(), told, lost]);
    await Promise.race([told, lost]);
  } finally {
    stopping = true;
    say(UP_SENTENCE.stopping);
    await Promise.all(children.map((child) => child.stop()));
    await pool.end().catch(() => {});
    await database.stop();
  }
  return 0;
};

const untilTold = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => done());
  });

const ready = (report: Report): number => {
  if ('failed' in report) throw new ZhijianError(report.failed.code as ErrorCode, report.failed.facts);
  return report.ready.port;
};

const both = ({ zh, en }: Label, facts: Record<string, string | number>): string => `${fill(zh, facts)} / ${fill(en, facts)}`;

/** How to get in: the demo's logins, or the link that makes the first account of an empty house. */
const greeting = async (pool: Pool, entry: Awaited<ReturnType<typeof demoLogins>>, address: string): Promise<string[]> => {
  if (entry !== null && entry.logins.length > 0)
    return [...entry.logins.map((login) => both(UP_SENTENCE.login, login)), both(UP_SENTENCE.logins_kept, { file: entry.file })];
  if (await hasAccounts(pool)) return [];
  return [both(UP_SENTENCE.first_link, { hours: INVITATION_HOURS }), `${address}/first-account?token=${await asSystem(pool, invite)}`];
};

const print = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

const show = (address: string): void => {
  if (!process.stdout.isTTY || !process.env['DISPLAY']) return;
  const browser = spawn('xdg-open', [address], { stdio: 'ignore', detached: true });
  browser.on('error', () => {});
  browser.unref();
};
