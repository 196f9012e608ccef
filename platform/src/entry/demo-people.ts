// Who signs in to the demo, and whether its world is in already. Apart from the loading, which brings the models with it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_BODY } from '@zhijian/contract';
import { asBody, asSystem, oneAtATime, type Pool, settingOf } from '../kernel/index.ts';
import { demoAccounts, demoPeople, hasAccounts, type Person } from '../people/index.ts';

export const DEMO_SETTING = 'demo';

/** The person in whose body the demo world still has to be loaded; null when it is there. */
export const whoAwaitsDemo = async (pool: Pool): Promise<Person | null> => {
  const person = (await demoPeople(pool)).find(({ region }) => region === DEMO_BODY[0].region);
  if (person === undefined || (await asBody(pool, person, (tx) => settingOf(tx, DEMO_SETTING))) === 'loaded') return null;
  return person;
};

export interface DemoLogins {
  file: string;
  logins: { body: string; login: string; password: string }[];
}

/** The demo's people; their passwords stand in a file of the data folder that only its owner reads. Null in a house that is in real use. */
export const demoLogins = async (pool: Pool, dataDir: string, embedded: boolean): Promise<DemoLogins | null> => {
  const file = join(dataDir, 'demo-logins.json');
  return asSystem(pool, async (tx) => {
    // Several servers may start at once on an operator's database: the first makes them, and one killed before its commit has made none.
    await oneAtATime(tx, 'demo people');
    const people = await demoPeople(tx);
    if (people.length === 0 && (await hasAccounts(tx))) return null;
    if (people.length > 0) {
      if (existsSync(file)) return { file, logins: JSON.parse(readFileSync(file, 'utf8')) as DemoLogins['logins'] };
      // Of an operator's database another machine may hold the file: its passwords stay.
      if (!embedded) return { file, logins: [] };
    }
    const made = await demoAccounts(tx);
    const logins = made.map(({ person: { body_name, login }, password }) => ({ body: body_name, login, password }));
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${file}.tmp`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.tmp`, file);
    return { file, logins };
  });
};
