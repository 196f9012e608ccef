// Fits the numbers of release.json on case tables. Run by `./zhijian fit`; the same tables always give the same numbers.
// 1 nearness: near-pairs.csv (labelled by the rules of domain.md 3.2). 2 clue: cases/trademark (leads against accidental and descriptive uses).
// Of tm-pairs.csv the rows that an office or a court decided are fitted on too; its MARKET_LOOKALIKE rows carry no finding and are only measured, as recall.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { attachLicences, foldRights, statusOn } from '../../rights/index.ts';
import { calibrate, type CalibrationBin, crossPredict, fitLogistic, predict, round } from '../../evaluation/logistic.ts';
import { licenceOf, offerOf, rightOf } from '../../evaluation/case-records.ts';
import { readCases } from '../../evaluation/read-cases.ts';
import { buildRegister } from '../../index/register-index.ts';
import { foldedText, HAN, unitsOf } from '../../text/units.ts';
import { compareHan, compareLatin, type Likeness } from './compare-signs.ts';
import { clueInputs } from './assess.ts';
import { weighOffer } from './index.ts';
import { weighNominative } from './nominative.ts';
import { nearInputs } from './score.ts';

const cases = (name: string) => readCases(fileURLToPath(new URL(`../../evaluation/cases/${name}`, import.meta.url)));

/** Where the fitted numbers are kept. */
export const TRADEMARK_RELEASE_FILE = fileURLToPath(new URL('./release.json', import.meta.url));

const DECIDED: Record<string, number> = { SIMILAR: 1, NOT_SIMILAR: 0 };

const FOLDS = 5;
const BINS = 5;
/** A near sign is called near from here on: more likely than not, and 19 in 20 of those called out of fold must be right. */
const WANTED_PRECISION = 0.95;
const EVEN_CHANCE = 0.5;
/** Below this nothing is said: hardly a near pair may lie there. */
const WANTED_RECALL = 0.99;

/** Likeness of two names as written; 'same' when they fold to one, null when more than one edit apart. */
export function likenessOf(mark: string, sign: string): Likeness | 'same' | null {
  const [a, b] = [mark, sign].map((text) => unitsOf(text));
  const x = foldedText(a!, 0, a!.length);
  const y = foldedText(b!, 0, b!.length);
  if (x === y) return 'same';
  if (x === '' || y === '') return null;
  return a!.kind.subarray(0, a!.length).includes(HAN) ? compareHan(x, y) : compareLatin(x, y);
}

const nearRow = (likeness: Likeness) => Object.values(nearInputs(likeness));

export interface FitReport {
  release: Record<string, unknown>;
  near: {
    cases: number;
    threshold: number;
    same: number;
    beyond_one_edit: { near: number; not_near: number };
    precision: number;
    recall: number;
    calibration: CalibrationBin[];
  };
  clue: { cases: number; calibration: CalibrationBin[]; auc: number };
  by_outcome: { outcome: string; pairs: number; same_or_near: number }[];
}

export function fitTrademark(): FitReport {
  const decided = cases('tm-pairs.csv').filter((row) => row.outcome! in DECIDED);
  const pairs = [
    ...cases('near-pairs.csv').map((row) => ({ label: Number(row.near), likeness: likenessOf(row.mark!, row.sign!) })),
    ...decided.map((row) => ({ label: DECIDED[row.outcome!]!, likeness: likenessOf(row.genuine!, row.lookalike!) })),
  ];
  const measured = pairs.filter((pair): pair is { label: number; likeness: Likeness } => pair.likeness !== null && pair.likeness !== 'same');
  const inputs = measured.map((pair) => nearRow(pair.likeness));
  const labels = measured.map((pair) => pair.label);
  const near = fitLogistic(inputs, labels);
  const outOfFold = crossPredict(inputs, labels, FOLDS);
  const t_high = Math.max(
    EVEN_CHANCE,
    threshold(outOfFold, labels, (at) => at.precision >= WANTED_PRECISION, 'lowest'),
  );
  const t_low = Math.min(
    t_high,
    threshold(outOfFold, labels, (at) => at.recall >= WANTED_RECALL, 'highest'),
  );
  const at = rates(outOfFold, labels, t_high);

  const clueCases = clueRows((likeness) => round(predict(near, nearRow(likeness))));
  const clue = fitLogistic(
    clueCases.map((one) => one.row),
    clueCases.map((one) => one.label),
    true,
  );
  const cluePredicted = crossPredict(
    clueCases.map((one) => one.row),
    clueCases.map((one) => one.label),
    FOLDS,
    true,
  );
  const names = ['mark', 'goods', 'place', 'distinctive', 'origin_claim'] as const;
  const numbers = {
    near: { bias: round(near.bias), weights: named(Object.keys(nearInputs(measured[0]!.likeness)), near.weights), t_high, t_low },
    clue: { bias: round(clue.bias), weights: named(names, clue.weights) },
    calibration: {
      near: calibrate(outOfFold, labels, BINS),
      clue: calibrate(
        cluePredicted,
        clueCases.map((one) => one.label),
        BINS,
      ),
    },
  };
  const release = `trademark-1.${createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 8)}`;
  const beyond = pairs.filter((pair) => pair.likeness === null);
  return {
    release: { release, fitted_on: ['near-pairs.csv', 'tm-pairs.csv (decided rows)', 'trademark/cases.csv'], ...numbers },
    near: {
      cases: pairs.length,
      threshold: t_high,
      same: pairs.filter((pair) => pair.likeness === 'same').length,
      beyond_one_edit: { near: beyond.filter((pair) => pair.label === 1).length, not_near: beyond.filter((pair) => pair.label === 0).length },
      precision: round(at.precision),
      recall: round(at.recall),
      calibration: numbers.calibration.near,
    },
    clue: {
      cases: clueCases.length,
      calibration: numbers.calibration.clue,
      auc: auc(
        cluePredicted,
        clueCases.map((one) => one.label),
      ),
    },
    by_outcome: byOutcome((likeness) => predict(near, nearRow(likeness)) >= t_high),
  };
}

