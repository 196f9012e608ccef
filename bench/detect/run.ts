// Measures detection and writes the tables of the README: `node bench/detect/run.ts [--only files|stored] [--quick] [--large] [--sample] [--readme FILE]`.
// --only: the tables of detection over files, or those of the stored path; both without it.
// --quick: the small sample and small counts, seconds; --large: also an offers file of 1 GB; --sample: the sample even where ../shared/data is.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRegister } from '@zhijian/engine';
import { runCommand } from './command.ts';
import { countFalseLeads, countIphone } from './false-leads.ts';
import { machine } from './machine.ts';
import { type Mark, readMarks, rightsOf } from './marks.ts';
import { readOffers } from './offers.ts';
import { onOneCore } from './one-core.ts';
import { measureRecall } from './recall.ts';
import { render, type Results, writeBetweenMarkers } from './report.ts';
import type { ScanName } from './scans.ts';
import { findSources } from './sources.ts';
import { runStored } from './stored.ts';
import { renderStored } from './stored-report.ts';

const FULL = {
  marks: [1_000, 10_000, 33_000],
  offers: 20_000,
  near: [200, 20, 6],
  planted: 200,
  file: 200_000,
  tries: 3,
  stored: { offers: 100_000, planted: 500 },
};
const QUICK = { marks: [100, 400], offers: 500, near: [5, 5], planted: 10, file: 500, tries: 1, stored: { offers: 1_200, planted: 6 } };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    large: { type: 'boolean' },
    sample: { type: 'boolean' },
    readme: { type: 'string', default: join(import.meta.dirname, 'README.md') },
  },
});
const ONLY = ['files', 'stored'];
if (values.only !== undefined && !ONLY.includes(values.only)) throw new RangeError(`--only takes ${ONLY.join(' or ')}, not ${values.only}`);
const plan = values.quick ? QUICK : FULL;
const sampleOnly = Boolean(values.sample || values.quick);
const sources = findSources(sampleOnly);
const say = (text: string) => process.stderr.write(`${text}\n`);

const most = plan.marks.at(-1)!;
const marks = readMarks(sources, most);
const { en, zh } = readOffers(sources);
const all = [...en, ...zh].map(({ offer }) => offer);
const made = marks.filter(({ real }) => !real).length;

const inputs = `${sources.shared ? '../shared/data' : 'bench/detect/sample (小样本：未见到或未使用 ../shared/data / the small sample)'}: ${marks.length - made} real names, ${made} made Han names; ${en.length} English offers, ${zh.length} Chinese utterances.`;

function measureFiles(): Results {
  const speed: Results['speed'] = [];
  const measure = (scan: ScanName, count: number, offers: number) => {
    say(`speed: ${scan}, ${count} marks`);
    speed.push({ scan, marks: count, offers, speed: onOneCore({ scan, marks: count, offers, sampleOnly }, plan.tries) });
  };
  for (const count of plan.marks) measure('engine', count, plan.offers);
  for (const count of plan.marks) measure('aho-corasick', count, plan.offers);
  plan.marks.forEach((count, i) => measure('edit-distance', count, plan.near[i]!));

  say('false leads');
  const register = buildRegister(rightsOf(marks));
  const false_leads = [
    { language: 'en', counts: countFalseLeads(en, register) },
    { language: 'zh', counts: countFalseLeads(zh, register) },
  ];
  const IPHONE: Mark = { name: 'IPHONE', classes: [9], real: true };
  const iphone = countIphone(en, buildRegister(rightsOf([IPHONE]).map((right) => ({ ...right, owner: 'Apple Inc.' }))));
  say('recall');
  const recall = measureRecall(sources, marks, plan.planted);
  say('the whole command');
  const command = runCommand(marks, all, plan.file, Boolean(values.large));
  return { machine: machine(), inputs, speed, false_leads, iphone, recall, command };
}

if (values.only !== 'stored') writeBetweenMarkers(values.readme, 'measured', render(measureFiles()));
if (values.only !== 'files') {
  say('the stored path');
  const run = await runStored(sources, marks, all, plan.stored);
  writeBetweenMarkers(values.readme, 'stored', renderStored(run, machine(), inputs));
}
say(`written: ${values.readme}`);
