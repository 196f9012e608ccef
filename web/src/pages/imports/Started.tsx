import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IMPORT_KIND, IMPORT_STATE } from '@zhijian/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { client, importQuery, isMoving } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { count } from '../../format/money.ts';
import { useWord } from '../../messages/index.ts';

/** The imports that one file has become, followed until the last is done. An address of another body shows nothing. */
export function Started({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const word = useWord();
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
      <ol className="started">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/imports/$importId" params={{ importId: row.id }}>
              {word(IMPORT_KIND, row.kind)}
            </Link>
            <strong>
              {word(IMPORT_STATE, row.state)}
              {row.state === 'detecting' && row.detected !== null && row.detected.total > 0 && (
                <span className="figures"> {Math.floor((100 * row.detected.done) / row.detected.total)}%</span>
              )}
            </strong>
            {(
              [
                ['imports.stored', row.stored],
                ['imports.known', row.already_known],
                ['imports.aside', row.set_aside],
              ] as const
            ).map(([name, value]) => (
              <span key={name} className="quiet figures">
                {t(name)} {count(value)}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
