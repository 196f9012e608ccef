import { useQuery } from '@tanstack/react-query';
import { PLAN_STATE, type PlanClause } from '@zhijian/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planQuery } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { Failure } from '../../components/Failure.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useLabel, useWord } from '../../messages/index.ts';

const CLASS = { works: 'works', 'first form': 'first', 'not yet': 'not-yet' } as const;

/** 计划: every clause with what of it is proven. */
export function Plan() {
  const { t } = useTranslation();
  const plan = useQuery(planQuery);
  if (plan.isError) return <Failure error={plan.error} again={() => void plan.refetch()} />;
  const clauses = plan.data ?? [];
  const of = (state: PlanClause['state']) => clauses.filter((clause) => clause.state === state).length;
  return (
    <div className="page">
      <h1>{t('page.plan')}</h1>
      <p className="quiet">{t('plan.intro')}</p>
      {plan.isPending ? (
        <Waiting rows={12} />
      ) : (
        <p className="figures">
          {t('plan.works', { count: of('works') })} · {t('plan.first', { count: of('first form') })} · {t('plan.not_yet', { count: of('not yet') })}
        </p>
      )}
      <ul className="clauses">
        {clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} />
        ))}
      </ul>
    </div>
  );
}

function Clause({ clause }: { clause: PlanClause }) {
  const { t } = useTranslation();
  const read = useLabel();
  const word = useWord();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" className="clause" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Data className="clause-id">{clause.id}</Data>
        <span className="clause-title">{read(clause.title)}</span>
        <span className={`plan-state plan-${CLASS[clause.state]}`}>{word(PLAN_STATE, clause.state)}</span>
        <span className="quiet figures">{t('plan.points', { proven: clause.proven, all: clause.points.length })}</span>
      </button>
      {open && (
        <ul className="points">
          {clause.points.map((point) => (
            <li key={point.id}>
              <span className="point-sign" aria-hidden>
                {point.proven ? '✓' : '○'}
              </span>
              <span>
                {read(point.label)} <span className="quiet">{t(point.proven ? 'plan.proven' : 'plan.open')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
