// The figures of the stored path as Markdown.
import type { Delays } from './health.ts';
import { holds, number, percent, table } from './report.ts';
import type { StoredRun } from './stored.ts';

const WANTED_SPEED = 500;
const WANTED_DELAY_MS = 100;

export const renderStored = (run: StoredRun, machine: [string, string][], inputs: string): string =>
  [
    table(['', ''], [...machine, ['database', run.database]]),
    `${inputs} ${number(run.planted)} of the ${number(run.offers)} offers copy a mark (${number(run.file_mb)} MB).`,
    '### 5. 入库、识别、查看 / Stored: import, detection, list',
    imports(run),
    table(
      ['leads', 'screened', 'held', 'planted', 'planted that became leads', 'same bytes as detect over the files'],
      [[number(run.leads), number(run.screened), number(run.held), number(run.planted), percent(run.recalled, run.planted), holds(run.equal)]],
    ),
    health(run.health),
    table(
      ['peak memory, MB', ''],
      run.memory.map(([name, mb]) => [name, number(Math.round(mb))]),
    ),
    wanted(run),
  ].join('\n\n');

const second = (seconds: number | null) => (seconds === null ? '—' : seconds.toFixed(1));

const imports = ({ register, imported }: StoredRun): string =>
  table(
    [
      'file',
      'rows',
      'sent, s',
      'read and stored, s',
      'rows/s stored',
      'detected, s',
      'offers/s detected',
      'first lead after, s',
      'whole, s',
      'rows/s, whole',
    ],
    [
      ['register', register],
      ['offers', imported],
    ].map(([name, one]) => {
      const { row, upload_seconds, read_seconds, detect_seconds, seconds, first_lead_seconds } = one as StoredRun['imported'];
      const per = (time: number) => number(Math.round(row.read_records / Math.max(0.001, time)));
      return [
        name as string,
        number(row.stored),
        second(upload_seconds),
        second(read_seconds),
        per(read_seconds),
        second(detect_seconds),
        row.kind === 'offers' ? per(detect_seconds) : '—',
        second(first_lead_seconds),
        second(seconds),
        per(seconds),
      ];
    }),
  );

const health = (by: Record<string, Delays>): string =>
  table(
    ['/health, while', 'asked', 'failed', 'median ms', '99th percentile ms', 'worst ms', 'asking process itself late, worst ms'],
    Object.entries(by).map(([phase, one]) => [
      phase,
      number(one.asked),
      String(one.failed),
      one.p50_ms.toFixed(1),
      one.p99_ms.toFixed(1),
      one.worst_ms.toFixed(1),
      one.own_worst_ms.toFixed(1),
    ]),
  );

const wanted = ({ imported, health: by, marks }: StoredRun): string => {
  const speed = imported.row.read_records / imported.seconds;
  const worst = Math.max(...Object.values(by).map(({ worst_ms }) => worst_ms));
  return table(
    ['wanted', 'got', 'holds'],
    [
      [
        `≥ ${number(WANTED_SPEED)} offers/s against ${number(marks)} marks, from the first byte sent to the last lead in the list`,
        `${number(Math.round(speed))} offers/s`,
        holds(speed >= WANTED_SPEED),
      ],
      [`/health < ${WANTED_DELAY_MS} ms at worst`, `${worst.toFixed(1)} ms`, holds(worst < WANTED_DELAY_MS)],
    ],
  );
};
