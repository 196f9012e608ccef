// The measured figures as the Markdown between the markers of the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { type CommandRun, PAGES } from './command.ts';
import type { FalseLeads, IphoneCounts } from './false-leads.ts';
import type { Recall } from './recall.ts';
import type { ScanName } from './scans.ts';
import type { Speed } from './speed.ts';

export interface Results {
  machine: [string, string][];
  inputs: string;
  speed: { scan: ScanName; marks: number; offers: number; speed: Speed }[];
  false_leads: { language: string; counts: FalseLeads }[];
  iphone: IphoneCounts;
  recall: Recall[];
  command: CommandRun[];
}

/** The parts of the README that are written, each by itself. */
export const PARTS = ['measured', 'stored'] as const;
export const beginOf = (part: string): string => `<!-- ${part}: written by run.ts -->`;
export const endOf = (part: string): string => `<!-- /${part} -->`;

const WANTED_SPEED = 2_000;
const WANTED_KEPT = 0.5;
const WANTED_MEMORY = 512;

export const number = (value: number) => (Number.isInteger(value) || value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
export const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`);
// A title may hold a bar or a marker of its own.
const cell = (text: string) => text.replace(/[\s|<>]+/g, ' ').slice(0, 90);
export const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const holds = (yes: boolean) => (yes ? '是 yes' : '**否 no**');

/** All tables, in the order of the README's text. */
export const render = (results: Results): string =>
  [
    table(['', ''], results.machine),
    results.inputs,
    `### 1. 速度与内存（单核） / Speed and memory on one core\n\n${speedTable(results)}`,
    wantedTable(results),
    `### 2. 误报 / False leads\n\n${falseLeads(results)}`,
    `### 3. 召回 / Recall of planted spellings\n\n${recall(results)}`,
    `### 4. 整个命令 / The whole command\n\n${command(results)}`,
  ].join('\n\n');

const speedTable = ({ speed }: Results) =>
  table(
    ['scan', 'marks', 'offers timed', 'offers/s', 'core share', 'build s', 'index MB', 'peak RSS MB', 'hits'],
    speed.map(({ scan, marks, offers, speed: s }) => [
      scan,
      number(marks),
      `${number(offers)}${scan === 'edit-distance' ? ' (sample)' : ''}`,
      number(s.offers_per_second),
      s.share_of_core.toFixed(2),
      s.build_seconds.toFixed(1),
      s.index_mb === null ? '—' : String(s.index_mb),
      String(s.peak_mb),
      number(s.hits),
    ]),
  );

function wantedTable({ speed, command: runs }: Results): string {
  const engine = speed.filter(({ scan }) => scan === 'engine');
  const first = engine[0]!;
  const last = engine.at(-1)!;
  const kept = last.speed.offers_per_second / first.speed.offers_per_second;
  const large = runs.filter(({ what }) => what === PAGES);
  return table(
    ['wanted', 'got', 'holds'],
    [
      [
        `≥ ${number(WANTED_SPEED)} offers/s at ${number(last.marks)} marks`,
        `${number(last.speed.offers_per_second)} offers/s`,
        holds(last.speed.offers_per_second >= WANTED_SPEED),
      ],
      [
        `less than half of the speed lost from ${number(first.marks)} to ${number(last.marks)} marks`,
        `${percent(1 - kept, 1)} lost`,
        holds(kept > WANTED_KEPT),
      ],
      ...large.map(({ threads, file_mb, peak_mb, index_mb }) => [
        `${number(file_mb)} MB of offers in < ${WANTED_MEMORY} MB beside the index, ${threads} thread${threads === 1 ? '' : 's'}`,
        `${number(peak_mb - index_mb)} MB`,
        holds(peak_mb - index_mb < WANTED_MEMORY),
      ]),
    ],
  );
}

function falseLeads({ false_leads, iphone }: Results): string {
  const per10k = (count: number, offers: number) => number((count * 10_000) / Math.max(1, offers));
  const list = (counts: Record<string, number>, offers: number) =>
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name} ${per10k(count, offers)}`)
      .join(', ') || '—';
  const perOffers = table(
    ['offers', 'n', 'own brand, no licence', 'false', 'false per 10,000', 'by spelling, per 10,000', 'by row, per 10,000'],
    false_leads.map(({ language, counts: c }) => [
      language,
      number(c.offers),
      number(c.own_brand),
      number(c.wrong),
      per10k(c.wrong, c.offers),
      list(c.by_variant, c.offers),
      list(c.by_row, c.offers),
    ]),
  );
  const examples = false_leads.map(({ language, counts }) =>
    counts.examples.length === 0
      ? `${language}: —`
      : table(
          [`commonest, ${language}`, 'sign in the offer', 'title', 'n'],
          counts.examples.map((e) => [cell(e.mark), cell(e.sign), cell(e.title), String(e.count)]),
        ),
  );
  const one = table(
    ['IPHONE (class 9): titles that say iphone', 'leads', 'screened', 'held', 'nothing said', 'leads elsewhere'],
    [[iphone.titles, iphone.leads, iphone.screened, iphone.held, iphone.nothing, iphone.elsewhere].map(String)],
  );
  return [perOffers, ...examples, one].join('\n\n');
}

const recall = ({ recall: rows }: Results) =>
  table(
    ['script', 'spelling', 'planted', 'lead, brand field', 'lead, title', 'title: screened or held', 'example'],
    rows.map((r) => [
      r.script,
      r.kind,
      String(r.planted),
      percent(r.in_brand_field, r.planted),
      percent(r.in_title, r.planted),
      percent(r.title_set_aside, r.planted),
      cell(r.example),
    ]),
  );

const command = ({ command: runs }: Results) =>
  table(
    ['offers file', 'threads', 'offers', 'file MB', 'seconds', 'of which register', 'offers/s', 'cores used', 'peak RSS MB', 'index MB', 'leads'],
    runs.map((r) => [
      r.what,
      String(r.threads),
      number(r.offers),
      number(r.file_mb),
      number(r.seconds),
      number(r.register_seconds),
      number(r.offers_per_second),
      r.cores_used.toFixed(2),
      number(r.peak_mb),
      number(r.index_mb),
      number(r.leads),
    ]),
  );

/**
 * Puts tables between the markers of a part of a README.
 * @throws Error where the file lacks a marker
 */
export function writeBetweenMarkers(file: string, part: string, markdown: string): void {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [beginOf(part), endOf(part)];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks ${begin} … ${end}`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`);
}
