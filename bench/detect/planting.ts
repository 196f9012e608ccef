// Changed spellings of marks put into lawful real titles whose goods the mark covers: what a counterfeiter would offer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Offer } from '@zhijian/contract';
import { parse } from 'csv-parse/sync';
import { type Mark, numberOf } from './marks.ts';
import { offerOf } from './offers.ts';
import { seeded } from './random.ts';
import type { Sources } from './sources.ts';
import { type Kind, KINDS } from './variants.ts';

export interface Planting {
  language: 'en' | 'zh';
  /** The words of the title that are its brand; '' where it has none, then the sign goes in front. */
  brand: string;
  title: string;
  classes: number[];
}

const SCRIPT = { han: /^[\u4e00-\u9fff]{2,6}$/, latin: /^[A-Za-z][A-Za-z0-9 .&'-]{3,19}$/ } as const;

/** The script in which a real mark can be planted; null where in none. */
export const scriptOf = ({ name, real }: Mark): Kind['script'] | null =>
  real ? ((['han', 'latin'] as const).find((one) => SCRIPT[one].test(name)) ?? null) : null;

/** Whether a name can be respelled in that script: Latin names need four letters. */
export const fits = (script: Kind['script'], name: string): boolean =>
  SCRIPT[script].test(name) && (script === 'han' || name.replace(/[^A-Za-z]/g, '').length >= 4);

/** The sign as the brand of goods whose title names none, and the sign in the title in place of its brand or before everything else. */
export function planted({ language, brand, title }: Planting, sign: string): [Offer, Offer] {
  const from = brand === '' ? 0 : title.indexOf(brand);
  const before = title.slice(0, from);
  const after = title.slice(from + brand.length);
  const space = brand === '' && language === 'en' ? ' ' : '';
  const fields = { platform: 'bench', item_id: 'planted', seller: '某某商行', language };
  return [offerOf({ ...fields, brand: sign, title: `${before}${after}`.trim() }), offerOf({ ...fields, title: `${before}${sign}${space}${after}` })];
}

export function readPlanting({ sample }: Sources): Record<Kind['script'], Planting[]> {
  const rows = parse(readFileSync(join(sample, 'planting.csv'), 'utf8'), { columns: true }) as Record<
    'language' | 'brand' | 'title' | 'classes',
    string
  >[];
  const all = rows.map(
    (row): Planting => ({
      language: row.language === 'zh' ? 'zh' : 'en',
      brand: row.brand,
      title: row.title,
      classes: row.classes.split(' ').map(Number),
    }),
  );
  return { han: all.filter(({ language }) => language === 'zh'), latin: all.filter(({ language }) => language === 'en') };
}

export interface PlantedOffer {
  offer: Offer;
  /** Of the right that it copies. */
  number: string;
}

/**
 * `wanted` offers that copy as many marks, all spellings in turn, in the brand field and in the title in turn, each by a seller of its own;
 * and the register in which the copied marks cover the goods of their titles.
 */
export function plantAmong(sources: Sources, marks: readonly Mark[], wanted: number): { marks: Mark[]; offers: PlantedOffer[] } {
  const titles = readPlanting(sources);
  const random = seeded(2_026);
  const fitted = [...marks];
  const offers: PlantedOffer[] = [];
  const places = random.shuffle([...marks.keys()].filter((place) => scriptOf(marks[place]!) !== null));
  for (const place of places) {
    if (offers.length === wanted) break;
    const { name } = marks[place]!;
    const kind = KINDS[offers.length % KINDS.length]!;
    const sign = fits(kind.script, name) ? kind.change(name, random) : null;
    if (sign === null || (sign === name && kind.name !== 'exact')) continue;
    const title = random.pick(titles[kind.script]);
    fitted[place] = { ...marks[place]!, classes: title.classes };
    const at = offers.length;
    const offer = planted(title, sign)[Math.floor(at / KINDS.length) % 2]!;
    offers.push({ offer: { ...offer, item_id: `planted-${at}`, seller: `某某商行${at}` }, number: numberOf(place) });
  }
  if (offers.length < wanted) throw new RangeError(`only ${offers.length} of ${wanted} marks can be planted`);
  return { marks: fitted, offers };
}
