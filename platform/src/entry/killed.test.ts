// Server, worker and PostgreSQL killed at random moments of imports and of detections, in a house that is used by its public doors alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ImportDetail, type ImportKind, type ImportPreview, PATH, REQUEST_HEADER, type StartedImports } from '@zhijian/contract';
import { afterAll, expect, test } from 'vitest';
import { addressOf, type Command, command, descendants, gone, post, startUp, wordsOf } from './testing-up.ts';
import { dice } from './testing-work.ts';

const WORLD = fileURLToPath(new URL('../../../demo/world', import.meta.url));
const NAMES = ['leads', 'screened', 'held'] as const;
const SEED = 20_261_124;
/** Kills tried in one phase of one import: its job has ten tries, and each kill takes one. */
const AT_ONCE = 3;
/** A kill for whose moment the machine was too fast is made in the next file, earlier. */
const MOST_FILES = 20;

const base = mkdtempSync(join(tmpdir(), 'zhijian-killed-'));
const running = new Set<Command>();
afterAll(async () => {
  for (const up of running) up.child.kill('SIGTERM');
  await Promise.all([...running].map((up) => up.ended));
  rmSync(base, { recursive: true, force: true });
});

const draw = dice(SEED);

// Offers of the demo world under other numbers, so that each file brings new ones to the same traders.
const offers = readFileSync(join(WORLD, 'offers.csv'), 'utf8');
const OFFERS = offers.split('\n').length - 2;
const fileOf = (name: string): string => {
  const kind = kindOf(name);
  if (kind !== 'offers') return join(WORLD, `${kind}.csv`);
  const file = join(base, `${name}.csv`);
  writeFileSync(file, offers.replaceAll(/^([^,]+,)D/gm, `$1${name.toUpperCase()}D`));
  return file;
};
const kindOf = (name: string): ImportKind => (name === 'rights' || name === 'licences' ? name : 'offers');

const VICTIMS = ['server', 'worker', 'postmaster', 'backend', 'up'] as const;
type Victim = (typeof VICTIMS)[number];
type Phase = 'reading' | 'detecting';

/** A kill that is still to be made: of whom, in which phase, when its share is done, and how many milliseconds later. */
interface Kill {
  victim: Victim;
  phase: Phase;
  share: number;
  later: number;
}

// Five of each; those of PostgreSQL are its first process and any of the others. Whoever starts them all is killed, too.
const PHASES: Record<Victim, readonly Phase[]> = {
  server: ['reading', 'detecting', 'reading', 'detecting', 'detecting'],
  worker: ['reading', 'detecting', 'reading', 'detecting', 'detecting'],
  postmaster: ['reading', 'detecting'],
  backend: ['reading', 'detecting', 'detecting'],
  up: ['detecting'],
};

/** A house and its first account. */
class House {
  readonly data: string;
  #up: Command | null = null;
  #address = '';
  #cookie = '';

  constructor(name: string) {
    this.data = join(base, name);
  }

