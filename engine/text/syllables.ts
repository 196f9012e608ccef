/** Toneless pinyin syllables as numbers, how far two of them sound apart, and the coarse class that hearers mix up. */

const INITIALS = ['zh', 'ch', 'sh', 'b', 'p', 'm', 'f', 'd', 't', 'n', 'l', 'g', 'k', 'h', 'j', 'q', 'x', 'r', 'z', 'c', 's'];
/** Initials that many speakers merge (domain 3.2): the second stands for both. */
const SOFT_INITIAL: Record<string, string> = { zh: 'z', ch: 'c', sh: 's', n: 'l', h: 'f' };
/** Share of the initial's or the final's weight that a merged pair still costs. */
const MERGED = 0.2;
const INITIAL_WEIGHT = 0.4;
const FINAL_WEIGHT = 0.5;

interface Parts {
  initial: string;
  final: string;
  softInitial: string;
  softFinal: string;
}

/** `yu` and `ju` hold the vowel of `lü`; the i of `zi`, `zhi` is another than that of `li`; `wei` and `dui` end alike. */
function partsOf(syllable: string): Parts {
  const initial = INITIALS.find((i) => syllable.startsWith(i) && syllable.length > i.length) ?? '';
  let final = syllable.slice(initial.length);
  if (initial === '' && /^[yw]/.test(final)) {
    final = final
      .replace(/^yu/, 'v')
      .replace(/^yi?(?=i|n)/, 'i')
      .replace(/^y(?!i)/, 'i')
      .replace(/^yi/, 'i')
      .replace(/^wu/, 'u')
      .replace(/^w/, 'u');
  }
  if (/^[jqx]$/.test(initial)) final = final.replace(/^u/, 'v');
  if (/^(zh|ch|sh|r|z|c|s)$/.test(initial) && final === 'i') final = 'ih';
  final = final.replace(/^iou$/, 'iu').replace(/^uei$/, 'ui').replace(/^uen$/, 'un');
  // in/ing, en/eng, an/ang and the same with a glide; ong has no counterpart
  const softFinal = /[aei]ng$/.test(final) ? final.slice(0, -1) : final;
  return { initial, final, softInitial: SOFT_INITIAL[initial] ?? initial, softFinal };
}

function distance(a: Parts, b: Parts): number {
  const initial = a.initial === b.initial ? 0 : a.softInitial === b.softInitial ? MERGED : 1;
  const final = a.final === b.final ? 0 : a.softFinal === b.softFinal ? MERGED : 1;
  return initial === 1 && final === 1 ? 1 : initial * INITIAL_WEIGHT + final * FINAL_WEIGHT;
}

export interface Sounds {
  /** Syllable -> its number from 1; 0 stands for no reading. */
  id: (syllable: string) => number;
  /** Number of the coarse class of a syllable's number, from 1; 0 for 0. */
  soft: Uint16Array;
  /** distances[a * count + b] in hundredths. */
  distances: Uint8Array;
  count: number;
}

/** Numbers the syllables in alphabetical order, so that the numbers are the same on every run. */
export function numberSyllables(found: Iterable<string>): Sounds {
  const list = [...new Set(found)].sort();
  const ids = new Map(list.map((syllable, i) => [syllable, i + 1]));
  const parts = list.map(partsOf);
  const count = list.length + 1;
  const distances = new Uint8Array(count * count).fill(100);
  parts.forEach((a, i) => {
    parts.forEach((b, j) => {
      distances[(i + 1) * count + j + 1] = Math.round(distance(a, b) * 100);
    });
  });
  const classes = new Map<string, number>();
  const soft = new Uint16Array(count);
  parts.forEach(({ softInitial, softFinal }, i) => {
    const key = `${softInitial}-${softFinal}`;
    if (!classes.has(key)) classes.set(key, classes.size + 1);
    soft[i + 1] = classes.get(key) ?? 0;
  });
  return { id: (syllable) => ids.get(syllable) ?? 0, soft, distances, count };
}
