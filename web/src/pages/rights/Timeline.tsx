import { PATENT_STATUS, type RightPage, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { eventKey, Tracks } from '../../decision/Tracks.tsx';
import { useWord } from '../../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };

/** All entries in both times; those that could not be known on the day asked about are marked by a word. */
export function Timeline({ page: { right, known_later } }: { page: RightPage }) {
  const { t } = useTranslation();
  const word = useWord();
  const later = new Set(known_later);
  const day = (value: string | null) => (value === null ? '—' : <Data>{value}</Data>);
  return (
    <section className="card" aria-label={t('lead.timeline')}>
      <h3>{t('lead.timeline')}</h3>
      <Tracks right={right} />
      {right.events.length === 0 ? (
        <p className="quiet">{t('lead.no_events')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('lead.event')}</th>
                <th scope="col">{t('lead.track_effective')}</th>
                <th scope="col">{t('rights.published_on')}</th>
                <th scope="col">{t('lead.track_known')}</th>
              </tr>
            </thead>
            <tbody>
              {right.events.map((event, index) => (
                <tr key={eventKey(event, index)} className={later.has(index) ? 'quiet' : undefined}>
                  <td>
                    {word(STATUS, event.status)}
                    {later.has(index) && t('signs.bracket', { text: t('rights.known_later') })}
                  </td>
                  <td className="figures">{day(event.effective_on)}</td>
                  <td className="figures">{day(event.published_on)}</td>
                  <td className="figures">{day(event.known_on)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
