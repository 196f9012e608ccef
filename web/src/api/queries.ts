// What the pages ask for. Keys begin with the noun, so that a judgment refreshes the lists and nothing else.
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import {
  type Figures,
  type FirstLink,
  type HeldRow,
  type ImportDetail,
  type ImportKind,
  type ImportPreview,
  type ImportRow,
  type LeadDetail,
  type LeadList,
  type LeadQuery,
  type Me,
  PATH,
  type PlanClause,
  type RightListRow,
  type RightPage,
  type RowPage,
  type ScreenedRow,
  type SetAsideRecord,
} from '@zhijian/contract';
import { fillPath, query } from './address.ts';
import { ApiProblem, get } from './client.ts';

export const PAGE_ROWS = 100;

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => error instanceof ApiProblem && error.status === 0 && count < 2,
    },
  },
});

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => get<Me>(PATH.me), staleTime: 300_000 });

export const firstLinkQuery = (token: string) =>
  queryOptions({ queryKey: ['first_link', token], queryFn: () => get<FirstLink>(PATH.first_account + query({ token })), staleTime: 0, gcTime: 0 });

export const leadsQuery = (filter: LeadQuery) =>
  infiniteQueryOptions({
    queryKey: ['leads', filter],
    queryFn: ({ pageParam }) => get<LeadList>(PATH.leads + query({ ...filter, offset: pageParam, limit: PAGE_ROWS })),
    initialPageParam: 0,
    getNextPageParam: (last: LeadList, pages: LeadList[]) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && seen < last.total ? seen : undefined;
    },
  });

export const leadQuery = (lead_id: string) =>
  queryOptions({ queryKey: ['lead', lead_id], queryFn: () => get<LeadDetail>(fillPath(PATH.lead, { lead_id })) });

const rowsQuery =
  <Row>(path: string, limit: number) =>
  (filter: { q?: string | undefined; offset?: number }) =>
    queryOptions({ queryKey: [path, filter], queryFn: () => get<RowPage<Row>>(path + query({ ...filter, limit })) });

export const LIST_ROWS = 50;
export const screenedQuery = rowsQuery<ScreenedRow>(PATH.screened, LIST_ROWS);
export const heldQuery = rowsQuery<HeldRow>(PATH.held, LIST_ROWS);

export const rightsQuery = (q: string | undefined) =>
  queryOptions({ queryKey: ['rights', q ?? ''], queryFn: () => get<RightListRow[]>(PATH.rights + query({ q })) });
export const rightQuery = (right: { office: string; kind: string; number: string }, times: { on?: string; as_known?: string }) =>
  queryOptions({ queryKey: ['right', right, times], queryFn: () => get<RightPage>(fillPath(PATH.right, right) + query(times)) });

const MOVING: ImportRow['state'][] = ['waiting', 'reading', 'detecting'];
/** True while the server still works at an import. */
export const isMoving = (row: ImportRow): boolean => MOVING.includes(row.state);

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: () => get<RowPage<ImportRow>>(PATH.imports + query({ limit: 30 })),
  refetchInterval: (state) => (state.state.data?.rows.some(isMoving) ? 1000 : false),
});

export const importQuery = (import_id: string) =>
  queryOptions({
    queryKey: ['import', import_id],
    queryFn: () => get<ImportDetail>(fillPath(PATH.import, { import_id })),
    refetchInterval: (state) => (state.state.data === undefined || isMoving(state.state.data) ? 1000 : false),
  });

export const setAsideQuery = (import_id: string, sequence: number) =>
  queryOptions({
    queryKey: ['set_aside', import_id, sequence],
    queryFn: () => get<SetAsideRecord>(fillPath(PATH.set_aside, { import_id, sequence: String(sequence) })),
    // What a person types stands on it: it does not change below their hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** An upload as a file of another kind. */
export const previewAs = (upload_id: string, kind: ImportKind): Promise<ImportPreview> =>
  get<ImportPreview>(fillPath(PATH.upload_preview, { upload_id }) + query({ kind }));

export const planQuery = queryOptions({ queryKey: ['plan'], queryFn: () => get<PlanClause[]>(PATH.plan) });
export const figuresQuery = queryOptions({ queryKey: ['figures'], queryFn: () => get<Figures>(PATH.figures) });
