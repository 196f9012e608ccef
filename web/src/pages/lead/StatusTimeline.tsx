import { PATENT_STATUS, type Right, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { eventKey, knownDay } from '../../decision/Tracks.tsx';
import { useWord } from '../../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };

/** The status of the right in both times, event by event; the picture of it stands on the certificate above. */
export function StatusTimeline({ right }: { right: Right | null }) {
  const { t } = useTranslation();
  const word = useWord();
  if (right === null) return null;
  const day = (value: string | null) => (value === null ? t('lead.day_unknown') : <Data>{value}</Data>);
  return (
    <section className="card" aria-label={t('lead.timeline')}>
      <h3>{t('lead.timeline')}</h3>
      {right.events.length === 0 ? (
        <p className="quiet">{t('lead.no_events')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('lead.event')}</th>
              <th scope="col">{t('lead.track_effective')}</th>
              <th scope="col">{t('lead.track_known')}</th>
            </tr>
          </thead>
          <tbody>
            {right.events.map((event, index) => (
              <tr key={eventKey(event, index)}>
                <td>{word(STATUS, event.status)}</td>
                <td className="figures">{day(event.effective_on)}</td>
                <td className="figures">{day(knownDay(event))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
