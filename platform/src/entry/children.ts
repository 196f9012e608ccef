// The processes of one `up`: started, started again when they die, ended together. A child whose parent is gone ends by itself,
// since the channel between them closes then.
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Facts, ZhijianError } from '@zhijian/contract';
import type { Database } from '../kernel/index.ts';

/** What a child is told. By the channel, not by the environment: the password of the database is nobody else's business. */
export interface Orders {
  connection: Database['connection'];
  embedded: boolean;
  dataDir: string;
  root: string;
  port: number;
}
export type Report = { ready: { port: number } } | { failed: { code: string; facts: Facts } };

export interface Child {
  /** Settles with the first report: it serves, or it cannot. */
  first: Promise<Report>;
  /** Fails with ZhijianError `child_failed` when it ends again and again soon after it was started; otherwise never settles. */
  lost: Promise<never>;
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;
const SOON_MS = 500;
const LATEST_MS = 10_000;
const MUCH = 4;
/** Ends in a row, none after it had worked for this time, after which it is not started again: with the waits between, most of a minute. */
const MOST_ENDS = 8;
const WORKED_MS = 5000;

/** Keeps one process of `script` (a file beside this one) alive; what it prints goes to log/<name>.log below the data folder. */
export const keepAlive = (name: string, script: URL, orders: Orders, onEnd: () => void, mostEnds = MOST_ENDS): Child => {
  mkdirSync(join(orders.dataDir, 'log'), { recursive: true, mode: 0o700 });
  let child: ChildProcess | undefined;
  let stopping = false;
  let port = orders.port;
  let readyAt: number | null = null;
  let report: (report: Report) => void = () => {};
  const first = new Promise<Report>((done) => {
    report = done;
  });
  let lose: (error: ZhijianError) => void = () => {};
  const lost = new Promise<never>((_, fail) => {
    lose = fail;
  });
  lost.catch(() => {});
  const file = join(orders.dataDir, 'log', `${name}.log`);
  const start = (): Promise<void> =>
    new Promise((ended) => {
      const log = openSync(file, 'a', 0o600);
      child = fork(fileURLToPath(script), { stdio: ['ignore', log, log, 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
      closeSync(log);
      child.on('message', (message: Report) => {
        // Started again it takes the same port, also where any free one was asked for.
        if ('ready' in message && message.ready.port > 0) port = message.ready.port;
        if ('ready' in message) readyAt = Date.now();
        report(message);
      });
      child.on('error', () => {});
      child.on('exit', () => ended());
      child.send({ ...orders, port }, () => {});
    });
  const turning = (async () => {
    let ends = 0;
    for (let wait = SOON_MS; !stopping; ) {
      const began = Date.now();
      readyAt = null;
      await start();
      if (stopping) return;
      // One that had worked for a while before it was killed is no failure to start.
      ends = Date.now() - (readyAt ?? Date.now()) < WORKED_MS ? ends + 1 : 0;
      if (ends >= mostEnds) return lose(new ZhijianError('child_failed', { name, count: ends, file }));
      onEnd();
      // One that cannot start is tried ever less often; one that worked for a while and was killed is back at once.
      wait = Date.now() - began > MUCH * wait ? SOON_MS : Math.min(LATEST_MS, wait * 2);
      await pause(wait);
    }
  })();
  return {
    first,
    lost,
    stop: async () => {
      stopping = true;
      child?.kill('SIGTERM');
      const late = setTimeout(() => child?.kill('SIGKILL'), GRACE_MS);
      await turning;
      clearTimeout(late);
    },
  };
};

/** Within a child: the orders from its parent; ends the process when the parent is gone. */
export const takeOrders = (): Promise<Orders> =>
  new Promise((done) => {
    process.once('message', (orders) => done(orders as Orders));
    process.once('disconnect', () => process.exit(0));
  });

export const tell = (report: Report): void => {
  process.send?.(report);
};

/** Within a child: ends in good order on SIGTERM. Ctrl-C reaches the whole group; the parent decides. */
export const endWith = (close: () => Promise<void>): void => {
  process.on('SIGINT', () => {});
  process.once('SIGTERM', () => {
    void close().finally(() => process.exit(0));
  });
};
