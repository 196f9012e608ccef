import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The shape of what is loading, and words for those who do not see it. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('loading')}</span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
