/** The words of trade with their Nice classes, and how near two classes are: read once at load from data/*.csv. */
import { readFileSync } from 'node:fs';

export type GoodsRole = 'thing' | 'dependent' | 'companion';

/** One meaning of a word of trade. */
export interface GoodsRow {
  nice_class: number;
  group: string | null;
  role: GoodsRole;
  /** The kinds of host it belongs to; for a thing, the kinds it is. */
  hosts: string[];
  /** The kinds of host it is: what accessories can be made for. */
  kinds: string[];
}

export interface GoodsEntry {
  term: string;
  /** Main class first. Empty for a block: a phrase that is no goods and keeps the words inside it from matching. */
  rows: readonly GoodsRow[];
  /** Counts only where no other word names the goods. */
  hint: boolean;
}

/** A spelling of an entry, as UTF-16 units of normalised text; a space stands for any run of spaces, slashes or a joining hyphen. */
export interface Spelling {
  units: Uint16Array;
  entry: GoodsEntry;
}

const isHanUnit = (unit: number) => unit >= 0x3400 && unit <= 0x9fff;
const isLatinUnit = (u: number) => (u >= 0x61 && u <= 0x7a) || (u >= 0x30 && u <= 0x39) || (u >= 0xc0 && u <= 0x52f);
/** Words in Latin letters are keyed by the whole first word (by three letters a bucket held up to 190), Chinese ones by two units. A collision costs one comparison. */
export const keyAt = (units: Uint16Array, at: number): number => {
  if (!isLatinUnit(units[at]!)) return ((Math.imul(units[at]!, 0x9e37) ^ units[at + 1]!) & 0x1fffffff) | 0x20000000;
  let hash = 0;
  for (let i = at; isLatinUnit(units[i]!); i++) hash = (Math.imul(hash, 31) + units[i]!) & 0x1fffffff;
  return hash;
};
const entries = new Map<string, GoodsEntry>();
const buckets = new Map<number, Spelling[]>();
const singles = new Map<number, Spelling>();
const kinships = new Map<number, number>();

function dataLines(file: string): string[] {
  const lines = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1);
}

/** English plurals of the last word; Chinese has none. */
function spellings(term: string): string[] {
  const last = term.at(-1) ?? '';
  if (last < 'a' || last > 'z') return [term];
  if (/(?:s|x|z|ch|sh)$/.test(term)) return [term, `${term}es`];
  if (/[^aeiou]y$/.test(term)) return [term, `${term.slice(0, -1)}ies`];
  if (/(?:[^f]fe|[lrae]f)$/.test(term)) return [term, `${term}s`, `${term.replace(/fe?$/, '')}ves`];
  return [term, `${term}s`, ...(last === 'o' ? [`${term}es`] : [])];
}

function addSpelling(text: string, entry: GoodsEntry): void {
  const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
  const spelling = { units, entry };
  if (units.length === 1) {
    singles.set(units[0]!, spelling);
    return;
  }
  const key = keyAt(units, 0);
  const bucket = buckets.get(key);
  if (bucket) bucket.push(spelling);
  else buckets.set(key, [spelling]);
}

for (const line of dataLines('goods-terms.csv')) {
  const [written = '', , niceClass = '', group = '', role = '', host = '', kind = ''] = line.split(',');
  const term = written.replaceAll('-', ' ');
  const rows: GoodsRow[] =
    role === 'block'
      ? []
      : [
          {
            nice_class: Number(niceClass),
            group: group || null,
            role: role === 'hint' ? 'thing' : (role as GoodsRole),
            hosts: host ? host.split(' ') : [],
            kinds: (role === 'thing' ? host : kind).split(' ').filter(Boolean),
          },
        ];
  const known = entries.get(term);
  if (known) {
    entries.set(term, Object.assign(known, { rows: [...known.rows, ...rows] }));
    continue;
  }
  const entry: GoodsEntry = { term, rows, hint: role === 'hint' };
  entries.set(term, entry);
}
// a term's own spelling wins over another term's plural ("glass" + es against "glasses")
for (const entry of entries.values()) addSpelling(entry.term, entry);
for (const entry of entries.values()) {
  for (const plural of spellings(entry.term).slice(1)) if (!entries.has(plural)) addSpelling(plural, entry);
}
for (const bucket of buckets.values()) bucket.sort((a, b) => b.units.length - a.units.length);

for (const line of dataLines('class-kinship.csv')) {
  const [a, b, value] = line.split(',').map(Number);
  kinships.set(a! * 10000 + b!, value!);
  kinships.set(b! * 10000 + a!, value!);
}

/** Spellings that may begin at `at`, the longest first. */
export const spellingsAt = (units: Uint16Array, at: number): readonly Spelling[] | undefined => buckets.get(keyAt(units, at));

/** The entry of one Chinese character (鞋, 茶); it counts only at the end of a run of Chinese characters. */
export const singleAt = (unit: number): Spelling | undefined => (isHanUnit(unit) ? singles.get(unit) : undefined);

/** The entry written exactly so (lower case, spaces for hyphens), or undefined. */
export const entryOf = (term: string): GoodsEntry | undefined => entries.get(term);

/** How near two different classes, or two similar groups, are in trade, 0..1; 0 where the table has no pair. Own judgement after domain.md 1.5. */
export const kinshipOf = (a: number, b: number): number => kinships.get(a * 10000 + b) ?? 0;

/** Every entry, in the order of the file. */
export const allEntries = (): IterableIterator<GoodsEntry> => entries.values();
