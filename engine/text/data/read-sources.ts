/** The tables of shared/data/lookalike-text, opened as the generator needs them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One property of a Unihan file: character -> value. The files are packed with bzip2, so the bzip2 command is needed. */
export function unihan(folder: string, file: string, property: string): Map<string, string> {
  const text = execFileSync('bzip2', ['-dc', `${folder}/unihan-15.0/Unihan_${file}.txt.bz2`], { maxBuffer: 1 << 28 }).toString('utf8');
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [code, name, value] = line.split('\t');
    if (name === property && code && value) values.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), value);
  }
  return values;
}

/** How often each character stands in the words of jieba's dictionary, weighted by the words' counts. */
export function characterCounts(dictionary: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    for (const c of word) counts.set(c, (counts.get(c) ?? 0) + Number(count));
  }
  return counts;
}

/** Groups of characters that others call alike: an image model's lists and a list made for spelling correction. */
export function namedAlike(folder: string): Set<string> {
  const pairs = new Set<string>();
  const add = (group: string[]) => {
    for (const a of group) for (const b of group) if (a !== b) pairs.add(a + b);
  };
  for (const line of readFileSync(`${folder}/ml-confusables/confusables.txt`, 'utf8').split('\n')) {
    const [from, list = ''] = line.split(':');
    for (const [, to] of list.matchAll(/'(.+?)'/g)) if (from && to) add([from, to]);
  }
  for (const line of readFileSync(`${folder}/pycorrector/same_stroke.txt`, 'utf8').split('\n')) {
    add(
      line
        .split(',')
        .map((c) => c.trim())
        .filter((c) => [...c].length === 1),
    );
  }
  for (const [from, value] of unihan(folder, 'Variants', 'kSpoofingVariant')) {
    for (const code of value.split(' ')) add([from, String.fromCodePoint(Number.parseInt(code.slice(2), 16))]);
  }
  return pairs;
}

/** The list by hand: pair -> cost; a pair that is named twice keeps the lower one. */
export function byHand(path: string): Map<string, number> {
  const costs = new Map<string, number>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [cost, ...pairs] = line.split(' ');
    if (line.startsWith('#')) continue;
    for (const pair of pairs) {
      const key = [...pair].sort().join('');
      costs.set(key, Math.min(costs.get(key) ?? 1, Number(cost)));
    }
  }
  return costs;
}
