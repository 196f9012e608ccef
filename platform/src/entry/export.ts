// `./zhijian export`: what is stored, as a file of one of three forms.
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { ZhijianError } from '@zhijian/contract';
import { exportLines } from '../detection/index.ts';
import type { Asker, Pool } from '../kernel/index.ts';
import { findingsCsv, findingsXlsx } from './export-findings.ts';
import { registerCsv, registerLines, registerXlsx } from './export-register.ts';
import { inHouse } from './house.ts';
import type { ExportWords } from './house-arguments.ts';

type Pieces = AsyncIterable<string | Uint8Array>;

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const line of lines) yield `${line}\n`;
}

/** The pieces of the file, one after the other; memory does not grow with it. */
export const exportPieces = (pool: Pool, asker: Asker, { what, format }: Pick<ExportWords, 'what' | 'format'>): Pieces => {
  if (what === 'leads' || what === 'screened' || what === 'held') {
    if (format === 'jsonl') return ended(exportLines(pool, asker, what));
    return format === 'csv' ? findingsCsv(pool, asker, what) : findingsXlsx(pool, asker, what);
  }
  if (format === 'jsonl') return ended(registerLines(pool, asker, what));
  return format === 'csv' ? registerCsv(pool, asker, what) : registerXlsx(pool, asker, what);
};

/** Writes all of it to a file, which appears when it is whole, or to standard output. */
export const exportTo = async ({ place, what, format, out }: ExportWords): Promise<number> =>
  inHouse(place, async ({ pool, asker }) => {
    const pieces = exportPieces(pool, asker, { what, format });
    if (out === null) {
      for await (const piece of pieces) {
        if (process.stdout.destroyed) break;
        if (!process.stdout.write(piece)) await drained(process.stdout);
      }
      return 0;
    }
    try {
      await writeAll(pieces, `${out}.tmp`);
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

const writeAll = async (pieces: Pieces, file: string): Promise<void> => {
  const stream = createWriteStream(file, { mode: 0o600 });
  // Each wait below fails with the error; this keeps one that comes in between from ending the process.
  stream.on('error', () => {});
  await once(stream, 'open');
  for await (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
};
