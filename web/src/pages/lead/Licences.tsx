import { placeName, type Right } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useLabel } from '../../messages/index.ts';

/** Who may use the right: the first thing that speaks for a seller. */
export function Licences({ right }: { right: Right | null }) {
  const { t } = useTranslation();
  const read = useLabel();
  if (right === null) return null;
  return (
    <section className="card" aria-label={t('lead.licences')}>
      <h3>{t('lead.licences')}</h3>
      {right.licences.length === 0 ? (
        <p className="quiet">{t('lead.no_licences')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('lead.licensee')}</th>
              <th scope="col">{t('lead.term')}</th>
              <th scope="col">{t('lead.territory')}</th>
              <th scope="col">{t('lead.class')}</th>
            </tr>
          </thead>
          <tbody>
            {right.licences.map((licence) => (
              <tr key={JSON.stringify(licence)}>
                <td>
                  <Data>{[licence.licensee, licence.shop].filter((name) => name !== null).join(' / ')}</Data>
                </td>
                <td>
                  <span className="figures">{licence.from ?? t('lead.open_end')} –</span>{' '}
                  <span className="figures">{licence.to ?? t('lead.open_end')}</span>
                </td>
                <td>
                  {licence.territory.length === 0
                    ? t('lead.everywhere')
                    : licence.territory.map((code) => <Data key={code}>{read(placeName(code))} </Data>)}
                </td>
                <td>{licence.classes.length === 0 ? t('lead.everywhere') : licence.classes.join(t('signs.comma'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
