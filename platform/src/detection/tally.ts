// summary.json: what was read, what became of it, by which releases. No clock in it, and nothing that depends on threads.
import type { Day, Label, Lead, Strength } from '@zhijian/contract';
import { INDEX_RELEASE, MODELS } from '@zhijian/engine';
import type { BatchResult } from './batch.ts';
import type { ReadRegister } from './read-register.ts';

const EXAMPLES = 20;
const KEPT = 10_000;

interface SummaryFacts {
  judgedOn: Day;
  register: ReadRegister;
  setAside: { rights: number; licences: number; offers: number };
  warnings: readonly Label[];
  counts: { leads: number; screened: number; held: number };
}

export class Tally {
  offers = 0;
  #candidates = 0;
  #matches = 0;
  #rows = new Map<string, number>();
  #strength: Record<Strength, number> = { strong: 0, medium: 0, weak: 0 };
  #mentions = 0;
  #numbers = new Set<string>();

  add(result: BatchResult): void {
    this.offers += result.offers;
    this.#candidates += result.candidates;
    this.#matches += result.matches;
    for (const [key, count] of Object.entries(result.rows)) this.#rows.set(key, (this.#rows.get(key) ?? 0) + count);
    for (const number of result.not_loaded) {
      this.#mentions += 1;
      this.#numbers.add(number);
    }
    // Only the first few in order are shown: forgetting the last ones changes nothing.
    if (this.#numbers.size > KEPT) this.#numbers = new Set([...this.#numbers].sort().slice(0, EXAMPLES));
  }

  lead(lead: Lead): void {
    this.#strength[lead.strength] += 1;
  }

  summary({ judgedOn, register, setAside, warnings, counts }: SummaryFacts): object {
    const { stats, coverage, knownOn } = register.index;
    return {
      judged_on: judgedOn,
      release: {
        index: INDEX_RELEASE,
        ...Object.fromEntries(MODELS.map((model) => [model.name, model.release])),
        design: 'not yet',
        'patent-claims': 'not yet',
      },
      read: { rights: register.rightRows, licences: register.licences, offers: this.offers },
      set_aside: setAside,
      register: {
        rights: stats.rights,
        marks: stats.marks,
        marks_not_searchable: stats.marks_not_searchable,
        not_searchable_examples: stats.not_searchable_examples,
        licences_without_right: register.licencesWithoutRight,
        coverage,
        known_on: knownOn,
      },
      candidates: this.#candidates,
      matches: this.#matches,
      ...counts,
      leads_by_strength: this.#strength,
      matches_by_row: Object.fromEntries([...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1))),
      register_not_loaded: { mentions: this.#mentions, examples: [...this.#numbers].sort().slice(0, EXAMPLES) },
      warnings,
    };
  }
}
