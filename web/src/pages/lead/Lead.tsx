import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/client.ts';
import { leadQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { Missing } from '../../components/Missing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { Desk } from '../../triage/Desk.tsx';
import { useDesk } from '../../triage/use-desk.ts';
import { useTriage } from '../../triage/use-triage.ts';
import { History } from './History.tsx';
import { Licences } from './Licences.tsx';
import { Related } from './Related.tsx';
import { StatusTimeline } from './StatusTimeline.tsx';

const route = getRouteApi('/frame/leads/$leadId');

/** One lead on a page of its own: the decision, then what happened to the right and to the lead, and its neighbours. */
export function Lead() {
  const { t } = useTranslation();
  const { leadId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const detail = useQuery(leadQuery(leadId));
  const { next, previous, at, total } = useTriage(search, leadId);
  const goTo = (lead: string | undefined) =>
    lead === undefined ? null : () => void navigate({ to: '/leads/$leadId', params: { leadId: lead }, search });
  // From a link, the lead may not be in the list of the address; then 下一条 begins with its first.
  const onward = goTo(next);
  const back = () => void navigate({ to: '/leads', search: { ...search, lead: leadId } });
  const desk = useDesk(detail.data, {
    next: onward,
    previous: goTo(previous),
    open: null,
    back,
    search: null,
    undone: (lead) => goTo(lead)?.(),
  });
  if (detail.isError) {
    const missing = detail.error instanceof ApiProblem && detail.error.status === 404;
    return missing ? <Missing /> : <Failure error={detail.error} again={() => void detail.refetch()} />;
  }
  return (
    <article className="lead-page" aria-label={t('page.lead')}>
      <header className="lead-page-head">
        <Link to="/leads" search={{ ...search, lead: leadId }}>
          <ArrowLeftOutlined aria-hidden /> {t('lead.back')}
        </Link>
        <h1>{t('page.lead')}</h1>
        {at >= 0 && <span className="quiet figures">{t('lead.position', { at: at + 1, total })}</span>}
      </header>
      {detail.isPending ? (
        <Waiting rows={12} />
      ) : (
        <Desk detail={detail.data} desk={desk} next={onward}>
          <StatusTimeline right={detail.data.right} />
          <Licences right={detail.data.right} />
          <Related rows={detail.data.related} />
          <History detail={detail.data} />
        </Desk>
      )}
    </article>
  );
}
