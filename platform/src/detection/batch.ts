// One batch of offers through the engine, results as lines ready to be written: a thread hands back strings, not trees of objects.
import type { Day, Offer } from '@zhijian/contract';
import { detectOffer, type IndexData, RegisterIndex } from '@zhijian/engine';

export interface WorkerSetup {
  index: IndexData;
  judged_on: Day;
  stale_days: number;
}

export interface BatchResult {
  offers: number;
  leads: { id: string; line: string }[];
  screened: string[];
  held: string[];
  candidates: number;
  matches: number;
  not_loaded: string[];
  /** `model row output` -> count. */
  rows: Record<string, number>;
}

export function detectBatch({ index, judged_on, stale_days }: WorkerSetup): (offers: Offer[]) => BatchResult {
  const register = new RegisterIndex(index);
  return (offers) => {
    const result: BatchResult = { offers: offers.length, leads: [], screened: [], held: [], candidates: 0, matches: 0, not_loaded: [], rows: {} };
    for (const offer of offers) {
      const found = detectOffer(offer, { register, judged_on, stale_days });
      for (const lead of found.leads) result.leads.push({ id: lead.lead_id, line: JSON.stringify(lead) });
      for (const line of found.screened) result.screened.push(JSON.stringify(line));
      for (const line of found.held) result.held.push(JSON.stringify(line));
      result.candidates += found.candidates;
      result.matches += found.matches;
      result.not_loaded.push(...found.not_loaded);
      for (const line of [...found.leads, ...found.screened, ...found.held])
        for (const match of line.matches) {
          const key = `${match.model} ${match.row} ${match.output}`;
          result.rows[key] = (result.rows[key] ?? 0) + 1;
        }
    }
    return result;
  };
}
