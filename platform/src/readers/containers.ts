// What people hand in -> the files in it: a file is itself, a ZIP its members, a gzip what it packs.
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { READER_SENTENCE, type Rejected, say } from '@zhijian/contract';
import { formatOf, type Format } from './format.ts';
import { type ByteReader, fileInput, type Input, ReadFault } from './input.ts';
import { type Limits, limitsOf } from './limits.ts';
import { spooled } from './spool.ts';
import type { OnRejected } from './table.ts';
import { unpacked } from './unpacked.ts';
import { type Member, openMember, readDirectory } from './zip.ts';

export type Opened = { input: Input } | { rejected: Rejected };

/** How deep in containers, and how many bytes may still be unpacked, counted over all of them. */
interface Bounds {
  limits: Limits;
  depth: number;
  budget: { left: number };
}

/**
 * The files of a file, in order, each as an input named `outer.zip/inner.xml` or as what is wrong with it. An input can be read until the
 * next one is asked for. Past a limit there is a reject with the number; what came before it stays.
 * Throws ZhijianError `file_missing` or `file_unreadable` for the outer file only.
 */
export async function* openInputs(path: string, name: string = path, limits: Limits = limitsOf()): AsyncGenerator<Opened, void, undefined> {
  const input = await fileInput(path, name);
  if (input.once) yield { input };
  else yield* unpack(input, { limits, depth: 1, budget: { left: limits.expandedBytes } });
}

/** The same for what may be an input already: one on disk is looked into, another is itself. */
export async function* inputsOf(file: string | Input, limits: Limits = limitsOf()): AsyncGenerator<Opened, void, undefined> {
  if (typeof file === 'string') yield* openInputs(file, file, limits);
  else if (file.path === undefined || file.once) yield { input: file };
  else yield* openInputs(file.path, file.name, limits);
}

/** The files of files, in order; of one that cannot be opened `onRejected` is told. Throws ZhijianError `file_missing` or `file_unreadable`. */
export async function* eachInput(files: readonly (string | Input)[], onRejected: OnRejected): AsyncGenerator<Input, void, undefined> {
  for (const file of files) {
    for await (const opened of inputsOf(file)) {
      if ('rejected' in opened) await onRejected(opened.rejected);
      else yield opened.input;
    }
  }
}

/** Read by their end or as a whole, so that none of them can be read up to a limit. */
const WHOLE: readonly Format[] = ['zip', 'xlsx', 'xlsb', 'xls'];

async function* unpack(input: Input, bounds: Bounds): AsyncGenerator<Opened, void, undefined> {
  const { limits, depth } = bounds;
  const format = await formatOf(input);
  if (input.size !== null && input.size > limits.fileBytes) {
    const fault = new ReadFault('limit', say(READER_SENTENCE.file_bytes, { limit: limits.fileBytes, found: input.size }));
    if (WHOLE.includes(format)) yield rejected(input.name, fault);
    else yield { input: { name: input.name, size: input.size, open: async () => bounded(await input.open(), limits.fileBytes, fault) } };
    return;
  }
  if (format === 'zip' || format === 'gzip') {
    if (depth > limits.depth) {
      yield rejected(input.name, new ReadFault('limit', say(READER_SENTENCE.zip_depth, { limit: limits.depth })));
    } else {
      yield* format === 'zip' ? unzip(input, bounds) : gunzip(input, bounds);
    }
    return;
  }
  yield { input };
}

const rejected = (file: string, { code, allowed }: ReadFault): Opened => ({
  rejected: { file, line: 1, field: null, code, given: basename(file), allowed },
});

async function* unzip(input: Input, bounds: Bounds): AsyncGenerator<Opened, void, undefined> {
  const { limits, budget } = bounds;
  yield* guarded(input, async function* () {
    const directory = await readDirectory(input.path!, limits.zipFiles);
    for (const member of directory.members) {
      const name = `${input.name}/${member.name}`;
      const fault = member.fault ?? overBudget(member, bounds);
      if (fault !== null) {
        yield rejected(name, fault);
        continue;
      }
      budget.left -= member.size;
      yield* inner({ name, size: member.size, open: () => openMember(input.path!, member, limits.recordBytes) }, bounds);
    }
    if (directory.fault !== null) yield rejected(input.name, directory.fault);
  });
}

const overBudget = ({ size }: Member, { limits, budget }: Bounds): ReadFault | null =>
  size <= budget.left
    ? null
    : new ReadFault('limit', say(READER_SENTENCE.expanded_bytes, { limit: limits.expandedBytes, found: size, left: Math.max(0, budget.left) }));

async function* gunzip(input: Input, bounds: Bounds): AsyncGenerator<Opened, void, undefined> {
  const { limits, budget } = bounds;
  const most = budget.left;
  const name = /\.gz$/i.test(input.name) ? `${input.name}/${basename(input.name).slice(0, -3)}` : input.name;
  const open = async (): Promise<ByteReader> => {
    const damaged = (error: Error) => new ReadFault('damaged', say(READER_SENTENCE.zip_damaged, { detail: error.message }));
    const reader = await unpacked(input.open, () => createGunzip({ chunkSize: 64 << 10 }), damaged, limits.recordBytes);
    const fault = new ReadFault('limit', say(READER_SENTENCE.expanded_bytes, { limit: limits.expandedBytes, found: `> ${most}`, left: most }));
    return bounded(reader, most, fault);
  };
  yield* guarded(input, () => inner({ name, size: null, open }, bounds));
}

/** A file out of a container: on disk where it is one itself, or a workbook; else read as it is unpacked. */
async function* inner(input: Input, bounds: Bounds): AsyncGenerator<Opened, void, undefined> {
  const deeper = { ...bounds, depth: bounds.depth + 1 };
  const format = await formatOf(input).catch((error: unknown) => {
    if (error instanceof ReadFault) return error;
    throw error;
  });
  if (format instanceof ReadFault) yield rejected(input.name, format);
  else if ((format === 'zip' || format === 'gzip') && deeper.depth > bounds.limits.depth) yield* unpack(input, deeper);
  else if (WHOLE.includes(format) || format === 'gzip') yield* guarded(input, () => spooled(input, (onDisk) => unpack(onDisk, deeper)));
  else yield { input };
}

/** What cannot be unpacked is a reject of its own name, and the files behind it go on. */
async function* guarded(input: Input, use: () => AsyncGenerator<Opened, void, undefined>): AsyncGenerator<Opened, void, undefined> {
  try {
    yield* use();
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    yield rejected(input.name, error);
  }
}

/** Throws `fault` instead of the first byte over `most`. */
const bounded = (reader: ByteReader, most: number, fault: ReadFault): ByteReader => {
  let length = 0;
  return {
    async read(target, at) {
      if (length >= most) {
        if ((await reader.read(Buffer.allocUnsafe(1), 0)) === 0) return 0;
        throw fault;
      }
      const got = await reader.read(target.subarray(0, Math.min(target.length, at + most - length)), at);
      length += got;
      return got;
    },
    close: () => reader.close(),
  };
};
