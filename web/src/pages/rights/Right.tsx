import { ArrowLeftOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { RIGHT_DOUBT, RIGHT_SENTENCE, type RightPage, say } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client.ts';
import { rightQuery } from '../../api/queries.ts';
import { Decisions } from '../../components/Decisions.tsx';
import { Failure } from '../../components/Failure.tsx';
import { Missing } from '../../components/Missing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { Whole } from '../../components/Whole.tsx';
import { useLabel } from '../../messages/index.ts';
import { Licences } from '../lead/Licences.tsx';
import { Certificate } from './Certificate.tsx';
import { Contradictions } from './Contradictions.tsx';
import { Document } from './Document.tsx';
import { Holders } from './Holders.tsx';
import { StateWord } from './StateWord.tsx';
import { Timeline } from './Timeline.tsx';
import { Times } from './Times.tsx';

const route = getRouteApi('/frame/rights/$office/$kind/$number');

/** One right: its certificate, what it was on a day as one could know it, and the entries that say so. */
export function Right() {
  const { t } = useTranslation();
  const params = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const found = useQuery({ ...rightQuery(params, search), placeholderData: keepPreviousData });
  if (found.isError) {
    const missing = found.error instanceof ApiProblem && found.error.status === 404;
    return missing ? <Missing /> : <Failure error={found.error} again={() => void found.refetch()} />;
  }
  return (
    <article className="page" aria-label={t('page.right')}>
      <header className="lead-page-head">
        <Link to="/rights" search={{}}>
          <ArrowLeftOutlined aria-hidden /> {t('rights.back')}
        </Link>
        <h1>{t('page.right')}</h1>
      </header>
      {found.isPending ? (
        <Waiting rows={10} />
      ) : (
        <Facts
          page={found.data}
          ask={({ on, asKnown }) => void navigate({ to: '/rights/$office/$kind/$number', params, search: { on, as_known: asKnown }, replace: true })}
        />
      )}
    </article>
  );
}

function Facts({ page, ask }: { page: RightPage; ask: (times: { on: string; asKnown: string }) => void }) {
  const { t } = useTranslation();
  const read = useLabel();
  const { right, documents, leads } = page;
  return (
    <>
      <Certificate page={page} />
      <section className="card" aria-label={t('rights.answer')}>
        <Times on={page.on} asKnown={page.as_known} ask={ask} />
        <p className="right-answer" aria-live="polite">
          {page.known ? (
            <StateWord state={page.state} reason={page.reason} since={page.since} />
          ) : (
            <Whole text={t('rights.not_known', { day: page.as_known })} />
          )}
        </p>
        <ul className="right-remarks">
          {page.published_on !== null && (
            <li>
              <Whole text={t('rights.published', { day: page.published_on })} />
            </li>
          )}
          {page.known && <li>{page.known_on === null ? t('rights.read_undated') : <Whole text={t('rights.read', { day: page.known_on })} />}</li>}
          {page.stale && <li className="status-bad">{read(RIGHT_SENTENCE.stale)}</li>}
          {page.fee_open !== null && (
            <li className="status-bad">
              <Whole text={t('rights.fee_open', page.fee_open)} />
            </li>
          )}
          {page.doubt !== null && (
            <li className="status-bad">
              <Whole text={read(say(RIGHT_DOUBT[page.doubt.of], page.doubt))} />
            </li>
          )}
          {page.open_licence && <li>{t('rights.open_licence')}</li>}
          {page.licences_on.length > 0 && <li>{t('rights.licences_on', { count: page.licences_on.length })}</li>}
          {leads > 0 && (
            <li>
              <Link to="/leads" search={{ q: page.number }}>
                {t('rights.leads', { count: leads })}
              </Link>
            </li>
          )}
        </ul>
      </section>
      <Contradictions page={page} />
      <Timeline page={page} />
      {page.decisions.length > 0 && (
        <section className="card" aria-label={t('decisions.title')}>
          <h3>{t('decisions.title')}</h3>
          <Decisions decisions={page.decisions} asKnown={page.as_known} />
        </section>
      )}
      <Holders page={page} />
      <Licences right={right} />
      {documents.map((document) => (
        <Document key={document.format} document={document} />
      ))}
    </>
  );
}
