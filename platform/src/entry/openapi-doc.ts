// docs/openapi.json out of the routes. Run `node platform/src/entry/openapi-doc.ts` to write it; a test fails when it differs.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openPool } from '../kernel/index.ts';
import { buildServer } from './server.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const OPENAPI_FILE = `${ROOT}/docs/openapi.json`;

/** The text of docs/openapi.json; asks no database. */
export const openapiDocument = async (): Promise<string> => {
  const pool = openPool({ connection: {} });
  const app = await buildServer({ pool, dataDir: tmpdir(), root: ROOT });
  const text = `${JSON.stringify(app.swagger(), null, 1)}\n`;
  await app.close();
  await pool.end();
  return text;
};

if (import.meta.main) writeFileSync(OPENAPI_FILE, await openapiDocument());
