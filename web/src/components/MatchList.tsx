import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { Label, Line, OfferRef, RightRef, RowPage, Trader } from '@zhijian/contract';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST_ROWS } from '../api/queries.ts';
import { Against } from '../decision/Against.tsx';
import { LawClause } from '../decision/LawClause.tsx';
import { Reasons } from '../decision/Reasons.tsx';
import { useLabel } from '../messages/index.ts';
import { Subject, TraderName } from '../pages/leads/LeadItems.tsx';
import { Data } from './Data.tsx';
import { Failure } from './Failure.tsx';
import { Nothing } from './Nothing.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Sentence } from './Sentence.tsx';
import { Waiting } from './Waiting.tsx';

export interface MatchRow {
  id: number;
  offer: OfferRef;
  right: RightRef | null;
  claimed_number: string | null;
  trader: Trader;
  line: Line;
}

interface Shown<Row extends MatchRow> {
  title: string;
  intro: string;
  empty: { title: string; text: string };
  query: UseQueryOptions<RowPage<Row>>;
  /** Why the match is no lead: a word of the vocabulary and the sentence. */
  why: (row: Row) => { word: string; reason: Label };
  page: number;
  q: string | undefined;
  go: (to: { q?: string | undefined; page?: number | undefined }) => void;
}

/** Matches that are no leads, each with the reason in sight and the weighing one tap away. */
export function MatchList<Row extends MatchRow>({ title, intro, empty, query, why, page, q, go }: Shown<Row>) {
  const { t } = useTranslation();
  const list = useQuery({ ...query, placeholderData: keepPreviousData } as UseQueryOptions<RowPage<Row>>);
  const { rows = [], total = 0 } = list.data ?? {};
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="quiet">{intro}</p>
      <SearchBox words={q} label={t('list.search')} search={(words) => go({ q: words })} />
      {list.isPending && <Waiting rows={10} />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Nothing title={empty.title} text={empty.text} />}
      <ul className="match-list">
        {rows.map((row) => (
          <MatchItem key={row.id} row={row} {...why(row)} />
        ))}
      </ul>
      {total > LIST_ROWS && <Pages page={page} total={total} go={(to) => go({ q, page: to })} />}
    </div>
  );
}

function MatchItem({ row, word, reason }: { row: MatchRow; word: string; reason: Label }) {
  const { t } = useTranslation();
  const read = useLabel();
  const [open, setOpen] = useState(false);
  const match = row.line.matches[0];
  const Icon = open ? DownOutlined : RightOutlined;
  return (
    <li className={open ? 'match-item match-open' : 'match-item'}>
      <button type="button" className="match-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon aria-hidden />
        <span className="match-title">{row.offer.title === null ? t('lead.no_title') : <Data>{row.offer.title}</Data>}</span>
        <span className="match-right">
          <Subject row={row} />
        </span>
        <span className="match-trader quiet">
          <TraderName row={row} />
        </span>
        <span className="match-why">{word}</span>
        <Sentence text={read(reason)} className="match-reason" />
      </button>
      {open && match !== undefined && <Weighing line={row.line} />}
    </li>
  );
}

function Weighing({ line }: { line: Line }): ReactNode {
  const match = line.matches[0];
  if (match === undefined) return null;
  return (
    <div className="match-body">
      <Against defences={match.defences} />
      <Reasons match={match} mark={line.right?.name ?? ''} />
      {match.law !== null && <LawClause law={match.law} />}
    </div>
  );
}

function Pages({ page, total, go }: { page: number; total: number; go: (page: number) => void }) {
  const { t } = useTranslation();
  const from = (page - 1) * LIST_ROWS + 1;
  const to = Math.min(page * LIST_ROWS, total);
  return (
    <nav className="pages" aria-label={t('list.range', { from, to, total })}>
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        {t('list.previous')}
      </Button>
      <span className="quiet figures">{t('list.range', { from, to, total })}</span>
      <Button disabled={to >= total} onClick={() => go(page + 1)}>
        {t('list.next')}
      </Button>
    </nav>
  );
}
