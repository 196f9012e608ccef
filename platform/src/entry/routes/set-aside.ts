// Records that an import set aside: as a file, one by one, and mended in place.
import { Readable } from 'node:stream';
import { type Rejected, ZhijianError } from '@zhijian/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importDetail } from '../../desks/index.ts';
import { importById, mendRecord, setAsideAfter, setAsideRecord } from '../../imports/index.ts';
import { asBody, audit, type Tx } from '../../kernel/index.ts';
import { rawFile, setAsideCsv } from '../../readers/index.ts';
import { bind } from '../bind.ts';
import { ImportId, Mend, Mended, SetAsideAddress, SetAsideRecord, SetAsideRecords } from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGE = 200;
/** A record of an office has up to 256 KiB (raw-record.ts), which JSON may write in six characters for one. */
const MEND_BYTES = 2 << 20;

export const setAsideRoutes = (app: FastifyInstance, { pool }: Serving): void => {
  /** Works within the asker's body. What is not there is not found, and who asked is kept. */
  const within = async <T>(request: FastifyRequest, id: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const person = personOf(request);
    try {
      if (!UUID.test(id)) throw new ZhijianError('not_found');
      return await asBody(pool, person, work);
    } catch (error) {
      if (error instanceof ZhijianError && error.code === 'not_found')
        await asBody(pool, person, (tx) => audit(tx, { action: 'import.not_found', subject: `import ${id}`, detail: { request: request.id } }));
      throw error;
    }
  };

  /** What is set aside in an import, asked for page by page. */
  const rejectsOf = async (request: FastifyRequest, import_id: string): Promise<() => AsyncGenerator<Rejected, void, undefined>> => {
    const person = personOf(request);
    await within(request, import_id, async (tx) => {
      if ((await importById(tx, import_id)) === null) throw new ZhijianError('not_found');
      await audit(tx, { action: 'import.set_aside_downloaded', subject: `import ${import_id}` });
    });
    return async function* rejected(): AsyncGenerator<Rejected, void, undefined> {
      for (let after = 0; ; ) {
        const page = await asBody(pool, person, (tx) => setAsideAfter(tx, import_id, after, PAGE));
        for (const one of page) yield one.rejected;
        if (page.length < PAGE) return;
        after = page.at(-1)!.sequence;
      }
    };
  };

  bind(app, 'download_set_aside', { params: ImportId, file: 'text/csv' }, async ({ request, reply, params: { import_id } }) => {
    const rejected = await rejectsOf(request, import_id);
    reply.header('content-disposition', `attachment; filename="set-aside-${import_id}.csv"`);
    return Readable.from(setAsideCsv(rejected));
  });
  bind(
    app,
    'download_set_aside_records',
    { params: SetAsideRecords, file: 'text/plain' },
    async ({ request, reply, params: { import_id, form } }) => {
      const rejected = await rejectsOf(request, import_id);
      reply.header('content-disposition', `attachment; filename="set-aside-${import_id}-${form}.${form === 'green_book' ? 'txt' : 'xml'}"`);
      return Readable.from(rawFile(rejected, form));
    },
  );
  bind(app, 'open_set_aside', { params: SetAsideAddress, answer: SetAsideRecord }, ({ request, params: { import_id, sequence } }) =>
    within(request, import_id, (tx) => setAsideRecord(tx, import_id, sequence)),
  );
  bind(
    app,
    'mend_set_aside',
    { params: SetAsideAddress, body: Mend, answer: Mended, bodyLimit: MEND_BYTES },
    ({ request, params: { import_id, sequence }, body: { cells } }) =>
      within(request, import_id, async (tx) => {
        const { body_id, region, account_id } = personOf(request);
        const still = await mendRecord(tx, { body_id, region, account_id }, import_id, sequence, cells);
        const detail = await importDetail(tx, import_id);
        if (detail === null) throw new ZhijianError('not_found');
        return { still, import: detail };
      }),
  );
};
