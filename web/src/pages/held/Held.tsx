import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { HELD, type HeldRow } from '@zhijian/contract';
import { useTranslation } from 'react-i18next';
import { heldQuery, LIST_ROWS } from '../../api/queries.ts';
import { MatchList } from '../../components/MatchList.tsx';
import { useWord } from '../../messages/index.ts';

const route = getRouteApi('/frame/held');

/** 待补充: what waits for a named fact. */
export function Held() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const { q, page = 1 } = route.useSearch();
  return (
    <MatchList<HeldRow>
      title={t('page.held')}
      intro={t('held.intro')}
      empty={{ title: t('held.empty'), text: t('held.empty_text') }}
      query={heldQuery({ q, offset: (page - 1) * LIST_ROWS }) as never}
      why={(row) => ({ word: word(HELD, row.for.code), reason: row.for.reason })}
      page={page}
      q={q}
      go={(search) => void navigate({ to: '/held', search: search as { q?: string; page?: number } })}
    />
  );
}
