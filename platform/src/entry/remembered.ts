// What a body's people told of headings before, for a command that reads only.
import { existsSync } from 'node:fs';
import { ZhijianError } from '@zhijian/contract';
import { type Mapped, mappingsOf } from '../imports/index.ts';
import { asBody, databaseIsAway, hasDatabase } from '../kernel/index.ts';
import { type HousePlace, inHouse } from './house.ts';

/** What the person who asks can put right: not told, it would be read in another body's name. */
const TOLD: ReadonlySet<string> = new Set(['body_unknown', 'body_unclear']);
/** A schema or table that an older release has not made yet. */
const NOT_THERE: ReadonlySet<string> = new Set(['3F000', '42P01']);

/** The mappings of the body; null where no database is at hand. None is made, and an older one stays as it is. Throws body_unknown, body_unclear. */
export const rememberedMappings = async (place: HousePlace): Promise<Mapped | null> => {
  if (place.databaseUrl === undefined && !(existsSync(place.dataDir) && hasDatabase(place.dataDir))) return null;
  try {
    return await inHouse(place, ({ pool, asker }) => asBody(pool, asker, mappingsOf), { asItIs: true });
  } catch (error) {
    if (error instanceof ZhijianError ? TOLD.has(error.code) : !databaseIsAway(error) && !NOT_THERE.has((error as { code?: string }).code ?? ''))
      throw error;
    return null;
  }
};
