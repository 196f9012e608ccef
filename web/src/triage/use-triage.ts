// Where a lead stands in the list that the address describes, and what comes before and after it.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { LeadRow } from '@zhijian/contract';
import { useEffect } from 'react';
import { leadQuery, leadsQuery } from '../api/queries.ts';
import { type LeadSearch, leadQueryOf } from '../pages/leads/search.ts';

/** Rows before the end at which the next page is fetched, so that `j` never waits. */
const AHEAD = 15;

/** @param orFirst where nothing is chosen, the first row is */
export const useTriage = (search: LeadSearch, wanted: string | undefined, orFirst = false) => {
  const list = useInfiniteQuery(leadsQuery(leadQueryOf(search)));
  const client = useQueryClient();
  const rows: LeadRow[] = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  const chosen = wanted ?? (orFirst ? rows[0]?.lead_id : undefined);
  const at = rows.findIndex((row) => row.lead_id === chosen);
  const next = rows[at + 1]?.lead_id;
  const previous = at > 0 ? rows[at - 1]?.lead_id : undefined;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && at >= rows.length - AHEAD) void fetchNextPage();
  }, [at, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (next !== undefined) void client.prefetchQuery(leadQuery(next));
  }, [next, client]);
  return { list, rows, chosen, total: first?.total ?? 0, byState: first?.by_state ?? null, platforms: first?.platforms ?? [], at, next, previous };
};
