// A worker as a process of its own: takes the jobs of imports and of detection.
import { detectionJobs } from '../detection/index.ts';
import { failDeadImports, sweepUploads } from '../imports/index.ts';
import { openPool, startWorker } from '../kernel/index.ts';
import { endWith, takeOrders, tell } from './children.ts';
import { todayInBeijing } from './judged-on.ts';

const { connection, embedded, dataDir } = await takeOrders();
const pool = openPool({ connection }, { max: 6 });
const database = { connection, embedded, lost: new Promise<void>(() => {}), stop: async () => {} };
const worker = await startWorker(database, detectionJobs(pool, { today: todayInBeijing }), { onDead: () => failDeadImports(pool) });
const sweep = () => void sweepUploads(pool, dataDir, Date.now()).catch((error: unknown) => process.stderr.write(`${error}\n`));
sweep();
setInterval(sweep, 3_600_000).unref();
endWith(async () => {
  await worker.stop();
  await pool.end();
});
tell({ ready: { port: 0 } });
