// Addresses. Filters and the chosen lead are part of them, so that a link shows a colleague the same thing.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { ApiProblem } from './api/client.ts';
import { client, meQuery } from './api/queries.ts';
import { Crash } from './components/Crash.tsx';
import { Frame } from './components/Frame.tsx';
import { Missing } from './components/Missing.tsx';
import { type LeadSearch, readLeadSearch } from './pages/leads/search.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const whole = (value: unknown): number | undefined => (Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined);
const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Crash });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => defined({ to: text(search['to']) }),
  component: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
});
const firstAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/first-account',
  validateSearch: (search: Record<string, unknown>) => defined({ token: text(search['token']) }),
  component: lazyRouteComponent(() => import('./pages/first-account/FirstAccount.tsx'), 'FirstAccount'),
});

const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
  component: Frame,
  errorComponent: Crash,
});
const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/leads', search: {} });
  },
});
const leadsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/leads',
  validateSearch: (search: Record<string, unknown>): LeadSearch => readLeadSearch(search),
  component: lazyRouteComponent(() => import('./pages/leads/Leads.tsx'), 'Leads'),
});
const leadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/leads/$leadId',
  validateSearch: (search: Record<string, unknown>): LeadSearch => readLeadSearch(search),
  component: lazyRouteComponent(() => import('./pages/lead/Lead.tsx'), 'Lead'),
});
const listSearch = (search: Record<string, unknown>) => defined({ q: text(search['q']), page: whole(search['page']) });
const screenedRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/screened',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./pages/screened/Screened.tsx'), 'Screened'),
});
const heldRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/held',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./pages/held/Held.tsx'), 'Held'),
});
const rightsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rights',
  validateSearch: (search: Record<string, unknown>) => defined({ q: text(search['q']) }),
  component: lazyRouteComponent(() => import('./pages/rights/Rights.tsx'), 'Rights'),
});
const rightRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rights/$office/$kind/$number',
  validateSearch: (search: Record<string, unknown>) => defined({ on: text(search['on']), as_known: text(search['as_known']) }),
  component: lazyRouteComponent(() => import('./pages/rights/Right.tsx'), 'Right'),
});
const importsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports',
  validateSearch: (search: Record<string, unknown>) => defined({ started: text(search['started']) }),
  component: lazyRouteComponent(() => import('./pages/imports/Imports.tsx'), 'Imports'),
});
const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./pages/imports/Import.tsx'), 'Import'),
});
const planRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/plan',
  component: lazyRouteComponent(() => import('./pages/plan/Plan.tsx'), 'Plan'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  firstAccountRoute,
  frameRoute.addChildren([
    todayRoute,
    leadsRoute,
    leadRoute,
    screenedRoute,
    heldRoute,
    rightsRoute,
    rightRoute,
    importsRoute,
    importRoute,
    planRoute,
  ]),
]);

export const router = createRouter({ routeTree, defaultNotFoundComponent: Missing, defaultPendingMinMs: 0 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
