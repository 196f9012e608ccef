import { PATENT_STATUS, RIGHT_FACT, type RightPage, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { useLabel } from '../../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };

/** Where the snapshots of a right disagree; the last known counts, and both are shown. */
export function Contradictions({ page: { contradictions } }: { page: RightPage }) {
  const { t } = useTranslation();
  const read = useLabel();
  if (contradictions.length === 0) return null;
  return (
    <section className="card" aria-label={t('rights.contradictions')}>
      <h3>{t('rights.contradictions')}</h3>
      <p className="quiet">{t('rights.contradictions_text')}</p>
      <ul className="right-remarks">
        {contradictions.map(({ of, values }) => {
          const what = read('fact' in of ? RIGHT_FACT[of.fact] : STATUS[of.status]);
          return (
            <li key={what}>
              {t('signs.after_name', { name: what, value: '' })}
              {values.map(({ value, known_on }, place) => (
                <span key={value}>
                  {place > 0 && t('signs.comma')}
                  <Data>{value}</Data>
                  {known_on !== null && (
                    <span className="quiet figures">{t('signs.bracket', { text: t('rights.known_then', { day: known_on }) })}</span>
                  )}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
