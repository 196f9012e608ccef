// The three ways to look for marks in offers, each built once and then asked offer by offer; all answer with the number of hits.
import { AhoCorasick } from '@monyone/aho-corasick';
import type { Offer } from '@zhijian/contract';
import { buildIndex, DEFAULT_STALE_DAYS, detectOffer, type IndexData, RegisterIndex } from '@zhijian/engine';
import { distance } from 'fastest-levenshtein';
import { type Mark, rightsOf } from './marks.ts';

export const SCANS = ['engine', 'aho-corasick', 'edit-distance'] as const;
export type ScanName = (typeof SCANS)[number];

export interface Scan {
  /** Leads of the engine, hits of the plain scans. */
  find(offer: Offer): number;
  /** Bytes of the index in shared memory; null where it is a tree of objects. */
  indexBytes: number | null;
}

export const JUDGED_ON = '2026-11-24';

export const buildScan = (name: ScanName, marks: readonly Mark[]): Scan =>
  name === 'engine' ? engine(marks) : name === 'aho-corasick' ? exact(marks) : nearby(marks);

/** The whole of detectOffer: candidates, comparison, goods, defences, law, lines. */
function engine(marks: readonly Mark[]): Scan {
  const data = buildIndex(rightsOf(marks), []);
  const context = { register: new RegisterIndex(data), judged_on: JUDGED_ON, stale_days: DEFAULT_STALE_DAYS };
  return { find: (offer) => detectOffer(offer, context).leads.length, indexBytes: bytesOf(data) };
}

export const bytesOf = (data: IndexData): number => {
  const buffers = [data.names, data.numbers].flatMap(({ starts, hashes, entries }) => [starts, hashes, entries]);
  return [...buffers, data.signRight, data.signFlags, data.signStart, data.signCodes, data.rightStart, data.rightJson].reduce(
    (sum, array) => sum + array.byteLength,
    0,
  );
};

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const textsOf = ({ brand, title, shop, description }: Offer) => [brand, title, shop, description].filter((text) => text !== null).map(plain);

/** The identical name anywhere, also inside a word: the least that any search does. */
function exact(marks: readonly Mark[]): Scan {
  const tree = new AhoCorasick([...new Set(marks.map(({ name }) => plain(name)))]);
  return { find: (offer) => textsOf(offer).reduce((hits, text) => hits + tree.matchInText(text).length, 0), indexBytes: null };
}

const MOST_WORDS = 5;
const MOST_CHARACTERS = 8;

/** Every name against every window of words (of characters in Chinese), one edit allowed. */
function nearby(marks: readonly Mark[]): Scan {
  const names = [...new Set(marks.map(({ name }) => plain(name)))];
  const find = (offer: Offer): number => {
    let hits = 0;
    for (const text of textsOf(offer)) for (const window of windowsOf(text)) for (const name of names) if (distance(name, window) <= 1) hits += 1;
    return hits;
  };
  return { find, indexBytes: null };
}

function windowsOf(text: string): string[] {
  const windows = new Set<string>();
  const words = text.match(/[^\s\p{Script=Han}]+/gu) ?? [];
  for (let s = 0; s < words.length; s += 1)
    for (let e = s + 1; e <= Math.min(words.length, s + MOST_WORDS); e += 1) windows.add(words.slice(s, e).join(' '));
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let s = 0; s < run.length - 1; s += 1)
      for (let e = s + 2; e <= Math.min(run.length, s + MOST_CHARACTERS); e += 1) windows.add(run.slice(s, e));
  return [...windows];
}
