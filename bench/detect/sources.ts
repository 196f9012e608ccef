// Where the bench's inputs lie: beside the tree where they are, else the small sample in it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Sources {
  /** Folder of the large sets, null where it is not there. */
  shared: string | null;
  sample: string;
}

const SAMPLE = join(import.meta.dirname, 'sample');
const SHARED = join(import.meta.dirname, '../../../shared/data');

export const findSources = (sampleOnly: boolean): Sources => ({
  shared: !sampleOnly && ['brands-nsi', 'listings-en', 'listings-zh-tagged'].every((set) => existsSync(join(SHARED, set))) ? SHARED : null,
  sample: SAMPLE,
});
