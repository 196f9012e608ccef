// The house for a command that ends by itself: the database of a running `up`, else its own for the time of the command, and in whose name.
import { existsSync } from 'node:fs';
import { CLI_BODY, say, ZhijianError } from '@zhijian/contract';
import { type Asker, type Database, migrate, openDatabase, openPool, type Pool } from '../kernel/index.ts';
import { listBodies } from '../people/index.ts';

export interface HousePlace {
  dataDir: string;
  databaseUrl?: string;
  /** Name of the body in whose name the command works; the only one when not given, and of the demo's the first. */
  body?: string;
}

export interface OpenHouse {
  database: Database;
  pool: Pool;
  asker: Asker;
}

/**
 * Opens the house, runs `work` in the body's name, and leaves the database as it found it. Says on standard error which body it took where it
 * was not told. `asItIs`: the schema of an older release is left as it is too.
 * Throws house_missing, body_missing, body_unknown, body_unclear.
 */
export const inHouse = async <T>(
  { dataDir, databaseUrl, body }: HousePlace,
  work: (house: OpenHouse) => Promise<T>,
  { asItIs = false } = {},
): Promise<T> => {
  if (databaseUrl === undefined && !existsSync(dataDir)) throw new ZhijianError('house_missing', { dir: dataDir });
  const database = await openDatabase({ dataDir, join: true, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  try {
    if (!asItIs) await migrate(database);
    const pool = openPool(database, { max: 6 });
    try {
      return await work({ database, pool, asker: await askerOf(pool, body) });
    } finally {
      await pool.end();
    }
  } finally {
    await database.stop();
  }
};

const askerOf = async (pool: Pool, name: string | undefined): Promise<Asker> => {
  const bodies = await listBodies(pool);
  const [first, second] = bodies;
  if (first === undefined) throw new ZhijianError('body_missing');
  const list = bodies.map((body) => body.name).join('、');
  if (name === undefined && second !== undefined && !bodies.every(({ demo }) => demo)) throw new ZhijianError('body_unclear', { list });
  const found = name === undefined ? first : bodies.find((body) => body.name === name);
  if (found === undefined) throw new ZhijianError('body_unknown', { given: name ?? '', list });
  if (name === undefined) {
    const { zh, en } = say(second === undefined ? CLI_BODY.only : CLI_BODY.first, { name: found.name, list });
    process.stderr.write(`${zh} / ${en}\n`);
  }
  return { body_id: found.id, region: found.region };
};
