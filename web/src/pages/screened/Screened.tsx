import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DEFENCE, type ScreenedRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { LIST_ROWS, screenedQuery } from '../../api/queries.ts';
import { MatchList } from '../../components/MatchList.tsx';
import { useWord } from '../../messages/index.ts';

const route = getRouteApi('/frame/screened');

/** 已排除: what a licence, the holder's own shop or a lawful use explains. Kept and visible, never dropped. */
export function Screened() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const { q, page = 1 } = route.useSearch();
  return (
    <MatchList<ScreenedRow>
      title={t('page.screened')}
      intro={t('screened.intro')}
      empty={{ title: t('screened.empty'), text: t('screened.empty_text') }}
      query={screenedQuery({ q, offset: (page - 1) * LIST_ROWS }) as never}
      why={({ by }) => ({ word: word(DEFENCE, by.code), reason: by.reason })}
      page={page}
      q={q}
      go={(search) => void navigate({ to: '/screened', search: search as { q?: string; page?: number } })}
    />
  );
}
