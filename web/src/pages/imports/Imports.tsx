import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ImportPreview } from '@zhijian/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startImport } from '../../api/commands.ts';
import { importsQuery, previewAs } from '../../api/queries.ts';
import { upload } from '../../api/upload.ts';
import { Failure, useProblemText } from '../../components/Failure.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { Drop } from './Drop.tsx';
import { PastImports } from './PastImports.tsx';
import { Preview } from './Preview.tsx';
import { Started } from './Started.tsx';

const route = getRouteApi('/frame/imports');

/** 导入: a file is dropped, shown as it is understood, started; below, what was imported before. */
export function Imports() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { started } = route.useSearch();
  const textOf = useProblemText();
  const past = useQuery(importsQuery);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const found = await upload(file, setShare);
      const [first] = found.kinds;
      // Of several kinds the one that is imported first is shown first, wherever it lies in the ZIP.
      return first !== undefined && found.kinds.length > 1 && first !== found.kind ? previewAs(found.upload_id, first) : found;
    },
    onSuccess: setPreview,
  });
  const starting = useMutation({
    mutationFn: startImport,
    onSuccess: (rows) => {
      const [only, more] = rows;
      if (only !== undefined && more === undefined) return void navigate({ to: '/imports/$importId', params: { importId: only.id } });
      setPreview(null);
      void navigate({ to: '/imports', search: { started: rows.map(({ id }) => id).join(',') } });
    },
  });
  const failure = sending.error ?? starting.error;
  return (
    <div className="page">
      <h1>{t('page.imports')}</h1>
      {started !== undefined && preview === null && <Started ids={started.split(',')} />}
      {preview === null ? (
        <Drop take={(file) => sending.mutate(file)} share={sending.isPending ? share : null} />
      ) : (
        <Preview
          preview={preview}
          busy={starting.isPending}
          start={(kind, said) => starting.mutate({ upload_id: preview.upload_id, kind, ...said })}
          cancel={() => {
            setPreview(null);
            starting.reset();
          }}
        />
      )}
      {failure !== null && (
        <p className="form-failure" role="alert">
          {textOf(failure)}
        </p>
      )}
      <h2>{t('imports.past')}</h2>
      {past.isPending && <Waiting rows={4} />}
      {past.isError && <Failure error={past.error} again={() => void past.refetch()} />}
      {past.isSuccess && past.data.rows.length === 0 && <Nothing title={t('imports.no_past')} text={t('imports.no_past_text')} />}
      {past.isSuccess && past.data.rows.length > 0 && <PastImports rows={past.data.rows} />}
    </div>
  );
}
