// The bench's own chance: seeded, so that every run measures the same names, titles and variants.

export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, 0 <= n < below. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(of: readonly T[]): T[];
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for choosing samples. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)]!,
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
