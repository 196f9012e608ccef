import { Link } from '@tanstack/react-router';
import type { LeadRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { Item } from '../leads/LeadItems.tsx';

/** Other leads on the same trader or the same right. */
export function Related({ rows }: { rows: readonly LeadRow[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('lead.related')}>
      <h3>{t('lead.related')}</h3>
      {rows.length === 0 && <p className="quiet">{t('lead.no_related')}</p>}
      <ul className="lead-items related">
        {rows.map((row) => (
          <li key={row.lead_id}>
            <Link to="/leads/$leadId" params={{ leadId: row.lead_id }} search={{}} className="lead-item">
              <Item row={row} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
