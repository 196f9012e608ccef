/**
 * How alike two Han characters look, 0..1: the picture first, the way they are built where the picture is shifted.
 *
 * Picture: correlation of the characters drawn in one font and slightly blurred. Of 76 known pairs (师/帅, 己/已 …) 70 reach
 * .5, of 60 frequent unrelated ones none but 猫/狗 does; a shared left or top part alone gives about .5.
 * Build: share of strokes in equal components at equal places of cjk-decomp; it sees 傅/博 and 宝/室, which drawing shifts.
 */
import { SIDE } from './render-glyphs.ts';

const BLUR = [0.06, 0.24, 0.4, 0.24, 0.06];

/** Blurs, centres and scales a drawing to length 1, so that the sum of products of two is their correlation. */
export function picture(grey: Float32Array): Float32Array {
  const pass = (from: Float32Array, step: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const along = step === 1 ? x : y;
        BLUR.forEach((weight, k) => {
          const at = along + k - 2;
          if (at >= 0 && at < SIDE) to[y * SIDE + x] = (to[y * SIDE + x] ?? 0) + weight * (from[y * SIDE + x + (k - 2) * step] ?? 0);
        });
      }
    }
    return to;
  };
  return unit(pass(pass(grey, 1), SIDE));
}

/** The same at a quarter of the points, for the first look at all pairs. */
export function coarse(fine: Float32Array): Float32Array {
  const side = SIDE / 2;
  const out = new Float32Array(side * side);
  fine.forEach((v, i) => {
    const at = (Math.floor(i / SIDE) >> 1) * side + ((i % SIDE) >> 1);
    out[at] = (out[at] ?? 0) + v;
  });
  return unit(out);
}

function unit(v: Float32Array): Float32Array {
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  const centred = v.map((x) => x - mean);
  const length = Math.sqrt(centred.reduce((a, b) => a + b * b, 0)) || 1;
  return centred.map((x) => x / length);
}

export function correlation(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

interface Part {
  how: string;
  of: string[];
}

/** Reads cjk-decomp.txt (`师:a(37207,帀)`) and returns the share of equal build, 0..1, of two characters. */
export function buildOf(decompositions: string): (a: string, b: string) => number {
  const parts = new Map<string, Part>();
  for (const line of decompositions.split('\n')) {
    const m = /^(.+?):([^(]*)\(([^)]*)\)/.exec(line);
    if (m?.[1] && m[2] !== undefined) parts.set(m[1], { how: m[2].replace(/[/].*/, ''), of: m[3] ? m[3].split(',') : [] });
  }
  const counted = new Map<string, number>();
  const strokes = (c: string, depth = 0): number => {
    const known = counted.get(c);
    if (known !== undefined) return known;
    const of = parts.get(c)?.of ?? [];
    const n = of.length === 0 || depth > 20 ? 1 : of.reduce((sum, part) => sum + strokes(part, depth + 1), 0);
    counted.set(c, n);
    return n;
  };
  const share = (a: string, b: string, depth: number): number => {
    if (a === b) return 1;
    const [p, q] = [parts.get(a), parts.get(b)];
    if (!p || !q || depth > 6 || p.of.length !== 2 || q.of.length !== 2 || p.how !== q.how) return 0;
    const total = strokes(a) + strokes(b);
    return p.of.reduce((sum, part, i) => {
      const other = q.of[i] as string;
      return sum + ((strokes(part) + strokes(other)) / total) * share(part, other, depth + 1);
    }, 0);
  };
  return (a, b) => share(a, b, 0);
}
