// Questions about one right and the lists of the page, asked over HTTP of the whole product with a register of a million rights.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATH, type RightPage, type RightRow } from '@zhijian/contract';
import { rightRow } from '@zhijian/engine';
import { asSystem, openDatabase, openPool, type Pool } from '../../platform/src/kernel/index.ts';
import { databaseFacts, type House, startHouse } from '../detect/house.ts';
import { seeded } from '../detect/random.ts';
import { copyRows } from './copy.ts';
import { chineseRow } from './files.ts';

export interface Asked {
  what: string;
  asked: number;
  p50_ms: number;
  p95_ms: number;
  worst_ms: number;
}

export interface ShowRun {
  database: string;
  rights: number;
  events: number;
  copy_seconds: number;
  asked: Asked[];
}

const FIRST = 10_000_000;

/** Three rows of one right: filed, published, registered, each with its event. */
function* historyOf(rights: number): Generator<RightRow, void, undefined> {
  for (let n = 0; n < rights; n++) {
    const [, nice, name, , owner] = chineseRow(n) as [string, string, string, string, string];
    const year = 2006 + (n % 14);
    const days = [`${year}-03-01`, `${year}-11-27`, `${year + 1}-02-28`] as const;
    const right = { kind: 'trademark', number: String(FIRST + n), office: 'CN' } as const;
    const states = ['filed', 'published', 'registered'] as const;
    for (const [i, status] of states.entries()) {
      const day = days[i]!;
      yield rightRow(right, {
        name,
        owner,
        classes: [Number(nice)],
        filing_date: days[0],
        grant_date: i === 2 ? day : null,
        status,
        status_date: day,
        published_on: day,
      });
    }
  }
}

const fill = async (pool: Pool, rights: number): Promise<number> => {
  const { rows } = await asSystem(pool, (tx) => tx.query<{ id: string; region: string }>('SELECT id, region FROM people.body'));
  const { id: body_id, region } = rows[0]!;
  const made = await asSystem(pool, (tx) =>
    tx.query<{ id: string }>(
      `INSERT INTO imports.import (body_id, region, file_name, file_path, kind, state, ended_at)
       VALUES ($1, $2, 'bench', 'bench', 'rights', 'done', now()) RETURNING id`,
      [body_id, region],
    ),
  );
  const seconds = await copyRows(pool, historyOf(rights), { body_id, region, import_id: made.rows[0]!.id });
  await asSystem(pool, (tx) => tx.query('INSERT INTO rights.tally (body_id, region, rights) VALUES ($1, $2, $3)', [body_id, region, rights]));
  // What autovacuum would do a minute later.
  await pool.query('VACUUM ANALYZE rights.right_row');
  return seconds;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** From the first byte sent to the last one received, by the plain client of Node.js: fetch would take half a millisecond of its own. */
const fetched = (house: House, path: string): Promise<{ text: string; ms: number }> =>
  new Promise((done, fail) => {
    const from = performance.now();
    get(house.address + path, { agent, headers: { cookie: house.cookie } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => {
        const ms = performance.now() - from;
        if (response.statusCode === 200) done({ text, ms });
        else fail(new Error(`${path} answers ${response.statusCode}: ${text}`));
      });
    }).on('error', fail);
  });

async function ask(house: House, what: string, times: number, path: () => string, check: (answer: unknown) => boolean): Promise<Asked> {
  const took: number[] = [];
  // Half as many before, which do not count: the server compiles what it runs often.
  for (let i = -Math.ceil(times / 2); i < times; i++) {
    const { text, ms } = await fetched(house, path());
    if (i >= 0) took.push(ms);
    const answer: unknown = JSON.parse(text);
    if (!check(answer)) throw new Error(`${what}: ${JSON.stringify(answer).slice(0, 300)}`);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
  return { what, asked: took.length, p50_ms: at(0.5), p95_ms: at(0.95), worst_ms: took.at(-1) ?? 0 };
}

export const SHOW = 'right show NUMBER --on DAY';

/** @param times questions about a right; the lists are asked for a tenth as often */
export async function runShow(rights: number, times: number): Promise<ShowRun> {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-show-'));
  let house: House | null = null;
  try {
    house = await startHouse(dir);
    const database = await openDatabase({ dataDir: dir, join: true });
    const pool = openPool(database, { max: 2 });
    let copy_seconds: number;
    try {
      copy_seconds = await fill(pool, rights);
    } finally {
      await pool.end();
      await database.stop();
    }
    const random = seeded(7);
    const number = () => String(FIRST + random.below(rights));
    const right = () => PATH.right.replace(':office', 'CN').replace(':kind', 'trademark').replace(':number', number());
    const isPage = (answer: unknown) => (answer as RightPage).right.events.length === 3;
    const hasRights = (answer: unknown) => JSON.stringify(answer).includes('trademark');
    const few = Math.max(1, Math.floor(times / 10));
    const asked = [
      await ask(house, SHOW, times, () => `${right()}?on=2015-06-01`, isPage),
      await ask(house, 'list: by number', few, () => `${PATH.rights}?q=${number()}`, hasRights),
      await ask(house, 'list: without words', few, () => PATH.rights, hasRights),
      await ask(
        house,
        'figures of the house',
        few,
        () => PATH.figures,
        (answer) => (answer as { rights: number }).rights === rights,
      ),
      await ask(
        house,
        'list: by part of a name',
        Math.max(1, Math.floor(few / 20)),
        () => `${PATH.rights}?q=${encodeURIComponent('万兴')}`,
        () => true,
      ),
    ];
    return { database: await databaseFacts(dir), rights, events: rights * 3, copy_seconds, asked };
  } finally {
    await house?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
