// Does an offer ask for anything that an import changed? The models run over an index of the changed rights alone, which takes a part of the
// time of the whole one; whoever reads a changed right, or a fact of the whole register that moved, is touched. It errs towards yes:
// a right that the whole index would never be asked for, since another mark covers the place, counts too.
import type { Offer, Right, RightKind } from '@zhijian/contract';
import { detectOffer, RegisterIndex } from '@zhijian/engine';
import type { Touched } from './build-register.ts';

export class TouchProbe extends RegisterIndex {
  #touched = false;
  readonly #whole: RegisterIndex;
  readonly #moved: Touched;

  /** @param whole the index of all rights as they are now */
  constructor(moved: Touched, whole: RegisterIndex) {
    super(moved.index);
    this.#whole = whole;
    this.#moved = moved;
    const watched = <K extends 'knownOn' | 'coverage'>(name: K) =>
      Object.defineProperty(this, name, {
        get: () => {
          if (moved[name]) this.#touched = true;
          return whole[name];
        },
      });
    watched('knownOn');
    watched('coverage');
  }

  touches(offer: Offer, judged_on: string, stale_days: number): boolean {
    this.#touched = false;
    detectOffer(offer, { register: this, judged_on, stale_days });
    return this.#touched;
  }

  override right(id: number): Right {
    this.#touched = true;
    return super.right(id);
  }

  override findByNumber(kind: RightKind | null, number: string): Right[] {
    super.findByNumber(kind, number);
    // What follows in the models depends on what is found, so the answer is that of the whole register.
    return this.#whole.findByNumber(kind, number);
  }

  override covers(office: string, kind: RightKind, year: number): boolean {
    if (this.#moved.coverage) this.#touched = true;
    return this.#whole.covers(office, kind, year);
  }

  override latestSerial(kind: RightKind, year: number): number | null {
    if (this.#moved.serials) this.#touched = true;
    return this.#whole.latestSerial(kind, year);
  }
}
