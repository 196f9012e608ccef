/** Which pairs of characters look alike, at what cost, and which small groups they form. */
import { buildOf, coarse, correlation, picture } from './measure-likeness.ts';
import { draw, openFont } from './render-glyphs.ts';

export interface Pair {
  a: string;
  b: string;
  /** 0.10 (hardly told apart) .. 0.45 (alike at a glance). */
  cost: number;
}

const [LEAST, MOST] = [0.1, 0.45];
/** Likeness below which a pair is no longer confused: read off samples of every twentieth part of the scale. */
const [NEAR, EQUAL] = [0.72, 0.95];
const KEPT = 8;
const STRONG = 0.2;

/**
 * All pairs of the given characters whose likeness is at least NEAR, and the pairs by hand; at most eight a character.
 * Likeness = picture + 0.2 (build - 0.35) + 0.05 where somebody else's list names the pair.
 */
export function findPairs(characters: string[], font: string, decompositions: string, named: Set<string>, byHand: Map<string, number>): Pair[] {
  const drawn = openFont(font);
  const pictures = characters.flatMap((c) => {
    const grey = draw(drawn, c.codePointAt(0) ?? 0);
    if (!grey) return [];
    const fine = picture(grey);
    return [{ c, fine, small: coarse(fine) }];
  });
  const build = buildOf(decompositions);
  const costs = new Map(byHand);
  pictures.forEach((p, i) => {
    for (let j = i + 1; j < pictures.length; j++) {
      const q = pictures[j] as typeof p;
      // the coarse look is never more than .1 below the fine one in the pairs that count
      if (correlation(p.small, q.small) < NEAR - 0.25) continue;
      const seen = correlation(p.fine, q.fine);
      if (seen < NEAR - 0.18) continue;
      const likeness = seen + 0.2 * (build(p.c, q.c) - 0.35) + (named.has(p.c + q.c) ? 0.05 : 0);
      if (likeness < NEAR) continue;
      const key = [p.c, q.c].sort().join('');
      costs.set(key, Math.min(costs.get(key) ?? 1, costOf(likeness)));
    }
  });
  const pairs = [...costs].map(([key, cost]) => ({ a: [...key][0] as string, b: [...key][1] as string, cost }));
  pairs.sort((p, q) => p.cost - q.cost || (p.a + p.b < q.a + q.b ? -1 : 1));
  return nearest(pairs, byHand);
}

function costOf(likeness: number): number {
  const share = Math.min(1, (likeness - NEAR) / (EQUAL - NEAR));
  return Math.round((MOST - share * (MOST - LEAST)) * 100) / 100;
}

/** The cheapest first, while both characters have room; pairs by hand always have room. */
function nearest(pairs: Pair[], byHand: Map<string, number>): Pair[] {
  const taken = new Map<string, number>();
  const hand = (p: Pair) => byHand.has([p.a, p.b].sort().join(''));
  const kept: Pair[] = [];
  for (const pair of [...pairs.filter(hand), ...pairs.filter((p) => !hand(p))]) {
    const [a, b] = [taken.get(pair.a) ?? 0, taken.get(pair.b) ?? 0];
    if (!hand(pair) && (a >= KEPT || b >= KEPT)) continue;
    taken.set(pair.a, a + 1);
    taken.set(pair.b, b + 1);
    kept.push(pair);
  }
  return kept;
}

/** Groups of at most eight strongly alike characters, joined cheapest pair first: character -> the group's first member. */
export function groups(pairs: Pair[]): Map<string, string> {
  const members = new Map<string, string[]>();
  const of = (c: string) => members.get(c) ?? [c];
  for (const { a, b, cost } of [...pairs].sort((p, q) => p.cost - q.cost || (p.a + p.b < q.a + q.b ? -1 : 1))) {
    const [x, y] = [of(a), of(b)];
    if (cost > STRONG || x === y || x.length + y.length > KEPT) continue;
    const joined = [...x, ...y].sort();
    for (const c of joined) members.set(c, joined);
  }
  return new Map([...members].map(([c, group]) => [c, group[0] as string]));
}
