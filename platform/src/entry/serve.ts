// The server as a process of its own.
import { ZhijianError } from '@zhijian/contract';
import { openPool } from '../kernel/index.ts';
import { endWith, takeOrders, tell } from './children.ts';
import { buildServer } from './server.ts';

const { connection, dataDir, root, port } = await takeOrders();
const pool = openPool({ connection }, { max: 10 });
const app = await buildServer({ pool, dataDir, root }, { log: true });
endWith(async () => {
  await app.close();
  await pool.end();
});
try {
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address();
  tell({ ready: { port: typeof address === 'object' && address !== null ? address.port : port } });
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const known = taken ? new ZhijianError('port_in_use', { port }) : new ZhijianError('failed', { detail: String(error) });
  tell({ failed: { code: known.code, facts: known.facts } });
  await pool.end();
  process.exitCode = 1;
}
