import { FEATURE, type Match } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Sentence } from '../components/Sentence.tsx';
import { useLabel, useWord } from '../messages/index.ts';
import { reasonsOf } from './reasons.ts';

/** Three to five sentences; the bar is the part in the score, its figure stands on hover and for screen readers. */
export function Reasons({ match, mark, most }: { match: Match; mark: string; most?: number }) {
  const { t } = useTranslation();
  const read = useLabel();
  const word = useWord();
  return (
    <section className="card reasons-card" aria-label={t('lead.reasons')}>
      <h3>{t('lead.reasons')}</h3>
      <ol className="reasons">
        {reasonsOf(match, mark, most).map(({ name, text, share }) => {
          const percent = share === null ? '' : `${Math.round(share * 100)}%`;
          const note = share === null ? t('lead.informs') : t('lead.share', { percent });
          return (
            <li key={name} title={t('signs.after_name', { name: word(FEATURE, name), value: note })}>
              <Sentence text={read(text)} />
              {share === null ? (
                <span className="bar bar-none" aria-hidden />
              ) : (
                <span className="bar" aria-hidden>
                  <span style={{ width: percent }} />
                </span>
              )}
              <span className="unseen">{note}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
