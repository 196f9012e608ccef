import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/queries.ts';
import { Rail } from './Rail.tsx';
import { Top } from './Top.tsx';

/** Rail, top and banner around every page of a person who has signed in. */
export function Frame() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const first = useRouterState({ select: (state) => state.location.pathname.split('/')[1] ?? '' });
  const page = ['leads', 'screened', 'held', 'imports', 'plan'].includes(first) ? t(`page.${first}`) : '';
  useEffect(() => {
    document.title = page === '' ? t('product') : `${page} · ${t('product')}`;
  }, [page, t]);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <Top me={me} />
      {me.demo && (
        <p className="demo" role="note">
          {t('demo')}
        </p>
      )}
      <Rail />
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
