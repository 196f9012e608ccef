// The world's own chance: seeded, so that the same files come out on every machine and in every year.

export interface Random {
  /** A whole number, 0 <= n < below. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** True once in so many times. */
  once(inSoMany: number): boolean;
  shuffle<T>(of: readonly T[]): T[];
}

/** xorshift32 (Marsaglia 2003): whole numbers only, so that no rounding of a machine can matter. */
export function seeded(seed: number): Random {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    once: (inSoMany) => below(inSoMany) === 0,
    shuffle: (of) => {
      const all = [...of];
      for (let i = all.length - 1; i > 0; i -= 1) {
        const j = below(i + 1);
        [all[i], all[j]] = [all[j]!, all[i]!];
      }
      return all;
    },
  };
}
