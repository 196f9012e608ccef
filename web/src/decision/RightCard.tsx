import { type LeadDetail, PATENT_STATUS, RIGHT_KIND, RIGHT_STATE, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../components/Data.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { Whole } from '../components/Whole.tsx';
import { patentNumber, rightNumber } from '../format/number.ts';
import { useWord } from '../messages/index.ts';
import { isNews, LapseNotice } from './Lapse.tsx';
import { Tracks } from './Tracks.tsx';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };
const isGood = (state: string) => state === 'in_force' || state === 'invalidated_part';

/** The right as its certificate shows it, with its state on the day of the act as known on the day of judging. */
export function RightCard({ detail }: { detail: LeadDetail }) {
  const { t } = useTranslation();
  const { lead, right } = detail;
  const shown = right ?? lead.right;
  if (shown === null) {
    return (
      <section className="card certificate" aria-label={t('lead.right')}>
        <h3>{t('lead.right')}</h3>
        <p className="certificate-name">{t('lead.no_right')}</p>
        <p className="quiet">{t('lead.no_right_text')}</p>
        {lead.claimed_number !== null && (
          <p className="number">
            <Data>{patentNumber(lead.claimed_number, false)}</Data>
          </p>
        )}
      </section>
    );
  }
  return (
    <section className="card certificate" aria-label={t('lead.right')}>
      <RightFacts detail={detail} />
    </section>
  );
}

function RightFacts({ detail }: { detail: LeadDetail }) {
  const { lead, right, status } = detail;
  const { t } = useTranslation();
  const word = useWord();
  const shown = right ?? lead.right;
  if (shown === null) return null;
  const mark = shown.kind === 'trademark';
  const granted = mark || right === null || right.grant_date !== null;
  const day = (name: string, value: string | null | undefined): Fact[] =>
    value ? [{ name: t(name), value: <Data className="figures">{value}</Data> }] : [];
  const ofAct = lead.matches.some(({ acted_on }) => acted_on === status?.on);
  const differs = lead.claimed_number !== null && lead.claimed_number !== shown.number;
  const facts: Fact[] = [
    { name: t('lead.owner'), value: shown.owner === null ? t('lead.unknown') : <Data>{shown.owner}</Data>, wide: true },
    ...(right !== null && right.classes.length > 0
      ? [{ name: t('lead.class'), value: t('lead.classes', { list: right.classes.join(t('signs.comma')) }) }]
      : []),
    ...(right !== null && right.goods.length > 0
      ? [{ name: t('lead.goods'), value: <Data>{right.goods.slice(0, 8).join(t('signs.comma'))}</Data>, wide: true }]
      : []),
    ...day('lead.filed', right?.filing_date),
    ...day(mark ? 'lead.registered' : 'lead.granted', right?.grant_date),
    ...day('lead.expires', right?.expiry_date),
  ];
  return (
    <>
      <header className="card-head">
        <h3>{word(RIGHT_KIND, shown.kind)}</h3>
        <span className="number">
          <Data>{rightNumber(shown, granted)}</Data>
        </span>
      </header>
      <p className="certificate-name">
        <Data>{shown.name ?? '—'}</Data>
      </p>
      {differs && <p className="status-line status-bad">{t('leads.claimed', { number: patentNumber(lead.claimed_number ?? '', false) })}</p>}
      <Facts facts={facts} />
      {status !== null && (
        <p className={isGood(status.state) ? 'status-line status-good' : 'status-line status-bad'}>
          <strong>{word(RIGHT_STATE, status.state)}</strong>
          {status.reason !== null &&
            status.reason !== 'registered' &&
            status.reason !== 'granted' &&
            t('signs.bracket', { text: word(STATUS, status.reason) })}{' '}
          {status.since !== null && <span className="figures">{t('lead.since', { day: status.since })}</span>}
          <br />
          <span className="quiet">
            <Whole text={t(ofAct ? 'lead.status_of_act' : 'lead.status_on', { on: status.on })} /> ·{' '}
            <span className="figures">{t('lead.status_known', { known: status.as_known })}</span>
          </span>
        </p>
      )}
      {isNews(detail) && <LapseNotice lapse={detail.lapse} />}
      {right !== null && <Tracks right={right} />}
    </>
  );
}
