// The stored path, measured as a person meets it: the whole product in its own processes with a durable database; a register, then offers,
// through the API; /health asked all the while.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lead, Offer } from '@zhijian/contract';
import { offerRow, rightRows } from './files.ts';
import type { Delays } from './health.ts';
import { databaseFacts, type House, type Imported, importFile, runCli, startHouse } from './house.ts';
import type { Mark } from './marks.ts';
import { PeakMemory } from './memory.ts';
import { repeatOffers } from './offers.ts';
import { type PlantedOffer, plantAmong } from './planting.ts';
import { seeded } from './random.ts';
import { JUDGED_ON } from './scans.ts';
import type { Sources } from './sources.ts';

export interface StoredRun {
  database: string;
  marks: number;
  offers: number;
  file_mb: number;
  register: Imported;
  imported: Imported;
  /** By phase: idle, register, offers. */
  health: Record<string, Delays>;
  /** MB by process. */
  memory: [string, number][];
  leads: number;
  screened: number;
  held: number;
  planted: number;
  recalled: number;
  /** Whether the exports are, byte for byte, what `detect` writes for the same files. */
  equal: boolean;
}

const OUTPUTS = ['leads', 'screened', 'held'] as const;
const IDLE_MS = 3_000;

/**
 * Everything in a temporary folder that is deleted.
 * @param offers how many, the planted ones among them
 * @param planted how many of them copy a mark
 */
export async function runStored(
  sources: Sources,
  marks: readonly Mark[],
  real: readonly Offer[],
  { offers, planted }: { offers: number; planted: number },
): Promise<StoredRun> {
  const dir = mkdtempSync(join(tmpdir(), 'zhijian-stored-'));
  const dataDir = join(dir, 'data');
  const files = { rights: join(dir, 'rights.jsonl'), offers: join(dir, 'offers.jsonl') };
  const among = plantAmong(sources, marks, planted);
  writeFileSync(files.rights, rightRows(among.marks));
  const all = seeded(500).shuffle([...repeatOffers(real, offers - planted), ...among.offers.map(({ offer }) => offer)]);
  writeFileSync(files.offers, all.map((offer) => offerRow(offer, null)).join(''));
  let house: House | null = null;
  try {
    house = await startHouse(dataDir);
    const { pid } = house;
    const memory = new PeakMemory();
    const watch = watchHealth(house.address);
    await pause(IDLE_MS);
    watch.phase('register');
    let looks = 0;
    // Walking the pages of every process costs the kernel some milliseconds.
    const look = () => {
      if (looks % 10 === 0) memory.look(pid);
      looks += 1;
    };
    const register = await importFile(house, 'rights', files.rights, look);
    watch.phase('offers');
    const imported = await importFile(house, 'offers', files.offers, look);
    memory.look(pid);
    const health = await watch.end();
    const database = await databaseFacts(dataDir);
    for (const name of OUTPUTS) runCli('export', name, '--data', dataDir, '--out', join(dir, `${name}.jsonl`));
    await house.stop();
    house = null;
    const out = join(dir, 'out');
    runCli('detect', '--rights', files.rights, '--offers', files.offers, '--judged-on', JUDGED_ON, '--out', out);
    const lines = OUTPUTS.map((name) => linesOf(join(dir, `${name}.jsonl`)));
    return {
      database,
      marks: marks.length,
      offers,
      file_mb: statSync(files.offers).size / 1e6,
      register,
      imported,
      health,
      memory: [...memory.peaks],
      leads: lines[0]!.length,
      screened: lines[1]!.length,
      held: lines[2]!.length,
      planted,
      recalled: recalled(lines[0]!, among.offers),
      equal: OUTPUTS.every((name) => readFileSync(join(dir, `${name}.jsonl`)).equals(readFileSync(join(out, `${name}.jsonl`)))),
    };
  } finally {
    await house?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** How many planted offers stand in a lead on the right that they copy. */
function recalled(leads: readonly string[], planted: readonly PlantedOffer[]): number {
  const found = new Set<string>();
  for (const line of leads) {
    const { right, offers } = JSON.parse(line) as Lead;
    for (const { item_id } of offers) found.add(`${right?.number} ${item_id}`);
  }
  return planted.filter(({ offer, number }) => found.has(`${number} ${offer.item_id}`)).length;
}

function watchHealth(address: string): { phase(name: string): void; end(): Promise<Record<string, Delays>> } {
  const child = fork(join(import.meta.dirname, 'health.ts'), [address]);
  const said = new Promise<Record<string, Delays>>((done, fail) => {
    child.on('message', (message) => done(message as Record<string, Delays>));
    child.on('exit', (code) => fail(new Error(`health.ts ended with ${code}`)));
  });
  said.catch(() => {});
  return {
    phase: (name) => child.send(name),
    end: () => {
      child.send('end');
      return said;
    },
  };
}
