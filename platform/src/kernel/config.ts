// What the environment says, read once at the door.
import { resolve } from 'node:path';

export interface Config {
  /** The operator's own PostgreSQL; absent: the embedded one. */
  databaseUrl?: string;
  /** Where the embedded database and the blobs lie. */
  dataDir: string;
}

/**
 * Reads DATABASE_URL and ZHIJIAN_DATA; an empty variable counts as absent. `dataDir` is absolute.
 * `root` is the folder that ./data is relative to: the checkout.
 */
export const readConfig = (env: NodeJS.ProcessEnv, root: string): Config => ({
  dataDir: resolve(root, env['ZHIJIAN_DATA'] || 'data'),
  ...(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : {}),
});
