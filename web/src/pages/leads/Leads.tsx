import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { leadQuery } from '../../api/queries.ts';
import { Failure } from '../../components/Failure.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { Desk } from '../../triage/Desk.tsx';
import { useDesk } from '../../triage/use-desk.ts';
import { useTriage } from '../../triage/use-triage.ts';
import { EmptyList } from './EmptyList.tsx';
import { Filters } from './Filters.tsx';
import { LeadItems } from './LeadItems.tsx';
import type { LeadSearch } from './search.ts';

const route = getRouteApi('/frame/leads');

/** Triage: the list on the left, the whole decision on the right, everything by keyboard. */
export function Leads() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const searchBox = useRef<InputRef>(null);
  const { list, rows, chosen, total, byState, platforms, next, previous, at } = useTriage(search, search.lead, true);
  const detail = useQuery({ ...leadQuery(chosen ?? ''), enabled: chosen !== undefined });

  const change = (changed: Partial<Record<keyof LeadSearch, string | undefined>>) =>
    void navigate({ to: '/leads', search: { ...search, lead: undefined, ...changed } as LeadSearch, replace: true });
  const select = (lead: string) => void navigate({ to: '/leads', search: { ...search, lead }, replace: true });
  const { lead: _, ...filters } = search;
  const openPage = (leadId: string) => void navigate({ to: '/leads/$leadId', params: { leadId }, search: filters });
  const goTo = (lead: string | undefined) => (lead === undefined ? null : () => select(lead));
  // A judged lead leaves the list of open ones; after the last, the one before it is shown.
  const onward = goTo(next);
  const desk = useDesk(detail.data, {
    next: onward ?? goTo(previous),
    previous: goTo(previous),
    open: chosen === undefined ? null : () => openPage(chosen),
    back: search.lead === undefined ? null : () => change({}),
    search: () => searchBox.current?.focus(),
    undone: select,
  });

  return (
    <div className="triage">
      <section className="list-pane" aria-label={t('leads.list')}>
        <h1 className="unseen">{t('page.leads')}</h1>
        <Filters search={search} change={change} byState={byState} platforms={platforms} total={total} searchBox={searchBox} />
        {list.isPending && <Waiting rows={12} />}
        {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
        {list.isSuccess && rows.length === 0 && (
          <EmptyList search={search} byState={byState} clear={() => void navigate({ to: '/leads', search: {} })} />
        )}
        <LeadItems
          rows={rows}
          chosen={chosen}
          search={search}
          select={select}
          more={list.hasNextPage ? () => void list.fetchNextPage() : null}
          loadingMore={list.isFetchingNextPage}
        />
      </section>
      <section className="detail-pane" aria-label={t('leads.detail')}>
        {chosen !== undefined && detail.isPending && <Waiting rows={10} />}
        {detail.isError && <Failure error={detail.error} again={() => void detail.refetch()} />}
        {detail.data !== undefined && chosen !== undefined && (
          <Desk
            detail={detail.data}
            desk={desk}
            next={onward}
            link={
              <Link to="/leads/$leadId" params={{ leadId: chosen }} search={filters}>
                {t('lead.open_page')}
              </Link>
            }
          />
        )}
        {chosen === undefined && list.isSuccess && rows.length > 0 && <p className="quiet notice">{t('leads.pick')}</p>}
        {at >= 0 && (
          <span className="unseen" role="status">
            {t('lead.position', { at: at + 1, total })}
          </span>
        )}
      </section>
    </div>
  );
}
