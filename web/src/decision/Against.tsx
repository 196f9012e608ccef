import { CheckCircleFilled, CloseOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { DEFENCE, DEFENCE_RESULT, type Defence } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Sentence } from '../components/Sentence.tsx';
import { useLabel, useWord } from '../messages/index.ts';

const ICON = { applies: CheckCircleFilled, fails: CloseOutlined, open: QuestionCircleOutlined } as const;
// What holds or is open can change the judgment; what fails only shows that it was weighed.
const ORDER: Defence['result'][] = ['applies', 'open', 'fails'];

/** 不侵权的可能: every defence that was weighed, with its result and why. */
export function Against({ defences }: { defences: readonly Defence[] }) {
  const { t } = useTranslation();
  const read = useLabel();
  const word = useWord();
  const sorted = [...defences].sort((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
  return (
    <section className="card against-card" aria-label={t('lead.against')}>
      <h3>{t('lead.against')}</h3>
      {sorted.length === 0 && <p className="quiet">{t('lead.no_defence')}</p>}
      <ul className="against">
        {sorted.map(({ code, result, reason }) => {
          const Icon = ICON[result];
          return (
            <li key={code} className={`against-${result}`}>
              <Icon aria-hidden />
              <span>
                <strong>
                  {word(DEFENCE, code)} · {word(DEFENCE_RESULT, result)}
                </strong>
                {result === 'fails' ? t('signs.after_name', { name: '', value: '' }) : <br />}
                <Sentence text={read(reason)} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
