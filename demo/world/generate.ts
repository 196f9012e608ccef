// Makes the files of the demo world beside this one: `node demo/world/generate.ts`. The same bytes on every machine and in every year.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csv } from './csv.ts';
import { expectedCsv } from './expected.ts';
import { lawfulOffers } from './lawful/index.ts';
import { LICENCE_HEADINGS, LICENCES } from './licences.ts';
import { MARK } from './marks.ts';
import { OFFER_HEADINGS, rowOf, type WorldOffer } from './offer.ts';
import { PATENT } from './patents.ts';
import { seeded } from './random.ts';
import { readme } from './readme.ts';
import { RIGHT_HEADINGS, rowsOf, type WorldRight } from './register.ts';
import { SHOP } from './shops.ts';
import { ENDED } from './stories/ended.ts';
import { GENUINE } from './stories/genuine.ts';
import { LICENSED } from './stories/licences.ts';
import { LOOK_ALIKES } from './stories/look-alikes.ts';
import { NUMBERS } from './stories/numbers.ts';
import type { Planted } from './story.ts';

const SEED = 20_261_124;

export const STORIES: readonly Planted[] = [...ENDED, ...LICENSED, ...GENUINE, ...LOOK_ALIKES, ...NUMBERS];

/** The files of the world, by name. */
export const worldFiles = (): Record<string, string> => {
  const random = seeded(SEED);
  const rights: WorldRight[] = [...Object.values(MARK), ...Object.values(PATENT)];
  const all: { offer: WorldOffer; planted: Planted | null }[] = random.shuffle([
    ...STORIES.map((planted) => ({ offer: planted.offer, planted })),
    ...lawfulOffers(random).map((offer) => ({ offer, planted: null })),
  ]);
  // Ids run with the places, so that nothing in an id tells the planted ones.
  const placed = all.map((one, i) => ({ ...one, id: `D${100_001 + i}` }));
  const idOf = new Map(placed.map(({ planted, id }) => [planted, id]));
  return {
    'rights.csv': csv(RIGHT_HEADINGS, rights.flatMap(rowsOf)),
    'licences.csv': csv(LICENCE_HEADINGS, LICENCES),
    'offers.csv': csv(
      OFFER_HEADINGS,
      placed.map(({ offer, id }) => rowOf(offer, id)),
    ),
    'expected.csv': expectedCsv(STORIES.map((planted) => ({ ...planted, id: idOf.get(planted)! }))),
    'README.md': readme({
      rights: rights.length,
      licences: LICENCES.length,
      shops: Object.keys(SHOP).length,
      offers: placed.length,
      planted: STORIES.length,
    }),
  };
};

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) for (const [name, text] of Object.entries(worldFiles())) writeFileSync(join(dirname(here), name), text);
