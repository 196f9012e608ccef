import { ACT_SHORT, LEAD_SORT, LEAD_STATE, type LeadState, RIGHT_KIND, STRENGTH } from '@zhijian/contract';
import { type InputRef, Select } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChip } from '../../components/FilterChip.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useLabel } from '../../messages/index.ts';
import type { LeadSearch } from './search.ts';

interface Shown {
  search: LeadSearch;
  change: (changed: Partial<Record<keyof LeadSearch, string | undefined>>) => void;
  byState: Record<LeadState, number> | null;
  platforms: readonly string[];
  total: number;
  searchBox: RefObject<InputRef | null>;
}

/** What narrows the list; all of it is in the address. */
export function Filters({ search, change, byState, platforms, total, searchBox }: Shown) {
  const { t } = useTranslation();
  const read = useLabel();
  const options = (list: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(list).map(([value, label]) => ({ value, label: read(label) }));
  const states = [
    ...options(LEAD_STATE).map(({ value, label }) => ({ value, label: byState === null ? label : `${label} ${byState[value as LeadState] ?? 0}` })),
    { value: 'all', label: t('leads.filter.all_states') },
  ];
  // An address may name a platform that no lead is on (any more); it stays removable.
  const places = search.platform === undefined || platforms.includes(search.platform) ? platforms : [...platforms, search.platform];
  return (
    <div className="filters">
      <SearchBox ref={searchBox} words={search.q} label={t('leads.search')} search={(q) => change({ q })} />
      <div className="filter-row">
        <Select
          size="small"
          className="state-select"
          aria-label={t('leads.filter.state')}
          value={search.state ?? 'open'}
          options={states}
          onChange={(state) => change({ state: state === 'open' ? undefined : state })}
        />
        <FilterChip
          name={t('leads.filter.strength')}
          value={search.strength}
          options={options(STRENGTH)}
          choose={(strength) => change({ strength })}
        />
        <FilterChip name={t('leads.filter.kind')} value={search.kind} options={options(RIGHT_KIND)} choose={(kind) => change({ kind })} />
        <FilterChip name={t('leads.filter.act')} value={search.act} options={options(ACT_SHORT)} choose={(act) => change({ act })} />
        {places.length > 0 && (
          <FilterChip
            raw
            name={t('leads.filter.platform')}
            value={search.platform}
            options={places.map((value) => ({ value, label: value }))}
            choose={(platform) => change({ platform })}
          />
        )}
      </div>
      <div className="filter-row">
        <span className="quiet figures" role="status">
          {t('leads.total', { total })}
        </span>
        <Select
          size="small"
          variant="borderless"
          className="sort-select"
          aria-label={t('leads.sort.label')}
          value={search.sort ?? 'urgent'}
          options={LEAD_SORT.map((value) => ({ value, label: t(`leads.sort.${value}`) }))}
          onChange={(sort) => change({ sort: sort === 'urgent' ? undefined : sort })}
        />
      </div>
    </div>
  );
}
