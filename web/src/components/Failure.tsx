import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/client.ts';
import { useLanguage } from '../messages/index.ts';
import { Data } from './Data.tsx';

/** The words for a refusal: the server's own where it gave some. */
export const useProblemText = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('failure.broken');
    const said = error.problem[language];
    return said !== '' ? said : t(error.problem.code === 'network' ? 'failure.network' : 'failure.unreadable');
  };
};

/** What happened, what was kept, what to do, and the number to quote. */
export function Failure({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const id = error instanceof ApiProblem ? error.problem.request_id : '';
  return (
    <div className="notice" role="alert">
      <h2>{t('failure.title')}</h2>
      <p>{textOf(error)}</p>
      <p className="quiet">{t('failure.do')}</p>
      {id !== '' && (
        <p className="quiet">
          {t('failure.request')} <Data className="code">{id}</Data>
        </p>
      )}
      <Button onClick={again}>{t('failure.again')}</Button>
    </div>
  );
}
