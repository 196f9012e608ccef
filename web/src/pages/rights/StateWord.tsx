import { PATENT_STATUS, RIGHT_STATE, type RightListRow, TRADEMARK_STATUS } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../messages/index.ts';

const STATUS = { ...PATENT_STATUS, ...TRADEMARK_STATUS };
const GOOD = new Set<string>(['in_force', 'invalidated_part']);
/** The state says it already. */
const SAID = new Set<string>(['registered', 'granted', 'invalidated_full', 'invalidated_part', 'invalidation_decided_not_final', 'invalidated']);

/** A state with the entry that made it and its first day. */
export function StateWord({ state, reason, since }: Pick<RightListRow, 'state' | 'reason' | 'since'>) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <span className={GOOD.has(state) ? 'right-state status-good' : 'right-state status-bad'}>
      <strong>{word(RIGHT_STATE, state)}</strong>
      {reason !== null && !SAID.has(reason) && <span>{t('signs.bracket', { text: word(STATUS, reason) })}</span>}
      {since !== null && <span className="quiet figures">{t('lead.since', { day: since })}</span>}
    </span>
  );
}
