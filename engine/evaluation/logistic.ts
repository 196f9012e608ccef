// Logistic regression, small and exact: a few inputs, a few hundred cases. Newton's method with a ridge so that it always has an answer.
// Deterministic: no sampling, a fixed number of steps.

const RIDGE = 0.05;
const STEPS = 50;

export interface Fitted {
  bias: number;
  weights: number[];
}

/**
 * Fits P(label = 1). `inputs`: one row of equal length a case; `labels`: 0 or 1. The bias is not penalised.
 * `positive`: an input that would lower the chance is left out (weight 0), for inputs that are grounds and can never speak against themselves.
 */
export function fitLogistic(inputs: readonly (readonly number[])[], labels: readonly number[], positive = false): Fitted {
  const fitted = newton(inputs, labels);
  if (!positive) return fitted;
  const wrong = fitted.weights.indexOf(Math.min(...fitted.weights));
  if (fitted.weights[wrong]! >= 0) return fitted;
  const rest = fitLogistic(
    inputs.map((row) => row.toSpliced(wrong, 1)),
    labels,
    true,
  );
  return { bias: rest.bias, weights: rest.weights.toSpliced(wrong, 0, 0) };
}

function newton(inputs: readonly (readonly number[])[], labels: readonly number[]): Fitted {
  const size = (inputs[0]?.length ?? 0) + 1;
  const theta = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    inputs.forEach((row, i) => {
      const x = [1, ...row];
      const p = sigmoid(dot(theta, x));
      for (let a = 0; a < size; a += 1) {
        gradient[a]! += (p - labels[i]!) * x[a]!;
        for (let b = 0; b < size; b += 1) hessian[a]![b]! += p * (1 - p) * x[a]! * x[b]!;
      }
    });
    for (let a = 0; a < size; a += 1) {
      if (a > 0) gradient[a]! += RIDGE * theta[a]!;
      hessian[a]![a]! += a > 0 ? RIDGE : 1e-9;
    }
    const move = solve(hessian, gradient);
    for (let a = 0; a < size; a += 1) theta[a]! -= move[a]!;
  }
  return { bias: theta[0]!, weights: theta.slice(1) };
}

export const predict = ({ bias, weights }: Fitted, row: readonly number[]): number => sigmoid(bias + dot(weights, row));

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Gauss elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < n; c += 1) {
    let pivot = c;
    for (let r = c + 1; r < n; r += 1) if (Math.abs(m[r]![c]!) > Math.abs(m[pivot]![c]!)) pivot = r;
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    for (let r = 0; r < n; r += 1) {
      if (r === c) continue;
      const factor = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= n; k += 1) m[r]![k]! -= factor * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

/** Out-of-fold predictions: every case is judged by a fit that has not seen it. Folds by position, so the order of the table decides. */
export function crossPredict(inputs: readonly (readonly number[])[], labels: readonly number[], folds: number, positive = false): number[] {
  const predicted = new Array<number>(inputs.length).fill(0);
  for (let fold = 0; fold < folds; fold += 1) {
    const train = inputs.map((_, i) => i).filter((i) => i % folds !== fold);
    const fitted = fitLogistic(
      train.map((i) => inputs[i]!),
      train.map((i) => labels[i]!),
      positive,
    );
    inputs.forEach((row, i) => {
      if (i % folds === fold) predicted[i] = predict(fitted, row);
    });
  }
  return predicted;
}

export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Mean of the predictions in the bin. */
  predicted: number;
  /** Share of label 1 in the bin. */
  observed: number;
}

export function calibrate(predicted: readonly number[], labels: readonly number[], bins: number): CalibrationBin[] {
  const out: CalibrationBin[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const from = bin / bins;
    const to = (bin + 1) / bins;
    const inside = predicted.map((p, i) => ({ p, label: labels[i]! })).filter(({ p }) => p >= from && (p < to || bin === bins - 1));
    const mean = (pick: (one: { p: number; label: number }) => number) =>
      inside.length === 0 ? 0 : round(inside.reduce((sum, one) => sum + pick(one), 0) / inside.length);
    out.push({ from, to, count: inside.length, predicted: mean((one) => one.p), observed: mean((one) => one.label) });
  }
  return out;
}

export const round = (x: number): number => Math.round(x * 10_000) / 10_000;
