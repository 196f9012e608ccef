import { StopOutlined } from '@ant-design/icons';
import { type Lapse, type LeadDetail, PATENT_STATUS, RIGHT_STATE, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Whole } from '../components/Whole.tsx';
import { useWord } from '../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };
/** The state says it already. */
const SAID = new Set<string>(['invalidated_full', 'invalidated']);

const isLater = ({ state, since, acted_on }: Lapse): boolean => state === 'ended' && since !== null && acted_on !== null && acted_on < since;

/** Whether it tells more than the state on the day of the act. */
export const isNews = (detail: LeadDetail): detail is LeadDetail & { lapse: Lapse } => {
  const { lapse, status } = detail;
  return lapse !== null && (status?.state !== lapse.state || status.since !== lapse.since);
};

/** How the right has ended, since when, and what that means for the day of the act. */
const useLapseWords = (): ((lapse: Lapse) => { title: string; since: string; act: string }) => {
  const { t } = useTranslation();
  const word = useWord();
  return (lapse) => {
    const { state, reason, since, acted_on } = lapse;
    const act = () => {
      if (state === 'invalidated_full') return t('lead.lapse_void');
      if (acted_on === null) return t('lead.lapse_act_unknown');
      return t(isLater(lapse) ? 'lead.lapse_before' : 'lead.lapse_after', { on: acted_on });
    };
    const why = reason === null || SAID.has(reason) ? '' : t('signs.bracket', { text: word(STATUS, reason) });
    return {
      title: t('lead.lapse', { state: word(RIGHT_STATE, state) }) + why,
      since: since === null ? t('lead.lapse_undated') : t('lead.since', { day: since }),
      act: act(),
    };
  };
};

/** On the right's card: it is no longer what it was on the day of the act. */
export function LapseNotice({ lapse }: { lapse: Lapse }) {
  const { title, since, act } = useLapseWords()(lapse);
  return (
    <p className="status-line status-bad lapse" role="note">
      <StopOutlined aria-hidden /> <strong>{title}</strong> <span className="figures">{since}</span>
      <br />
      <Whole text={act} />
    </p>
  );
}

/** The same in one line, where the words of the judgment are chosen. */
export function LapseLine({ lapse }: { lapse: Lapse }) {
  const { t } = useTranslation();
  const { title, since, act } = useLapseWords()(lapse);
  return (
    <p className="lapse-line">
      <StopOutlined aria-hidden />
      <span>
        <strong>{title}</strong> <Whole text={t('signs.sentences', { first: since, after: act })} />
      </span>
    </p>
  );
}

/** On a row of a list; the rest is told on hover, and on the lead. */
export function LapseMark({ lapse }: { lapse: Lapse }) {
  const { t } = useTranslation();
  const word = useWord();
  const { title, since, act } = useLapseWords()(lapse);
  const all = t('signs.sentences', { first: `${title} ${since}`, after: act });
  return (
    <span className="lapse-mark" title={all}>
      <StopOutlined aria-hidden /> {t('lead.lapse', { state: word(RIGHT_STATE, lapse.state) })}
    </span>
  );
}
