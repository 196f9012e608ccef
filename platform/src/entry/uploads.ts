// A file between its upload and its import: the bytes where imports expect them, and a note of whose it is.
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { ZhijianError } from '@zhijian/contract';
import { uploadPath } from '../imports/index.ts';
import { plainText } from '../readers/index.ts';
import { MOST_UPLOAD } from './problems.ts';

export interface Received {
  path: string;
  file_name: string;
  bytes: number;
}

/** The last part of a name, as a text that the database takes. */
export const plainName = (name: string): string => plainText(basename(name.replaceAll('\\', '/'))).slice(0, 200) || 'file';

/** Streams a part to the disk. Throws ZhijianError `file_too_large`, and leaves nothing behind then. */
export const receiveUpload = async (dataDir: string, part: MultipartFile): Promise<Received> => {
  const file_name = plainName(part.filename);
  const path = uploadPath(dataDir, file_name);
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (part.file.truncated) throw new ZhijianError('file_too_large', { most: `${MOST_UPLOAD / 1024 ** 3} GB` });
    return { path, file_name, bytes: statSync(path).size };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
};

/** Folders of notes by body: another body's upload is not found because it is not looked for. */
const notePath = (dataDir: string, bodyId: string, uploadId: string) => join(dataDir, 'uploads', bodyId, `${uploadId}.json`);

/** Notes a received file as the body's; returns the id under which it may be imported once. */
export const keepUpload = (dataDir: string, bodyId: string, { path, file_name }: Received): string => {
  const id = randomUUID();
  const note = notePath(dataDir, bodyId, id);
  mkdirSync(join(note, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(note, JSON.stringify({ path, file_name }), { mode: 0o600 });
  return id;
};

/** A kept upload of the body. Throws ZhijianError `upload_unknown`. */
export const keptUpload = (dataDir: string, bodyId: string, uploadId: string): { path: string; file_name: string } => {
  try {
    return JSON.parse(readFileSync(notePath(dataDir, bodyId, uploadId), 'utf8')) as { path: string; file_name: string };
  } catch {
    throw new ZhijianError('upload_unknown');
  }
};

export interface Claim {
  path: string;
  file_name: string;
  done(): void;
  giveBack(): void;
}

/**
 * Takes an upload for its import: of two takers one gets it. `done` when the import has it, `giveBack` where the import is refused.
 * @param uploadId a UUID, checked by the caller
 * @throws ZhijianError `upload_unknown`
 */
export const claimUpload = (dataDir: string, bodyId: string, uploadId: string): Claim => {
  const note = notePath(dataDir, bodyId, uploadId);
  const taken = `${note}.taken`;
  try {
    renameSync(note, taken);
  } catch {
    throw new ZhijianError('upload_unknown');
  }
  const { path, file_name } = JSON.parse(readFileSync(taken, 'utf8')) as { path: string; file_name: string };
  return { path, file_name, done: () => rmSync(taken, { force: true }), giveBack: () => renameSync(taken, note) };
};
