import { JUDGMENT_REASON, type LeadDetail, type LeadEvent, LEAD_EVENT, MODEL, VERDICT } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { minute } from '../../format/day.ts';
import { useWord } from '../../messages/index.ts';

/** What happened to the lead, in order; nothing here can be changed. */
export function History({ detail: { history, lead } }: { detail: LeadDetail }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <section className="card" aria-label={t('lead.history')}>
      <h3>{t('lead.history')}</h3>
      <ol className="history">
        {history.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.by}`}>
            <time dateTime={event.at} className="figures">
              {minute(event.at)}
            </time>
            <strong>{word(LEAD_EVENT, event.kind)}</strong>
            <span className="quiet">{event.by === null ? t('lead.by_system') : <Data>{event.by}</Data>}</span>
            <Detail event={event} />
          </li>
        ))}
      </ol>
      <p className="quiet">
        {Object.entries(lead.release).map(([model, release]) => (
          <span key={model}>
            {word(MODEL, model)} · {t('lead.release')} <Data className="code">{release}</Data>{' '}
          </span>
        ))}
      </p>
    </section>
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The words of a judgment; what else an event carries is for machines and stays out of sight. */
function Detail({ event }: { event: LeadEvent }) {
  const { t } = useTranslation();
  const word = useWord();
  const [verdict, reason, note] = [text(event.detail['verdict']), text(event.detail['reason_code']), text(event.detail['note'])];
  if (verdict === null) return null;
  return (
    <span>
      {reason === null ? word(VERDICT, verdict) : t('signs.after_name', { name: word(VERDICT, verdict), value: word(JUDGMENT_REASON, reason) })}
      {note !== null && (
        <>
          {' '}
          <Data className="quiet">{note}</Data>
        </>
      )}
    </span>
  );
}
