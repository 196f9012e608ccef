// A file unpacked to disk, where its end has to be read before its beginning: a ZIP in a ZIP, a workbook in a ZIP.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInput, type Input } from './input.ts';

/**
 * Writes an input to a file of its own and gives it to `use`; afterwards the file is gone. Throws ReadFault where the input cannot be
 * unpacked to its end.
 */
export async function* spooled<T>(input: Input, use: (onDisk: Input) => AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  if (input.path !== undefined) return yield* use(input);
  const folder = await mkdtemp(join(tmpdir(), 'zhijian-unpacked-'));
  try {
    const path = join(folder, 'file');
    const reader = await input.open();
    try {
      const file = await open(path, 'w');
      try {
        const piece = Buffer.allocUnsafe(1 << 20);
        for (let got = await reader.read(piece, 0); got > 0; got = await reader.read(piece, 0)) await file.write(piece, 0, got);
      } finally {
        await file.close();
      }
    } finally {
      await reader.close();
    }
    yield* use(await fileInput(path, input.name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
