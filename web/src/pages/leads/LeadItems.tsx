import { Link } from '@tanstack/react-router';
import { ACT, ACT_SHORT, type LeadRow } from '@zhijian/contract';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Data } from '../../components/Data.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { StrengthTag } from '../../components/StrengthTag.tsx';
import { LapseMark } from '../../decision/Lapse.tsx';
import { patentNumber } from '../../format/number.ts';
import { useWord } from '../../messages/index.ts';
import type { LeadSearch } from './search.ts';

/** Where list and detail do not fit side by side, a click opens the lead's own page. */
const isNarrow = () => window.matchMedia('(max-width: 999px)').matches;

interface Items {
  rows: readonly LeadRow[];
  chosen: string | undefined;
  search: LeadSearch;
  select: (lead_id: string) => void;
  more: (() => void) | null;
  loadingMore: boolean;
}

export function LeadItems({ rows, chosen, search, select, more, loadingMore }: Items) {
  const { t } = useTranslation();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (chosen !== undefined) here.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { lead: _, ...rest } = search;
  return (
    <>
      <ul className="lead-items">
        {rows.map((row) => (
          <li key={row.lead_id}>
            <Link
              ref={row.lead_id === chosen ? here : undefined}
              to="/leads/$leadId"
              params={{ leadId: row.lead_id }}
              search={rest}
              className="lead-item"
              aria-current={row.lead_id === chosen ? 'true' : undefined}
              onClick={(event) => {
                if (isNarrow() || event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                select(row.lead_id);
              }}
            >
              <Item row={row} />
            </Link>
          </li>
        ))}
      </ul>
      {more !== null && (
        <Button type="text" block onClick={more} loading={loadingMore}>
          {t('leads.more')}
        </Button>
      )}
    </>
  );
}

/** What the lead is about: the right, or the number on the page, or that no number is there. */
export function Subject({ row: { right, claimed_number } }: { row: Pick<LeadRow, 'right' | 'claimed_number'> }) {
  const { t } = useTranslation();
  if (right !== null) return <Data>{right.name ?? patentNumber(right.number, false)}</Data>;
  if (claimed_number !== null) return <Data className="number">{patentNumber(claimed_number, false)}</Data>;
  return <>{t('leads.no_number')}</>;
}

export function TraderName({ row: { trader } }: { row: Pick<LeadRow, 'trader'> }) {
  const { t } = useTranslation();
  const name = trader.shop ?? trader.seller ?? trader.code;
  return name === null ? t('leads.unknown_trader') : <Data>{name}</Data>;
}

/** Where it is offered: the platform, or that none is known. */
function Place({ row: { trader } }: { row: Pick<LeadRow, 'trader'> }) {
  return trader.platform === null ? null : <Data>{trader.platform}</Data>;
}

/** One lead in two lines: how strong, which right, which trader; which act, where, and how far it is judged. */
export function Item({ row }: { row: LeadRow }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <>
      <StrengthTag strength={row.strength} />
      <span className="item-right">
        <Subject row={row} />
      </span>
      <span className="item-trader">
        <TraderName row={row} />
      </span>
      <span className="item-offers quiet figures" title={t('leads.offers', { count: row.offers })}>
        {row.offers > 1 ? `×${row.offers}` : ''}
      </span>
      <span className="item-act quiet" title={row.act === null ? undefined : word(ACT, row.act)}>
        {row.lapse !== null && <LapseMark lapse={row.lapse} />}
        {row.act === null ? '' : word(ACT_SHORT, row.act)}
      </span>
      <span className="item-place quiet">
        <Place row={row} />
      </span>
      <StateTag state={row.state} />
    </>
  );
}
