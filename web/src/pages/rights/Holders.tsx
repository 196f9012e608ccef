import type { RightPage } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { Whole } from '../../components/Whole.tsx';

/** The chain of holders, where there was more than one. */
export function Holders({ page: { holders, holder } }: { page: RightPage }) {
  const { t } = useTranslation();
  if (holders.length < 2) return null;
  return (
    <section className="card" aria-label={t('rights.holders')}>
      <h3>{t('rights.holders')}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('lead.owner')}</th>
            <th scope="col">{t('rights.from')}</th>
            <th scope="col">{t('rights.published_on')}</th>
          </tr>
        </thead>
        <tbody>
          {holders.map((one) => (
            <tr key={`${one.owner} ${one.from} ${one.seen_on}`}>
              <td>
                {one.owner === holder?.owner && one.from === holder.from ? (
                  <strong>
                    <Data>{one.owner}</Data>
                  </strong>
                ) : (
                  <Data>{one.owner}</Data>
                )}
              </td>
              <td>
                <Whole text={one.from ?? (one.seen_on === null ? t('rights.first_holder') : t('rights.seen_on', { day: one.seen_on }))} />
              </td>
              <td className="figures">{one.published_on ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
