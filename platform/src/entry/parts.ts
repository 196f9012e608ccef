// A file that comes in parts: what has arrived stays when the connection breaks, and the next part goes on where the last one ended.
// Parts that nobody goes on with for a day are swept with the other uploads.
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZhijianError } from '@zhijian/contract';
import { uploadPath } from '../imports/index.ts';
import { limitsOf } from '../readers/index.ts';
import { plainName, type Received } from './uploads.ts';

/** Whose upload it is: another person's is not found, because it is not looked for. */
export interface Uploader {
  body_id: string;
  account_id: string;
}

export interface PartState {
  part_id: string;
  /** Bytes that have arrived, and that there will be. */
  offset: number;
  size: number;
}

interface Note {
  file_name: string;
  size: number;
}

const folderOf = (dataDir: string, { body_id, account_id }: Uploader): string => join(dataDir, 'uploads', body_id, account_id);

/** Begins an upload of a known size. Throws ZhijianError `file_too_large`. */
export const beginParts = (dataDir: string, who: Uploader, { file_name, size }: Note): PartState => {
  const { fileBytes } = limitsOf();
  if (size > fileBytes) throw new ZhijianError('file_too_large', { most: bytesAs(fileBytes) });
  const part_id = randomUUID();
  const folder = folderOf(dataDir, who);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${part_id}.part`), '', { mode: 0o600 });
  writeFileSync(join(folder, `${part_id}.json`), JSON.stringify({ file_name: plainName(file_name), size }), { mode: 0o600 });
  return { part_id, offset: 0, size };
};

const bytesAs = (bytes: number): string => (bytes % 2 ** 30 === 0 ? `${bytes / 2 ** 30} GB` : `${bytes} B`);

const noteOf = (folder: string, partId: string): Note => {
  try {
    return JSON.parse(readFileSync(join(folder, `${partId}.json`), 'utf8')) as Note;
  } catch {
    throw new ZhijianError('upload_unknown');
  }
};

/** How far an upload has come. Throws ZhijianError `upload_unknown`. */
export const partState = (dataDir: string, who: Uploader, part_id: string): PartState => {
  const folder = folderOf(dataDir, who);
  const { size } = noteOf(folder, part_id);
  const offset = statSync(join(folder, `${part_id}.part`), { throwIfNoEntry: false })?.size;
  if (offset === undefined) throw new ZhijianError('upload_unknown');
  return { part_id, offset, size };
};

/** Uploads that a request of this process is writing to. */
const writing = new Set<string>();

/**
 * Writes the next part behind what has arrived. A connection that breaks leaves what came through; a part that is longer than what is left
 * leaves nothing. Throws ZhijianError `upload_unknown`, `upload_offset` where the part does not begin where the last one ended or another
 * request is writing, `file_too_large`.
 */
export const takePart = async (dataDir: string, who: Uploader, partId: string, offset: number, bytes: Readable): Promise<PartState> => {
  const before = partState(dataDir, who, partId);
  if (offset !== before.offset || writing.has(partId)) throw new ZhijianError('upload_offset', { offset: before.offset });
  const folder = folderOf(dataDir, who);
  const path = join(folder, `${partId}.part`);
  let left = before.size - offset;
  async function* within(): AsyncGenerator<Buffer, void, undefined> {
    for await (const piece of bytes) {
      left -= (piece as Buffer).length;
      if (left < 0) throw new ZhijianError('file_too_large', { most: `${before.size} B` });
      yield piece as Buffer;
    }
  }
  writing.add(partId);
  try {
    await pipeline(within, createWriteStream(path, { flags: 'r+', start: offset }));
  } catch (error) {
    // What the whole file has no room for is none of it: nothing of this part is believed.
    if (error instanceof ZhijianError) endParts(dataDir, who, partId);
    throw error;
  } finally {
    writing.delete(partId);
  }
  const now = new Date();
  utimesSync(join(folder, `${partId}.json`), now, now);
  return partState(dataDir, who, partId);
};

/** A whole upload as a received file. Throws ZhijianError `upload_unknown`, and `upload_offset` where it is not whole. */
export const wholeUpload = (dataDir: string, who: Uploader, partId: string): Received => {
  const { offset, size } = partState(dataDir, who, partId);
  if (offset !== size || writing.has(partId)) throw new ZhijianError('upload_offset', { offset });
  const folder = folderOf(dataDir, who);
  const { file_name } = noteOf(folder, partId);
  const path = uploadPath(dataDir, file_name);
  renameSync(join(folder, `${partId}.part`), path);
  endParts(dataDir, who, partId);
  return { path, file_name, bytes: size };
};

/** Takes an upload away. */
const endParts = (dataDir: string, who: Uploader, partId: string): void => {
  for (const ending of ['part', 'json']) rmSync(join(folderOf(dataDir, who), `${partId}.${ending}`), { force: true });
};
