import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/client.ts';
import { Failure } from './Failure.tsx';

/** What stands instead of a page that failed: the server's refusal, or a fault of the page itself. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof ApiProblem) return <Failure error={error} again={() => window.location.reload()} />;
  return (
    <Result
      status="warning"
      title={t('failure.broken')}
      subTitle={t('failure.broken_text')}
      extra={<Button onClick={() => window.location.reload()}>{t('failure.reload')}</Button>}
    />
  );
}
