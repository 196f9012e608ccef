import { Link } from '@tanstack/react-router';
import type { LeadState } from '@zhijian/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../../components/Nothing.tsx';
import { type LeadSearch, narrows } from './search.ts';

/** Why the list is empty: the filters, the work is done, or nothing has been imported. */
export function EmptyList({ search, byState, clear }: { search: LeadSearch; byState: Record<LeadState, number> | null; clear: () => void }) {
  const { t } = useTranslation();
  const all = Object.values(byState ?? {}).reduce((sum, count) => sum + count, 0);
  if (all === 0) {
    return (
      <Nothing title={t('leads.empty')} text={t('leads.empty_all')}>
        <Link to="/imports">{t('leads.import')}</Link>
      </Nothing>
    );
  }
  const done = search.state === undefined && !narrows(search);
  return (
    <Nothing title={t('leads.empty')} text={t(done ? 'leads.empty_done' : 'leads.empty_filtered')}>
      {!done && <Button onClick={clear}>{t('leads.clear')}</Button>}
    </Nothing>
  );
}
