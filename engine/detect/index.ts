// The main job. One offer against the register: every model that fits, each finding as a line; then lines of one right and one trader as one lead.
// The command line and the platform both call these two functions and nothing else.
import { createHash } from 'node:crypto';
import type { Day, Held, Lead, Line, Match, ModelName, Offer, Right, Screened, Trader } from '@zhijian/contract';
import type { RegisterIndex } from '../index/register-index.ts';
import { bySeverity, type Finding, type Model } from '../models/contract.ts';
import { patentMarking } from '../models/patent-marking/index.ts';
import { trademark } from '../models/trademark/index.ts';
import { traderKey, traderOf } from '../rights/trader.ts';
import { mergeOffers, offerRef } from './offer-ref.ts';

/** The models that run, in this order. design and patent-claims are in the vocabulary and answer "not yet" in the summary. */
export const MODELS: readonly Model<RegisterIndex>[] = [patentMarking, trademark];

export const DEFAULT_STALE_DAYS = 180;

export interface DetectContext {
  register: RegisterIndex;
  judged_on: Day;
  /** Register facts older than this do not accuse (domain.md 2.4 row 0). */
  stale_days: number;
}

export interface OfferResult {
  leads: Lead[];
  screened: Screened[];
  held: Held[];
  candidates: number;
  matches: number;
  /** Numbers that no loaded register covers. */
  not_loaded: string[];
}

/** Runs every model over one offer. Pure: the same offer, register and day give the same lines. */
export function detectOffer(offer: Offer, context: DetectContext): OfferResult {
  const result: OfferResult = { leads: [], screened: [], held: [], candidates: 0, matches: 0, not_loaded: [] };
  for (const model of MODELS) {
    const detection = model.detect(offer, context);
    result.candidates += detection.candidates;
    result.not_loaded.push(...detection.not_loaded);
    for (const finding of detection.findings) {
      result.matches += finding.matches.length;
      if (finding.output === 'none') continue;
      const line = lineOf(finding, offer, model);
      if (finding.output === 'lead') result.leads.push(line as Lead);
      else if (finding.output === 'screened') result.screened.push({ ...line, screened_by: finding.screened_by! });
      else result.held.push({ ...line, held_for: finding.held_for! });
    }
  }
  return result;
}

function lineOf(finding: Finding, offer: Offer, model: Model<RegisterIndex>): Line {
  const matches = [...finding.matches].sort(bySeverity);
  const worst = matches[0]!;
  const { right, claimed_number } = finding;
  return {
    lead_id: leadId(right, claimed_number, worst, offer),
    right: right === null ? null : { kind: right.kind, number: right.number, name: right.name, owner: right.owner },
    claimed_number,
    trader: traderOf(offer),
    strength: worst.strength,
    score: worst.score,
    reason: worst.reason,
    offers: [offerRef(offer)],
    matches,
    release: { [model.name]: model.release },
  };
}

/**
 * Id of a lead: the first 16 hex digits of SHA-256 over the right (or the claimed number) and the trader, nothing else,
 * so that a new offer of the same trader never makes a new lead. Where words claim a patent without a number, the claim itself stands for it.
 */
const leadId = (right: Right | null, claimed: string | null, worst: Match, offer: Offer): string => {
  const about =
    right !== null ? `right\n${right.office}\n${right.kind}\n${right.number}` : claimed !== null ? `number\n${claimed}` : `claim\n${worst.model}`;
  return createHash('sha256')
    .update(`${about}\n\n${traderKey(offer)}`)
    .digest('hex')
    .slice(0, 16);
};

/**
 * Folds lines of one lead_id into one lead. Order-free: the offers may have come in any order, on any thread.
 * Offers by platform and item, matches by day, item and severity; the lead speaks with its gravest match.
 */
export function mergeLead(lines: readonly Lead[]): Lead {
  const [first] = lines;
  if (first === undefined) throw new Error('a lead has at least one line');
  const matches = distinct(lines.flatMap((line) => line.matches)).sort(
    ([a, aText], [b, bText]) =>
      compare(a.acted_on ?? '', b.acted_on ?? '') || compare(a.item_id, b.item_id) || bySeverity(a, b) || compare(aText, bText),
  );
  const [worst] = matches.reduce((gravest, one) => ((bySeverity(gravest[0], one[0]) || compare(gravest[1], one[1])) > 0 ? one : gravest));
  const traders = distinct(lines.map((line) => line.trader))
    .sort(([, aText], [, bText]) => compare(aText, bText))
    .map(([trader]) => trader);
  const release: Partial<Record<ModelName, string>> = Object.assign({}, ...lines.map((line) => line.release));
  return {
    lead_id: first.lead_id,
    right: first.right,
    claimed_number: first.claimed_number,
    trader: mergeTrader(traders),
    strength: worst.strength!,
    score: worst.score,
    reason: worst.reason,
    offers: mergeOffers(lines.flatMap((line) => line.offers)),
    matches: matches.map(([match]) => match),
    release,
  };
}

const mergeTrader = (traders: readonly Trader[]): Trader => {
  const known = (field: keyof Trader) => traders.map((trader) => trader[field]).find((value) => value !== null) ?? null;
  return { platform: known('platform'), shop: known('shop'), seller: known('seller'), code: known('code') };
};

/** Each value once, with its JSON text: sorting compares the texts many times. */
const distinct = <T>(values: readonly T[]): [value: T, text: string][] => {
  const byText = new Map<string, T>();
  for (const value of values) byText.set(JSON.stringify(value), value);
  return [...byText].map(([text, value]) => [value, text]);
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
