import { ArrowLeftOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IMPORT_KIND } from '@zhijian/contract';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client.ts';
import { retryImport } from '../../api/commands.ts';
import { client, importQuery, isMoving } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { Failure, useProblemText } from '../../components/Failure.tsx';
import { Missing } from '../../components/Missing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useLabel, useWord } from '../../messages/index.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { Rejected } from './Rejected.tsx';

const route = getRouteApi('/frame/imports/$importId');

/** One import: how far it is, what was set aside and why. */
export function Import() {
  const { t } = useTranslation();
  const word = useWord();
  const read = useLabel();
  const { importId } = route.useParams();
  const row = useQuery(importQuery(importId));
  const problemText = useProblemText();
  const retrying = useMutation({ mutationFn: retryImport });
  const ended = row.data !== undefined && !isMoving(row.data);
  useEffect(() => {
    // What an import brought shows in every list.
    if (ended) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' && queryKey[0] !== 'me' });
  }, [ended]);
  if (row.isError) {
    const missing = row.error instanceof ApiProblem && row.error.status === 404;
    return missing ? <Missing /> : <Failure error={row.error} again={() => void row.refetch()} />;
  }
  if (row.isPending) return <Waiting rows={8} />;
  const { data } = row;
  return (
    <div className="page">
      <p>
        <Link to="/imports">
          <ArrowLeftOutlined aria-hidden /> {t('page.imports')}
        </Link>
      </p>
      <h1>
        <Data>{data.file_name}</Data> <span className="quiet">{word(IMPORT_KIND, data.kind)}</span>
      </h1>
      <ImportProgress row={data} />
      {data.failure !== null && (
        <p className="form-failure" role="alert">
          {t('imports.failed')}：<span data-raw="">{read(data.failure)}</span>
        </p>
      )}
      {data.can_retry && (
        <p>
          <Button onClick={() => retrying.mutate(data.id)} loading={retrying.isPending}>
            {t('failure.again')}
          </Button>
        </p>
      )}
      {retrying.isError && (
        <p className="form-failure" role="alert">
          {problemText(retrying.error)}
        </p>
      )}
      {data.state === 'done' && (
        <p>
          <Link to="/leads" search={{}}>
            {t('imports.see_leads')}
          </Link>
        </p>
      )}
      {data.warnings.length > 0 && (
        <section className="card" aria-label={t('imports.warnings')}>
          <h2>{t('imports.warnings')}</h2>
          <ul className="warnings" data-raw="">
            {data.warnings.map((warning) => (
              <li key={warning.en}>{read(warning)}</li>
            ))}
          </ul>
        </section>
      )}
      <Rejected importId={data.id} rows={data.rejected} total={data.set_aside} />
    </div>
  );
}
