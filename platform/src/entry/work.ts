// A worker as a process of its own: takes the jobs of imports and of detection.
import { detectionJobs } from '../detection/index.ts';
import { openPool, startWorker } from '../kernel/index.ts';
import { endWith, takeOrders, tell } from './children.ts';
import { todayInBeijing } from './judged-on.ts';

const { connection, embedded } = await takeOrders();
const pool = openPool({ connection }, { max: 6 });
const database = { connection, embedded, lost: new Promise<void>(() => {}), stop: async () => {} };
const worker = await startWorker(database, detectionJobs(pool, { today: todayInBeijing }));
endWith(async () => {
  await worker.stop();
  await pool.end();
});
tell({ ready: { port: 0 } });
