// Lines of leads, sorted on disk: one file per first byte of the id, so that merging needs the memory of one file, however many leads there are.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lead } from '@zhijian/contract';
import { mergeLead } from '@zhijian/engine';

const FLUSH_CHARACTERS = 8 * 1024 * 1024;

export class LeadStore {
  readonly #dir: string;
  #waiting = new Map<string, string[]>();
  #characters = 0;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  add(id: string, line: string): void {
    const shard = id.slice(0, 2);
    const lines = this.#waiting.get(shard);
    if (lines) lines.push(line);
    else this.#waiting.set(shard, [line]);
    this.#characters += line.length;
    if (this.#characters > FLUSH_CHARACTERS) this.#flush();
  }

  #flush(): void {
    for (const [shard, lines] of this.#waiting) appendFileSync(join(this.#dir, shard), `${lines.join('\n')}\n`);
    this.#waiting.clear();
    this.#characters = 0;
  }

  /** The leads, merged, in order of lead_id. */
  *leads(): Generator<Lead> {
    this.#flush();
    for (let byte = 0; byte < 256; byte += 1) {
      const file = join(this.#dir, byte.toString(16).padStart(2, '0'));
      if (!existsSync(file)) continue;
      const byId = new Map<string, Lead[]>();
      // One shard is a 256th of the leads and fits in memory; split at \n alone, since U+2028 stands raw in JSON text.
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        if (line === '') continue;
        const lead = JSON.parse(line) as Lead;
        const known = byId.get(lead.lead_id);
        if (known) known.push(lead);
        else byId.set(lead.lead_id, [lead]);
      }
      for (const id of [...byId.keys()].sort()) yield mergeLead(byId.get(id)!);
    }
  }
}
