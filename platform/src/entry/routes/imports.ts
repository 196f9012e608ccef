import { rm } from 'node:fs/promises';
import {
  type ImportDetail as ImportDetailWords,
  type ImportKind,
  type ImportPreview as ImportPreviewWords,
  type ImportRow as ImportRowWords,
  ZhijianError,
} from '@zhijian/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { importDetail, importList } from '../../desks/index.ts';
import { createImports, type Mapped, mappingsOf, previewFile, retryImport } from '../../imports/index.ts';
import { asBody, audit, type Pool, type Tx } from '../../kernel/index.ts';
import type { Person } from '../../people/index.ts';
import { bind } from '../bind.ts';
import {
  ImportDetail,
  ImportId,
  ImportPage,
  ImportPreview,
  KindQuery,
  PageQuery,
  StartedImports,
  StartImport,
  UploadForm,
  UploadId,
} from '../schemas/operations.ts';
import type { Serving } from '../serving.ts';
import { personOf } from '../session.ts';
import { claimUpload, keepUpload, keptUpload, type Received, receiveUpload } from '../uploads.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a received file holds; it is kept for its import, and goes where it cannot be looked at. */
export const previewReceived = async ({ pool, dataDir }: Serving, person: Person, received: Received): Promise<ImportPreviewWords> => {
  try {
    const preview = await previewFile(received.path, undefined, await asBody(pool, person, mappingsOf));
    const upload_id = keepUpload(dataDir, person.body_id, received);
    await asBody(pool, person, (tx) => audit(tx, { action: 'upload.received', subject: `upload ${upload_id}`, detail: { bytes: received.bytes } }));
    return { upload_id, file_name: received.file_name, ...preview };
  } catch (error) {
    await rm(received.path, { force: true });
    // The path below the data folder is nobody's business; the person knows the file by its name.
    if (error instanceof ZhijianError && 'file' in error.facts) throw new ZhijianError(error.code, { ...error.facts, file: received.file_name });
    throw error;
  }
};

const missing = (): never => {
  throw new ZhijianError('not_found');
};

/** What the body was told of headings before, and what a person tells now. */
const mappingsWith = async (pool: Pool, person: Person, told: Mapped): Promise<Mapped> => {
  const mapped = await asBody(pool, person, mappingsOf);
  for (const kind of Object.keys(told) as ImportKind[]) mapped[kind] = { ...mapped[kind], ...told[kind] };
  return mapped;
};

export const importRoutes = (app: FastifyInstance, house: Serving): void => {
  const { pool, dataDir } = house;
  bind(app, 'upload_file', { form: UploadForm, answer: ImportPreview }, async ({ request }) => {
    const person = personOf(request);
    const part = await request.file();
    if (part === undefined) throw new ZhijianError('request_invalid', { detail: 'file' });
    return previewReceived(house, person, await receiveUpload(dataDir, part));
  });
  bind(
    app,
    'start_import',
    { body: StartImport, answer: StartedImports },
    async ({ request, body: { upload_id, kind, covers, known_on = null, mapping = {} } }) => {
      const person = personOf(request);
      const { body_id, region, account_id } = person;
      const { done, giveBack, path: file_path, file_name } = claimUpload(dataDir, body_id, upload_id);
      try {
        const kinds = kind === null ? (await previewFile(file_path, undefined, await mappingsWith(pool, person, mapping))).kinds : [kind];
        if (kinds.length === 0) throw new ZhijianError('kind_unknown', { file: file_name });
        const imports = await asBody(pool, person, async (tx) => {
          const ids = await createImports(tx, { body_id, region, account_id }, { file_name, file_path, kinds, covers, known_on, mapping });
          const rows: ImportRowWords[] = [];
          for (const id of ids) rows.push((await importDetail(tx, id)) ?? missing());
          return rows;
        });
        done();
        return { imports };
      } catch (error) {
        giveBack();
        throw error;
      }
    },
  );
  bind(
    app,
    'preview_upload',
    { params: UploadId, query: KindQuery, answer: ImportPreview },
    async ({ request, params: { upload_id }, query: { kind } }) => {
      const person = personOf(request);
      const { path, file_name } = keptUpload(dataDir, person.body_id, upload_id);
      return { upload_id, file_name, ...(await previewFile(path, kind, await asBody(pool, person, mappingsOf))) };
    },
  );
  bind(app, 'list_imports', { query: PageQuery, answer: ImportPage }, ({ request, query }) =>
    asBody(pool, personOf(request), (tx) => importList(tx, query)),
  );
  /** Works within the asker's body and answers the import as it then is. One that is not there is not found, and who asked is kept. */
  const withImport = async (request: FastifyRequest, id: string, work: (tx: Tx) => Promise<void>): Promise<ImportDetailWords> => {
    const person = personOf(request);
    try {
      if (!UUID.test(id)) throw new ZhijianError('not_found');
      return await asBody(pool, person, async (tx) => {
        await work(tx);
        const detail = await importDetail(tx, id);
        if (detail === null) throw new ZhijianError('not_found');
        return detail;
      });
    } catch (error) {
      if (error instanceof ZhijianError && error.code === 'not_found')
        await asBody(pool, person, (tx) => audit(tx, { action: 'import.not_found', subject: `import ${id}`, detail: { request: request.id } }));
      throw error;
    }
  };
  bind(app, 'open_import', { params: ImportId, answer: ImportDetail }, ({ request, params: { import_id } }) =>
    withImport(request, import_id, async () => {}),
  );
  bind(app, 'retry_import', { params: ImportId, answer: ImportDetail }, ({ request, params: { import_id } }) =>
    withImport(request, import_id, (tx) => {
      const { body_id, region, account_id } = personOf(request);
      return retryImport(tx, { body_id, region, account_id }, import_id);
    }),
  );
};
