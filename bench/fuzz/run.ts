// Damages samples and reads them as imports do, and writes the tables of the README:
// `node bench/fuzz/run.ts [--mutations N] [--only GROUP|PART OF A NAME] [--seed S] [--keep FOLDER] [--readme FILE] [--quick]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../detect/machine.ts';
import { table, writeBetweenMarkers } from '../detect/report.ts';
import { damagedSample } from './attempt.ts';
import { render, type Tried } from './report.ts';
import { GROUPS, type Sample } from './sample.ts';
import { allSamples } from './samples.ts';
import { type Fault, watched } from './watch.ts';

const MUTATIONS = 10_000;
const QUICK = 20;
const PACKAGES = ['saxes', 'hucre', 'yauzl'];
/** Of one sample: thousands of the same fault teach nothing more. */
const MOST_KEPT = 20;

const { values } = parseArgs({
  options: {
    mutations: { type: 'string' },
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string', default: join(import.meta.dirname, 'kept') },
    quick: { type: 'boolean' },
    readme: { type: 'string', default: join(import.meta.dirname, 'README.md') },
  },
});
const wholeNumber = (name: string, text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`--${name} takes a whole number above 0, not ${text}`);
  return Number(text);
};
const mutations = wholeNumber('mutations', values.mutations ?? String(values.quick ? QUICK : MUTATIONS));
const seed = wholeNumber('seed', values.seed);
const all = await allSamples();
const named = (sample: Sample, word: string) =>
  sample.group === word || (!(GROUPS as readonly string[]).includes(word) && sample.name.includes(word));
const odd = values.only?.find((word) => !all.some((sample) => named(sample, word)));
if (odd !== undefined) throw new RangeError(`--only takes ${GROUPS.join(', ')} or a part of a sample's name, not ${odd}`);
const chosen = all.filter((sample) => values.only?.some((word) => named(sample, word)) ?? true);

const keep = (sample: Sample, { attempt, what, detail }: Fault): void => {
  mkdirSync(values.keep, { recursive: true });
  const name = `${sample.name.replace(/[^\w.-]+/g, '_')}-${seed}-${attempt}`;
  writeFileSync(join(values.keep, name), damagedSample(sample, seed, attempt).bytes);
  process.stderr.write(`  ${what} ${name}: ${detail.split('\n').slice(0, 3).join(' ').slice(0, 300)}\n`);
};

const groups = GROUPS.filter((group) => chosen.some((sample) => sample.group === group));
// Part of a group would be written as if it were all of it.
const whole = groups.every((group) => all.filter((sample) => sample.group === group).every((sample) => chosen.includes(sample)));
if (whole) writeBetweenMarkers(values.readme, 'machine', table(['', ''], [...machine(PACKAGES), ['seed', String(seed)]]));
for (const group of groups) {
  const tried: Tried[] = [];
  for (const sample of chosen.filter((one) => one.group === group)) {
    const tally = await watched(sample.name, seed, mutations);
    tried.push({ sample, tally });
    process.stderr.write(`${sample.name}: ${tally.tried} in ${tally.seconds.toFixed(1)} s, ${tally.faults.length} faults\n`);
    for (const fault of tally.faults.slice(0, MOST_KEPT)) keep(sample, fault);
  }
  if (whole) writeBetweenMarkers(values.readme, group, render(tried));
}
process.stderr.write(whole ? `written: ${values.readme}\n` : 'a part of a group: nothing is written\n');
