// One configuration in a process of its own, so that its peak of memory is its own: `node bench/detect/speed.ts '{"scan":"engine","marks":1000,"offers":500,"sampleOnly":false}'`.
// Prints one line of JSON.
import { readMarks } from './marks.ts';
import { readOffers, repeatOffers } from './offers.ts';
import { buildScan, type ScanName } from './scans.ts';
import { findSources } from './sources.ts';

export interface SpeedPlan {
  scan: ScanName;
  marks: number;
  offers: number;
  sampleOnly: boolean;
}

export interface Speed {
  /** Offers per second of CPU time of the whole process, compiler and garbage collector included: what one core does that nobody else uses. */
  offers_per_second: number;
  /** CPU time over wall time of the timed loop: 1 on a core of its own. */
  share_of_core: number;
  build_seconds: number;
  index_mb: number | null;
  peak_mb: number;
  hits: number;
}

// Enough for the engine's hot functions to be compiled.
const WARM_UP = 2_000;

const mb = (bytes: number) => Math.round(bytes / 1_048_576);
const cpuSeconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

function measure({ scan, marks, offers, sampleOnly }: SpeedPlan): Speed {
  const sources = findSources(sampleOnly);
  const { en, zh } = readOffers(sources);
  const list = repeatOffers(
    [...en, ...zh].map(({ offer }) => offer),
    offers,
  );
  const register = readMarks(sources, marks);
  const building = process.cpuUsage();
  const { find, indexBytes } = buildScan(scan, register);
  const build_seconds = cpuSeconds(building);
  if (scan !== 'edit-distance') for (const offer of list.slice(0, WARM_UP)) find(offer);
  const from = performance.now();
  const running = process.cpuUsage();
  let hits = 0;
  for (const offer of list) hits += find(offer);
  const seconds = cpuSeconds(running);
  const wall = (performance.now() - from) / 1000;
  return {
    offers_per_second: list.length / seconds,
    share_of_core: seconds / wall,
    build_seconds,
    index_mb: indexBytes === null ? null : mb(indexBytes),
    peak_mb: mb(process.resourceUsage().maxRSS * 1024),
    hits,
  };
}

console.log(JSON.stringify(measure(JSON.parse(process.argv[2]!) as SpeedPlan)));
