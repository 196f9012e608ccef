// The numbers of the trademark model. Weights and thresholds are fitted on case tables by `./zhijian fit` (fit.ts)
// and stored in release.json with their calibration; this file only applies them.
import release from './release.json' with { type: 'json' };
import type { Likeness } from './compare-signs.ts';

export const RELEASE = release.release;
export const NEAR_HIGH = release.near.t_high;
export const NEAR_LOW = release.near.t_low;

/** From here on a changed spelling is called the mark in another spelling, not a near sign. */
export const SPELLING = 0.97;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const round = (x: number): number => Math.round(x * 10_000) / 10_000;

/** Inputs of nearness, each 0..1: `replaced` where one character simply stands for another, `short` = 1/length, since a change weighs more in a short name. */
export const nearInputs = (likeness: Likeness) => ({
  shape: likeness.shape,
  sound: likeness.sound,
  first: likeness.first,
  word: likeness.word,
  replaced: likeness.variant === 'substitute' ? 1 : 0,
  short: 1 / likeness.length,
});

/** Probability, as fitted on near-pairs.csv, that the two signs are near by the rules of domain.md 3.2. 0..1. */
export const nearness = (likeness: Likeness): number => {
  const weights: Record<string, number> = release.near.weights;
  const inputs = Object.entries(nearInputs(likeness));
  return round(logistic(inputs.reduce((sum, [name, value]) => sum + weights[name]! * value, release.near.bias)));
};

export interface ClueInputs {
  /** 1 for the identical sign, else nearness. */
  mark: number;
  /** `value` of compareGoods; 0.5 where the goods are not known. */
  goods: number;
  /** Where the sign stands: brand field 1, a mention in the description 0.4. */
  place: number;
  /** 0 for an ordinary word of the language, else 1. */
  distinctive: number;
  /** 1 where the offer asserts genuineness beside the sign. */
  origin_claim: number;
}

/** Score of a clue, 0..1, for ordering what a person looks at first; and the share of each input in it. */
export const clueScore = (inputs: ClueInputs): { score: number; weights: Record<keyof ClueInputs, number> } => {
  const { bias, weights } = release.clue;
  const names = Object.keys(inputs) as (keyof ClueInputs)[];
  const sum = names.reduce((total, name) => total + weights[name] * inputs[name], bias);
  const all = names.reduce((total, name) => total + Math.abs(weights[name]), 0);
  return {
    score: round(logistic(sum)),
    weights: Object.fromEntries(names.map((name) => [name, round(weights[name] / all)])) as Record<keyof ClueInputs, number>,
  };
};
