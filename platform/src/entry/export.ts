// `./zhijian export`: what is stored as lines of JSON.
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { ZhijianError } from '@zhijian/contract';
import { exportLines } from '../detection/index.ts';
import { inHouse } from './house.ts';
import type { ExportWords } from './house-arguments.ts';

/** Writes all lines to a file, which appears when it is whole, or to standard output. */
export const exportTo = async ({ place, what, out }: ExportWords): Promise<number> =>
  inHouse(place, async ({ pool, asker }) => {
    const lines = exportLines(pool, asker, what);
    if (out === null) {
      for await (const line of lines) {
        if (process.stdout.destroyed) break;
        if (!process.stdout.write(`${line}\n`)) await drained(process.stdout);
      }
      return 0;
    }
    try {
      await writeAll(lines, `${out}.tmp`);
      renameSync(`${out}.tmp`, out);
    } catch (error) {
      rmSync(`${out}.tmp`, { force: true });
      throw (error as NodeJS.ErrnoException).syscall === undefined
        ? error
        : new ZhijianError('out_not_writable', { dir: out, detail: (error as Error).message });
    }
    return 0;
  });

/** Waits until a stream takes more, or never will. Both listeners go again: one left for each wait would grow with the lines. */
const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((go) => {
    const done = () => {
      stream.off('drain', done);
      stream.off('close', done);
      go();
    };
    stream.once('drain', done);
    stream.once('close', done);
  });

const writeAll = async (lines: AsyncIterable<string>, file: string): Promise<void> => {
  const stream = createWriteStream(file, { mode: 0o600 });
  // Each wait below fails with the error; this keeps one that comes in between from ending the process.
  stream.on('error', () => {});
  await once(stream, 'open');
  for await (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
};
