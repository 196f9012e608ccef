// What every route is given.
import type { Pool } from '../kernel/index.ts';

export interface Serving {
  pool: Pool;
  /** Where uploads lie until their import is done. */
  dataDir: string;
  /** The checkout: docs and the built page. */
  root: string;
}
