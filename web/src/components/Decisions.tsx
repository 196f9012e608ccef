import { type Decision, DECISION_KIND, DECISION_RESULT, DECISION_ROLE, type DecisionParty } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../messages/index.ts';
import { Data } from './Data.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { Whole } from './Whole.tsx';

const SHOWN = 5;

interface Shown {
  decisions: readonly Decision[];
  /** What became known later is marked. Null: all of it is shown as known. */
  asKnown: string | null;
}

/** Decisions of courts and authorities, the newest first: which paper, what it came to, whom it names, by which clause. */
export function Decisions({ decisions, asKnown }: Shown) {
  const { t } = useTranslation();
  const [first, rest] = [decisions.slice(0, SHOWN), decisions.slice(SHOWN)];
  const item = (one: Decision) => (
    <li key={`${one.kind} ${one.case_number}`}>
      <One decision={one} later={asKnown !== null && one.known_on !== null && one.known_on > asKnown} />
    </li>
  );
  return (
    <>
      <ol className="decisions">{first.map(item)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{t('decisions.more', { count: rest.length })}</summary>
          <ol className="decisions">{rest.map(item)}</ol>
        </details>
      )}
    </>
  );
}

function One({ decision, later }: { decision: Decision; later: boolean }) {
  const { t } = useTranslation();
  const read = useLabel();
  const { kind, case_number, result, result_text, authority, parties, cause, clause, decided_on, effective_on, final, known_on } = decision;
  const day = (value: string | null) => (value === null ? t('lead.day_unknown') : <Whole text={value} />);
  const facts: Fact[] = [
    { name: t('decisions.body'), value: authority === null ? t('decisions.not_stated') : <Data>{authority}</Data> },
    { name: t('decisions.decided_on'), value: day(decided_on) },
    ...(effective_on === null ? [] : [{ name: t('decisions.effective_on'), value: day(effective_on) }]),
    ...(known_on === null ? [] : [{ name: t('decisions.known_on'), value: day(known_on) }]),
    ...(cause === null ? [] : [{ name: t('decisions.cause'), value: <Data>{cause}</Data> }]),
    ...byRole(parties).map(({ role, names }) => ({ name: read(DECISION_ROLE[role]), value: <Data>{names.join('、')}</Data>, wide: true })),
    ...(clause === null ? [] : [{ name: t('decisions.clause'), value: <Data>{clause}</Data>, wide: true }]),
    ...(result === null || result_text === null ? [] : [{ name: t('decisions.words'), value: <Data>{result_text}</Data>, wide: true }]),
  ];
  return (
    <>
      <p>
        <Data className="number">{case_number}</Data> <span className="quiet">{read(DECISION_KIND[kind])}</span>{' '}
        <strong>
          {result !== null ? read(DECISION_RESULT[result]) : result_text === null ? t('decisions.no_result') : <Data>{result_text}</Data>}
        </strong>
        {final === false && <span className="quiet">{t('signs.bracket', { text: t('decisions.not_final') })}</span>}
        {later && <span className="quiet">{t('signs.bracket', { text: t('decisions.later') })}</span>}
      </p>
      <Facts facts={facts} />
    </>
  );
}

/** Parties of one part together, in the order of the decision. */
const byRole = (parties: readonly DecisionParty[]): { role: DecisionParty['role']; names: string[] }[] => {
  const groups = new Map<DecisionParty['role'], string[]>();
  for (const { role, name } of parties) groups.set(role, [...(groups.get(role) ?? []), name]);
  return [...groups].map(([role, names]) => ({ role, names }));
};
