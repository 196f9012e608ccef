import { type LeadDetail, TRADER_STATUS, type TraderRecord } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { Whole } from '../components/Whole.tsx';
import { useLabel } from '../messages/index.ts';

/** What the register of companies says of the trader: by its code, else every company of its name, of which the officer has to find the right one. */
export function Registered({ registered: { by, traders } }: { registered: NonNullable<LeadDetail['registered']> }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('registered.title')}>
      <h4>{t('registered.title')}</h4>
      {by === 'name' && <p className="quiet">{t('registered.by_name', { count: traders.length })}</p>}
      {traders.map((trader) => (
        <Company key={trader.code} trader={trader} code={by === 'name'} />
      ))}
    </section>
  );
}

function Company({ trader, code }: { trader: TraderRecord; code: boolean }) {
  const { t } = useTranslation();
  const read = useLabel();
  const { name, legal_representative, status, address, founded_on, known_on, extra } = trader;
  const text = (value: string | null) => (value === null ? <span className="quiet">{t('lead.unknown')}</span> : <Data>{value}</Data>);
  // A word that is none of the register's is kept beside.
  const given = extra['status'];
  const state = status !== null ? read(TRADER_STATUS[status]) : given === undefined ? t('lead.unknown') : <Data>{given}</Data>;
  const facts: Fact[] = [
    { name: t('registered.name'), value: <Data>{name}</Data>, wide: true },
    ...(code ? [{ name: t('lead.code'), value: <Data className="code">{trader.code}</Data>, wide: true }] : []),
    { name: t('registered.status'), value: status === 'active' ? state : <span className="status-bad">{state}</span>, wide: true },
    { name: t('registered.representative'), value: text(legal_representative) },
    { name: t('registered.founded_on'), value: founded_on === null ? t('lead.day_unknown') : <Whole text={founded_on} /> },
    { name: t('registered.address'), value: text(address), wide: true },
    { name: t('registered.known_on'), value: known_on === null ? t('lead.day_unknown') : <Whole text={known_on} /> },
  ];
  return <Facts facts={facts} />;
}
