import type { LeadDetail, Offer } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { Decisions } from '../components/Decisions.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { Registered } from './Registered.tsx';

/** Who offers it. A missing name is a fact too: the officer then knows what to find out. */
export function TraderCard({ detail, offer }: { detail: LeadDetail; offer: Offer | null }) {
  const { t } = useTranslation();
  const { registered, decisions, related } = detail;
  const { trader } = detail.lead;
  const others = related.length;
  const unknown = <span className="quiet">{t('lead.unknown')}</span>;
  const given = (value: string | null) => (value === null ? unknown : <Data>{value}</Data>);
  const facts: Fact[] = [
    { name: t('lead.seller'), value: given(trader.seller), wide: true },
    { name: t('lead.code'), value: trader.code === null ? unknown : <Data className="code">{trader.code}</Data>, wide: true },
    { name: t('lead.shop'), value: given(trader.shop), wide: true },
    { name: t('lead.place'), value: given(trader.platform) },
    ...(offer?.ship_from == null ? [] : [{ name: t('lead.ship_from'), value: given(offer.ship_from) }]),
  ];
  return (
    <section className="card trader-card" aria-label={t('lead.trader')}>
      <header className="card-head">
        <h3>{t('lead.trader')}</h3>
        <span className="quiet">{others === 0 ? t('lead.no_other_leads') : t('lead.other_leads', { count: others })}</span>
      </header>
      <Facts facts={facts} />
      {registered !== null && <Registered registered={registered} />}
      {decisions.length > 0 && (
        <details>
          <summary>{t('decisions.on_trader', { count: decisions.length })}</summary>
          <Decisions decisions={decisions} asKnown={null} />
        </details>
      )}
    </section>
  );
}
