// Stored findings as the very lines that `detect` writes for the same files read in the same order.
import type { Lead } from '@zhijian/contract';
import { mergeLead } from '@zhijian/engine';
import { type Asker, asBody, type Pool } from '../kernel/index.ts';
import { findingsOf, leadIdsAfter, linesAfter } from './finding-store.ts';

export type ExportName = 'leads' | 'screened' | 'held';

const PAGE = 500;

/** Lines of JSON, without line breaks: leads merged and by lead_id, the others in the order in which their offers were read. */
export async function* exportLines(pool: Pool, asker: Asker, name: ExportName): AsyncGenerator<string, void, undefined> {
  yield* name === 'leads' ? leads(pool, asker) : rest(pool, asker, name);
}

async function* leads(pool: Pool, asker: Asker): AsyncGenerator<string, void, undefined> {
  for (let after = ''; ; ) {
    const { ids, found } = await asBody(pool, asker, async (tx) => {
      const ids = await leadIdsAfter(tx, after, PAGE);
      return { ids, found: await findingsOf(tx, ids) };
    });
    if (ids.length === 0) return;
    const byLead = Map.groupBy(
      found.filter(({ output }) => output === 'lead'),
      ({ lead_id }) => lead_id,
    );
    for (const id of ids) yield JSON.stringify(mergeLead(byLead.get(id)!.map(({ line }) => JSON.parse(line) as Lead)));
    after = ids.at(-1)!;
  }
}

async function* rest(pool: Pool, asker: Asker, output: 'screened' | 'held'): AsyncGenerator<string, void, undefined> {
  for (let after = { version: 0, ordinal: -1 }; ; ) {
    const lines = await asBody(pool, asker, (tx) => linesAfter(tx, output, after, PAGE));
    const last = lines.at(-1);
    if (last === undefined) return;
    for (const { line } of lines) yield line;
    after = last;
  }
}
