// Offers captured after the day of judging: the register as known on that day cannot vouch for them, so the run says so once.
import { type Day, type Label, READER_SENTENCE, say } from '@zhijian/contract';
import type { PlacedOffer } from '../offers/index.ts';

export class LaterCaptures {
  readonly #judgedOn: Day;
  #count = 0;
  #first: PlacedOffer | null = null;

  constructor(judgedOn: Day) {
    this.#judgedOn = judgedOn;
  }

  look(batch: readonly PlacedOffer[]): void {
    for (const one of batch) {
      if (one.offer.captured_at === null || one.offer.captured_at <= this.#judgedOn) continue;
      this.#count += 1;
      this.#first ??= one;
    }
  }

  warn(onWarning: (warning: Label) => void): void {
    if (this.#first === null) return;
    const { offer, place } = this.#first;
    onWarning(say(READER_SENTENCE.captured_after, { count: this.#count, judged_on: this.#judgedOn, ...place, given: offer.captured_at! }));
  }
}