const named = (names: readonly string[], weights: readonly number[]) => Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));

/** Inputs of the clue score for cases where the sign was found and no defence decided: a lead, or nothing to say. */
function clueRows(nearness: (likeness: Likeness) => number): { row: number[]; label: number }[] {
  const rights = foldRights(cases('trademark/rights.csv').map(rightOf));
  attachLicences(rights, cases('trademark/licences.csv').map(licenceOf));
  const register = buildRegister(rights);
  const rows: { row: number[]; label: number }[] = [];
  for (const one of cases('trademark/cases.csv')) {
    // What the register or the border decides says nothing of the sign.
    const right = rights.find((candidate) => candidate.number === one.right);
    if (right === undefined || one.market === 'US' || statusOn(right, one.captured_at || '2026-11-24', '2027-01-01').state !== 'in_force') continue;
    if (one.output !== 'lead' && one.output !== 'none' && one.by !== 'N1' && one.by !== 'meaning_differs') continue;
    for (const { number, assessment } of weighOffer(offerOf(one), register)) {
      if (number !== one.right) continue;
      const { use, context } = assessment;
      const { goods, place, distinctive, origin_claim } = clueInputs(assessment, weighNominative(use, [use], context));
      // The nearness just fitted, not the stored one, so that one run settles both.
      const mark = use.identical || use.part ? assessment.mark : nearness(use.likeness);
      rows.push({ row: [mark, goods, place, distinctive, origin_claim], label: one.output === 'lead' ? 1 : 0 });
    }
  }
  return rows;
}

const rates = (predicted: readonly number[], labels: readonly number[], at: number) => {
  const called = predicted.map((p, i) => ({ p, label: labels[i]! })).filter(({ p }) => p >= at);
  const right = called.filter(({ label }) => label === 1).length;
  const all = labels.filter((label) => label === 1).length;
  return { precision: called.length === 0 ? 1 : right / called.length, recall: all === 0 ? 1 : right / all };
};

const threshold = (
  predicted: readonly number[],
  labels: readonly number[],
  holds: (at: { precision: number; recall: number }) => boolean,
  which: 'lowest' | 'highest',
): number => {
  const steps = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const good = steps.filter((step) => holds(rates(predicted, labels, step)));
  return (which === 'lowest' ? good[0] : good.at(-1)) ?? 0.5;
};

/** Chance that a case labelled 1 is scored above one labelled 0. */
const auc = (predicted: readonly number[], labels: readonly number[]): number => {
  let wins = 0;
  let pairs = 0;
  predicted.forEach((p, i) =>
    predicted.forEach((q, j) => {
      if (labels[i] !== 1 || labels[j] !== 0) return;
      pairs += 1;
      wins += p > q ? 1 : p === q ? 0.5 : 0;
    }),
  );
  return pairs === 0 ? 1 : round(wins / pairs);
};

function byOutcome(isNear: (likeness: Likeness) => boolean): FitReport['by_outcome'] {
  const found = new Map<string, { pairs: number; same_or_near: number }>();
  for (const row of cases('tm-pairs.csv')) {
    const counts = found.get(row.outcome!) ?? { pairs: 0, same_or_near: 0 };
    const likeness = likenessOf(row.genuine!, row.lookalike!);
    counts.pairs += 1;
    if (likeness === 'same' || (likeness !== null && isNear(likeness))) counts.same_or_near += 1;
    found.set(row.outcome!, counts);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, counts]) => ({ outcome, ...counts }));
}
