// The measured figures as the Markdown between the markers of the README.
import { holds, number, table } from '../detect/report.ts';
import type { RegisterRun } from './register.ts';
import { type ShowRun, SHOW } from './show.ts';

/** The parts of the README that are written, each by itself. */
export const PARTS = ['machine', 'xml', 'csv', 'xlsx', 'show'] as const;
export type Part = (typeof PARTS)[number];

const WANTED = { mb_per_second: 20, xml_per_second: 1_000, csv_per_second: 20_000, memory_mb: 512, show_ms: 5 };

const ms = (value: number) => value.toFixed(1);
const rate = (count: number, seconds: number) => number(Math.round(count / Math.max(0.001, seconds)));
const mb = (value: number) => number(Math.round(value));

/** Figures of files of rights, and what was wanted of them. */
export const renderRegisters = (runs: readonly RegisterRun[], perSecond: number | null): string =>
  [
    reading(runs),
    storing(runs),
    detection(runs),
    table(
      ['wanted', 'got', 'holds'],
      runs.flatMap((run) => wanted(run, perSecond)),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const reading = (runs: readonly RegisterRun[]): string =>
  table(
    ['read on one core', 'file MB', 'records', 'CPU s', 'MB/s of CPU', 'records/s of CPU', 'seconds', 'peak MB'],
    runs.flatMap(({ name, read, plain }) =>
      [
        [name, read] as const,
        ...(plain === null ? [] : [[`${name}, whole file by a plain parser${plain.mb < read.mb * 0.99 ? ' (a smaller file)' : ''}`, plain] as const]),
      ].map(([what, one]) => [
        what,
        mb(one.mb),
        number(one.records),
        one.cpu_seconds.toFixed(1),
        ms(one.mb / one.cpu_seconds),
        rate(one.records, one.cpu_seconds),
        one.seconds.toFixed(1),
        mb(one.peak_mb),
      ]),
    ),
  );

const storing = (runs: readonly RegisterRun[]): string =>
  table(
    ['read and stored', 'records', 'rows', 'documents', 'seconds', 'records/s', 'rows/s', 'CPU s of the importer', 'peak MB', 'PostgreSQL peak MB'],
    runs.map(({ name, stored: s }) => [
      name,
      number(s.records),
      number(s.rows),
      number(s.documents),
      s.seconds.toFixed(1),
      rate(s.records, s.seconds),
      rate(s.rows, s.seconds),
      s.cpu_seconds.toFixed(1),
      mb(s.peak_mb),
      mb(s.database_mb),
    ]),
  );

const detection = (runs: readonly RegisterRun[]): string => {
  const rows = runs.flatMap(({ name, records, detect }) => {
    if (detect === null) return [];
    if (typeof detect === 'string') return [[name, number(records), '—', '—', detect]];
    return [[name, number(records), number(detect.offers), detect.seconds.toFixed(1), mb(detect.peak_mb)]];
  });
  return rows.length === 0 ? '' : table(['detection behind the import', 'rights', 'offers stored', 'seconds', 'peak MB'], rows);
};

const wanted = ({ name, read, stored }: RegisterRun, perSecond: number | null): string[][] => {
  const speed = read.mb / read.cpu_seconds;
  const kept = stored.records / stored.seconds;
  const peak = Math.max(read.peak_mb, stored.peak_mb);
  const xml = stored.documents > 0;
  return [
    ...(xml ? [[`${name}: ≥ ${WANTED.mb_per_second} MB/s read on one core`, `${ms(speed)} MB/s`, holds(speed >= WANTED.mb_per_second)]] : []),
    ...(perSecond === null
      ? []
      : [[`${name}: ≥ ${number(perSecond)} records/s stored with history`, `${rate(kept, 1)}/s`, holds(kept >= perSecond)]]),
    [`${name}: < ${WANTED.memory_mb} MB`, `${mb(peak)} MB`, holds(peak < WANTED.memory_mb)],
  ];
};

export const renderXml = (runs: readonly RegisterRun[]): string => renderRegisters(runs, WANTED.xml_per_second);
export const renderCsv = (runs: readonly RegisterRun[]): string => renderRegisters(runs, WANTED.csv_per_second);
export const renderXlsx = (runs: readonly RegisterRun[]): string => renderRegisters(runs, null);

export const renderShow = ({ rights, events, copy_seconds, asked }: ShowRun): string => {
  const show = asked.find(({ what }) => what === SHOW)!;
  return [
    `${number(rights)} rights, ${number(events)} events. COPY of their ready rows: ${copy_seconds.toFixed(1)} s, ${rate(events, copy_seconds)} rows/s.`,
    table(
      ['asked over HTTP', 'times', 'median ms', '95th percentile ms', 'worst ms'],
      asked.map(({ what, asked: times, p50_ms, p95_ms, worst_ms }) => [what, number(times), ms(p50_ms), ms(p95_ms), ms(worst_ms)]),
    ),
    table(
      ['wanted', 'got', 'holds'],
      [[`${SHOW}: 95th percentile ≤ ${WANTED.show_ms} ms`, `${ms(show.p95_ms)} ms`, holds(show.p95_ms <= WANTED.show_ms)]],
    ),
  ].join('\n\n');
};
