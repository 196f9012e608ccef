// Uploads in parts: begun with a name and a size, gone on with wherever they were broken off, looked at when they are whole.
import type { Readable } from 'node:stream';
import { UPLOAD_OFFSET, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance } from 'fastify';
import { bind } from '../bind.ts';
import { beginParts, partState, takePart, wholeUpload } from '../parts.ts';
import { BeginUpload, ImportPreview, PartId, UploadPart } from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';
import { previewReceived } from './imports.ts';

const BYTES = 'application/octet-stream';

export const partRoutes = (app: FastifyInstance, house: Serving): void => {
  const { dataDir } = house;
  // Handed on as a stream: a part is never held in memory.
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));
  bind(app, 'begin_upload', { body: BeginUpload, answer: UploadPart }, async ({ request, body }) => beginParts(dataDir, personOf(request), body));
  bind(app, 'open_upload', { params: PartId, answer: UploadPart }, async ({ request, params: { part_id } }) =>
    partState(dataDir, personOf(request), part_id),
  );
  bind(app, 'send_part', { params: PartId, bytes: BYTES, answer: UploadPart }, async ({ request, params: { part_id } }) => {
    const given = request.headers[UPLOAD_OFFSET];
    if (typeof given !== 'string' || !/^\d{1,15}$/.test(given) || request.headers['content-type'] !== BYTES)
      throw new ZhijianError('request_invalid', { detail: `${UPLOAD_OFFSET}, content-type: ${BYTES}` });
    return takePart(dataDir, personOf(request), part_id, Number(given), request.body as Readable);
  });
  bind(app, 'end_upload', { params: PartId, answer: ImportPreview }, async ({ request, params: { part_id } }) => {
    const person = personOf(request);
    return previewReceived(house, person, wholeUpload(dataDir, person, part_id));
  });
};
