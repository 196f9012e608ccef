// Recall: a changed spelling of a mark planted into a lawful real title whose goods the mark covers. Found = the engine makes it a lead.
import type { Offer } from '@zhijian/contract';
import { buildRegister, DEFAULT_STALE_DAYS, detectOffer, type RegisterIndex } from '@zhijian/engine';
import { type Mark, numberOf, rightsOf } from './marks.ts';
import { fits, planted, type Planting, readPlanting, scriptOf } from './planting.ts';
import { seeded } from './random.ts';
import { JUDGED_ON } from './scans.ts';
import type { Sources } from './sources.ts';
import { type Kind, KINDS } from './variants.ts';

export interface Recall {
  kind: string;
  script: Kind['script'];
  planted: number;
  in_brand_field: number;
  in_title: number;
  /** Planted in the title and screened or held instead. */
  title_set_aside: number;
  example: string;
}

/**
 * Recall by kind, over `wanted` real marks each, against the whole register. Every planted mark keeps one title in all kinds,
 * and its classes are those of that title's goods.
 */
export function measureRecall(sources: Sources, marks: readonly Mark[], wanted: number): Recall[] {
  const titles = readPlanting(sources);
  const random = seeded(57);
  const titleOf = new Map<number, Planting>();
  const fitted = marks.map((mark, place) => {
    const script = scriptOf(mark);
    if (script === null) return mark;
    const title = random.pick(titles[script]);
    titleOf.set(place, title);
    return { ...mark, classes: title.classes };
  });
  const register = buildRegister(rightsOf(fitted));
  return KINDS.map((kind, at) => plantAll(kind, seeded(1000 + at), fitted, titleOf, register, wanted));
}

function plantAll(
  kind: Kind,
  random: ReturnType<typeof seeded>,
  marks: readonly Mark[],
  titleOf: ReadonlyMap<number, Planting>,
  register: RegisterIndex,
  wanted: number,
): Recall {
  const recall: Recall = { kind: kind.name, script: kind.script, planted: 0, in_brand_field: 0, in_title: 0, title_set_aside: 0, example: '' };
  for (const place of random.shuffle([...titleOf.keys()])) {
    if (recall.planted === wanted) break;
    const { name } = marks[place]!;
    if (!fits(kind.script, name)) continue;
    const sign = kind.change(name, random);
    if (sign === null || (sign === name && kind.name !== 'exact')) continue;
    const title = titleOf.get(place)!;
    const [inBrand, inTitle] = planted(title, sign);
    const number = numberOf(place);
    const outcome = (offer: Offer) => {
      const { leads, screened, held } = detectOffer(offer, { register, judged_on: JUDGED_ON, stale_days: DEFAULT_STALE_DAYS });
      const ofMark = (lines: readonly { right: { number: string } | null }[]) => lines.some(({ right }) => right?.number === number);
      return ofMark(leads) ? 'lead' : ofMark(screened) || ofMark(held) ? 'set_aside' : 'none';
    };
    recall.planted += 1;
    if (outcome(inBrand) === 'lead') recall.in_brand_field += 1;
    const said = outcome(inTitle);
    if (said === 'lead') recall.in_title += 1;
    else if (said === 'set_aside') recall.title_set_aside += 1;
    if (recall.example === '') recall.example = `${name} → ${sign}`;
  }
  return recall;
}