  async start(): Promise<void> {
    this.#up = startUp(this.data, '--empty');
    running.add(this.#up);
    this.#address = await addressOf(this.#up);
  }

  async makeAccount(): Promise<void> {
    const token = /\/first-account\?token=(\S+)/.exec(this.#up!.out())?.[1];
    const body = { name: '某市知识产权局', region: '3302', kind: 'local_office' };
    const answer = await post(`${this.#address}${PATH.first_account}`, { token, body, login: 'chief', name: '某人', password: 'long enough to do' });
    expect(answer.status).toBe(200);
    this.#cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  }

  async end(): Promise<number | null> {
    this.#up!.child.kill('SIGTERM');
    return this.#ended();
  }

  async #ended(): Promise<number | null> {
    const code = await this.#up!.ended;
    running.delete(this.#up!);
    return code;
  }

  async import(file: string, kind: ImportKind): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([readFileSync(file)]), `${kind}.csv`);
    const headers = { [REQUEST_HEADER]: '1', cookie: this.#cookie };
    const uploaded = await fetch(`${this.#address}${PATH.uploads}`, { method: 'POST', headers, body: form });
    expect(uploaded.status).toBe(200);
    const { upload_id } = (await uploaded.json()) as ImportPreview;
    const started = await fetch(`${this.#address}${PATH.imports}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ upload_id, kind, covers: [] }),
    });
    expect(started.status).toBe(200);
    return ((await started.json()) as StartedImports).imports[0]!.id;
  }

  /** How far an import is, as soon as somebody answers. */
  async look(id: string): Promise<ImportDetail> {
    for (const until = Date.now() + 60_000; ; await pause(10)) {
      const answer = await fetch(`${this.#address}${PATH.imports}/${id}`, { headers: { cookie: this.#cookie } }).catch(() => null);
      if (answer?.status === 200) return (await answer.json()) as ImportDetail;
      if (Date.now() > until) throw new Error(`no answer: ${answer?.status} ${this.#up!.err()}`);
    }
  }

  #victim(victim: Victim): number | undefined {
    const up = this.#up!.child.pid!;
    if (victim === 'up') return up;
    const all = descendants(up);
    const found = (part: RegExp) => all.filter((pid) => part.test(wordsOf(pid)));
    if (victim === 'server') return found(/serve\.ts/)[0];
    if (victim === 'worker') return found(/work\.ts/)[0];
    if (victim === 'postmaster') return found(/\/postgres -D/)[0];
    const backends = found(/^postgres: zhijian /);
    const busy = backends.filter((pid) => !/ idle *$/.test(wordsOf(pid)));
    const among = busy.length > 0 ? busy : backends;
    return among[Math.floor(draw() * among.length)];
  }

  /** Kills one, and starts the house again where it ends by that; false where it is not there, since it was killed just before. */
  async kill(victim: Victim): Promise<boolean> {
    const all = descendants(this.#up!.child.pid!);
    const pid = this.#victim(victim);
    if (pid === undefined) return false;
    process.kill(pid, 'SIGKILL');
    expect(await gone([pid])).toEqual([]);
    if (victim !== 'postmaster' && victim !== 'up') return true;
    const code = await this.#ended();
    if (victim === 'postmaster') expect(code).toBe(3);
    expect(await gone(all)).toEqual([]);
    await this.start();
    return true;
  }
}

const leftOf = (row: ImportDetail): number =>
  row.state === 'reading' ? OFFERS - row.read_records : (row.detected?.total ?? 0) - (row.detected?.done ?? 0);
const shareOf = (row: ImportDetail): number =>
  row.state === 'reading' ? row.read_records / OFFERS : (row.detected?.done ?? 0) / (row.detected?.total || 1);

/** Waits for an import and makes those kills in it for whose moment it comes; the others are left, to be made earlier in the next one. */
const disturb = async (house: House, id: string, kills: readonly Kill[]): Promise<Kill[]> => {
  const made: Kill[] = [];
  for (;;) {
    let row = await house.look(id);
    if (row.state === 'done') return made;
    expect(row).toMatchObject({ failure: null });
    const next = kills.find((kill) => !made.includes(kill) && kill.phase === row.state && shareOf(row) >= kill.share);
    if (next === undefined) {
      await pause(5);
      continue;
    }
    await pause(next.later);
    row = await house.look(id);
    // Some work of the same phase must be left, or it would be a kill of one who has done it.
    if (row.state !== next.phase || leftOf(row) < 300) continue;
    if (!(await house.kill(next.victim))) continue;
    made.push(next);
    const { read_records, detected } = row;
    console.log(`${next.victim} while ${next.phase}, at ${next.phase === 'reading' ? read_records : detected?.done}`);
  }
};

const exported = async (house: House): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const name of NAMES) {
    const { code, out, err } = await command('export', name, '--data', house.data);
    // Which body was taken is said; nothing else is.
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 0, lines: 1 });
    texts[name] = out;
  }
  return texts;
};

const planned = (): Kill[] => {
  const kills = VICTIMS.flatMap((victim) => PHASES[victim].map((phase) => ({ victim, phase, share: draw() * 0.7, later: draw() * 30 })));
  const order = new Map(kills.map((kill) => [kill, draw()]));
  return kills.sort((one, other) => order.get(one)! - order.get(other)!);
};
const earlier = (kill: Kill): Kill => ({ ...kill, share: kill.share / 2, later: kill.later / 2 });

test('[B5.offer-database] server, worker and PostgreSQL killed at five moments each leave what an undisturbed run leaves', async () => {
  const house = new House('killed');
  await house.start();
  await house.makeAccount();
  const files: string[] = [];
  let left = planned();
  console.log(`seed ${SEED}`);
  for (let turn = 1; left.length > 0 && turn <= MOST_FILES; turn += 1) {
    // Rights and licences come when there are offers, so that they have something to detect.
    const name = turn === 3 ? 'rights' : turn === 4 ? 'licences' : `f${turn}`;
    files.push(name);
    const of = (phase: Phase) => left.filter((kill) => kill.phase === phase).slice(0, AT_ONCE);
    const tried = [...of('reading'), ...of('detecting')];
    const made = await disturb(house, await house.import(fileOf(name), kindOf(name)), tried);
    left = left.filter((kill) => !made.includes(kill)).map((kill) => (tried.includes(kill) ? earlier(kill) : kill));
  }
  expect(left).toEqual([]);
  // A command beside the running house, which has all of it already.
  const again = await command('import', fileOf('licences'), '--data', house.data);
  expect(again).toMatchObject({ code: 0, out: '', err: expect.stringContaining('0 stored, 25 known already') });
  const found = await exported(house);
  expect(await house.end()).toBe(0);

  // The undisturbed one: commands alone, each with the database for its own time.
  const calm = new House('calm');
  await calm.start();
  await calm.makeAccount();
  expect(await calm.end()).toBe(0);
  expect(await command('import', ...files.map(fileOf), '--data', calm.data)).toMatchObject({ code: 0, out: '' });
  const expected = await exported(calm);
  for (const name of NAMES) {
    expect(expected[name]!.length).toBeGreaterThan(1000);
    expect(found[name] === expected[name], name).toBe(true);
  }
}, 600_000);
