// A file sent in parts: a connection that breaks goes on where the last part arrived, however often.
import { type BeginUpload, type ImportPreview, PATH, UPLOAD_OFFSET, type UploadPart } from '@zhijian/contract';
import { fillPath } from './address.ts';
import { ApiProblem, change, get, sendBytes } from './client.ts';

const PART_BYTES = 8 * 1024 * 1024;
/** Waits between tries, in milliseconds: a Wi-Fi that changes rooms is back within a minute. */
const WAITS = [500, 1000, 2000, 5000, 10_000, 15_000, 30_000];

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** What may pass: no answer, a server that starts again, a part that arrived without its answer or is still being written. */
const mayPass = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500 || error.problem.code === 'upload_offset');

/** Tries again while it may pass; gives up with the last error. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const wait of WAITS) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await pause(wait);
    }
  }
  return work();
};

/** Sends a file and answers what is in it. `onShare`: what has arrived, from 0 to 1. */
export const upload = async (file: File, onShare: (share: number) => void): Promise<ImportPreview> => {
  onShare(0);
  const begun = await patiently(() =>
    change<UploadPart>('POST', PATH.upload_parts, { file_name: file.name === '' ? 'file' : file.name, size: file.size } satisfies BeginUpload),
  );
  const path = fillPath(PATH.upload_part, { part_id: begun.part_id });
  let { offset } = begun;
  while (offset < file.size) {
    let asked = true;
    offset = await patiently(async () => {
      // After a failure the server knows best how far it has come.
      if (!asked) offset = (await get<UploadPart>(path)).offset;
      asked = false;
      if (offset === file.size) return offset;
      const part = await sendBytes<UploadPart>(path, { [UPLOAD_OFFSET]: String(offset) }, file.slice(offset, offset + PART_BYTES));
      return part.offset;
    });
    onShare(offset / file.size);
  }
  return change<ImportPreview>('POST', path);
};
