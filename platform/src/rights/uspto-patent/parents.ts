// Applications that one goes back to, by the name of the relation; the earliest of their days decides the term (35 U.S.C. 154(a)(2)).
import type { Day } from '@zhijian/contract';
import { EARLIEST_FILED } from '@zhijian/engine';
import { anyDay } from './numbers.ts';

/** Relations by which it has the earlier day for its own (35 U.S.C. 120, 121, 365(c)), or the rest of the earlier patent's term (251). */
const CONTINUES = /^(?:us-)?(?:continuation(?:-in-part)?|division(?:al)?|continuing-reissue|divisional-reissue|reissue|reexamination)$/;

export class Parents {
  private readonly numbers = new Map<string, string[]>();
  private earliest: Day | null = null;

  /** A parent without a number is none. `filed` as the file writes the day. */
  add(relation: string, number: string | null, filed: string | null): void {
    if (number === null) return;
    this.numbers.set(relation, [...(this.numbers.get(relation) ?? []), number]);
    const day = CONTINUES.test(relation) ? anyDay(filed) : null;
    if (day !== null && (this.earliest === null || day < this.earliest)) this.earliest = day;
  }

  get extra(): Record<string, string> {
    const named = Object.fromEntries([...this.numbers].map(([name, numbers]) => [name, numbers.join('; ')]));
    return this.earliest === null ? named : { ...named, [EARLIEST_FILED]: this.earliest };
  }
}
