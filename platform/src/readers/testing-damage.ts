// For tests: chance that is the same on every machine, and files damaged by it.

/** Mulberry32: whole numbers of 32 bits, the same for the same seed. */
const bits = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
};

/** Whole numbers from 0 to below `most`. */
export const numbers = (seed: number): ((most: number) => number) => {
  const next = bits(seed);
  return (most) => next() % most;
};

/** Numbers from 0 to below 1. */
export const fractions = (seed: number): (() => number) => {
  const next = bits(seed);
  return () => next() / 2 ** 32;
};

/** One to three damages: bytes taken out, doubled or changed, or one of `pieces` put in. */
export const mutated = (bytes: Buffer, pieces: readonly Buffer[], next: () => number): Buffer => {
  let result = bytes;
  for (let count = 1 + Math.floor(next() * 3); count > 0; count--) {
    const at = Math.floor(next() * result.length);
    const length = Math.floor(next() ** 4 * 2000);
    const [before, after] = [result.subarray(0, at), result.subarray(at + length)];
    const way = next();
    if (way < 0.3) result = Buffer.concat([before, after]);
    else if (way < 0.6) result = Buffer.concat([before, pieces[Math.floor(next() * pieces.length)]!, result.subarray(at)]);
    else if (way < 0.8) result = Buffer.concat([before, result.subarray(at, at + length), result.subarray(at, at + length), after]);
    else {
      result = Buffer.from(result);
      for (let i = at; i < Math.min(at + 4, result.length); i++) result[i] = Math.floor(next() * 256);
    }
  }
  return result;
};
