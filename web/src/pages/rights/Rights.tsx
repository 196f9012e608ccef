import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { RIGHT_KIND, type RightListRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { rightsQuery } from '../../api/queries.ts';
import { Data } from '../../components/Data.tsx';
import { Failure } from '../../components/Failure.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { rightNumber } from '../../format/number.ts';
import { useWord } from '../../messages/index.ts';
import { StateWord } from './StateWord.tsx';

const route = getRouteApi('/frame/rights');
/** The server gives no more at once. */
const MOST = 50;

/** 权利: found by any number, by name or by holder; without words, what came last. */
export function Rights() {
  const { t } = useTranslation();
  const { q } = route.useSearch();
  const navigate = useNavigate();
  const list = useQuery(rightsQuery(q));
  const rows = list.data ?? [];
  return (
    <div className="page">
      <h1>{t('page.rights')}</h1>
      <p className="quiet">{t('rights.intro')}</p>
      <SearchBox
        words={q}
        label={t('rights.search')}
        search={(words) => void navigate({ to: '/rights', search: words === undefined ? {} : { q: words } })}
      />
      {list.isPending && <Waiting rows={8} />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Nothing
          title={q === undefined ? t('rights.empty') : t('rights.none')}
          text={q === undefined ? t('rights.empty_text') : t('rights.none_text')}
        />
      )}
      {rows.length > 0 && (
        <>
          <p className="quiet">
            {q === undefined
              ? t('rights.latest')
              : rows.length < MOST
                ? t('rights.found', { total: rows.length })
                : t('rights.first', { most: MOST })}
          </p>
          <ul className="right-list">
            {rows.map((row) => (
              <RightItem key={`${row.office} ${row.kind} ${row.number}`} row={row} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function RightItem({ row }: { row: RightListRow }) {
  const { t } = useTranslation();
  const word = useWord();
  const { office, kind, number, name, owner, state, reason, since } = row;
  const granted = kind !== 'trademark' && state !== 'application' && state !== 'dead_application' && office === 'CN';
  return (
    <li>
      <Link to="/rights/$office/$kind/$number" params={{ office, kind, number }} className="right-item">
        <span className="right-item-name">{name === null ? t('rights.no_name') : <Data>{name}</Data>}</span>
        <span className="number">
          <Data>{rightNumber({ kind, number, office }, granted)}</Data>
        </span>
        <span className="quiet">{word(RIGHT_KIND, kind)}</span>
        <span className="right-item-owner">{owner === null ? t('lead.unknown') : <Data>{owner}</Data>}</span>
        <StateWord state={state} reason={reason} since={since} />
      </Link>
    </li>
  );
}
