import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { client, importQuery, isMoving } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { PastImports } from './PastImports.tsx';

/** The imports that one file has become, followed until the last is done. An address of another body shows nothing. */
export function Started({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const all = useQueries({ queries: ids.map((id) => importQuery(id)) });
  const rows = all.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const ended = rows.length > 0 && rows.every((row) => !isMoving(row));
  useEffect(() => {
    // What the imports brought shows in every list.
    if (ended) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' && queryKey[0] !== 'me' });
  }, [ended]);
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <section className="card" aria-label={t('imports.started')}>
      <h2>
        <Data>{first.file_name}</Data>
      </h2>
      <p role="status">{t(ended ? 'imports.all_done' : 'imports.following', { count: rows.length })}</p>
      <PastImports rows={rows} label={t('imports.started')} />
    </section>
  );
}
