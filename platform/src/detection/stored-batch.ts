// One batch of stored offers through the engine: for each offer that is to be looked at, all its findings as lines ready to be stored.
import type { Day, Held, Lead, Line, Offer, Output, RightKind, Screened } from '@zhijian/contract';
import { detectOffer, RegisterIndex } from '@zhijian/engine';
import type { StoredOffer } from '../offers/index.ts';
import type { BuiltRegister } from './build-register.ts';
import { TouchProbe } from './touch-probe.ts';

export interface StoredSetup extends BuiltRegister {
  judged_on: Day;
  stale_days: number;
}

export interface FoundLine {
  lead_id: string;
  output: Exclude<Output, 'none'>;
  right_kind: RightKind | null;
  right_number: string | null;
  /** As detect writes it. */
  line: string;
}

export interface StoredResult {
  looked: number;
  /** Id of the last version of the batch. */
  last: number;
  /** Offers that were detected afresh; those left out are as they were. */
  versions: { id: number; lines: FoundLine[] }[];
}

export const detectStored = ({ index, touched, judged_on, stale_days }: StoredSetup): ((offers: readonly StoredOffer[]) => StoredResult) => {
  const register = new RegisterIndex(index);
  const probe = touched === null || touched.everything ? null : new TouchProbe(touched, register);
  return (offers) => {
    const versions: StoredResult['versions'] = [];
    for (const { id, content } of offers) {
      const offer = JSON.parse(content) as Offer;
      if (probe !== null && !probe.touches(offer, judged_on, stale_days)) continue;
      const { leads, screened, held } = detectOffer(offer, { register, judged_on, stale_days });
      versions.push({ id, lines: [...leads.map(found('lead')), ...screened.map(found('screened')), ...held.map(found('held'))] });
    }
    return { looked: offers.length, last: offers.at(-1)?.id ?? 0, versions };
  };
};

const found =
  (output: FoundLine['output']) =>
  (line: Line | Lead | Screened | Held): FoundLine => ({
    lead_id: line.lead_id,
    output,
    right_kind: line.right?.kind ?? null,
    right_number: line.right?.number ?? null,
    line: JSON.stringify(line),
  });
