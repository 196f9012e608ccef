// What was found as the Markdown between the markers of the README.
import { holds, number, table } from '../detect/report.ts';
import type { Sample } from './sample.ts';
import { HANG_MS, type Tally } from './watch.ts';

export interface Tried {
  sample: Sample;
  tally: Tally;
}

const HEAD = ['sample', 'kB', 'mutations', 'read', 'set aside', 'refused', 'silent', 'slowest ms', 'crashes', 'hangs', 'lost neighbours', 's'];

const row = (name: string, bytes: number, tallies: readonly Tally[], neighbours: boolean): string[] => {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
  return [
    name,
    (bytes / 1000).toFixed(1),
    number(sum(({ tried }) => tried)),
    number(sum(({ counts }) => counts.read)),
    number(sum(({ counts }) => counts.aside)),
    number(sum(({ counts }) => counts.refused)),
    number(sum(({ counts }) => counts.silent)),
    number(Math.round(Math.max(...tallies.map(({ slowest }) => slowest)))),
    number(sum(({ counts, deaths }) => counts.crash + deaths)),
    number(sum(({ hangs }) => hangs)),
    neighbours ? number(sum(({ counts }) => counts.lost)) : '—',
    number(Math.round(sum(({ seconds }) => seconds))),
  ];
};

/** The table of a group, its sum, and what was wanted of it. */
export const render = (tried: readonly Tried[]): string => {
  const tallies = tried.map(({ tally }) => tally);
  const bad = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
  const wanted = (what: string, found: number) => [what, number(found), holds(found === 0)];
  return [
    table(HEAD, [
      ...tried.map(({ sample, tally }) => row(sample.name, sample.bytes.length, [tally], sample.records.length > 0)),
      row(
        '**合计 / all**',
        tried.reduce((all, { sample }) => all + sample.bytes.length, 0),
        tallies,
        true,
      ),
    ]),
    table(
      ['wanted', 'got', 'holds'],
      [
        wanted(
          'no crash',
          bad(({ counts, deaths }) => counts.crash + deaths),
        ),
        wanted(
          `no hang over ${HANG_MS / 1000} s`,
          bad(({ hangs }) => hangs),
        ),
        wanted(
          'no lost neighbour',
          bad(({ counts }) => counts.lost),
        ),
        wanted(
          'nothing dropped in silence',
          bad(({ counts }) => counts.silent),
        ),
      ],
    ),
  ].join('\n\n');
};
