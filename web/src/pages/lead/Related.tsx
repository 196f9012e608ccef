import { Link } from '@tanstack/react-router';
import { ACT, type LeadRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/StateTag.tsx';
import { StrengthTag } from '../../components/StrengthTag.tsx';
import { useWord } from '../../messages/index.ts';
import { Subject, TraderName } from '../leads/LeadItems.tsx';

/** Other leads on the same trader or the same right. */
export function Related({ rows }: { rows: readonly LeadRow[] }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <section className="card" aria-label={t('lead.related')}>
      <h3>{t('lead.related')}</h3>
      {rows.length === 0 && <p className="quiet">{t('lead.no_related')}</p>}
      <ul className="lead-items related">
        {rows.map((row) => (
          <li key={row.lead_id}>
            <Link to="/leads/$leadId" params={{ leadId: row.lead_id }} search={{}} className="lead-item">
              <StrengthTag strength={row.strength} />
              <span className="item-right">
                <Subject row={row} />
              </span>
              <span className="item-trader">
                <TraderName row={row} />
              </span>
              <span className="item-act quiet">{row.act === null ? '' : word(ACT, row.act)}</span>
              <StateTag state={row.state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
