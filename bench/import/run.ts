// Measures imports and writes the tables of the README: `node bench/import/run.ts [--only xml|csv|xlsx|show] [--quick] [--readme FILE]`.
// --only: one of the parts, once or several times; --quick: small files, seconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../detect/machine.ts';
import { table, writeBetweenMarkers } from '../detect/report.ts';
import { writeCsv, writeDaily, writeXlsx } from './files.ts';
import { measure } from './register.ts';
import { type Part, PARTS, renderCsv, renderShow, renderXlsx, renderXml } from './report.ts';
import { runShow } from './show.ts';

// The plain parser takes ten times the file in memory: 500 MB would need more than Node.js gives a process.
const FULL = { daily: 500_000_000, plain: 100_000_000, csv: 1_000_000, offers: 1_000, xlsx: 100_000, show: 1_000_000, times: 2_000 };
const QUICK: typeof FULL = { daily: 300_000, plain: 300_000, csv: 3_000, offers: 20, xlsx: 500, show: 300, times: 20 };
const PACKAGES = ['saxes', 'csv-parse', 'hucre', 'pg'];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
    readme: { type: 'string', default: join(import.meta.dirname, 'README.md') },
  },
});
const MEASURED = PARTS.filter((part) => part !== 'machine');
const only = values.only ?? MEASURED;
const odd = only.find((part) => !(MEASURED as string[]).includes(part));
if (odd !== undefined) throw new RangeError(`--only takes ${MEASURED.join(', ')}, not ${odd}`);
const plan = values.quick ? QUICK : FULL;
const dir = mkdtempSync(join(tmpdir(), 'zhijian-import-'));
const at = (name: string) => join(dir, name);
const write = (part: Part, markdown: string) => writeBetweenMarkers(values.readme, part, markdown);

const parts: Record<Exclude<Part, 'machine'>, () => Promise<string>> = {
  xml: async () =>
    renderXml([measure({ name: 'USPTO daily XML', made: writeDaily(at('daily.xml'), plan.daily), plain: writeDaily(at('plain.xml'), plan.plain) })]),
  csv: async () =>
    renderCsv([
      measure({ name: 'CSV, GB18030', made: writeCsv(at('gb.csv'), plan.csv, 'gb18030') }),
      measure({
        name: 'CSV, UTF-8',
        made: writeCsv(at('utf8.csv'), plan.csv, 'utf-8'),
        plain: writeCsv(at('plain.csv'), plan.csv, 'utf-8'),
        offers: plan.offers,
      }),
    ]),
  xlsx: async () => renderXlsx([measure({ name: 'XLSX', made: await writeXlsx(at('table.xlsx'), plan.xlsx) })]),
  show: async () => renderShow(await runShow(plan.show, plan.times)),
};

try {
  write('machine', table(['', ''], machine(PACKAGES)));
  for (const part of MEASURED) {
    if (!only.includes(part)) continue;
    process.stderr.write(`${part}\n`);
    write(part, await parts[part]());
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
process.stderr.write(`written: ${values.readme}\n`);
